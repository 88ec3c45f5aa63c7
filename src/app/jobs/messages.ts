import type { Job, JobLine } from '../../view/desk/types.ts';

/** What the process that adds pages is told, once. */
export interface AddSetup {
  readonly recordFile: string;
  /** Name or path of the pack; the one that the record names when absent. */
  readonly pack?: string | null;
  /** The folder that holds the files of the import. */
  readonly spool: string;
  /** Names in `spool`, in order: files, and folders to be walked. */
  readonly entries: readonly string[];
  /** The number of files in all. */
  readonly files: number;
  /** The address of the only page, when it is known. */
  readonly url: string | null;
  readonly addresses: readonly string[];
  readonly allowPrivate: boolean;
  /** How long to wait for another writer, in milliseconds. */
  readonly lockWaitMs: number;
  /** The most threads that read pages; as many as there are cores when null. */
  readonly threads: number | null;
}

/** What the process that adds pages tells. */
export type AddMessage =
  /** Ready for its `AddSetup`. */
  | { readonly type: 'ready' }
  /** How many files are pages to read; the others are passed over. */
  | { readonly type: 'found'; readonly pages: number; readonly passedOver: number }
  | { readonly type: 'step'; readonly step: Job['step'] }
  | { readonly type: 'page'; readonly kind: keyof Job['counts']; readonly line: JobLine }
  | { readonly type: 'over'; readonly claims: NonNullable<Job['claims']> }
  | { readonly type: 'failed'; readonly error: NonNullable<Job['error']> };
