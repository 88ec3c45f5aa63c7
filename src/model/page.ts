import type { ArticleId, Day, Digest, Edtf, EntityId, Instant, PageId, RuleId } from './brand.ts';
import { articleOf } from './brand.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Span } from './span.ts';

/** A page as it was captured. Its bytes are kept for ever under `id`. */
export interface Page {
  readonly id: PageId;
  /** `text/html` or `text/plain`; what archives hold comes out as one of the two. */
  readonly mediaType: 'text/html' | 'text/plain';
  /** The charset the bytes were decoded with, WHATWG label in lower case. */
  readonly charset: string;
  readonly url: string | null;
  /** The path as it was given, with `#n` behind it for the n-th record of an archive; never made absolute. */
  readonly path: string | null;
  /** When the capture was made, from the archive's own record; never evidence of publication, only an upper bound. */
  readonly capturedAt: Instant | null;
}

/** What `acquire` hands on: the page, its bytes, and its text decoded (no other change). */
export interface Capture {
  readonly page: Page;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a line or block of an article can be. A segment is labelled, never deleted. */
export const SEGMENT_KINDS = [
  'headline',
  'body',
  'byline',
  'dateline',
  'caption',
  'credit',
  'clock',
  'related',
  'navigation',
  'promo',
  'legal',
  'other',
] as const;

/** What a line or block of an article is. */
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/**
 * A labelled stretch of the article's text. Segments are in order, do not overlap, and hold every character that is
 * not white space. One segment is one paragraph (or one line); a dateline or credit inside a body paragraph splits it.
 */
export interface Segment {
  readonly kind: SegmentKind;
  readonly article: Span;
  /** Where it stands in the page's decoded text; null when that is not known. */
  readonly page: Span | null;
  readonly rule: RuleId;
}

/**
 * One value of a metadata field with its place and the rule that read it. `rejected` is null for the chosen reading
 * (at most one a field) and otherwise says in a kebab-case word why it was passed over (`crawl-clock`, `updated`, …).
 */
export interface Reading<T> {
  readonly value: T;
  /** Where in the article's text; null when it stood in mark-up, the URL, or an archive's record. */
  readonly at: Span | null;
  /** The string as it was found, with its zone; null when the reading was inferred. */
  readonly raw: string | null;
  readonly rule: RuleId;
  readonly rejected: string | null;
  /** For an inferred reading: the evidence that makes it, each piece with its place. Absent when `at` is all there is. */
  readonly because?: readonly Bound[];
}

/** One piece of evidence on a day of publication: the days that it leaves, and why. */
export interface Bound {
  /** Where in the article's text; null when the capture says so. */
  readonly at: Span | null;
  readonly raw: string;
  readonly rule: RuleId;
  /** What a reader can check it by, e.g. `Prime Minister Mara Holt in office 2014-11-20/2018-05-15`. */
  readonly note: string;
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

/** An EDTF value with its bounds as days; an open or unknown end is null. */
export interface DateRange {
  readonly edtf: Edtf;
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

/** A thing in `knowledge/`, a pack, or met in a text, under the id and name that views show. */
export interface EntityRef {
  readonly id: EntityId;
  readonly name: string;
}

/** An agency whose copy an article carries or credits, with the characters that say so. */
export interface WireRef {
  readonly id: EntityId;
  readonly name: string;
  readonly at: Span | null;
}

/** A page cleaned: its text, every stretch of it labelled, and the metadata that could be read. */
export interface Article {
  readonly id: ArticleId;
  readonly page: PageId;
  /** For plain text the decoded input unchanged; for HTML the serialised text of the page. */
  readonly text: string;
  /** Digest of the text and the cleaner's version; spans bind to it. */
  readonly revision: Digest;
  /** BCP 47 primary tag: `en`, `ru`, `ja`, …; `und` when it could not be told. */
  readonly language: string;
  readonly segments: readonly Segment[];
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: EntityRef | null;
  readonly wires: readonly WireRef[];
  readonly dateline: { readonly place: string; readonly at: Span } | null;
  /** Every reading of the day of publication; the chosen one first. */
  readonly published: readonly Reading<DateRange>[];
  /** The chosen reading of the day of the last update, when the page tells one. */
  readonly updated: Reading<DateRange> | null;
  readonly url: string | null;
}

/** The reading of the day of publication that was chosen, or null. */
export const publishedOf = (article: Article): Reading<DateRange> | null =>
  article.published.find((reading) => reading.rejected === null) ?? null;

/** What makes an article when nothing but its text and segments is known. */
export type BareArticle = Pick<Article, 'page' | 'text' | 'revision' | 'language' | 'segments'>;

/** An article without any metadata: no title, outlet, wire, dateline, day of publication or address. */
export const bareArticle = (of: BareArticle): Article => ({
  id: articleOf(of.page),
  ...of,
  title: null,
  byline: null,
  outlet: null,
  wires: [],
  dateline: null,
  published: [],
  updated: null,
  url: null,
});
