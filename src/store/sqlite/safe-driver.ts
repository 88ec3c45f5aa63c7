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

const asItIs = (row: unknown): unknown => row;

/** How many statements are kept ready, and how long their text may be: lists of values vary and would crowd them out. */
const KEPT = { statements: 128, characters: 4000 } as const;

/**
 * The database as the query builder sees it. The driver ends the whole process when a text in the file is not UTF-8,
 * which one flipped bit is enough for, and cuts texts off at a NUL; so every query gets its texts as bytes, and they
 * are decoded here. Bytes come out as `Uint8Array`. @throws DemarcheError `record-corrupt` for a text that is not UTF-8
 */
export const safeDatabase = (database: Libsql.Database): SqliteDatabase => {
  const kept = new Map<string, SqliteStatement>();
  const prepared = (query: string): SqliteStatement => {
    const plain = database.prepare(query);
    const isQuery = /^\s*select\b/i.test(query);
    const columns = isQuery ? plain.columns().map(({ name }) => marked(name)) : [];
    const statement = isQuery ? database.prepare(`select ${columns.join(', ')} from (${query})`) : plain;
    // A statement that failed may be left half-run: it is not used again.
    const once = <T>(work: () => T): T => {
      try {
        return work();
      } catch (error) {
        kept.delete(query);
        throw error;
      }
    };
    return {
      reader: statement.reader,
      all: (parameters) => once(() => statement.all(parameters).map(isQuery ? unmarkedRow : asItIs)),
      run: (parameters) => once(() => statement.run(parameters)),
      *iterate(parameters) {
        for (const row of statement.iterate(parameters)) yield isQuery ? unmarkedRow(row) : row;
      },
    };
  };
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (query) => {
      const known = kept.get(query);
      if (known) return known;
      const statement = prepared(query);
      if (kept.size >= KEPT.statements) kept.clear();
      if (query.length <= KEPT.characters) kept.set(query, statement);
      return statement;
    },
  };
};
