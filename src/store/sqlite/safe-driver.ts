import { isUtf8 } from 'node:buffer';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type Libsql from 'libsql';
import { recordCorrupt } from '../errors.ts';

/** First characters of a value on its way out: a text, or bytes. */
const TEXT = 't'.charCodeAt(0);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A column whose texts and bytes come out as bytes with a letter before them; numbers and null as they are. */
const marked = (name: string): string => {
  const column = quoted(name);
  return `case typeof(${column}) when 'text' then cast('t' || ${column} as blob) when 'blob' then cast('b' || ${column} as blob) else ${column} end as ${column}`;
};

const unmarked = (value: unknown): unknown => {
  if (!(value instanceof ArrayBuffer)) return value;
  const bytes = Buffer.from(value);
  if (bytes[0] !== TEXT) return new Uint8Array(bytes.subarray(1));
  if (!isUtf8(bytes)) throw recordCorrupt('a text in it is not UTF-8', 'text');
  return bytes.toString('utf8', 1);
};

const unmarkedRow = (row: unknown): unknown =>
  Object.fromEntries(Object.entries(row as object).map(([name, value]) => [name, unmarked(value)]));

const safeStatement = (statement: Libsql.Statement<unknown[]>): SqliteStatement => ({
  reader: true,
  all: (parameters) => statement.all(parameters).map(unmarkedRow),
  run: (parameters) => statement.run(parameters),
  *iterate(parameters) {
    for (const row of statement.iterate(parameters)) yield unmarkedRow(row);
  },
});

/** How many queries are remembered in their marked form. */
const REMEMBERED = 256;

/**
 * The database as the query builder sees it. The driver ends the whole process when a text in the file is not UTF-8,
 * which one flipped bit is enough for, and cuts texts off at a NUL; so every query gets its texts as bytes, and they
 * are decoded here. Bytes come out as `Uint8Array`. @throws DemarcheError `record-corrupt` for a text that is not UTF-8
 */
export const safeDatabase = (database: Libsql.Database): SqliteDatabase => {
  const known = new Map<string, string>();
  const marking = (query: string): string => {
    const found = known.get(query);
    if (found !== undefined) return found;
    const columns = database.prepare(query).columns();
    const safe = `select ${columns.map(({ name }) => marked(name)).join(', ')} from (${query})`;
    if (known.size >= REMEMBERED) known.clear();
    known.set(query, safe);
    return safe;
  };
  return {
    close: () => void database.close(),
    prepare: (query) =>
      /^\s*select\b/i.test(query)
        ? safeStatement(database.prepare(marking(query)))
        : (database.prepare(query) as unknown as SqliteStatement),
  };
};
