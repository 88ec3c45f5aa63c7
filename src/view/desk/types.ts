/**
 * What the desk (`demarche serve`) shows, as plain data: the shapes that the HTTP interface sends and the web application
 * draws. Days are `YYYY-MM-DD`; spans are half-open, in UTF-16 units of the text they stand beside.
 */
import type { Act, AttributionMode, IssueStance, Outcome, TimeType } from '../../model/annotation.ts';
import type { ArticleId, ClaimId, Day, Digest, Edtf, Instant, PageId, RuleId } from '../../model/brand.ts';
import type { ClaimKind, Difference, EventClaim, Witnesses } from '../../model/claim.ts';
import type { EntityRef, SegmentKind } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';
import type { AccountInContext } from '../cards.ts';
import type { Certainty } from '../certainty.ts';
import type { PassageMark } from '../passage.ts';
import type { RealisMark } from '../timeline.ts';

/**
 * Which clock places a claim. `happened`: when the event happened, or the statement was made. `said`: when the statement
 * was made; for an event, when somebody is quoted as telling of it. `published`: when it was first reported.
 */
export type Clock = 'happened' | 'said' | 'published';

/** A time for show and for drawing. */
export interface Placed {
  readonly edtf: Edtf;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** `15 Dec 2016`, `between 2016 and 2018`. */
  readonly text: string;
  readonly certainty: Certainty;
}

/** How an event stands: `happened` when nothing else is told of it. */
export type Status = 'happened' | RealisMark;

/** The facets of claims, each a parameter of the address. */
export const FACETS = [
  'kind',
  'speaker',
  'party',
  'outlet',
  'via',
  'issue',
  'stance',
  'act',
  'mode',
  'type',
  'status',
  'place',
  'certainty',
  'language',
  'differs',
  'background',
] as const;
/** One facet of claims. */
export type Facet = (typeof FACETS)[number];

/** The values of one facet that are wanted (any of them) and not wanted (none of them). */
export interface FacetFilter {
  readonly in: readonly string[];
  readonly out: readonly string[];
}

/** Orders of a list of claims; each ends in the id. */
export const SORTS = ['time', '-time', 'witnesses', 'speaker', 'published', '-published'] as const;
/** One order. */
export type Sort = (typeof SORTS)[number];

/** What a list of claims was asked for; in the address each facet is a repeated parameter, `-` before a value that is not wanted. */
export interface ClaimListQuery {
  readonly q: string;
  readonly facets: Readonly<Partial<Record<Facet, FacetFilter>>>;
  /** Placed by `clock` within [from, to]; bounds are days. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly clock: Clock;
  /** Only what was reported by this day (its end), counted from the accounts published by then. */
  readonly asOf: Day | null;
  /** Only claims that rest on this article. */
  readonly article: ArticleId | null;
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
}

/** Where the characters of a claim stand, to open the page at them. */
export interface Anchor extends Span {
  readonly article: ArticleId;
  readonly revision: Digest;
}

/** A claim as a row of a list. Fields of the other kind are null. */
export interface DeskRow {
  readonly id: ClaimId;
  readonly kind: ClaimKind;
  readonly times: Readonly<Record<Clock, Placed | null>>;
  /** One line for an event; `Ada Voss said: …` for a statement. */
  readonly label: string;
  readonly parties: readonly EntityRef[];
  /** Statements: who spoke; `id` null when only the words of the source are known. */
  readonly speaker: { readonly id: string | null; readonly name: string } | null;
  readonly behalf: EntityRef | null;
  readonly addressee: string | null;
  readonly act: Act | null;
  readonly mode: AttributionMode | null;
  /** Statements: the fullest wording, white space folded to blanks. */
  readonly wording: string | null;
  readonly language: string | null;
  /** Statements: `Ada Voss → Northern Wire → The Harbour Post`. */
  readonly chain: string | null;
  readonly issues: readonly {
    readonly id: string;
    readonly label: string;
    readonly stance: IssueStance['stance'];
  }[];
  /** Events. */
  readonly type: { readonly id: string; readonly label: string } | null;
  readonly status: Status | null;
  readonly place: string | null;
  readonly background: boolean;
  readonly witnesses: Witnesses;
  /** Slots in which accounts give differing facts (loaded wordings are not among them). */
  readonly differs: readonly string[];
  /** The characters of the first account that has the wording shown; of an event, its first clause. */
  readonly at: Anchor;
  /** The passage that a search hit, with the hits marked; null without a search. */
  readonly hit: { readonly text: string; readonly marks: readonly Span[] } | null;
}

/** One value of a facet with the number of claims that it would give, all other filters holding. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: 'in' | 'out' | null;
}

/** A facet with its commonest values, those chosen always among them. */
export interface FacetCounts {
  readonly facet: Facet;
  readonly values: readonly FacetValue[];
  /** Values that are not listed. */
  readonly more: number;
}

/** How far the record has been read by this server. */
export type DeskState =
  | { readonly kind: 'ready' }
  /** The record holds no page. */
  | { readonly kind: 'empty' }
  /** Claims read so far, of all; null when not known yet. */
  | { readonly kind: 'opening'; readonly done: number; readonly total: number | null }
  /** Pages are held, but none of their claims has been made yet. */
  | { readonly kind: 'unreconciled'; readonly pages: number }
  /** The file is locked, gone or damaged. */
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly message: string;
      readonly hint: string | null;
    };

/** What stands above every list. */
export interface ListHead {
  readonly state: DeskState;
  /** Changes with every change of the record. */
  readonly version: string;
  /** Parameters of the address that mean nothing here, and values that no claim has. */
  readonly unknown: readonly string[];
  /** Rows that match, and rows there are without any filter. */
  readonly total: number;
  readonly of: number;
  readonly offset: number;
  readonly limit: number;
}

/** A page of a list of claims. */
export interface ClaimList extends ListHead {
  readonly query: ClaimListQuery;
  readonly rows: readonly DeskRow[];
  readonly facets: readonly FacetCounts[];
  /** The search in words: `“joint activity” and a word beginning with sover`; null without one. */
  readonly explained: string | null;
  /**
   * When nothing matches: what taking away one filter alone would give, the most first. `value` is as the address has it
   * (`-event` for one not wanted), and empty where all wanted values of a facet go together.
   */
  readonly relax: readonly { readonly parameter: string; readonly value: string; readonly total: number }[];
  /** When `asOf` is set: the day of the first report held, and claims left out since no account of theirs has a day. */
  readonly known: { readonly first: Day | null; readonly undated: number } | null;
}

/** One bar of the strip above the timeline: claims whose time begins in [from, to]. */
export interface StripBin {
  readonly from: Day;
  readonly to: Day;
  readonly statements: number;
  readonly events: number;
}

/** The strip above the timeline: counts under all filters but the window. */
export interface Strip {
  readonly clock: Clock;
  readonly bins: readonly StripBin[];
  readonly span: { readonly from: Day; readonly to: Day } | null;
  /** Stretches without a single claim, long enough to be drawn compressed. */
  readonly gaps: readonly { readonly from: Day; readonly to: Day }[];
  /** Claims that only their pages' bounds place, and claims without any time on this clock. */
  readonly bounded: number;
  readonly undated: number;
  readonly version: string;
}

/** An account of a claim with the way to its characters. */
export interface DeskAccount extends AccountInContext {
  /** Null when the article's present text is not the one cited. */
  readonly at: Anchor | null;
  readonly language: string;
  readonly wording: string | null;
  readonly wires: readonly EntityRef[];
}

/** Ready-made citations of a claim. */
export interface Citations {
  readonly chicago: string;
  readonly bibtex: string;
  /** CSL-JSON, as text. */
  readonly csl: string;
  readonly markdown: string;
}

/** All that is known of a claim. */
export interface ClaimCard {
  readonly row: DeskRow;
  readonly valid: (Placed & { readonly basis: string }) | null;
  readonly confidence: number;
  readonly accounts: readonly DeskAccount[];
  readonly differences: readonly Difference[];
  /** Statements: distinct wordings, the fullest first, with the numbers of the accounts that have them. */
  readonly variants: readonly { readonly wording: string; readonly tellings: readonly number[] }[];
  readonly addressee: string | null;
  readonly venue: string | null;
  readonly participants: EventClaim['participants'];
  readonly object: string | null;
  readonly outcome: Outcome | null;
  /** When this record learnt and changed it, oldest first. */
  readonly versions: readonly { readonly from: Instant; readonly to: Instant | null }[];
  readonly cite: Citations;
  /** Claims told in the same clauses: what a statement tells of, who told of an event. */
  readonly related: readonly DeskRow[];
  readonly version: string;
}

/** A claim that is no longer asserted, or never was. */
export interface GoneClaim {
  readonly id: string;
  /** `closed`: the record held it until `until`; `unknown`: it never did. */
  readonly what: 'closed' | 'unknown';
  readonly until: Instant | null;
  readonly label: string | null;
  /** Its last evidence. */
  readonly exact: readonly { readonly article: ArticleId; readonly text: string }[];
  /** Claims that now cite the same characters. */
  readonly successors: readonly DeskRow[];
}

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

/** What the record holds, with the way to each number. */
export interface Overview {
  readonly state: DeskState;
  readonly version: string;
  readonly dispute: string;
  readonly title: string;
  readonly pack: string | null;
  readonly pages: number;
  readonly texts: number;
  readonly outlets: number;
  readonly statements: number;
  readonly events: number;
  readonly span: { readonly from: Day; readonly to: Day } | null;
  readonly publishedSpan: { readonly from: Day; readonly to: Day } | null;
  /** Pages without a day of their own, pages without even a bound. */
  readonly boundedPages: number;
  readonly undatedPages: number;
  /** Claims that only bounds place, claims without any time. */
  readonly boundedClaims: number;
  readonly undatedClaims: number;
  /** Statements whose speaker is not known. */
  readonly unresolved: number;
  readonly differing: number;
  readonly planned: number;
  readonly failures: number;
  /** Dates that were passed over, by reason. */
  readonly caught: readonly { readonly reason: string; readonly words: string; readonly pages: number }[];
  readonly languages: readonly { readonly language: string; readonly pages: number }[];
  readonly byOutlet: readonly {
    readonly outlet: EntityRef;
    readonly pages: number;
    readonly texts: number;
  }[];
  /** Pages by month of publication; months without any are left out. */
  readonly coverage: readonly { readonly from: Day; readonly to: Day; readonly pages: number }[];
  readonly parties: readonly DeskParty[];
  readonly changed: Instant | null;
}

/** A party of the dispute with the place it has among the marks. */
export interface DeskParty extends EntityRef {
  /** Two or three letters: `RU`, `JP`. */
  readonly tag: string;
  /** Number of its colour slot, from 0; null when there are more parties than slots. */
  readonly slot: number | null;
  readonly claims: number;
}

/** A place on the map. */
export interface MapPlace {
  readonly id: string;
  readonly name: string;
  /** Latitude, longitude. */
  readonly at: readonly [number, number];
  readonly disputed: boolean;
  /** What each side calls it; empty for places that are not disputed. */
  readonly names: readonly {
    readonly party: EntityRef | null;
    readonly language: string;
    readonly name: string;
  }[];
  /** Events that the filters leave there. */
  readonly events: number;
  /** What the claims call it: the values of the facet `place` that these events have. */
  readonly asked: readonly string[];
}

/** The map: places, and how many events have none. */
export interface MapView {
  readonly state: DeskState;
  readonly version: string;
  readonly places: readonly MapPlace[];
  readonly unplaced: number;
  readonly unknownPlaces: readonly { readonly name: string; readonly events: number }[];
}

/** Something one can jump to. */
export interface JumpItem {
  readonly what: 'person' | 'party' | 'outlet' | 'issue' | 'source' | 'statement' | 'event' | 'place';
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

/** What came out of one page of an import. */
export interface JobLine {
  readonly path: string;
  readonly outcome: 'added' | 'known' | 'reread' | 'failed' | 'plain';
  readonly article: ArticleId | null;
  readonly title: string | null;
  readonly published: string | null;
  /** A date that was passed over: `page prints “15 May 2021”: crawl clock`. */
  readonly caught: string | null;
  readonly statements: number;
  readonly events: number;
  readonly message: string | null;
}

/** An import. */
export interface Job {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  /** `3 files`, `pasted text`, `2 addresses`. */
  readonly what: string;
  readonly created: Instant;
  readonly ended: Instant | null;
  readonly step: 'waiting' | 'fetching' | 'pages' | 'claims' | 'over';
  readonly done: number;
  readonly total: number | null;
  /** The last lines, at most 500, oldest first. */
  readonly lines: readonly JobLine[];
  readonly counts: {
    readonly added: number;
    readonly known: number;
    readonly reread: number;
    readonly failed: number;
  };
  /** What changed in the record, once it is over. */
  readonly claims: { readonly added: number; readonly changed: number; readonly closed: number } | null;
  readonly error: { readonly code: string; readonly message: string; readonly hint: string | null } | null;
}

/** The imports of a server since it was started, the newest first. */
export interface JobList {
  /** Whether this server takes imports; a desk opened to read only does not. */
  readonly writable: boolean;
  readonly jobs: readonly Job[];
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

/** An error as RFC 9457 has it, with our code and hint. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly hint: string | null;
}
