import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DisputeId, Instant } from '../model/brand.ts';
import { disputeId, instant } from '../model/brand.ts';
import { DemarcheError } from '../model/error.ts';
import type { RecordStore } from '../model/store-port.ts';
import { createSqliteRecord, openSqliteRecord } from '../store/index.ts';

/** The ending of record files. */
export const RECORD_ENDING = '.demarche';

/** The clock of the machine: what transaction time is read from. */
export const systemNow = (): Instant => instant(new Date().toISOString());

/** Where a record may be named. */
export interface RecordPlace {
  /** The file as the caller names it. */
  readonly given?: string | undefined;
  /** The file as the environment names it. */
  readonly environment?: string | undefined;
  readonly folder: string;
}

/**
 * The record file to work on: the one given, else the one of the environment, else the only one in the folder.
 * @throws DemarcheError `not-found` when there is none, `usage` when there are several.
 */
export const findRecordFile = async ({ given, environment, folder }: RecordPlace): Promise<string> => {
  if (given !== undefined) return given;
  if (environment !== undefined && environment !== '') return environment;
  const names = (await readdir(folder)).filter((name) => name.endsWith(RECORD_ENDING)).toSorted();
  const [only, ...others] = names;
  if (only === undefined)
    throw new DemarcheError('not-found', `there is no record (*${RECORD_ENDING}) in this folder`, {
      hint: 'make one with `demarche init`, or name one with --record FILE',
    });
  if (others.length > 0)
    throw new DemarcheError('usage', `there are several records in this folder: ${names.join(', ')}`, {
      hint: 'name one with --record FILE or DEMARCHE_RECORD',
    });
  return join(folder, only);
};

/** What a new record is made with. */
export interface NewRecord {
  readonly dispute: string;
  readonly title: string;
  readonly pack: string | null;
}

/**
 * Makes a record file. @throws DemarcheError `record-exists` when the file is there, `usage` when the name is no name of a
 * dispute, `permission` or `disk-full` when it cannot be written.
 */
export const createRecord = async (file: string, record: NewRecord): Promise<RecordStore> =>
  createSqliteRecord(
    file,
    { ...record, dispute: disputeName(record.dispute), schema: 1, created: systemNow() },
    { now: systemNow },
  );

const disputeName = (name: string): DisputeId => {
  try {
    return disputeId(name);
  } catch {
    throw new DemarcheError('usage', `not a name for a dispute: ${JSON.stringify(name)}`, {
      hint: 'use lower-case letters, digits and hyphens, at most 64',
    });
  }
};

/** Opens a record file. @throws DemarcheError with a `record-…` code, `not-a-record`, `not-found` or `permission`. */
export const openRecord = async (
  file: string,
  options: { readonly readonly?: boolean } = {},
): Promise<RecordStore> => openSqliteRecord(file, { now: systemNow, readonly: options.readonly ?? false });
