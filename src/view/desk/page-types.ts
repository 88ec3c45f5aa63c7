/** Pages as the desk shows them, as plain data. */
import type { Act, AttributionMode, TimeHow, TimeType } from '../../model/annotation.ts';
import type { ArticleId, ClaimId, Day, Digest, Edtf, PageId, RuleId } from '../../model/brand.ts';
import type { EntityRef, SegmentKind } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';
import type { Certainty } from '../certainty.ts';
import type { PassageMark } from '../passage.ts';
import type { DeskRow, FacetCounts, FacetFilter, ListHead, Status } from './claim-types.ts';

/** A value that was read as the day of publication, taken or passed over. */
export interface ReadingView {
  readonly text: string;
  readonly edtf: Edtf;
  readonly raw: string | null;
  readonly at: Span | null;
  readonly rule: RuleId;
  /** What the rule looks at, in words. */
  readonly why: string;
  /** Null for the reading that was taken; otherwise `crawl-clock`, `updated`, … and the same in words. */
  readonly rejected: { readonly reason: string; readonly words: string } | null;
  /** The evidence that a bounded day rests on, each piece to be checked; empty for a day that was read. */
  readonly bounds: readonly BoundView[];
}

/** One piece of evidence on a day of publication. */
export interface BoundView {
  readonly raw: string;
  readonly at: Span | null;
  readonly rule: RuleId;
  /** What the rule looks at, in words. */
  readonly why: string;
  /** What it rests on, e.g. `Prime Minister Mara Holt in office 2014-11-20/2018-05-15`. */
  readonly note: string;
}

/** A page as a row of the list of sources. */
export interface SourceRow {
  readonly id: ArticleId;
  readonly page: PageId;
  readonly title: string | null;
  readonly outlet: EntityRef | null;
  readonly wires: readonly EntityRef[];
  readonly byline: string | null;
  readonly language: string;
  readonly published: ReadingView | null;
  readonly dated: Certainty;
  /** Every reading that was passed over. */
  readonly rejected: readonly ReadingView[];
  readonly path: string | null;
  readonly url: string | null;
  readonly mediaType: string;
  readonly statements: number;
  readonly events: number;
  /** Pages that carry the same text, this one among them; its first member's id names the group. */
  readonly group: { readonly id: ArticleId; readonly articles: number } | null;
  /** Folded below the row when copies are folded. */
  readonly copies: readonly SourceRow[];
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** Facets of pages. */
export const SOURCE_FACETS = ['outlet', 'wire', 'language', 'dated', 'caught', 'trouble'] as const;
/** One facet of pages. `caught` is the reason for which a date was passed over (`crawl-clock`). */
export type SourceFacet = (typeof SOURCE_FACETS)[number];

/** What a list of pages was asked for. */
export interface SourceListQuery {
  /** Words of title, outlet, byline, path or address; all must be there. */
  readonly q: string;
  readonly facets: Readonly<Partial<Record<SourceFacet, FacetFilter>>>;
  /** Published (possibly) within [from, to]. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Show copies of one text below their first page. */
  readonly fold: boolean;
  readonly sort: 'published' | '-published' | 'outlet' | 'statements';
  readonly offset: number;
  readonly limit: number;
}

/** A page of the list of sources. `total` and `of` count pages; `texts` counts copies once. */
export interface SourceList extends ListHead {
  readonly q: string;
  readonly fold: boolean;
  readonly texts: number;
  readonly rows: readonly SourceRow[];
  readonly facets: readonly (Omit<FacetCounts, 'facet'> & { readonly facet: SourceFacet })[];
  readonly failures: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

/** A stretch of the reader's text with its label and the rule that gave it, in words. */
export interface SegmentView extends Span {
  readonly kind: SegmentKind;
  readonly rule: RuleId;
  readonly why: string;
}

/** An attribution as the reader shows it. */
export interface AttributionView {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly mode: AttributionMode;
  readonly act: Act;
  readonly nested: boolean;
  readonly speaker: EntityRef | null;
  readonly party: EntityRef | null;
  readonly via: readonly EntityRef[];
  readonly addressee: string | null;
  readonly said: string | null;
  readonly rule: RuleId;
  readonly confidence: number;
  /** The claim it became, when it did. */
  readonly claim: ClaimId | null;
}

/** An expression of time as the reader shows it. */
export interface TimeView {
  readonly span: Span;
  readonly type: TimeType;
  readonly value: string;
  /** `1 Sep 2016`; the value itself when it has no calendar form. */
  readonly text: string;
  /** `counted from the day of publication, 2 Sep 2016`. */
  readonly anchor: string;
  /** How its days were told; null in records read before this was kept. */
  readonly how: TimeHow | null;
  /** What else it can mean, the likeliest first, each with its share of 1; empty without doubt. */
  readonly others: readonly { readonly text: string; readonly weight: number }[];
  /** The stretch of which it is one end: `15–16 Dec 2016`. */
  readonly stretch: string | null;
  readonly rule: RuleId;
}

/** An event mention as the reader shows it. */
export interface EventView {
  readonly trigger: Span;
  readonly span: Span;
  readonly type: { readonly id: string; readonly label: string };
  readonly status: Status;
  readonly background: boolean;
  readonly when: string | null;
  readonly rule: RuleId;
  readonly claim: ClaimId | null;
}

/** A page to read. */
export interface ReaderView {
  readonly source: SourceRow;
  readonly revision: Digest;
  /** Whether this is the present text; an older revision has no annotations. */
  readonly isPresent: boolean;
  readonly revisions: readonly Digest[];
  readonly text: string;
  readonly segments: readonly SegmentView[];
  readonly attributions: readonly AttributionView[];
  readonly times: readonly TimeView[];
  readonly events: readonly EventView[];
  readonly framing: readonly {
    readonly span: Span;
    readonly concept: string;
    readonly neutral: string;
    readonly wording: string;
  }[];
  /** The claims that cite this text, with the spans cited and their roles. */
  readonly cited: readonly { readonly claim: DeskRow; readonly marks: readonly PassageMark[] }[];
  /** Pages that carry the same text. */
  readonly copies: readonly SourceRow[];
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
  readonly version: string;
}
