import { NAME_TYPES, type NameModel, TOKEN_LABELS, type Weights } from './model.ts';
import type { HashTable } from './table.ts';

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

/** Numbers of 32 bits, small end first, whatever the machine's own order. */
const integers = (bytes: Uint8Array): Int32Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: bytes.byteLength >> 2 }, (_, i) => view.getInt32(4 * i, true));
};

const readTable = (bytes: Uint8Array): HashTable => {
  const all = integers(bytes);
  return { keys: all.subarray(0, all.length / 2), values: all.subarray(all.length / 2) };
};

/** Rows are told by the distance to the row before (7 bits a byte, the last without the high bit) and their numbers. */
const readWeights = (bytes: Uint8Array, rows: number, width: number): Weights => {
  const values = new Int8Array(rows * width);
  let row = -1;
  for (let at = 0; at < bytes.length; at += width) {
    let [distance, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at++] ?? 0;
      distance |= (byte & 127) << shift;
      shift += 7;
      if (byte < 128) break;
    }
    row += distance;
    for (let k = 0; k < width; k++) values[row * width + k] = ((bytes[at + k] ?? 0) << 24) >> 24;
  }
  return { rows, width, values };
};

/** The recogniser out of the bytes of its file; null when they are no model of this version. */
export const readNameModel = (bytes: Uint8Array): NameModel | null => {
  const read = readHead(bytes);
  if (read === null || read.head.version !== 1 || read.head.sections.length !== 4) return null;
  const { head } = read;
  const ends = head.sections.map((_, i) => read.end + head.sections.slice(0, i + 1).reduce((a, b) => a + b, 0));
  if (ends[3] !== bytes.length) return null;
  const part = (i: number): Uint8Array => bytes.subarray(i === 0 ? read.end : ends[i - 1], ends[i]);
  return {
    words: readTable(part(0)),
    phrases: readTable(part(1)),
    token: readWeights(part(2), head.rows, TOKEN_LABELS),
    name: readWeights(part(3), head.rows, NAME_TYPES.length),
  };
};
