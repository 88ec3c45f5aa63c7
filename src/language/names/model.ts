import type { HashTable } from './table.ts';

/** What the recogniser tells names apart as. */
export const NAME_TYPES = ['PER', 'ORG', 'PLACE', 'OTHER'] as const;

/** A type of name: person, organisation, place, or another thing with a name (an election, a war, a law). */
export type NameType = (typeof NAME_TYPES)[number];

/** Labels of a token: outside, first of a name of a type, further in it. */
export const TOKEN_LABELS: number = 1 + 2 * NAME_TYPES.length;

/** The longest name in tokens. */
export const MAX_NAME = 10;

/** Which rows there are when most are empty: a bit a row, and for each 32 rows how many lie before them. */
export interface Rank {
  readonly bits: Int32Array;
  readonly before: Int32Array;
}

/**
 * Rows of weights, `width` numbers a row; a feature picks the row by its hash. The number of rows is a power of two. With a
 * `rank`, `values` holds the rows that are not empty, one after the other: small enough to stay in the processor's cache.
 */
export interface Weights {
  readonly rows: number;
  readonly width: number;
  readonly values: Int16Array | Float32Array;
  readonly rank: Rank | null;
}

/** Where in `values` the row of a hash begins, or -1 for an empty row. */
export const rowOf = ({ rows, width, rank }: Weights, hash: number): number => {
  const row = hash & (rows - 1);
  if (rank === null) return row * width;
  const bits = rank.bits[row >> 5] as number;
  const bit = 1 << (row & 31);
  return (bits & bit) === 0 ? -1 : ((rank.before[row >> 5] as number) + ones(bits & (bit - 1))) * width;
};

/** How many bits are set. */
export const ones = (bits: number): number => {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/**
 * The recogniser of names: weights of what tokens, whole names and neighbouring names look like, and the words and names it
 * knows by heart.
 */
export interface NameModel {
  readonly token: Weights;
  readonly name: Weights;
  readonly words: HashTable;
  readonly phrases: HashTable;
}
