/** The record as a whole as the desk shows it, and imports into it, as plain data. */
import type { ArticleId, Day, Instant } from '../../model/brand.ts';
import type { EntityRef } from '../../model/page.ts';
import type { DeskState } from './claim-types.ts';

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
