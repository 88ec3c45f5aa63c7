import { close, feature, mix } from './hash.ts';
import type { Features } from './token-features.ts';
import { EDGE, FLAG_COUNT, type Word } from './word.ts';

/** The most features of a name. */
export const MAX_NAME_FEATURES = 64;

const OF = 100;

const add = (out: Features, template: number, a: number, b = 0, c = 0): void => {
  out.hashes[out.length++] = feature(template, a, b, c);
};

/** What a stretch of words is as a whole: hashes of its classes, looks and words, all its classes, and its head. */
interface Whole {
  readonly pattern: number;
  readonly shapes: number;
  readonly text: number;
  readonly union: number;
  /** The last word, or the one before the first `of`: `Party` in `Party of Labour`. */
  readonly head: Word;
}

const wholeOf = (words: readonly Word[], from: number, to: number): Whole => {
  let [pattern, shapes, text, union, of] = [17, 19, 23, 0, -1];
  for (let i = from; i < to; i++) {
    const word = at(words, i);
    pattern = mix(pattern, word.kind);
    shapes = mix(shapes, word.shape);
    text = mix(text, word.lower);
    union |= word.flags;
    if (word.kind === OF && of < 0) of = i;
  }
  return { pattern, shapes, text, union, head: at(words, of > from ? of - 1 : to - 1) };
};

const at = (words: readonly Word[], i: number): Word => words[i] ?? EDGE;

/** A stretch and what stands at its edges. */
interface Edges {
  readonly length: number;
  readonly first: Word;
  readonly last: Word;
  readonly before: Word;
  readonly after: Word;
  /** Whether a name could go on to the left (1) or to the right (2). */
  readonly open: number;
}

const addInside = (out: Features, { pattern, shapes, text, union, head }: Whole, edges: Edges): void => {
  const { length, first, last, open } = edges;
  add(out, 101, pattern);
  add(out, 102, shapes);
  add(out, 103, text);
  add(out, 104, length, open);
  add(out, 105, length, first.kind, last.kind);
  add(out, 106, last.kind, open);
  add(out, 107, last.lower);
  add(out, 108, first.lower);
  add(out, 109, head.lower);
  add(out, 110, head.kind);
  add(out, 111, head.kind, last.kind, first.kind);
  add(out, 124, union);
  add(out, 125, last.suffix3, length);
  add(out, 126, first.kind, open);
  add(out, 127, last.shape, length);
  for (let bit = 0; bit < FLAG_COUNT; bit++) if (union & (1 << bit)) add(out, 133, bit, length > 1 ? 1 : 0);
};

const addAround = (out: Features, { pattern }: Whole, { length, last, before, after }: Edges): void => {
  add(out, 115, before.lower, pattern);
  add(out, 116, pattern, after.lower);
  add(out, 117, before.kind, pattern, after.kind);
  add(out, 118, before.lower, last.kind);
  add(out, 119, after.lower, last.kind);
  add(out, 120, before.kind, last.kind, length);
  add(out, 121, after.kind, last.kind, length);
  add(out, 122, before.lower, after.lower);
  add(out, 123, before.kind, after.kind);
  add(out, 128, before.lower);
  add(out, 129, after.lower);
  add(out, 134, after.suffix2, pattern);
  add(out, 135, before.suffix3, last.kind);
  add(out, 136, after.suffix3, length, last.kind);
};

/**
 * The features of the stretch `[from, to)` taken as one name: its pattern, its head, its edges, and under which kinds it is
 * listed (`listed`).
 */
export const nameFeatures = (
  words: readonly Word[],
  from: number,
  to: number,
  listed: number,
  out: Features,
): void => {
  out.length = 0;
  const whole = wholeOf(words, from, to);
  const before = at(words, from - 1);
  const after = at(words, to);
  const edges: Edges = {
    length: to - from,
    first: at(words, from),
    last: at(words, to - 1),
    before,
    after,
    open: Number(before.starts) + 2 * Number(after.starts),
  };
  addInside(out, whole, edges);
  addAround(out, whole, edges);
  add(out, 112, listed);
  add(out, 113, listed, before.kind);
  add(out, 114, listed, after.kind);
  add(out, 130, listed, edges.length, edges.open);
  add(out, 131, at(words, from - 2).lower, before.lower);
  add(out, 132, after.lower, at(words, to + 1).lower);
};

/** The hash of how a name follows the one before it, of type `type`, after the `gap` words before `from`. */
export const joinFeature = (words: readonly Word[], from: number, gap: number, type: number): number => {
  let h = mix(mix(150, type), gap);
  for (let i = from - gap; i < from; i++) h = mix(h, (words[i] ?? EDGE).lower);
  return close(h);
};
