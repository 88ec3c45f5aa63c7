import { close, mix } from './hash.ts';
import type { Features } from './token-features.ts';
import { EDGE, type Word } from './word.ts';

/** The most features of a name. */
export const MAX_NAME_FEATURES = 64;

const OF = 100;

const add = (out: Features, template: number, a: number, b = 0, c = 0): void => {
  out.hashes[out.length++] = close(mix(mix(mix(template, a), b), c));
};

/** The features of the stretch `[from, to)` taken as one name: its pattern, its head, its edges, and whether it is listed. */
export const nameFeatures = (
  words: readonly Word[],
  from: number,
  to: number,
  listed: number,
  out: Features,
): void => {
  out.length = 0;
  const length = to - from;
  const first = words[from] ?? EDGE;
  const last = words[to - 1] ?? EDGE;
  const before = words[from - 1] ?? EDGE;
  const after = words[to] ?? EDGE;
  let pattern = 17;
  let shapes = 19;
  let text = 23;
  let union = 0;
  let head: Word = last;
  for (let i = from; i < to; i++) {
    const word = words[i] ?? EDGE;
    pattern = mix(pattern, word.kind);
    shapes = mix(shapes, word.shape);
    text = mix(text, word.lower);
    union |= word.flags;
    if (word.kind === OF && head === last && i > from) head = words[i - 1] ?? last;
  }
  const open = (before.starts ? 1 : 0) | (after.starts ? 2 : 0);
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
  add(out, 112, listed);
  add(out, 113, listed, before.kind);
  add(out, 114, listed, after.kind);
  add(out, 115, before.lower, pattern);
  add(out, 116, pattern, after.lower);
  add(out, 117, before.kind, pattern, after.kind);
  add(out, 118, before.lower, last.kind);
  add(out, 119, after.lower, last.kind);
  add(out, 120, before.kind, last.kind, length);
  add(out, 121, after.kind, last.kind, length);
  add(out, 122, before.lower, after.lower);
  add(out, 123, before.kind, after.kind);
  add(out, 124, union);
  add(out, 125, last.suffix3, length);
  add(out, 126, first.kind, open);
  add(out, 127, last.shape, length);
  add(out, 128, before.lower);
  add(out, 129, after.lower);
  add(out, 130, listed, length, open);
  add(out, 131, (words[from - 2] ?? EDGE).lower, before.lower);
  add(out, 132, after.lower, (words[to + 1] ?? EDGE).lower);
  add(out, 134, after.suffix2, pattern);
  add(out, 135, before.suffix3, last.kind);
  add(out, 136, after.suffix3, length, last.kind);
  for (let bit = 0; bit < 27; bit++) if (union & (1 << bit)) add(out, 133, bit, length > 1 ? 1 : 0);
};

/** The hash of how a name follows the one before it, of type `type`, after the `gap` words before `from`. */
export const joinFeature = (words: readonly Word[], from: number, gap: number, type: number): number => {
  let h = mix(mix(150, type), gap);
  for (let i = from - gap; i < from; i++) h = mix(h, (words[i] ?? EDGE).lower);
  return close(h);
};
