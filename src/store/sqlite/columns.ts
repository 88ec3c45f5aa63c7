import { hash } from 'node:crypto';
import { recordCorrupt } from '../errors.ts';
import type { FreeText } from './tables.ts';

/** sha256 of bytes, or of a text in UTF-8, 64 lower-case hexadecimal digits. */
export const sha256 = (data: Uint8Array | string): string => hash('sha256', data, 'hex');

// With the flag `u` a surrogate is met only where its other half is missing.
const LOST_IN_TEXT = /[\0\p{Surrogate}]/u;

/**
 * `text` as a column holds it. SQLite's TEXT is UTF-8 and the driver ends it at the first NUL: a text with a NUL or with
 * half a surrogate pair goes in as the bytes of its UTF-16 units instead, so that every text comes back as it was.
 */
export const toColumn = (text: string): FreeText =>
  LOST_IN_TEXT.test(text) ? Buffer.from(text, 'utf16le') : text;

/** The text that `toColumn` put there. */
export const fromColumn = (value: FreeText): string =>
  typeof value === 'string' ? value : Buffer.from(value).toString('utf16le');

/** `toColumn` for a text that may be absent. */
export const toColumnOrNull = (text: string | null): FreeText | null =>
  text === null ? null : toColumn(text);
/** `fromColumn` for a text that may be absent. */
export const fromColumnOrNull = (value: FreeText | null): string | null =>
  value === null ? null : fromColumn(value);

type Value = string | number | null | Uint8Array;
type Sealed = { readonly row_sha256: string };

const plain = (value: Value | undefined): string | number | null | { readonly blob: string } =>
  value instanceof Uint8Array ? { blob: Buffer.from(value).toString('hex') } : (value ?? null);

/** The digest of a row: of its table's name and all its columns but `row_sha256` and `bytes`, types told apart. */
const rowDigest = (table: string, row: object): string => {
  const columns = row as Readonly<Record<string, Value>>;
  const values: unknown[] = [table];
  for (const name of Object.keys(row).sort())
    if (name !== 'row_sha256' && name !== 'bytes') values.push(name, plain(columns[name]));
  return sha256(JSON.stringify(values));
};

/** The row with its digest. */
export const seal = <R extends object>(table: string, row: R): R & Sealed => ({
  ...row,
  row_sha256: rowDigest(table, row),
});

/** Whether the row is as it was sealed. The row must have every column but `bytes`. */
export const isIntact = (table: string, row: Sealed): boolean => rowDigest(table, row) === row.row_sha256;

/** The row, when it is as it was sealed. @throws DemarcheError `record-corrupt` */
export const intact = <R extends Sealed>(table: string, id: string, row: R): R => {
  if (!isIntact(table, row)) throw recordCorrupt(`${table} ${id} does not match its digest`, id);
  return row;
};
