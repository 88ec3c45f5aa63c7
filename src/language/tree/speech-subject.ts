import { answerByRules } from './answer.ts';
import { choose } from './arbiter.ts';
import { extentOf } from './extent.ts';
import type { SubjectWay } from './found.ts';
import { type Stretch, type TaggedSentence, withBracket } from './items.ts';
import { choiceOf } from './question.ts';

/** The subject of a verb: its head word, its whole extent, and how it was found. */
export interface SpeechSubject {
  /** Index of the head word; of a person with a title that of the name. Null when the verb has no subject. */
  readonly head: number | null;
  /** The words of the whole phrase with what describes it; null with `head`. */
  readonly extent: Stretch | null;
  readonly way: SubjectWay;
}

const NOBODY: SpeechSubject = { head: null, extent: null, way: 'none' };

const answered = new WeakMap<TaggedSentence, Map<number, SpeechSubject>>();

/**
 * The subject of a verb of speech in an English sentence. Rules over tags, quotations and commas give an answer, the tree
 * gives two (see `subjectOf`); what has learnt from treebanks chooses among them and the other phrases around the verb. Rule
 * `language/tree/speech-subject@2`: "…," said Foreign Minister Ana [Kestrel]. Linear in the sentence but for bounded walks.
 */
export const speechSubjectOf = (sentence: TaggedSentence, verb: number): SpeechSubject => {
  // Several layers ask for the same verb.
  const known = answered.get(sentence) ?? new Map<number, SpeechSubject>();
  answered.set(sentence, known);
  const found = known.get(verb) ?? find(sentence, verb);
  known.set(verb, found);
  return found;
};

const find = (sentence: TaggedSentence, verb: number): SpeechSubject => {
  const answer = answerByRules(sentence, verb);
  if (answer === null) return NOBODY;
  const { reading, verb: at, way } = answer;
  const chosen = choose(choiceOf(sentence, answer));
  if (chosen === null) return NOBODY;
  const head = reading.items[chosen.head]?.word ?? null;
  const extent = extentOf(reading, at, chosen);
  return {
    head,
    extent: extent === null ? null : withBracket(sentence, extent),
    way: head === answer.head ? way : 'learnt',
  };
};
