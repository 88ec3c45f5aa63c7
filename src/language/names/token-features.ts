import { feature } from './hash.ts';
import { EDGE, FLAG_COUNT, type Word } from './word.ts';

/** The most features of a token. */
export const MAX_TOKEN_FEATURES = 128;

/** Hashes of the features of one token. */
export interface Features {
  readonly hashes: Int32Array;
  length: number;
}

/** Room for features. */
export const featureRoom = (size: number): Features => ({ hashes: new Int32Array(size), length: 0 });

const add = (out: Features, template: number, a: number, b = 0, c = 0): void => {
  out.hashes[out.length++] = feature(template, a, b, c);
};

/** A token with its neighbours. */
interface Window {
  readonly pp: Word;
  readonly p: Word;
  readonly w: Word;
  readonly n: Word;
  readonly nn: Word;
}

const at = (words: readonly Word[], i: number): Word => words[i] ?? EDGE;

const addForms = (out: Features, { pp, p, w, n, nn }: Window, first: number): void => {
  add(out, 1, 0);
  add(out, 2, w.lower);
  add(out, 3, w.exact);
  add(out, 4, w.suffix2);
  add(out, 5, w.suffix3);
  add(out, 6, w.suffix4);
  add(out, 7, w.prefix);
  add(out, 8, w.shape, first);
  add(out, 9, p.lower);
  add(out, 10, n.lower);
  add(out, 11, pp.lower);
  add(out, 12, nn.lower);
  add(out, 13, p.lower, w.lower);
  add(out, 14, w.lower, n.lower);
  add(out, 15, p.shape, w.shape);
  add(out, 16, w.shape, n.shape);
  add(out, 17, p.shape, w.shape, n.shape);
  add(out, 29, p.lower, n.lower, w.shape);
};

const addKinds = (out: Features, { pp, p, w, n, nn }: Window): void => {
  add(out, 18, w.kind);
  add(out, 19, p.kind, w.kind);
  add(out, 20, w.kind, n.kind);
  add(out, 21, p.kind, w.kind, n.kind);
  add(out, 22, pp.kind, p.kind, w.kind);
  add(out, 23, w.kind, n.kind, nn.kind);
  add(out, 24, p.lower, w.kind);
  add(out, 25, w.kind, n.lower);
  add(out, 26, w.kind, w.shape);
  add(out, 27, p.kind);
  add(out, 28, n.kind);
  add(out, 34, pp.kind, p.kind);
  add(out, 35, n.kind, nn.kind);
  add(out, 36, n.suffix2, w.kind);
  add(out, 37, p.suffix3, w.kind);
  add(out, 38, p.kind, w.kind, n.suffix3);
};

/** One feature for each class that a word is in. */
const addFlags = (out: Features, template: number, flags: number, starts: number): void => {
  for (let bit = 0; bit < FLAG_COUNT; bit++) if (flags & (1 << bit)) add(out, template, bit, starts);
};

/**
 * The features of the token at `i`: its form, its neighbours, its classes and theirs, and the listed names it is part of
 * (`listed`, a number for each token).
 */
export const tokenFeatures = (words: readonly Word[], i: number, listed: Int32Array, out: Features): void => {
  out.length = 0;
  const w = at(words, i);
  const window: Window = {
    pp: at(words, i - 2),
    p: at(words, i - 1),
    w,
    n: at(words, i + 1),
    nn: at(words, i + 2),
  };
  const starts = Number(w.starts);
  addForms(out, window, i === 0 ? 1 : 0);
  addKinds(out, window);
  add(out, 30, w.flags, starts);
  add(out, 31, listed[i] ?? 0);
  add(out, 32, listed[i] ?? 0, w.kind);
  add(out, 33, listed[i + 1] ?? 0, w.kind);
  addFlags(out, 40, w.flags, starts);
  addFlags(out, 41, window.p.flags, starts);
  addFlags(out, 42, window.n.flags, starts);
};
