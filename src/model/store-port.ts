import type { ArticleId, ClaimId, Digest, DisputeId, Instant, PageId } from './brand.ts';
import type { Claim, ClaimKind, EventClaim, Statement, Version } from './claim.ts';
import type { Extraction } from './extraction.ts';
import type { Article, Page } from './page.ts';
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

/**
 * A claim found by `search`. `text` is the passage (its wording or label, or one of its cited texts) that has the most of
 * what was looked for.
 */
export interface SearchHit {
  readonly claim: Claim;
  /** The text that was hit, and the spans in it to mark. */
  readonly text: string;
  readonly marks: readonly Span[];
}

/**
 * What to list. All given conditions must hold. Lists are in order of `valid`: by the first day it may have been (the last
 * one when the beginning is open), then by the last (an open end after a closed one), then by id; unknown times last.
 */
export interface ClaimQuery {
  readonly kind?: ClaimKind;
  /** Entity id of the speaker or of a participant. */
  readonly speaker?: string;
  /** Entity id of the party spoken for, or of a participant's party. */
  readonly party?: string;
  /** Outlet id of at least one telling. */
  readonly outlet?: string;
  /**
   * Valid time overlaps [from, to], both ends included. `YYYY-MM-DD`, or a year or month, which stand for their first day
   * in `from` and their last in `to`; anything else is a `usage` error. Claims of unknown time do not overlap.
   */
  readonly from?: string;
  readonly to?: string;
  /** Only these claims. */
  readonly ids?: readonly ClaimId[];
  /** The record as it stood then (transaction time); now when absent. */
  readonly asOf?: Instant;
}

/** A claim without its evidence, as lists and counts need it. */
export type ClaimHead = Omit<Statement, 'evidence'> | Omit<EventClaim, 'evidence'>;

/** A present claim without its evidence; `from` is when this version was recorded. */
export interface VersionHead {
  readonly claim: ClaimHead;
  readonly from: Instant;
}

/** The evidence of a present claim; `from` is when this version was recorded. */
export interface VersionEvidence {
  readonly id: ClaimId;
  readonly from: Instant;
  readonly evidence: Claim['evidence'];
}

/** A page and its article without text and annotations. */
export interface ArticleHead {
  readonly page: Page;
  readonly article: Omit<Article, 'text'>;
  readonly error: Extraction['error'];
}

/** One revision of an article's text. */
export interface ArticleText {
  readonly article: ArticleId;
  readonly revision: Digest;
  readonly text: string;
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
  /**
   * Keeps a page, its bytes, its article and annotations. The same page by the same extractor is `known` and changes
   * nothing; by another extractor it is `reread`: the reading is replaced, the bytes are not, and the old text stays for
   * the versions that cite it. A failure kept for the page's path ends. @throws DemarcheError `internal` when the bytes
   * are not those of the page.
   */
  readonly savePage: (extraction: Extraction, bytes: Uint8Array) => Promise<'added' | 'known' | 'reread'>;
  /** Remembers a page that could not be read; the last word on a path stands. */
  readonly saveFailure: (failure: FailedPage) => Promise<void>;
  /** In order of path. */
  readonly failures: () => Promise<readonly FailedPage[]>;
  /** Every reading held, in order of article id. */
  readonly extractions: () => AsyncIterable<Extraction>;
  readonly extraction: (article: ArticleId) => Promise<Extraction | null>;
  /** The bytes of a page, checked against their digest. @throws DemarcheError `record-corrupt` */
  readonly bytes: (page: PageId) => Promise<Uint8Array | null>;

  /**
   * Makes `claims` the record's present state: new ones get a version, changed ones a new version, missing ones are
   * closed. All or nothing. Every citation must hold in the present revision of its article, which must be held.
   * @throws DemarcheError `citation-broken` when one does not.
   */
  readonly applyClaims: (claims: readonly Claim[]) => Promise<ClaimChanges>;
  /** Every citation is checked again. @throws DemarcheError `record-corrupt`, naming the claim */
  readonly claims: (query: ClaimQuery) => Promise<readonly Claim[]>;
  /**
   * By whole id or an unambiguous beginning of at least four characters; null when there is none.
   * @throws DemarcheError `claim-unknown` when several begin so (`context.candidates`, parted by blanks), or it is too short.
   */
  readonly claim: (id: string, asOf?: Instant) => Promise<Claim | null>;
  /** Every version of a claim, oldest first. */
  readonly history: (id: ClaimId) => Promise<readonly Version[]>;
  /**
   * Full-text search over wordings and cited text. Words are joined by AND over all passages of a claim; "…" is a phrase
   * within one; a trailing * is a prefix. Case and accents do not count; Han and kana are words of one character. In the
   * order of lists; `limit` cuts afterwards.
   */
  readonly search: (
    query: string,
    options: ClaimQuery & { readonly limit?: number },
  ) => Promise<readonly SearchHit[]>;

  /**
   * A token that is another whenever the record has changed, whoever changed it (and now and then when nothing has);
   * cheap, and of use only to compare with one got from the same open store.
   */
  readonly change: () => Promise<string>;
  /**
   * The present claims without their evidence, in batches, each checked against its row's digest; in no certain order.
   * The record may change between two batches, and what then comes or goes is met or missed: compare `change` before
   * and after. @throws DemarcheError `record-corrupt`
   */
  readonly heads: () => AsyncIterable<readonly VersionHead[]>;
  /**
   * The evidence of the present claims, in batches, in order of id, for knowing where characters stand. It is not checked
   * against digests and texts: whoever shows the characters reads the claim itself.
   */
  readonly evidence: () => AsyncIterable<readonly VersionEvidence[]>;
  /** The number of present claims, and of pages held. */
  readonly counts: () => Promise<{ readonly claims: number; readonly pages: number }>;
  /**
   * Pages and articles without texts and annotations, in batches, in order of article id. Pages are checked against
   * their digests; of an article only that it is the one it should be, for its digest covers the annotations too: read
   * its `extraction` to be sure. @throws DemarcheError `record-corrupt`
   */
  readonly articleHeads: () => AsyncIterable<readonly ArticleHead[]>;
  /** Ids of the present claims that `search` would find, without reading them; in no certain order. */
  readonly searchIds: (query: string) => Promise<readonly ClaimId[]>;
  /** Ids of the present claims that cite the article, in any revision. */
  readonly citing: (article: ArticleId) => Promise<readonly ClaimId[]>;
  /** One revision of an article's text, by whole digest or its first characters (8 at least); null when it is not held. */
  readonly articleText: (article: ArticleId, revision: string) => Promise<ArticleText | null>;
  /** The revisions of an article's text that are held, the present one first, then those kept last. */
  readonly revisions: (article: ArticleId) => Promise<readonly Digest[]>;

  /** Walks the whole record: digests of bytes, texts and citations, `exact === cover(text, span)`, the search index. */
  readonly verify: (onProgress?: (progress: VerifyProgress) => void) => AsyncIterable<VerifyFinding>;
  readonly close: () => Promise<void>;
}

/** Reads a citation in its place: the text around it. */
export interface ArticleReader {
  readonly extraction: (article: ArticleId) => Promise<Extraction | null>;
}
