import type { Answer } from './answer.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { evidenceOf } from './evidence.ts';
import type { TaggedSentence } from './items.ts';
import { groupStart } from './reading.ts';
import { ownSubjectOf, subjectOf } from './subject.ts';

/** The candidates for the subject of a verb, and for each of them, and last for nobody, the rows of the table of weights. */
export interface Choice {
  readonly candidates: readonly Candidate[];
  readonly rows: readonly Int32Array[];
}

/** Puts to the choice who may be the subject, with all that speaks for and against. */
export const choiceOf = (sentence: TaggedSentence, { reading, verb, head, way }: Answer): Choice => {
  const { items } = reading;
  const word = items[verb]?.word ?? -1;
  const itemOf = (at: number | null): number | null =>
    at === null ? null : items.findIndex((item) => item.word === at && item.kind !== 'quotation');
  const votes = [head, ownSubjectOf(sentence, word), subjectOf(sentence, word)].map(itemOf);
  const [byRules = null, own = null, byTree = null] = votes;
  const candidates = candidatesFor(
    items,
    verb,
    votes.flatMap((at) => (at === null ? [] : [at])),
  );
  const question = { sentence, items, verb, group: groupStart(reading, verb), byRules, own, byTree, way };
  return { candidates, rows: evidenceOf(question, candidates) };
};
