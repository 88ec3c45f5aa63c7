import { resolve } from 'node:path';
import { Kysely, SqliteDialect, sql } from 'kysely';
import Libsql from 'libsql';
import { fromDriver } from './driver-errors.ts';
import { safeDatabase } from './safe-driver.ts';
import type { Tables } from './tables.ts';

/** Queries over the record's tables. */
export type Db = Kysely<Tables>;

/** How a record file is opened. */
export interface ConnectionOptions {
  /** How long to wait for another writer, in milliseconds. */
  readonly busyTimeoutMs: number;
  /** Refuse every write. */
  readonly readonly: boolean;
  /** The most pages the file may grow to, of 4,096 bytes; null for no bound but the disk's. */
  readonly maxPages: number | null;
}

/** An open record file. One statement runs at a time; whole transactions wait for each other. */
export interface Connection {
  readonly path: string;
  /** Runs `work` in a transaction that sees one state of the record and changes nothing. */
  readonly read: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** Runs `work` in a transaction that holds the write lock from its start; all of it is kept, or nothing. */
  readonly write: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** Runs `work` outside any transaction, for pragmas that need it so. */
  readonly plain: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Runs one statement that yields no rows of interest. */
export const run = async (db: Db, statement: string): Promise<void> => {
  await sql.raw(statement).execute(db);
};

/** The single value that a pragma yields. */
export const pragma = async (db: Db, name: string): Promise<string | number | null> => {
  const { rows } = await sql.raw<Readonly<Record<string, string | number>>>(`pragma ${name}`).execute(db);
  return Object.values(rows[0] ?? {})[0] ?? null;
};

/** Transactions begin and end through `exec`: a prepared `begin` that meets a lock would stay half-run and bar every commit. */
const transact = async <T>(database: Libsql.Database, begin: string, work: () => Promise<T>): Promise<T> => {
  database.exec(begin);
  try {
    const result = await work();
    database.exec('commit');
    return result;
  } catch (error) {
    // After a full disk SQLite has rolled back by itself: then there is nothing left to roll back.
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
};

/**
 * Leaves one file behind, without `-wal` and `-shm` beside it. Another process that has the record open keeps them, which
 * is as good: it tidies up when it closes.
 */
const tidy = async (db: Db): Promise<void> => {
  await run(db, 'pragma busy_timeout = 0');
  await run(db, 'pragma wal_checkpoint(truncate)');
  await run(db, 'pragma journal_mode = delete');
};

const prepare = async (db: Db, options: ConnectionOptions): Promise<void> => {
  await run(db, `pragma busy_timeout = ${options.busyTimeoutMs}`);
  await run(db, 'pragma foreign_keys = on');
  await run(db, 'pragma synchronous = full');
  // A record may come from anywhere: do not trust its schema, and check the cells of every page that is read.
  await run(db, 'pragma trusted_schema = off');
  await run(db, 'pragma cell_size_check = on');
  if (options.readonly) await run(db, 'pragma query_only = on');
  if (options.maxPages !== null) await run(db, `pragma max_page_count = ${options.maxPages}`);
};

/**
 * Opens the file, or makes it when it is not there. The path is made absolute first, so that the driver never takes it
 * for an address on the network. @throws DemarcheError as `fromDriver` has it.
 */
export const connect = async (path: string, options: ConnectionOptions): Promise<Connection> => {
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw fromDriver(error, path);
    }
  };
  const database = await guard(async () => new Libsql(resolve(path)));
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: safeDatabase(database) }) });
  const alone = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    guard(() => db.connection().execute((connection) => work(connection)));
  let closed = false;
  const connection: Connection = {
    path,
    read: (work) => alone((one) => transact(database, 'begin', () => work(one))),
    write: (work) => alone((one) => transact(database, 'begin immediate', () => work(one))),
    plain: alone,
    close: async () => {
      if (closed) return;
      closed = true;
      if (!options.readonly)
        await db
          .connection()
          .execute(tidy)
          .catch(() => undefined);
      await guard(() => db.destroy());
    },
  };
  try {
    await connection.plain((one) => prepare(one, options));
  } catch (error) {
    await connection.close();
    throw error;
  }
  return connection;
};
