import type { Instant } from '../../model/brand.ts';
import { DemarcheError } from '../../model/error.ts';
import type { RecordInfo, RecordStore } from '../../model/store-port.ts';
import { recordCorrupt } from '../errors.ts';
import type { Connection } from './connection.ts';
import { connect, pragma } from './connection.ts';
import { createRecordFile } from './create.ts';
import { checkRecordFile } from './file.ts';
import { readInfo } from './meta.ts';
import { migrate, versionOf } from './migrate.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations/index.ts';
import { hasOurSchema } from './schema.ts';
import { recordStore } from './store.ts';

/** How a record file is opened. */
export interface SqliteOptions {
  /** The clock that transaction time is read from. */
  readonly now: () => Instant;
  /** Refuse every write, and do not bring an older record up to date. Default false. */
  readonly readonly?: boolean;
  /** How long to wait for another writer before `record-locked`, in milliseconds. Default 5,000. */
  readonly busyTimeoutMs?: number;
  /** The most pages of 4,096 bytes that the file may grow to before `disk-full`. Default: the disk's room. */
  readonly maxPages?: number;
}

const BUSY_TIMEOUT_MS = 5000;

const ready = async (connection: Connection, readonly: boolean): Promise<RecordInfo> => {
  const version = await versionOf(connection);
  if (readonly && version < SCHEMA_VERSION)
    throw new DemarcheError(
      'permission',
      `${connection.path} is of an earlier version and open for reading only`,
      {
        hint: 'open it once for writing, with `demarche add`, to bring it up to date',
        context: { path: connection.path, version },
      },
    );
  if (!readonly) await connection.plain((db) => pragma(db, 'journal_mode = wal'));
  await migrate(connection, MIGRATIONS);
  if (!(await connection.read(hasOurSchema)))
    throw recordCorrupt(
      `the tables of ${connection.path} are not as this program makes them`,
      connection.path,
    );
  return connection.read((db) => readInfo(db, SCHEMA_VERSION));
};

/**
 * Opens a record file. An older one is brought up to date.
 * @throws DemarcheError `not-found`, `not-a-record`, `record-newer`, `record-locked`, `record-corrupt`, `permission`, `disk-full`
 */
export const openSqliteRecord = async (path: string, options: SqliteOptions): Promise<RecordStore> => {
  await checkRecordFile(path);
  const readonly = options.readonly ?? false;
  const connection = await connect(path, {
    busyTimeoutMs: options.busyTimeoutMs ?? BUSY_TIMEOUT_MS,
    readonly,
    maxPages: options.maxPages ?? null,
  });
  try {
    return recordStore(connection, await ready(connection, readonly), options.now);
  } catch (error) {
    await connection.close();
    throw error;
  }
};

/**
 * Makes an empty record file and opens it. `info.schema` is not looked at: a new record has the newest tables.
 * @throws DemarcheError `record-exists`, `not-found` (no such folder), `permission`, `disk-full`
 */
export const createSqliteRecord = async (
  path: string,
  info: RecordInfo,
  options: SqliteOptions,
): Promise<RecordStore> => {
  await createRecordFile(path, info);
  return openSqliteRecord(path, options);
};
