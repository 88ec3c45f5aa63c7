import type { Block, Label } from '../block.ts';

/** Where the body stands among the blocks: `[start, end)` of indices, empty when there is none. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

const BASE = -1.2;
const FLOOR = -4;

/**
 * How much a block looks like running text, from -8 up to about 8. Weights are those of the measured block cleaner (93
 * to 181 page dumps, 4-gram F1 .887): sentences with a stop gain, markers, lists and notices lose.
 */
export const proseScore = (block: Block, sure: Label | null): number => {
  if (sure !== null) return sureScore(block, sure);
  let score = BASE;
  if (block.bullet) score -= 0.5;
  const n = Math.min(block.words, 60);
  if (block.stopped && block.words >= 5) score += 2 + n / 12;
  else if (block.words >= 18) score += 1 + n / 20;
  if (block.words >= 8 && block.stopwordShare > 0.25) score += 1;
  return score;
};

/** Captions, credits and separators stand inside stories; menus and notices end them. */
const sureScore = (block: Block, sure: Label): number => {
  if (sure.kind === 'legal') return -8;
  if (sure.kind === 'credit' || sure.kind === 'caption' || sure.kind === 'byline' || sure.kind === 'dateline')
    return -0.8;
  if (sure.kind === 'other') return BASE;
  return block.words < 12 ? -6 : -3;
};

/** The contiguous run of highest total score (Kadane), every score floored at -4 so that one plug does not cut a story. */
export const bestRun = (scores: readonly number[]): Run => {
  let best: Run = { start: 0, end: 0 };
  let bestSum = 0;
  let start = 0;
  let sum = 0;
  for (const [i, raw] of scores.entries()) {
    sum += Math.max(raw, FLOOR);
    if (sum > bestSum) {
      bestSum = sum;
      best = { start, end: i + 1 };
    }
    if (sum <= 0) {
      sum = 0;
      start = i + 1;
    }
  }
  return best;
};
