import { DemarcheError } from '../../model/error.ts';
import type { Connection } from './connection.ts';
import { pragma, run } from './connection.ts';
import type { Migration } from './migrations/migration.ts';

/** Marks a SQLite file as a record of ours (`file` and the header's bytes 68 to 71 show it): `dmrc`. */
export const APPLICATION_ID = 0x646d7263;

/** The version of a file's tables, 0 when it has none yet. */
export const versionOf = (connection: Connection): Promise<number> =>
  connection.plain(async (db) => Number(await pragma(db, 'user_version')));

const recordNewer = (path: string, found: number, known: number): DemarcheError =>
  new DemarcheError(
    'record-newer',
    `${path} was written by a newer demarche (its tables are version ${found})`,
    {
      hint: `this program knows version ${known}: update demarche, then run the command again`,
      context: { path, found, known },
    },
  );

/**
 * Brings the file's tables to the newest version, every step with its version stamp in one transaction. A step that
 * fails leaves the version before it. @throws DemarcheError `record-newer` when the file is ahead of `migrations`.
 */
export const migrate = async (connection: Connection, migrations: readonly Migration[]): Promise<void> => {
  const found = await versionOf(connection);
  if (found > migrations.length) throw recordNewer(connection.path, found, migrations.length);
  for (const { version, statements } of migrations.slice(found))
    await connection.write(async (db) => {
      // Asked again under the write lock: another process may have taken the step in the meantime.
      if (Number(await pragma(db, 'user_version')) >= version) return;
      for (const statement of statements) await run(db, statement);
      await run(db, `pragma user_version = ${version}`);
    });
};
