import { type FeatureRows, layFeatures } from '../words/feature-rows.ts';
import { spread } from '../words/hash.ts';
import type { ParseState } from './state.ts';

/** What is looked at to choose a move, and its place among the atoms: s0, s1, s2 from the stack, b0 to b3 from the buffer. */
const NAMES = [
  'nothing',
  ...['s0w', 's0t', 's0x', 's1w', 's1t', 's1x', 's2w', 's2t'],
  ...['b0w', 'b0t', 'b0x', 'b1w', 'b1t', 'b1x', 'b2w', 'b2t', 'b2x', 'b3t'],
  ...['s0l1t', 's0l1w', 's0r1t', 's0r1w', 's1r1t', 's1l1t', 'b0l1t', 'b0l1w', 's1r1w'],
  ...['s0l1L', 's0l2L', 's0r1L', 's0r2L', 's1l1L', 's1r1L', 's1r2L', 'b0l1L', 'b0l2L'],
  ...['near', 'gap', 's0lc', 's0rc', 's1lc', 's1rc', 'b0lc', 'depth'],
  ...['s0lm', 's0rm', 's1lm', 's1rm', 'b0lm', 's0s', 'b0s', 'b_1t'],
] as const;
type Name = (typeof NAMES)[number];
const at = (name: Name): number => NAMES.indexOf(name);

/** Their names, for templates that add to these. */
export const MOVE_NAMES: readonly string[] = NAMES;

/** About how many bits the values of an atom need, by the end of its name: words, tags, fine tags, labels, endings, sets. */
export const moveWidthOf = (name: string): number => {
  if (name === 'nothing') return 0;
  if (name.endsWith('w')) return 14;
  // Fine tags are some fifty in English, some hundreds in Russian, where they are features.
  if (name.endsWith('x')) return 6.5;
  if (name.endsWith('L')) return 4.6;
  if (name.endsWith('m')) return 7;
  if (name.endsWith('s')) return 11;
  return name.endsWith('t') ? 4.2 : 2.5;
};

/** No template of a move has more than 2^16 rows. */
export const MOST_MOVE_BITS = 15;

/** Each line is one group of templates; the atoms of a template are joined by `+`. */
export const MOVE_LISTS = `
s0w s0t s0x s0w+s0t b0w b0t b0x b1w b1t b1w+b1t b2w b2t s1w s1t
s0w+b0w s0t+b0t b0w+s0t+b0t s0t+b0w
b0t+b1t b0t+b2t s0t+b0t+b1t s1t+s0t+b0t s1w+s0w s0w+s1t s1w+s0t s1t+s0t s2t+s1t+s0t s1t+s0t+b0t+b1t
s0t+b0t+b1t+b2t b1w+s0w b1w+b0t+s0t s0w+b0t+b1t s1w+s0t+b0t s1w+b0w+s0t s2w+s0t+b0t b0t+b1t+b2t+b3t
s1t+b0t s1t+b0t+b1t b0w+b1w
s0t+b0t+s0l1t s0t+b0t+s1r1t s0t+b0t+b0l1t s1t+s0t+s0l1t s1t+s0t+s1l1t
s0t+s0l1w s0t+s0r1w b0t+b0l1w
s0l1L+s0r1L+s0t s0l1L+s0t s0l1L+s0w s0r1L+s0t s0r1L+s0w s0r1L+s0r2L+s0t s1r1L+s1r2L+s1t b0l1L+b0l2L+b0t
s1r1L+s1t+s0t s1l1L+s1t s1r1L+b0t+s1t
near+s0w near+s0t near+s0t+b0t gap+s0t+s1t near+gap+s0t+b0t
s0lc+s0t s0lc+s0w s0rc+s0t s0rc+s0w s1lc+s1t s1rc+s1t b0lc+b0t
s0x+b0x s0x+b0x+b1x s1x+s0x+b0x near+s0x+b0x b0x+b1x+b2x s0w+b0x s0x+s0l1L+b0x
s0lm+s0t+b0t s0lm+s0rm+s0t s1lm+s1t+s0t b0lm+b0t+s0t s0rm+s0w
s0lm+s0x+b0x b0lm+b0x+s0x s1lm+s1rm+s0x+b0x
s0s+b0s b_1t+s0t+b0t b_1t+b0t+b1t
`;

/** The templates of moves. */
export const MOVE_FEATURES: FeatureRows = layFeatures(
  MOVE_LISTS.trim()
    .split(/\s+/)
    .map((list) => list.split('+').map((name) => at(name as Name))),
  MOVE_NAMES.map(moveWidthOf),
  MOST_MOVE_BITS,
);

/** Small numbers spread over 32 bits. */
const SMALL: Int32Array = Int32Array.from({ length: 256 }, (_, i) => spread(i, 71));
const small = (value: number): number => SMALL[value] as number;
const far = (distance: number): number => SMALL[distance > 10 ? 8 : distance > 7 ? 7 : distance] as number;

const STACK = at('s0w');
const BUFFER = at('b0w');
const DEPENDENTS = at('s0l1t');
const LABELS = at('s0l1L');
const COUNTS = at('near');
const SETS = at('s0lm');

/** Fills the atoms for the state's next move. The order is that of the names above. */
export const fillMoveAtoms = (state: ParseState, atoms: Int32Array): void => {
  const { none, depth, front, count, stack, words, tags, fine } = state;
  const s0 = depth > 0 ? (stack[depth - 1] as number) : none;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : none;
  const s2 = depth > 2 ? (stack[depth - 3] as number) : none;
  const b1 = front + 1 <= count ? front + 1 : none;
  const b2 = front + 2 <= count ? front + 2 : none;
  const b3 = front + 3 <= count ? front + 3 : none;
  let a = STACK;
  atoms[a++] = words[s0] as number;
  atoms[a++] = tags[s0] as number;
  atoms[a++] = fine[s0] as number;
  atoms[a++] = words[s1] as number;
  atoms[a++] = tags[s1] as number;
  atoms[a++] = fine[s1] as number;
  atoms[a++] = words[s2] as number;
  atoms[a] = tags[s2] as number;
  a = BUFFER;
  atoms[a++] = words[front] as number;
  atoms[a++] = tags[front] as number;
  atoms[a++] = fine[front] as number;
  atoms[a++] = words[b1] as number;
  atoms[a++] = tags[b1] as number;
  atoms[a++] = fine[b1] as number;
  atoms[a++] = words[b2] as number;
  atoms[a++] = tags[b2] as number;
  atoms[a++] = fine[b2] as number;
  atoms[a] = tags[b3] as number;
  fillDependents(state, s0, s1, atoms);
  fillCounts(state, s0, s1, atoms);
};

const fillDependents = (state: ParseState, s0: number, s1: number, atoms: Int32Array): void => {
  const { front, words, tags, labels, left1, left2, right1, right2 } = state;
  const s0l = left1[s0] as number;
  const s0r = right1[s0] as number;
  const s1l = left1[s1] as number;
  const s1r = right1[s1] as number;
  const b0l = left1[front] as number;
  let a = DEPENDENTS;
  atoms[a++] = tags[s0l] as number;
  atoms[a++] = words[s0l] as number;
  atoms[a++] = tags[s0r] as number;
  atoms[a++] = words[s0r] as number;
  atoms[a++] = tags[s1r] as number;
  atoms[a++] = tags[s1l] as number;
  atoms[a++] = tags[b0l] as number;
  atoms[a++] = words[b0l] as number;
  atoms[a] = words[s1r] as number;
  a = LABELS;
  atoms[a++] = small(labels[s0l] as number);
  atoms[a++] = small(labels[left2[s0] as number] as number);
  atoms[a++] = small(labels[s0r] as number);
  atoms[a++] = small(labels[right2[s0] as number] as number);
  atoms[a++] = small(labels[s1l] as number);
  atoms[a++] = small(labels[s1r] as number);
  atoms[a++] = small(labels[right2[s1] as number] as number);
  atoms[a++] = small(labels[b0l] as number);
  atoms[a] = small(labels[left2[front] as number] as number);
};

const fillCounts = (state: ParseState, s0: number, s1: number, atoms: Int32Array): void => {
  const { none, front, depth, leftCount, rightCount, leftLabels, rightLabels } = state;
  let a = COUNTS;
  atoms[a++] = s0 === none ? 0 : far(front - s0);
  atoms[a++] = s1 === none ? 0 : far(s0 - s1);
  atoms[a++] = small(leftCount[s0] as number);
  atoms[a++] = small(rightCount[s0] as number);
  atoms[a++] = small(leftCount[s1] as number);
  atoms[a++] = small(rightCount[s1] as number);
  atoms[a++] = small(leftCount[front] as number);
  atoms[a] = small(depth > 5 ? 5 : depth);
  a = SETS;
  atoms[a++] = leftLabels[s0] as number;
  atoms[a++] = rightLabels[s0] as number;
  atoms[a++] = leftLabels[s1] as number;
  atoms[a++] = rightLabels[s1] as number;
  atoms[a++] = leftLabels[front] as number;
  atoms[a++] = state.suffixes[s0] as number;
  atoms[a++] = state.suffixes[front] as number;
  atoms[a] = state.tags[front > 0 ? front - 1 : none] as number;
};
