import type { ArticleId, Day, PageId } from '../../model/brand.ts';
import type { EventClaim } from '../../model/claim.ts';
import type { RecordInfo } from '../../model/store-port.ts';
import type {
  ClaimCard,
  ClaimList,
  ClaimListQuery,
  DeskRow,
  DeskState,
  GoneClaim,
  Job,
  JumpItem,
  MapView,
  Overview,
  ReaderView,
  SourceList,
  SourceListQuery,
  SourceRow,
  Strip,
} from '../../view/desk/types.ts';

import type { Codes } from '../../view/index.ts';

export type { SourceListQuery } from '../../view/desk/types.ts';

/** Something that happened while the desk was open. */
export type DeskEvent =
  | { readonly kind: 'state'; readonly state: DeskState; readonly version: string }
  | { readonly kind: 'job'; readonly job: Job };

/** An open record as the desk asks of it: every answer is of one state of the record, named by its `version`. */
export interface Desk {
  readonly info: RecordInfo;
  readonly state: () => DeskState;
  readonly version: () => string;
  /** Resolves when the record has been read, or could not be. */
  readonly ready: () => Promise<DeskState>;
  readonly list: (query: ClaimListQuery, unknown?: readonly string[]) => Promise<ClaimList>;
  /** All rows that match, in order, without regard to `offset` and `limit`. */
  readonly rows: (query: ClaimListQuery) => AsyncIterable<DeskRow>;
  /** The events among them as claims, whole, with the codes that exports write beside them. */
  readonly events: (query: ClaimListQuery) => Promise<{
    readonly events: readonly EventClaim[];
    readonly codes: Codes;
  }>;
  readonly strip: (query: ClaimListQuery, bins: number) => Promise<Strip>;
  /** `id` may be the beginning of one, four characters at least. */
  readonly card: (id: string, asOf: Day | null) => Promise<ClaimCard | GoneClaim>;
  readonly sources: (query: SourceListQuery, unknown?: readonly string[]) => Promise<SourceList>;
  readonly sourceRows: (query: SourceListQuery) => AsyncIterable<SourceRow>;
  /** Null when the record does not hold the article, or not in that revision. */
  readonly reader: (article: ArticleId, revision: string | null) => Promise<ReaderView | null>;
  readonly overview: () => Promise<Overview>;
  readonly map: (query: ClaimListQuery) => Promise<MapView>;
  readonly jump: (q: string, limit: number) => Promise<readonly JumpItem[]>;
  /** The bytes of a page with a name for saving them. */
  readonly bytes: (page: PageId) => Promise<{ readonly bytes: Uint8Array; readonly name: string } | null>;
  readonly subscribe: (listener: (event: DeskEvent) => void) => () => void;
  readonly close: () => Promise<void>;
}

/** A file of an import; `name` may hold folders, parted by `/`, and is never trusted as a path. */
export interface JobFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What to import. */
export type JobInput =
  | { readonly kind: 'files'; readonly files: readonly JobFile[] }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly name: string | null;
      readonly url: string | null;
    }
  | { readonly kind: 'addresses'; readonly addresses: readonly string[] };

/** Imports into the record, one at a time, each in a process of its own. */
export interface Jobs {
  readonly list: () => readonly Job[];
  readonly get: (id: string) => Job | null;
  /** @throws DemarcheError `usage` for an input that can be no page, `too-large`. */
  readonly submit: (input: JobInput) => Promise<Job>;
  /** Stops it; what was kept stays, and the same import again goes on there. Null when there is no such job. */
  readonly cancel: (id: string) => Promise<Job | null>;
  readonly subscribe: (listener: (job: Job) => void) => () => void;
  readonly close: () => Promise<void>;
}
