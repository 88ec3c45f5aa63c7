import type { HashTable } from './table.ts';

/** What the recogniser tells names apart as. */
export const NAME_TYPES = ['PER', 'ORG', 'PLACE', 'OTHER'] as const;

/** A type of name: person, organisation, place, or another thing with a name (an election, a war, a law). */
export type NameType = (typeof NAME_TYPES)[number];

/** Labels of a token: outside, first of a name of a type, further in it. */
export const TOKEN_LABELS: number = 1 + 2 * NAME_TYPES.length;

/** The longest name in tokens. */
export const MAX_NAME = 10;

/** Rows of weights, `width` numbers a row; a feature picks the row by its hash. The number of rows is a power of two. */
export interface Weights {
  readonly rows: number;
  readonly width: number;
  readonly values: Int8Array | Int16Array | Float32Array;
}

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
