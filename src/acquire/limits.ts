/** How much `acquire` reads before it refuses, in bytes. */
export interface Limits {
  /** One page, after transfer and content codings are undone. */
  readonly pageBytes: number;
  /** One header block of an archive record or of a MIME part. */
  readonly headerBytes: number;
}

const MIB = 1024 * 1024;

/** 64 MiB a page: forty times the largest news page of the benchmark sets, and little enough for one worker. */
export const DEFAULT_LIMITS: Limits = { pageBytes: 64 * MIB, headerBytes: MIB };

/** `bytes` in MiB, for a message to a person. */
export const inMiB = (bytes: number): string => `${(bytes / MIB).toFixed(bytes < MIB ? 2 : 0)} MiB`;
