import { isUtf8 } from 'node:buffer';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type Libsql from 'libsql';
import { recordCorrupt } from '../errors.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A value with its type (`t`ext, `b`ytes, `n`ull or number) and its length in bytes before it: `t5:claim`. */
const packed = (name: string): string => {
  const column = quoted(name);
  return `case typeof(${column}) when 'text' then 't' when 'blob' then 'b' when 'null' then 'n' else 'i' end || ifnull(octet_length(${column}), 0) || ':' || ifnull(${column}, '')`;
};

/** First characters of a value on its way out, and what parts its length from it. */
const [TEXT, BYTES, NULL, COLON, ZERO] = ['t', 'b', 'n', ':', '0'].map((mark) => mark.charCodeAt(0));

const unpackedValue = (row: Buffer, type: number | undefined, start: number, end: number): unknown => {
  if (type === NULL) return null;
  if (type === BYTES) return new Uint8Array(row.subarray(start, end));
  if (type !== TEXT) return Number(row.toString('latin1', start, end));
  if (!isUtf8(row.subarray(start, end))) throw recordCorrupt('a text in it is not UTF-8', 'text');
  return row.toString('utf8', start, end);
};

/** Takes apart what `packed` made of the columns. */
const unpackedRow = (names: readonly string[], bytes: ArrayBuffer): Readonly<Record<string, unknown>> => {
  const row = Buffer.from(bytes);
  const columns: Record<string, unknown> = {};
  let at = 0;
  for (const name of names) {
    const type = row[at++];
    let length = 0;
    for (; at < row.length && row[at] !== COLON; at++) length = length * 10 + (row[at] ?? 0) - (ZERO ?? 0);
    const start = at + 1;
    at = start + length;
    columns[name] = unpackedValue(row, type, start, at);
  }
  return columns;
};

/** How many statements are kept ready, and how long their text may be: lists of values vary and would crowd them out. */
const KEPT = { statements: 128, characters: 4000 } as const;

/**
 * The database as the query builder sees it. The driver ends the whole process when a text in the file is not UTF-8,
 * which one flipped bit is enough for, and cuts texts off at a NUL; so every query gets its rows as bytes, each row in
 * one piece (a piece for each column takes the driver several times as long), and they are decoded here. Bytes come
 * out as `Uint8Array`. @throws DemarcheError `record-corrupt` for a text that is not UTF-8
 */
export const safeDatabase = (database: Libsql.Database): SqliteDatabase => {
  const kept = new Map<string, SqliteStatement>();
  const prepared = (query: string): SqliteStatement => {
    const plain = database.prepare(query);
    const isQuery = /^\s*select\b/i.test(query);
    const names = isQuery ? plain.columns().map(({ name }) => name) : [];
    const statement = isQuery
      ? database.prepare(`select cast(${names.map(packed).join(' || ')} as blob) as packed from (${query})`)
      : plain;
    const unpacked = (row: unknown): unknown =>
      isQuery ? unpackedRow(names, (row as { readonly packed: ArrayBuffer }).packed) : row;
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
      all: (parameters) => once(() => statement.all(parameters).map(unpacked)),
      run: (parameters) => once(() => statement.run(parameters)),
      *iterate(parameters) {
        for (const row of statement.iterate(parameters)) yield unpacked(row);
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
