import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import { rangeOf } from '../../model/edtf/index.ts';
import type { Constraint } from './constraint.ts';
import { FIRM, numberOf } from './constraint.ts';
import { countOf, ORDINAL } from './numbers.ts';
import type { Scene, Told } from './scene.ts';
import { within } from './scene.ts';

/** A numbered meeting of two leaders that the pack knows. Example: `It was the [fifth time] the two leaders have met.` */
export const COUNTED: RuleId = ruleId('clean/evidence/counted-meeting@1');

const FORM = new RegExp(`\\b(${ORDINAL}) (?:time|meeting|talks|summit)\\b`, 'gu');
const MET = /\b(?:met|meet|meeting|talks|summit)\b/;
/** Days that a meeting is news, with one for time zones before it. */
const NEWS = 10;

/** What numbered meetings say of the day: both are named in the opening, and the sentence numbers a meeting of theirs. */
export const countedEvidence = (scene: Scene): readonly Constraint[] => {
  const meetings = scene.knowledge.pack?.countedMeetings ?? [];
  if (meetings.length === 0) return [];
  const surnames = new Map(scene.knowledge.persons.map(({ id, surname }) => [id, surname]));
  return scene.sentences.flatMap((told, index) => {
    if (!MET.test(told.folded)) return [];
    const before = scene.sentences.slice(Math.max(0, index - 3), index + 1).map(({ text }) => text).join(' ');
    return [...told.folded.matchAll(FORM)].flatMap((match) => {
      const n = countOf(match[1] ?? '');
      const those = meetings.filter(
        (meeting) => meeting.n === n && meeting.between.every((id) => before.includes(surnames.get(id) ?? '\n')),
      );
      return those.length === 0 ? [] : [made(told, match, those)];
    });
  });
};

const made = (
  told: Told,
  match: RegExpExecArray,
  meetings: readonly { readonly edtf: Parameters<typeof rangeOf>[0]; readonly place: string }[],
): Constraint => ({
  at: within(told, match.index, match[0].length),
  raw: told.text.slice(match.index, match.index + match[0].length),
  rule: COUNTED,
  note: meetings.map(({ edtf, place }) => `in ${place} on ${edtf}`).join('; '),
  days: meetings.flatMap(({ edtf }) => {
    const { earliest, latest } = rangeOf(edtf);
    const [from, to] = [numberOf(earliest), numberOf(latest)];
    return from === null || to === null ? [] : [{ from: from - 1, to: to + NEWS }];
  }),
  weight: FIRM,
});
