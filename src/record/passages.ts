import type { Span } from '../model/span.ts';
import type { BodyWord } from './body-words.ts';

/** A stretch of text that two articles share word for word, but for at most three changed words at a time. */
export interface SharedPassage {
  readonly a: Span;
  readonly b: Span;
  /** Words shared. */
  readonly words: number;
  /** Words shared that stand outside quotation marks: quoting the same person is not copying. */
  readonly prose: number;
  /** Length in words of the longest unbroken run. */
  readonly longestRun: number;
}

/** The words of an article with the positions of its n-grams. Words are compared by their 32-bit hashes. */
export interface GramIndex {
  readonly words: readonly BodyWord[];
  readonly hashes: Uint32Array;
  readonly grams: Uint32Array;
  readonly positions: ReadonlyMap<number, readonly number[]>;
}

/** Indexes the n-grams of `words`. At most eight positions a gram are kept: refrains need no more. */
export const indexGrams = (
  words: readonly BodyWord[],
  hashes: Uint32Array,
  grams: Uint32Array,
): GramIndex => {
  const positions = new Map<number, number[]>();
  for (const [position, gram] of grams.entries()) {
    const list = positions.get(gram);
    if (list === undefined) positions.set(gram, [position]);
    else if (list.length < 8) list.push(position);
  }
  return { words, hashes, grams, positions };
};

interface Run {
  readonly a: number;
  readonly b: number;
  readonly words: number;
}

/**
 * The passages that `a` shares with `b`, in the order of `a`: at each position whose n-gram occurs in `b` the longest
 * match is taken and jumped over; runs at most three words apart in both texts are one passage.
 */
export const sharedPassages = (a: GramIndex, b: GramIndex): readonly SharedPassage[] => {
  const groups: Run[][] = [];
  for (const run of greedyRuns(a, b)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && isNear(last, run)) group.push(run);
    else groups.push([run]);
  }
  return groups.map((runs) => passageOf(a, b, runs)).filter((passage) => passage !== null);
};

const greedyRuns = (a: GramIndex, b: GramIndex): readonly Run[] => {
  const runs: Run[] = [];
  let at = 0;
  while (at < a.grams.length) {
    const run = longestRun(a, b, at);
    if (run !== null) runs.push(run);
    at += run?.words ?? 1;
  }
  return runs;
};

const NOWHERE: readonly number[] = [];

const longestRun = (a: GramIndex, b: GramIndex, at: number): Run | null => {
  let best: Run | null = null;
  for (const start of b.positions.get(a.grams[at] ?? 0) ?? NOWHERE) {
    const limit = Math.min(a.hashes.length - at, b.hashes.length - start);
    let words = 0;
    while (words < limit && a.hashes[at + words] === b.hashes[start + words]) words++;
    if (words > 0 && (best === null || words > best.words)) best = { a: at, b: start, words };
  }
  return best;
};

const BRIDGE = 3;

const isNear = (last: Run, next: Run): boolean => {
  const [gapA, gapB] = [next.a - last.a - last.words, next.b - last.b - last.words];
  return gapA <= BRIDGE && gapB >= 0 && gapB <= BRIDGE;
};

const passageOf = (a: GramIndex, b: GramIndex, runs: readonly Run[]): SharedPassage | null => {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return null;
  let [words, prose, longest] = [0, 0, 0];
  for (const run of runs) {
    words += run.words;
    longest = Math.max(longest, run.words);
    for (let i = 0; i < run.words; i++) if (a.words[run.a + i]?.quoted === false) prose++;
  }
  return {
    a: stretch(a.words, first.a, last.a + last.words),
    b: stretch(b.words, first.b, last.b + last.words),
    words,
    prose,
    longestRun: longest,
  };
};

const stretch = (words: readonly BodyWord[], from: number, to: number): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to - 1]?.end ?? 0,
});
