import { dayNumber } from '../../lib/calendar.ts';
import { allMatches } from '../../lib/matches.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import { findDates } from '../marks/dates.ts';
import type { Constraint, Days } from './constraint.ts';
import { USUAL, yearDays } from './constraint.ts';
import { countOf, NUMBER, ORDINAL } from './numbers.ts';
import { distanceIn } from './relative.ts';
import type { Scene, Told } from './scene.ts';
import { within } from './scene.ts';

/** An anniversary of a year. Example: `will mark the [60th anniversary of the 1956] Treaty of Port Kessel` */
export const ANNIVERSARY: RuleId = ruleId('clean/evidence/anniversary@1');
/** Years counted from a year. Example: `for the first time in [11 years, since 2005]`, `[nine years ago, in 2009]` */
export const YEARS_SINCE: RuleId = ruleId('clean/evidence/years-since@1');
/** An age beside a year of birth. Example: `who was [born in 1948], celebrated his [70th birthday]` */
export const AGE: RuleId = ruleId('clean/evidence/age@1');

/** An anniversary is spoken of from some months before it to some months after. */
const BEFORE_DAY = 200;
const AFTER_DAY = 60;
const BEFORE_YEAR = 120;
/** Years are counted by their numbers or in full, so `nine years` may be up to half a year off. */
const LOOSE_BEFORE = 60;
const LOOSE_AFTER = 182;

const YEAR = '((?:18|19|20)\\d\\d)';
const ANNIVERSARY_FORM = new RegExp(`\\b(${ORDINAL}) anniversary of (?:[\\p{L}'’-]+ ){0,8}?${YEAR}\\b`, 'gu');
const SINCE_FORMS = [
  new RegExp(`\\b(?:in|of) (${NUMBER}) years?,? since ${YEAR}\\b`, 'gu'),
  new RegExp(`\\b(${NUMBER}) years ago,? (?:in )?${YEAR}\\b`, 'gu'),
  new RegExp(`\\bin ${YEAR},? (${NUMBER}) years ago\\b`, 'gu'),
];
const AFTER_FORM = new RegExp(
  `(?:^|\\bnow,? )(?:after )?(${NUMBER}) years (?:after|since) (?:[\\p{L}'’-]+ ){0,7}?(?:\\d{1,2} \\p{L}+ |\\p{L}+ \\d{1,2}, )?${YEAR}\\b`,
  'gu',
);
const BORN = new RegExp(`\\bborn (?:on |in )(?:[\\p{L}\\d]+,? ){0,3}?${YEAR}\\b`, 'u');
const BIRTHDAY = new RegExp(
  `\\b(?:turn(?:s|ed)?|celebrate[sd]? (?:his|her)|(?:his|her)) (${NUMBER}|${ORDINAL})(?: birthday|\\b(?! years?))`,
  'u',
);
const AGED = new RegExp(`\\b(?:is|aged) (${NUMBER})(?: years old|,|\\.| and\\b| now)`, 'u');

/** What anniversaries, spans of years and ages say of the year. */
export const spanEvidence = (scene: Scene): readonly Constraint[] =>
  scene.sentences.flatMap((told) => [
    ...anniversaries(scene, told),
    ...SINCE_FORMS.flatMap((form) => spans(told, form)),
    ...spans(told, AFTER_FORM),
    ...ages(told),
  ]);

const anniversaries = (scene: Scene, told: Told): readonly Constraint[] =>
  allMatches(told.folded, ANNIVERSARY_FORM).flatMap((match) => {
    const count = countOf(match[1] ?? '');
    const base = Number(match[2]);
    if (count === null || count < 1) return [];
    const feast = feastOf(scene, base, count);
    const distance = distanceIn(told.folded, match.index);
    const days = feast === null ? yearLoosely(base + count) : feastDays(feast, distance);
    return [made(told, match, ANNIVERSARY, days, `${count} years after ${base} is ${base + count}`)];
  });

/** The day of the anniversary, when the text or an instrument named in it tells the day. */
const feastOf = (scene: Scene, base: number, count: number): number | null => {
  for (const told of scene.sentences)
    for (const date of findDates(told.text, scene.words))
      if (date.year === base && date.possible) return dayNumber(base + count, date.month, date.day);
  return null;
};

const feastDays = (feast: number, distance: ReturnType<typeof distanceIn>): Days =>
  distance === null
    ? { from: feast - BEFORE_DAY, to: feast + AFTER_DAY }
    : distance.published({ from: feast, to: feast });

const yearLoosely = (year: number): Days => {
  const { from, to } = yearDays(year);
  return { from: from - BEFORE_YEAR, to: to + AFTER_DAY };
};

const spans = (told: Told, form: RegExp): readonly Constraint[] =>
  allMatches(told.folded, form).flatMap((match) => {
    const [a = '', b = ''] = [match[1], match[2]];
    const yearFirst = /^\d{4}$/.test(a);
    const [count, base] = [countOf(yearFirst ? b : a), Number(yearFirst ? a : b)];
    if (count === null || count < 1 || count > 300) return [];
    const { from, to } = yearDays(base + count);
    const days = { from: from - LOOSE_BEFORE, to: to + LOOSE_AFTER };
    return [made(told, match, YEARS_SINCE, days, `${count} years after ${base} is ${base + count}`)];
  });

const ages = (told: Told): readonly Constraint[] => {
  const born = BORN.exec(told.folded);
  if (born === null) return [];
  const year = Number(born[1]);
  const birthday = BIRTHDAY.exec(told.folded);
  const turned = countOf(birthday?.[1] ?? '');
  if (birthday !== null && turned !== null && turned > 10) {
    const { from, to } = yearDays(year + turned);
    const days = { from: from - EDGE, to: to + EDGE };
    return [made(told, born, AGE, days, `born in ${year}, ${turned} in ${year + turned}`)];
  }
  const age = countOf(AGED.exec(told.folded)?.[1] ?? '');
  if (age === null || age < 10) return [];
  const days = { from: yearDays(year + age).from, to: yearDays(year + age + 1).to };
  return [made(told, born, AGE, days, `born in ${year} and ${age} years old`)];
};

/** News of a birthday is told some days around it. */
const EDGE = 15;

const made = (told: Told, match: RegExpExecArray, rule: RuleId, days: Days, note: string): Constraint => ({
  at: within(told, match.index, match[0].length),
  raw: told.text.slice(match.index, match.index + match[0].length),
  rule,
  note,
  days: [days],
  weight: USUAL,
});
