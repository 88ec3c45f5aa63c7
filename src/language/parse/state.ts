import { spread } from '../words/hash.ts';

/** The moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). */
export const SHIFT = 0;
/** The top of the stack becomes a dependent of the first word of the buffer. */
export const LEFT = 1;
/** The top of the stack becomes a dependent of the word below it. */
export const RIGHT = 2;

/**
 * A sentence while it is parsed: words 0 to n-1, the root as word n at the end of the buffer, and a word n+1 that stands for
 * "none", so that looking at a missing word needs no question. All arrays are used again for the next sentence.
 */
export interface ParseState {
  count: number;
  none: number;
  /** First word of the buffer. */
  front: number;
  depth: number;
  stack: Int32Array;
  heads: Int32Array;
  labels: Uint8Array;
  /** Leftmost and second leftmost, rightmost and second rightmost dependents. */
  left1: Int32Array;
  left2: Int32Array;
  right1: Int32Array;
  right2: Int32Array;
  leftCount: Uint8Array;
  rightCount: Uint8Array;
  /** A bit for each label (by its number modulo 32) among the dependents on one side. */
  leftLabels: Int32Array;
  rightLabels: Int32Array;
  /** Hashes of the words, and their two tags spread over 32 bits. */
  words: Int32Array;
  tags: Int32Array;
  fine: Int32Array;
  suffixes: Int32Array;
  stems: Int32Array;
  /** What the words' features say, as in `src/language/tag/morph.ts`; 0 where the language's fine tags are no features. */
  morph: Int32Array;
  /** Numbers of the words' universal tags, to look up which labels an arc may have. */
  upos: Uint8Array;
}

/** Makes a state with room for `size` words. */
export const createState = (size = 256): ParseState => {
  const ints = (): Int32Array => new Int32Array(size + 2);
  return {
    count: 0,
    none: 1,
    front: 0,
    depth: 0,
    stack: ints(),
    heads: ints(),
    labels: new Uint8Array(size + 2),
    left1: ints(),
    left2: ints(),
    right1: ints(),
    right2: ints(),
    leftCount: new Uint8Array(size + 2),
    rightCount: new Uint8Array(size + 2),
    leftLabels: ints(),
    rightLabels: ints(),
    words: ints(),
    tags: ints(),
    fine: ints(),
    suffixes: ints(),
    stems: ints(),
    morph: ints(),
    upos: new Uint8Array(size + 2),
  };
};

const ROOT_MARK = spread(1, 70);
const NONE_MARK = spread(2, 70);

/** Empties the stack and forgets all arcs; the words are set by the caller before, those of root and none here. */
export const begin = (state: ParseState, count: number): void => {
  const none = count + 1;
  state.count = count;
  state.none = none;
  state.front = 0;
  state.depth = 0;
  for (const links of [state.left1, state.left2, state.right1, state.right2]) links.fill(none, 0, none + 1);
  state.heads.fill(-1, 0, none + 1);
  for (const small of [state.labels, state.leftCount, state.rightCount]) small.fill(0, 0, none + 1);
  state.leftLabels.fill(0, 0, none + 1);
  state.rightLabels.fill(0, 0, none + 1);
  for (const marks of [state.words, state.tags, state.fine, state.suffixes, state.stems]) {
    marks[count] = ROOT_MARK;
    marks[none] = NONE_MARK;
  }
  state.morph[count] = 0;
  state.morph[none] = 0;
};

/** Whether all words have a head. */
export const isDone = (state: ParseState): boolean => state.front === state.count && state.depth === 0;

/** The moves that are allowed, as bits 1 << move. */
export const allowed = ({ front, count, depth }: ParseState): number => {
  const atRoot = front === count;
  let moves = atRoot ? 0 : 1 << SHIFT;
  // One word alone hangs on the root: the last on the stack.
  if (depth > 0 && (!atRoot || depth === 1)) moves |= 1 << LEFT;
  if (depth > 1) moves |= 1 << RIGHT;
  return moves;
};

/** Moves the first word of the buffer to the stack. */
export const shift = (state: ParseState): void => {
  state.stack[state.depth++] = state.front++;
};

/** Hangs the top of the stack on the first word of the buffer. */
export const arcLeft = (state: ParseState, label: number): void => {
  const word = state.stack[--state.depth] as number;
  const head = state.front;
  state.heads[word] = head;
  state.labels[word] = label;
  state.left2[head] = state.left1[head] as number;
  state.left1[head] = word;
  state.leftCount[head] = Math.min(7, (state.leftCount[head] as number) + 1);
  state.leftLabels[head] = (state.leftLabels[head] as number) | (1 << (label & 31));
};

/** Hangs the top of the stack on the word below it. */
export const arcRight = (state: ParseState, label: number): void => {
  const word = state.stack[--state.depth] as number;
  const head = state.stack[state.depth - 1] as number;
  state.heads[word] = head;
  state.labels[word] = label;
  state.right2[head] = state.right1[head] as number;
  state.right1[head] = word;
  state.rightCount[head] = Math.min(7, (state.rightCount[head] as number) + 1);
  state.rightLabels[head] = (state.rightLabels[head] as number) | (1 << (label & 31));
};

/** Makes `to` the same as `from`. The words are shared, the arcs copied. */
export const copyState = (from: ParseState, to: ParseState): void => {
  const end = from.none + 1;
  to.count = from.count;
  to.none = from.none;
  to.front = from.front;
  to.depth = from.depth;
  to.words = from.words;
  to.tags = from.tags;
  to.fine = from.fine;
  to.suffixes = from.suffixes;
  to.stems = from.stems;
  to.morph = from.morph;
  to.upos = from.upos;
  copy(from.stack, to.stack, from.depth);
  copy(from.heads, to.heads, end);
  copy(from.labels, to.labels, end);
  copy(from.left1, to.left1, end);
  copy(from.left2, to.left2, end);
  copy(from.right1, to.right1, end);
  copy(from.right2, to.right2, end);
  copy(from.leftCount, to.leftCount, end);
  copy(from.rightCount, to.rightCount, end);
  copy(from.leftLabels, to.leftLabels, end);
  copy(from.rightLabels, to.rightLabels, end);
};

const copy = (from: Int32Array | Uint8Array, to: Int32Array | Uint8Array, end: number): void => {
  for (let i = 0; i < end; i++) to[i] = from[i] as number;
};
