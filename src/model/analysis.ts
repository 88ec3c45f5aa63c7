import type { Span } from './span.ts';

/** What an analyser says of one word: Universal Dependencies, version 2. */
export interface WordAnalysis {
  readonly lemma: string;
  /** Universal part of speech: NOUN, VERB, PROPN, … */
  readonly upos: string;
  /** Tag of the language's own scheme (Penn Treebank for English); null where there is none. */
  readonly xpos: string | null;
  /** Features as in CoNLL-U, `Number=Sing|Person=3`; null when it has none. */
  readonly feats: string | null;
  /** Position of the head in the sentence, counted from 0; -1 for the root; {@link NO_TREE} where no tree is made. */
  readonly head: number;
  /** Relation to the head: nsubj, obj, ccomp, …; `_` where no tree is made. */
  readonly deprel: string;
}

/** The head of every word whose analyser says what the words are and makes no trees. */
export const NO_TREE = -2;

/** A word in the text it stands in. `form` is what stands under the span, unchanged. */
export interface Word extends Span {
  readonly form: string;
}

/** A sentence in its words, and what an analyser says of each of them; null when the language has no analyser. */
export interface AnalysedSentence extends Span {
  readonly words: readonly Word[];
  readonly analysis: readonly WordAnalysis[] | null;
}

/**
 * Port of everything that analyses sentences: the trained weights of this program, files in CoNLL-U that another program has
 * written, or a model outside. An analyser is given words and says something of each; it never makes or changes words.
 */
export interface SentenceAnalyser {
  /** Name and version, as it is told of in output: `weights/en@1`. */
  readonly id: string;
  /** One entry for each form, in their order; null when it knows nothing of this sentence. */
  readonly analyse: (forms: readonly string[]) => readonly WordAnalysis[] | null;
}

/**
 * The same port for whoever answers later or many at a time: a model that another library runs. Whatever is a
 * {@link SentenceAnalyser} can be asked this way.
 */
export interface BatchAnalyser {
  readonly id: string;
  /** One answer for each sentence, in their order; null where it knows nothing of it. */
  readonly analyseAll: (
    sentences: readonly (readonly string[])[],
  ) => Promise<readonly (readonly WordAnalysis[] | null)[]>;
}

/** Cuts text into sentences and words. Offsets are UTF-16 code units of the text given; text is never changed. */
export interface TextSplitter {
  readonly sentences: (text: string, within: Span) => readonly Span[];
  readonly words: (text: string, sentence: Span) => readonly Word[];
}
