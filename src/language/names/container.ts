import { NAME_TYPES, type NameModel, ones, TOKEN_LABELS, type Weights } from './model.ts';
import { type HashTable, tableOfLists } from './table.ts';

/** The first bytes of a model file. */
export const MAGIC = 'DMNAMES1';

/** What the head of a model file tells. */
export interface ModelHead {
  readonly name: string;
  readonly version: number;
  readonly licence: string;
  readonly provenance: Readonly<Record<string, unknown>>;
  readonly scores: Readonly<Record<string, number>>;
  readonly rows: number;
  /** Lengths of the sections that follow, in bytes: words, phrases, token weights, name weights. */
  readonly sections: readonly number[];
}

/** Reads the head of a model file; null when it is none. */
export const readHead = (bytes: Uint8Array): { readonly head: ModelHead; readonly end: number } | null => {
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = MAGIC.length + 4;
  const end = from + view.getUint32(MAGIC.length, true);
  if (end > bytes.length) return null;
  try {
    return { head: JSON.parse(text.decode(bytes.subarray(from, end))) as ModelHead, end };
  } catch {
    return null;
  }
};

/** A place in bytes that moves on as numbers are read. */
interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** A whole number from 0 in groups of 7 bits, the lowest first; all groups but the last have the high bit. */
const readNumber = (cursor: Cursor): number => {
  let number = 0;
  let unit = 1;
  for (;;) {
    const byte = cursor.bytes[cursor.at++] ?? 0;
    number += (byte & 127) * unit;
    unit *= 128;
    if (byte < 128) return number;
  }
};

/** Hashes in rising order, each as its distance to the one before, with its number behind it. */
const readTable = (bytes: Uint8Array): HashTable => {
  const cursor: Cursor = { bytes, at: 0 };
  // An entry has two numbers, and a number has a byte at least.
  const hashes = new Int32Array(bytes.length >> 1);
  const values = new Int32Array(bytes.length >> 1);
  let count = 0;
  let hash = 0;
  while (cursor.at < bytes.length) {
    hash += readNumber(cursor);
    hashes[count] = hash | 0;
    values[count++] = readNumber(cursor) | 0;
  }
  return tableOfLists(hashes.subarray(0, count), values);
};

/** Rows that are not all zero: the distance to the row before, then its numbers, the sign in the lowest bit. */
const readWeights = (bytes: Uint8Array, rows: number, width: number): Weights => {
  const bits = new Int32Array(rows >> 5);
  // A number has a byte at least; the last row of damaged bytes may end beyond them.
  const values = new Int16Array(bytes.length + width);
  let count = 0;
  const cursor: Cursor = { bytes, at: 0 };
  let row = -1;
  while (cursor.at < bytes.length) {
    row += readNumber(cursor);
    if (row >= rows) break;
    bits[row >> 5] = (bits[row >> 5] ?? 0) | (1 << (row & 31));
    for (let k = 0; k < width; k++) {
      const number = readNumber(cursor);
      values[count++] = number & 1 ? -((number + 1) / 2) : number / 2;
    }
  }
  return { rows, width, values: values.slice(0, count), rank: { bits, before: countsBefore(bits) } };
};

/** For each word of bits how many are set in all words before it. */
const countsBefore = (bits: Int32Array): Int32Array => {
  const before = new Int32Array(bits.length);
  for (let i = 1; i < bits.length; i++) before[i] = (before[i - 1] ?? 0) + ones(bits[i - 1] ?? 0);
  return before;
};

/** The recogniser out of the bytes of its file; null when they are no model of this version. */
export const readNameModel = (bytes: Uint8Array): NameModel | null => {
  const read = readHead(bytes);
  if (read === null || read.head.version !== 1 || read.head.sections.length !== 4) return null;
  const { head } = read;
  const ends = head.sections.map(
    (_, i) => read.end + head.sections.slice(0, i + 1).reduce((a, b) => a + b, 0),
  );
  if (ends[3] !== bytes.length) return null;
  const part = (i: number): Uint8Array => bytes.subarray(i === 0 ? read.end : ends[i - 1], ends[i]);
  return {
    words: readTable(part(0)),
    phrases: readTable(part(1)),
    token: readWeights(part(2), head.rows, TOKEN_LABELS),
    name: readWeights(part(3), head.rows, NAME_TYPES.length),
  };
};
