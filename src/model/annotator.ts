import type { SentenceAnalyser } from './analysis.ts';
import type { Annotation, Annotations, Layer } from './annotation.ts';
import type { StageResult } from './diagnostic.ts';
import type { Knowledge } from './knowledge.ts';
import type { Article } from './page.ts';
import type { Sentence } from './sentence.ts';

/** What an annotator reads: the article, its sentences, the layers made before it, and knowledge. */
export interface AnnotatorInput {
  readonly article: Article;
  /** Sentences of the headline and body segments only, in text order. */
  readonly sentences: readonly Sentence[];
  readonly annotations: Annotations;
  readonly knowledge: Knowledge;
  /** An analyser that is asked for words and trees before the weights of the language; absent or null: those alone. */
  readonly analyser?: SentenceAnalyser | null;
}

/**
 * A maker of one layer. Pure: no clock, no disk, no network, no globals. The pipeline checks `needs` against `gives`
 * when it is composed, so a wrong order is an error at start-up and not a silent loss.
 */
export interface Annotator<A extends Annotation = Annotation> {
  readonly id: string;
  readonly needs: readonly Layer[];
  readonly gives: Layer;
  readonly run: (input: AnnotatorInput) => StageResult<readonly A[]>;
}
