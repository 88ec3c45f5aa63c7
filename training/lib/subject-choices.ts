import { answerByRules } from '../../src/language/tree/answer.ts';
import type { TaggedSentence } from '../../src/language/tree/items.ts';
import { choiceOf } from '../../src/language/tree/question.ts';
import type { Choosing } from './choosing.ts';
import type { HeldOut } from './held-out.ts';
import { piecesOf } from './pieces.ts';
import { type MarkedVerb, markedVerbs, placedWords } from './subject-examples.ts';
import { createTeller } from './told-anew.ts';
import type { VerbForms } from './told-phrases.ts';

/** A verb of speech as the lexicon of cues has it. */
export interface SpeechVerb {
  readonly lemma: string;
  readonly forms?: VerbForms;
}

/** How much a verb that is none of speech counts: its subjects are found alike, but it is never turned around. */
const WEIGHT_OF_OTHERS = 0.3;

/** The choice that a verb puts, with what is right; null where the verb is no word of its clause. */
const choosingFor = (
  sentence: TaggedSentence,
  { verb, subject }: MarkedVerb,
  weight: number,
): Choosing | null => {
  const answer = answerByRules(sentence, verb);
  if (answer === null) return null;
  const { candidates, rows } = choiceOf(sentence, answer);
  const right = candidates.map(({ head }) => subject.has(answer.reading.items[head]?.word ?? -1));
  return { rows, isRight: [...right, subject.size === 0], weight };
};

/** The choices of all verbs in a treebank's sentences. */
export const choicesIn = (
  { trees, analyser }: HeldOut,
  isSpeech: (lemma: string) => boolean,
): readonly Choosing[] =>
  trees.flatMap((tree) => {
    const marked = markedVerbs(tree);
    if (marked.length === 0) return [];
    const sentence = { words: placedWords(tree), analysis: analyser.analyse(tree.forms) };
    return marked.flatMap((verb) => {
      const weight = isSpeech(tree.lemmas[verb.verb] ?? '') ? 1 : WEIGHT_OF_OTHERS;
      return choosingFor(sentence, verb, weight) ?? [];
    });
  });

/** The choices of as many sentences put together anew from the same treebank. */
export const choicesTold = (
  { trees, analyser }: HeldOut,
  verbs: readonly SpeechVerb[],
  sentences: number,
  random: () => number,
): readonly Choosing[] => {
  const forms = verbs.flatMap((verb) => verb.forms ?? []);
  const tell = createTeller(piecesOf(trees), forms, random);
  return Array.from({ length: sentences }, tell).flatMap(({ words, ...marked }) => {
    const analysis = analyser.analyse(words.map(({ form }) => form));
    return choosingFor({ words, analysis }, marked, 1) ?? [];
  });
};
