import { hashText, spread } from '../words/hash.ts';
import { shapeOf } from '../words/shape.ts';
import { layTemplates, type Templates } from '../words/templates.ts';

/** Places around a possible cut inside a chunk: units to the left (l1 nearest) and right, runs of one class, the chunk. */
const NAMES = [
  'nothing',
  ...['l1', 'l2', 'l3', 'r1', 'r2', 'r3', 'lrun', 'rrun', 'lclass', 'rclass', 'l2class', 'r2class'],
  ...[
    'shape',
    'chunk',
    'tail',
    'head',
    'last',
    'llen',
    'rlen',
    'beforerun',
    'afterrun',
    'before',
    'lshape',
    'rshape',
  ],
] as const;
type Name = (typeof NAMES)[number];

const LISTS = `
nothing l1+r1 l1+r1+r2 l2+l1+r1 l2+l1+r1+r2 l1+r1+r2+r3 l3+l2+l1+r1 lrun+r1 l1+rrun lrun+rrun lclass+rclass
l2class+lclass+rclass+r2class shape+lclass+rclass+llen chunk+llen tail+l1+r1 tail+last+l1+r1 head+l1+r1 lrun+r1+tail+last
l1+r1+llen l1+r1+rlen beforerun+l1+r1 afterrun+l1+r1 lrun+afterrun+r1 beforerun+l1+rrun lclass+r1+afterrun before+l1+r1
lshape+r1+tail lshape+r1+rshape+afterrun shape+l1+r1+tail lrun+r1+r2+afterrun
`;

/** The templates of cuts inside a chunk. */
export const WORD_TEMPLATES: Templates = layTemplates(
  LISTS.trim()
    .split(/\s+/)
    .map((list) => list.split('+').map((name) => NAMES.indexOf(name as Name))),
);

/** Number of atoms, the empty one included. */
export const WORD_ATOMS: number = NAMES.length;

/** Runs are looked at only so far. */
const REACH = 20;

const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019 || c === 96 || c === 0xb4;

const asciiClass = (c: number): number => {
  const letter = c | 32;
  if (letter >= 97 && letter <= 122) return 1;
  if (c >= 48 && c <= 57) return 2;
  return isApostrophe(c) ? 3 : c + 8;
};

/** Halves of pairs, and what changes or joins the sign before it. */
const isPairHalf = (c: number): boolean => (c >= 0xd800 && c <= 0xdfff) || c === 0xfe0f || c === 0x200d;

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{N}/u;

/** The class of a code unit: 1 letters, 2 digits, 3 apostrophes, 4 halves of pairs, else the mark itself. */
export const classOf = (c: number): number => {
  if (c < 128) return asciiClass(c);
  if (isApostrophe(c)) return 3;
  if (isPairHalf(c)) return 4;
  const sign = String.fromCharCode(c);
  if (LETTER.test(sign)) return 1;
  return DIGIT.test(sign) ? 2 : c + 8;
};

/** Whether a chunk can be cut before `i` at all: not within letters or digits, but before the n of "n't". */
export const mayCut = (text: string, i: number, end: number): boolean => {
  const left = classOf(text.charCodeAt(i - 1));
  const right = classOf(text.charCodeAt(i));
  if (left === 4 && right === 4) return false;
  if (left !== right) return true;
  if (left > 2) return true;
  return i + 2 < end && (text.charCodeAt(i) | 32) === 110 && isApostrophe(text.charCodeAt(i + 1));
};

const runBack = (text: string, at: number, start: number): number => {
  const kind = classOf(text.charCodeAt(at - 1));
  let from = at - 1;
  while (from > start && at - from < REACH && classOf(text.charCodeAt(from - 1)) === kind) from--;
  return from;
};

const runOn = (text: string, at: number, end: number): number => {
  const kind = classOf(text.charCodeAt(at));
  let to = at + 1;
  while (to < end && to - at < REACH && classOf(text.charCodeAt(to)) === kind) to++;
  return to;
};

const unit = (text: string, i: number, start: number, end: number): number => {
  if (i < start || i >= end) return 0;
  const c = text.charCodeAt(i);
  const kind = classOf(c);
  if (kind === 2) return 48;
  if (kind === 3) return 39;
  return kind === 1 && c < 128 ? c | 32 : c;
};

/** Where a chunk lies, and what holds of all its places. */
export interface ChunkPlace {
  readonly start: number;
  readonly end: number;
  /** Start of the marks that end the chunk. */
  readonly tail: number;
  readonly shape: number;
  readonly hash: number;
  /** Whether it is the last of its sentence. */
  readonly last: boolean;
}

/** What holds of all places of a chunk. */
export const chunkPlace = (text: string, start: number, end: number, last: boolean): ChunkPlace => {
  let tail = end;
  while (tail > start && end - tail < REACH && classOf(text.charCodeAt(tail - 1)) > 2) tail--;
  const part = text.slice(start, Math.min(end, start + 2 * REACH));
  return { start, end, tail, shape: shapeOf(part), hash: hashText(part.toLowerCase()), last };
};

/** Fills the atoms of a cut before `i`; `cut` is where the word at hand began. */
export const fillWordAtoms = (
  text: string,
  place: ChunkPlace,
  i: number,
  cut: number,
  atoms: Int32Array,
): void => {
  const { start, end } = place;
  const from = runBack(text, i, start);
  const to = runOn(text, i, end);
  const at = (k: number): number => unit(text, k, start, end);
  const kindAt = (k: number): number => (k < start || k >= end ? 0 : classOf(text.charCodeAt(k)));
  let a = 1;
  atoms[a++] = at(i - 1) + 1;
  atoms[a++] = spread(at(i - 2), 92);
  atoms[a++] = spread(at(i - 3), 93);
  atoms[a++] = spread(at(i), 94);
  atoms[a++] = spread(at(i + 1), 95);
  atoms[a++] = spread(at(i + 2), 96);
  const left = text.slice(from, i);
  const right = text.slice(i, to);
  atoms[a++] = hashText(left.toLowerCase());
  atoms[a++] = hashText(right.toLowerCase());
  atoms[a++] = spread(kindAt(i - 1), 97);
  atoms[a++] = spread(kindAt(i), 98);
  atoms[a++] = spread(kindAt(from - 1), 99);
  atoms[a++] = spread(kindAt(to), 100);
  atoms[a++] = place.shape;
  atoms[a++] = place.hash;
  atoms[a++] = i >= place.tail ? (i === place.tail ? 1 : 2) : 3;
  atoms[a++] = i === start + 1 ? 1 : 2;
  atoms[a++] = place.last ? 1 : 2;
  atoms[a++] = Math.min(i - start, REACH);
  atoms[a++] = Math.min(end - i, REACH);
  atoms[a++] = spread(at(from - 1), 101);
  atoms[a++] = spread(at(to), 102);
  atoms[a++] = cut === from ? 1 : cut < from ? 2 : 3;
  atoms[a++] = shapeOf(left);
  atoms[a] = shapeOf(right);
};
