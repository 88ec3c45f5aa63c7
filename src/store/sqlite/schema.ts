import { sql } from 'kysely';
import Libsql from 'libsql';
import type { Db } from './connection.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** What the file says its tables, indexes and triggers are. Texts come as bytes, for they may be damaged. */
const SCHEMA = `select cast(type || ' ' || name || ' ' || coalesce(sql, '') as blob) as text
  from sqlite_schema order by name, type`;

interface SchemaRow {
  readonly text: ArrayBuffer | Uint8Array;
}

const schemaText = (rows: readonly SchemaRow[]): string =>
  rows.map(({ text }) => Buffer.from(new Uint8Array(text)).toString('latin1')).join('\n');

let expected: string | null = null;

/** The schema that the migrations make, read back once from an empty database. */
const expectedSchema = (): string => {
  if (expected !== null) return expected;
  const database = new Libsql(':memory:');
  for (const { statements } of MIGRATIONS) for (const statement of statements) database.exec(statement);
  expected = schemaText(database.prepare(SCHEMA).all() as readonly SchemaRow[]);
  database.close();
  return expected;
};

/**
 * Whether the tables are exactly as this program makes them: a flipped bit in a name would send queries astray, and a
 * trigger or view that somebody added could do anything.
 */
export const hasOurSchema = async (db: Db): Promise<boolean> => {
  const { rows } = await sql.raw<SchemaRow>(SCHEMA).execute(db);
  return schemaText(rows) === expectedSchema();
};
