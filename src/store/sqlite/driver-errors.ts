import { DemarcheError, isDemarcheError } from '../../model/error.ts';
import { recordCorrupt } from '../errors.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const RESULT = {
  error: 1,
  perm: 3,
  busy: 5,
  locked: 6,
  nomem: 7,
  readonly: 8,
  ioerr: 10,
  corrupt: 11,
  full: 13,
  cantopen: 14,
  protocol: 15,
  auth: 23,
  format: 24,
  notadb: 26,
} as const;

/** The primary result code of an error of the driver, or null when it is none of the driver's. */
const resultOf = (error: unknown): number | null => {
  if (!(error instanceof Error)) return null;
  if ('rawCode' in error && typeof error.rawCode === 'number') return error.rawCode & 0xff;
  // Errors of opening come as text only: `ConnectionFailed("Unable to open connection to local database …: 14")`.
  const opened = /^ConnectionFailed\(.*: (\d+)"?\)$/s.exec(error.message);
  return opened ? Number(opened[1]) & 0xff : null;
};

/** The record is being written by somebody else for longer than the store waits. */
const recordLocked = (path: string, cause?: unknown): DemarcheError =>
  new DemarcheError('record-locked', `another program is writing to ${path}`, {
    hint: 'wait until it is done (another `demarche add`?) and run the command again; nothing was changed',
    context: { path },
    cause,
  });

/** There is no room for what was to be written. */
const diskFull = (path: string, cause?: unknown): DemarcheError =>
  new DemarcheError('disk-full', `no room left to write ${path}`, {
    hint: 'free some space and run the command again: what was written before is kept, nothing is half written',
    context: { path },
    cause,
  });

/** The file or its folder may not be read or written. */
const permissionDenied = (path: string, cause?: unknown): DemarcheError =>
  new DemarcheError('permission', `may not read or write ${path}`, {
    hint: 'the record and its folder must be writable: check their owner and mode, or copy the record elsewhere',
    context: { path },
    cause,
  });

/** There is nothing at the path. */
const noSuchFile = (path: string, cause?: unknown): DemarcheError =>
  new DemarcheError('not-found', `there is no ${path}`, {
    hint: 'make a record with `demarche init`, or name one with --record',
    context: { path },
    cause,
  });

const BY_RESULT: Readonly<Record<number, (path: string, cause: unknown) => DemarcheError>> = {
  [RESULT.busy]: recordLocked,
  [RESULT.locked]: recordLocked,
  [RESULT.protocol]: recordLocked,
  [RESULT.full]: diskFull,
  [RESULT.perm]: permissionDenied,
  [RESULT.readonly]: permissionDenied,
  [RESULT.cantopen]: permissionDenied,
  [RESULT.auth]: permissionDenied,
};

// All SQL is ours, so a plain "SQL error" (no such table, malformed schema, index file format) is a damaged file.
const DAMAGE: readonly number[] = [RESULT.error, RESULT.corrupt, RESULT.format, RESULT.notadb];

/** What the driver threw, in our words; anything else unchanged. */
export const fromDriver = (error: unknown, path: string): unknown => {
  if (isDemarcheError(error)) return error;
  const result = resultOf(error);
  // A value came out of the file with a type its column cannot have, and was used to look another row up.
  if (error instanceof Error && error.message.startsWith('SQLite3 can only bind'))
    return recordCorrupt(`${path}: a value has another type than its column`, path, error);
  if (result === null) return error;
  const known = BY_RESULT[result];
  if (known) return known(path, error);
  const message = error instanceof Error ? error.message : String(error);
  if (DAMAGE.includes(result)) return recordCorrupt(`${path}: ${message}`, path, error);
  return new DemarcheError('internal', `${path}: ${message}`, {
    ...(result === RESULT.ioerr
      ? { hint: 'the disk reports an error: check it (is a network folder or a removable disk gone?)' }
      : {}),
    context: { path, result },
    cause: error,
  });
};

/** What a call of the file system threw, in our words; anything else unchanged. */
export const fromSystem = (error: unknown, path: string): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return noSuchFile(path, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return permissionDenied(path, error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return diskFull(path, error);
  return error;
};
