import type { Act } from '../../model/annotation.ts';
import type { NonEmpty, Span } from '../../model/span.ts';

/** An attribution as the finders propose it, before modes, nesting and merging. */
export interface Draft {
  /** The words that name who speaks. */
  readonly source: readonly Span[];
  /** The relative word that stands for them at the cue: `the envoy, [who] said …`. */
  readonly relative?: Span;
  readonly cue: readonly Span[];
  readonly content: NonEmpty<Span>;
  readonly act: Act;
  readonly negated: boolean;
  readonly hearer: Span | null;
  readonly rule: string;
  readonly confidence: number;
  /** Index of the sentence among those given. */
  readonly sentence: number;
  /** Whether it stands in the words of somebody else, in quotation marks. */
  readonly inner?: boolean;
}

/** What the finder of another language hands back: what it found, and the quotations of the article in order. */
export interface OtherDrafts {
  readonly drafts: readonly Draft[];
  readonly regions: readonly Span[];
}
