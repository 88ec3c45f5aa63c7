import type { ArticleId, ClaimId, DisputeId, Instant, PageId } from './brand.ts';
import type { Citation, Claim, ClaimKind, Version } from './claim.ts';
import type { Extraction } from './extraction.ts';
import type { Span } from './span.ts';

/** What a record says of itself. */
export interface RecordInfo {
  readonly dispute: DisputeId;
  readonly title: string;
  /** Name of the pack the record was made with, or null. */
  readonly pack: string | null;
  readonly schema: number;
  readonly created: Instant;
}

/** A page that could not be read at all: remembered, so that it is neither lost nor retried for ever. */
export interface FailedPage {
  /** Path (with `#n` for a record of an archive) as given. */
  readonly path: string;
  readonly page: PageId | null;
  readonly code: string;
  readonly message: string;
}

/** A claim found by `search`, with the place of the hit in its wording or cited text. */
export interface SearchHit {
  readonly claim: Claim;
  /** The text that was hit, and the spans in it to mark. */
  readonly text: string;
  readonly marks: readonly Span[];
}

/** What to list. All given conditions must hold. Lists are in order of `valid` (unknown last), then id. */
export interface ClaimQuery {
  readonly kind?: ClaimKind;
  /** Entity id of the speaker or of a participant. */
  readonly speaker?: string;
  /** Entity id of the party spoken for, or of a participant's party. */
  readonly party?: string;
  /** Outlet id of at least one telling. */
  readonly outlet?: string;
  /** Valid time overlaps [from, to]; days or EDTF bounds as days. */
  readonly from?: string;
  readonly to?: string;
  /** The record as it stood then (transaction time); now when absent. */
  readonly asOf?: Instant;
}

/** What `applyClaims` did. */
export interface ClaimChanges {
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
  readonly unchanged: number;
}

/** Something `verify` found wrong. An intact record yields none. */
export interface VerifyFinding {
  readonly what:
    | 'page-bytes'
    | 'article-text'
    | 'citation'
    | 'claim'
    | 'annotations'
    | 'search-index'
    | 'file';
  readonly id: string;
  readonly message: string;
}

/** How far `verify` has come. */
export interface VerifyProgress {
  readonly pages: number;
  readonly citations: number;
  readonly claims: number;
}

/**
 * Where a record is kept. One suite (`test/store/contract.ts`) holds for every implementation. Everything that a method
 * has resolved for is on disk. Each method is one transaction. Transaction time (`recorded`) is set here and nowhere
 * else, from the `now` the store was opened with.
 */
export interface RecordStore {
  readonly info: () => Promise<RecordInfo>;

  /** Whether the page is held and was read by this very extractor. */
  readonly hasPage: (page: PageId, extractor: string) => Promise<boolean>;
  /** Keeps a page, its bytes, its article and annotations. The same page again replaces the reading, not the bytes. */
  readonly savePage: (extraction: Extraction, bytes: Uint8Array) => Promise<'added' | 'known' | 'reread'>;
  readonly saveFailure: (failure: FailedPage) => Promise<void>;
  readonly failures: () => Promise<readonly FailedPage[]>;
  /** Every reading held, in order of article id. */
  readonly extractions: () => AsyncIterable<Extraction>;
  readonly extraction: (article: ArticleId) => Promise<Extraction | null>;
  /** The bytes of a page, checked against their digest. @throws DemarcheError `record-corrupt` */
  readonly bytes: (page: PageId) => Promise<Uint8Array | null>;

  /**
   * Makes `claims` the record's present state: new ones get a version, changed ones a new version, missing ones are
   * closed. All or nothing. @throws DemarcheError `citation-broken` when a citation does not hold.
   */
  readonly applyClaims: (claims: readonly Claim[]) => Promise<ClaimChanges>;
  readonly claims: (query: ClaimQuery) => Promise<readonly Claim[]>;
  /** By whole id or an unambiguous beginning of at least four characters. */
  readonly claim: (id: string, asOf?: Instant) => Promise<Claim | null>;
  readonly history: (id: ClaimId) => Promise<readonly Version[]>;
  /** Full-text search over wordings and cited text. Words are joined by AND; "…" is a phrase; a trailing * is a prefix. */
  readonly search: (
    query: string,
    options: ClaimQuery & { readonly limit?: number },
  ) => Promise<readonly SearchHit[]>;

  /** Walks the whole record: digests of bytes, texts and citations, `exact === cover(text, span)`, the search index. */
  readonly verify: (onProgress?: (progress: VerifyProgress) => void) => AsyncIterable<VerifyFinding>;
  readonly close: () => Promise<void>;
}

/** Reads a citation in its place: the text around it. */
export interface ArticleReader {
  readonly extraction: (article: ArticleId) => Promise<Extraction | null>;
}

/** A citation and the article text it stands in. */
export interface CitationInContext {
  readonly citation: Citation;
  readonly text: string;
}
