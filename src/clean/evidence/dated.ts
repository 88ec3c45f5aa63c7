import { dayNumber } from '../../lib/calendar.ts';
import { allMatches } from '../../lib/matches.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import { rangeOf } from '../../model/edtf/index.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { findDates } from '../marks/dates.ts';
import type { Constraint, Days } from './constraint.ts';
import { FIRM, LOWER, monthDays, numberOf, since, USUAL, until, yearDays } from './constraint.ts';
import type { Scene, Told } from './scene.ts';
import { within } from './scene.ts';
import { isDone, isPlannedAt } from './tense.ts';

/** What is told as past has been. Example: `The coalition paper was signed on [17 November 2014].` */
export const PAST_DATE: RuleId = ruleId('clean/evidence/past-date@1');
/** What is told as planned has not been. Example: `will visit the border villages on [15 December 2016]` */
export const PLANNED_DATE: RuleId = ruleId('clean/evidence/planned-date@1');
/** `since` a year or month that has begun. Example: `nine times [since 2021]` */
export const SINCE: RuleId = ruleId('clean/evidence/since@1');
/** A part of a year whose sum is known is over. Example: `in the [first nine months of 2015]` */
export const COMPLETED: RuleId = ruleId('clean/evidence/completed-period@1');
/** An instrument that is told of exists. Example: `founded by the [Strait Declaration]` */
export const INSTRUMENT: RuleId = ruleId('clean/evidence/instrument@1');

/** What written dates say: past ones from below, planned ones from above. */
export const datedEvidence = (scene: Scene): readonly Constraint[] => {
  const those = foundedIn(scene);
  return scene.sentences.flatMap((told) => [
    ...writtenDays(scene, told),
    ...writtenYears(scene, told),
    ...sinceYears(scene, told),
    ...completed(told),
    ...instruments(those, told),
  ]);
};

/** The full days of the sentences that hold a word of the past, in Russian and Japanese. */
export const pastDates = (scene: Scene, language: string): readonly Constraint[] =>
  scene.knowledge.languages[language]?.clean == null
    ? []
    : scene.sentences
        .filter(({ folded }) =>
          (folded.match(/\p{L}+/gu) ?? []).some((word) => scene.words.pastWords.has(word)),
        )
        .flatMap((told) =>
          daysIn(scene, told).map((written) =>
            made(told, written, PAST_DATE, since(written.days.from), FIRM, 'told as past'),
          ),
        );

interface Written {
  readonly index: number;
  readonly length: number;
  readonly days: Days;
}

const writtenDays = (scene: Scene, told: Told): readonly Constraint[] =>
  daysIn(scene, told).flatMap((written) => judge(told, written));

const daysIn = (scene: Scene, told: Told): readonly Written[] =>
  findDates(told.text, scene.words)
    .filter(({ possible }) => possible)
    .map(({ start, end, year, month, day }) => {
      const number = dayNumber(year, month, day);
      return { index: start, length: end - start, days: { from: number, to: number } };
    });

const MONTH_YEAR =
  /\b(?:in|by|until|of|since)\s(?:the\send\sof\s)?(?:(\p{L}{3,9})\.?,?\s)?((?:19|20)\d\d)\b(?!-)/gu;
const FOR_YEAR = /\bfor\s()(20\d\d)\b/gu;
const NAMED_DAY = /\d{1,2}(?:st|nd|rd|th)?,?\s(?:of\s)?\p{L}{3,9}\s$/u;

/** `in March 2016`, `in 2017`, `by the end of 2018`; the month and the year alone count as a whole. */
const writtenYears = (scene: Scene, told: Told): readonly Constraint[] =>
  [...allMatches(told.folded, MONTH_YEAR), ...allMatches(told.folded, FOR_YEAR)].flatMap((match) => {
    const month = scene.words.months.get(match[1] ?? '');
    if ((match[1] ?? '') !== '' && month === undefined) return [];
    if (NAMED_DAY.test(told.folded.slice(Math.max(0, match.index - 24), match.index + match[0].length - 4)))
      return [];
    const year = Number(match[2]);
    if (!told.years.includes(year)) return [];
    const days = month === undefined ? yearDays(year) : monthDays(year, month);
    const written = { index: match.index, length: match[0].length, days };
    return match[0].startsWith('for') && !isPlannedAt(told.folded, match.index) ? [] : judge(told, written);
  });

const judge = (told: Told, written: Written): readonly Constraint[] => {
  const { from, to } = written.days;
  if (isPlannedAt(told.folded, written.index))
    return [made(told, written, PLANNED_DATE, until(to), FIRM, 'told as still to come')];
  return isDone(told.folded) ? [made(told, written, PAST_DATE, since(from), LOWER, 'told as past')] : [];
};

const made = (
  told: Told,
  { index, length }: Written,
  rule: RuleId,
  days: readonly Days[],
  weight: number,
  note: string,
): Constraint => ({
  at: within(told, index, length),
  raw: told.text.slice(index, index + length),
  rule,
  note,
  days,
  weight,
});

const SINCE_FORM = /\bsince\s(?:(?:early|late|mid-?)\s?)?(?:(\p{L}{3,9})\.?\s)?((?:19|20)\d\d)\b/gu;

const sinceYears = (scene: Scene, told: Told): readonly Constraint[] =>
  allMatches(told.text, SINCE_FORM).map((match) => {
    const month = scene.words.months.get((match[1] ?? '').toLowerCase());
    return {
      at: within(told, match.index, match[0].length),
      raw: match[0],
      rule: SINCE,
      note: 'has begun',
      days: since(dayNumber(Number(match[2]), month ?? 1, 1)),
      weight: LOWER,
    };
  });

const PERIOD =
  /\bfirst\s(half|quarter|three months|six months|nine months|two months|eight months)\sof\s((?:19|20)\d\d)\b/g;
const MONTHS: Readonly<Record<string, number>> = {
  half: 6,
  quarter: 3,
  'two months': 2,
  'three months': 3,
  'six months': 6,
  'eight months': 8,
  'nine months': 9,
};

const completed = (told: Told): readonly Constraint[] =>
  told.future || !told.past
    ? []
    : allMatches(told.folded, PERIOD).map((match) => ({
        at: within(told, match.index, match[0].length),
        raw: told.text.slice(match.index, match.index + match[0].length),
        rule: COMPLETED,
        note: 'its sum is told',
        days: since(dayNumber(Number(match[2]), (MONTHS[match[1] ?? ''] ?? 0) + 1, 1)),
        weight: FIRM,
      }));

const MAKING =
  /\b(?:draft|sign|conclude|negotiate|propose\p{L}*|planned|future|new|on an?|for an?)\s(?:the\s|an?\s|of\s)?(?:[\p{L}-]+\s){0,2}$/u;

type InstrumentEntry = Knowledge['instruments'][number];

/** An instrument with the names it is looked for by, and the day from which it exists. */
interface Founded {
  readonly entry: InstrumentEntry;
  readonly forms: readonly string[];
  readonly from: number;
}

const founded = new WeakMap<readonly InstrumentEntry[], readonly Founded[]>();

/** The instruments that have names of several words and a day, made once for each list. */
const foundedOf = (entries: readonly InstrumentEntry[]): readonly Founded[] => {
  const known = founded.get(entries);
  if (known !== undefined) return known;
  const made = entries.flatMap((entry): readonly Founded[] => {
    const forms = [entry.name, ...entry.aliases].filter((form) => form.includes(' '));
    const from = numberOf(rangeOf(entry.edtf).earliest);
    return forms.length === 0 || from === null ? [] : [{ entry, forms, from }];
  });
  founded.set(entries, made);
  return made;
};

/** The instruments that the whole text names: most pages name none, and their sentences need not be asked. */
const foundedIn = ({ text, knowledge }: Scene): readonly Founded[] =>
  foundedOf(knowledge.instruments).filter(({ forms }) => forms.some((form) => text.includes(form)));

const instruments = (those: readonly Founded[], told: Told): readonly Constraint[] =>
  those.flatMap(({ entry, forms, from }) => {
    const name = forms.find((form) => told.text.includes(form));
    if (name === undefined) return [];
    const index = told.text.indexOf(name);
    if (MAKING.test(told.folded.slice(0, index))) return [];
    const note = `${entry.name}, ${entry.edtf}`;
    const at = within(told, index, name.length);
    return [{ at, raw: name, rule: INSTRUMENT, note, days: since(from), weight: USUAL }];
  });
