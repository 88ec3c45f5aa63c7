import { DEFAULT_LIMITS } from '../../acquire/index.ts';

/** How much one import may hold. */
export interface JobLimits {
  readonly files: number;
  /** Bytes of all files of one import. */
  readonly jobBytes: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  readonly addresses: number;
  /** Imports that may wait. */
  readonly queued: number;
}

/** 10,000 files, 200 MiB an import, 64 MiB a file (the largest page that is read), 1,000 addresses, 20 imports waiting. */
export const JOB_LIMITS: JobLimits = {
  files: 10_000,
  jobBytes: 200 * 1024 * 1024,
  fileBytes: DEFAULT_LIMITS.pageBytes,
  addresses: 1_000,
  queued: 20,
};

/** The most lines of an import that are kept; the counts go on. */
export const KEPT_LINES = 500;
