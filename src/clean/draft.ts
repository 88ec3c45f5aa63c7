import type { Span } from '../model/span.ts';
import type { HtmlMeta } from './meta/html-meta.ts';
import type { Piece } from './split.ts';

/** A page labelled, before its metadata is read: what the plain-text and the HTML way have in common. */
export interface Draft {
  readonly text: string;
  /** In order, without overlap, and with all that is not white space. */
  readonly pieces: readonly Piece[];
  /** Where a stretch of the text stands in the page's decoded source. */
  readonly pageSpan: (at: Span) => Span | null;
  /** What the mark-up says of itself; null for plain text. */
  readonly meta: HtmlMeta | null;
}
