import type { Span } from './span.ts';

/** One token: a run of letters and digits (with inner hyphens, apostrophes, dots of abbreviations) or one mark. */
export interface Token extends Span {
  /** The characters under the span, unchanged. */
  readonly text: string;
  /** Lower-cased, curly apostrophes straightened, one to one. */
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
}

/** A sentence of the body or headline. No sentence ends inside a quotation. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  /** Index of the article's segment it lies in. */
  readonly segment: number;
  /** Index of the paragraph among all paragraphs that were split; sentences of one paragraph share it. */
  readonly paragraph: number;
  /** Whether it is the headline rather than running text. */
  readonly headline: boolean;
}
