/** Claims as the desk shows them, and what lists of them are asked for, as plain data. */
import type { Act, AttributionMode, IssueStance, Outcome } from '../../model/annotation.ts';
import type { ArticleId, ClaimId, Day, Digest, Edtf, Instant } from '../../model/brand.ts';
import type { ClaimKind, Difference, EventClaim, Witnesses } from '../../model/claim.ts';
import type { EntityRef } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';
import type { AccountInContext } from '../cards.ts';
import type { Certainty } from '../certainty.ts';
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
