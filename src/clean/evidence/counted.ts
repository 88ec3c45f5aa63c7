import { allMatches } from '../../lib/matches.ts';
import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import { rangeOf } from '../../model/edtf/index.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Constraint } from './constraint.ts';
import { FIRM, LOWER, numberOf, since } from './constraint.ts';
import { countOf, ORDINAL } from './numbers.ts';
import { weekdaysIn } from './relative.ts';
import type { Scene, Told } from './scene.ts';
import { within } from './scene.ts';

/** A numbered meeting of two leaders that the pack knows, told as news. Example: `It was the [fifth time] the two leaders have met.` */
export const COUNTED: RuleId = ruleId('clean/evidence/counted-meeting@1');
/** A numbered meeting told as an earlier one has been held. Example: `In May, at their [fifth meeting], the two leaders …` */
export const COUNTED_BEFORE: RuleId = ruleId('clean/evidence/counted-before@1');

const FORM = new RegExp(`\\b(${ORDINAL}) (?:time|meeting|talks|summit)\\b`, 'gu');
const MET = /\b(?:met|meet|meeting|talks|summit)\b/;
/** Days that a meeting is news, with one for time zones before it. */
const NEWS = 10;

type Persons = Knowledge['persons'];

const bySurname = new WeakMap<Persons, ReadonlyMap<string, string>>();

/** Surnames by person, made once for each list. */
const surnamesOf = (persons: Persons): ReadonlyMap<string, string> => {
  const known = bySurname.get(persons);
  if (known !== undefined) return known;
  const made = new Map(persons.map(({ id, surname }) => [id, surname]));
  bySurname.set(persons, made);
  return made;
};

/** What numbered meetings say of the day: both are named in the opening, and the sentence numbers a meeting of theirs. */
export const countedEvidence = (scene: Scene): readonly Constraint[] => {
  const meetings = scene.knowledge.pack?.countedMeetings ?? [];
  if (meetings.length === 0) return [];
  const surnames = surnamesOf(scene.knowledge.persons);
  return scene.sentences.flatMap((told, index) => {
    if (!MET.test(told.folded)) return [];
    const before = scene.sentences
      .slice(Math.max(0, index - 3), index + 1)
      .map(({ text }) => text)
      .join(' ');
    return allMatches(told.folded, FORM).flatMap((match) => {
      const n = countOf(match[1] ?? '');
      const those = meetings.filter(
        (meeting) =>
          meeting.n === n && meeting.between.every((id) => before.includes(surnames.get(id) ?? '\n')),
      );
      return those.length === 0 ? [] : readMeeting(scene, told, index, match, those);
    });
  });
};

type Meetings = readonly { readonly edtf: Parameters<typeof rangeOf>[0]; readonly place: string }[];

/** How many sentences the news of a page takes, and how near a day of the week tells that it is news. */
const OPENING = 8;
const NEAR = 2;
const EARLIER = /\b(?:last|previous|earlier|ago|had|since then)\b/;

const readMeeting = (
  scene: Scene,
  told: Told,
  index: number,
  match: RegExpExecArray,
  meetings: Meetings,
): readonly Constraint[] => {
  const days = meetings.flatMap(({ edtf }) => {
    const { earliest, latest } = rangeOf(edtf);
    const [from, to] = [numberOf(earliest), numberOf(latest)];
    return from === null || to === null ? [] : [{ from: from - 1, to: to + NEWS }];
  });
  if (days.length === 0 || told.future) return [];
  const common = {
    at: within(told, match.index, match[0].length),
    raw: told.text.slice(match.index, match.index + match[0].length),
    note: meetings.map(({ edtf, place }) => `in ${place} on ${edtf}`).join('; '),
  };
  const begun = since(Math.min(...days.map(({ from }) => from)));
  const held: Constraint = { ...common, rule: COUNTED_BEFORE, days: begun, weight: LOWER };
  return isNews(scene, told, index) ? [{ ...common, rule: COUNTED, days, weight: FIRM }, held] : [held];
};

/** In the opening, without a month or `last` in its sentence, and with a day of the week beside it. */
const isNews = (scene: Scene, told: Told, index: number): boolean => {
  const words = told.folded.match(/\p{L}+/gu) ?? [];
  if (index >= OPENING || EARLIER.test(told.folded) || told.years.length > 0) return false;
  if (words.some((word) => word !== 'may' && scene.words.months.has(word)) || /\bin may\b/.test(told.folded))
    return false;
  const around = scene.sentences.slice(Math.max(0, index - NEAR), index + NEAR + 1);
  return around.some(({ folded }) => weekdaysIn(folded).length > 0);
};
