import { shuffle } from './random.ts';

/** Rows of the table for each thing that can be chosen, which of them are right, and how much the choice counts. */
export interface Choosing {
  readonly rows: readonly Int32Array[];
  readonly isRight: readonly boolean[];
  readonly weight: number;
}

export interface ChoosingOptions {
  readonly size: number;
  readonly passes: number;
  readonly rate: number;
  /** Weight of the squares of the weights in what is made small. */
  readonly decay: number;
}

export const scoresOf = (weights: Float64Array, rows: readonly Int32Array[]): Float64Array =>
  Float64Array.from(rows, (own) => own.reduce((sum, row) => sum + (weights[row] as number), 0));

/** Index of the best; the first of equals. */
export const bestOf = (scores: ArrayLike<number>): number => {
  let best = 0;
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[best] as number)) best = i;
  return best;
};

/**
 * Learns to choose: logistic regression over what stands beside each other, with steps that shrink for rows that have moved
 * much (AdaGrad; Duchi and others 2011) and the mean of the weights over the second half of the passes. The same choices and
 * the same source of numbers give the same weights.
 */
export const learnChoosing = (
  choices: readonly Choosing[],
  { size, passes, rate, decay }: ChoosingOptions,
  random: () => number,
): Float64Array => {
  const weights = new Float64Array(size);
  const moved = new Float64Array(size).fill(1);
  const mean = new Float64Array(size);
  const order = choices.filter(({ isRight }) => isRight.includes(true));
  let means = 0;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const choice of order) learnOne(choice, weights, moved, rate, decay);
    if (pass < passes / 2) continue;
    means++;
    for (let i = 0; i < size; i++) mean[i] = (mean[i] as number) + (weights[i] as number);
  }
  return mean.map((sum) => sum / Math.max(1, means));
};

const learnOne = (
  { rows, isRight, weight }: Choosing,
  weights: Float64Array,
  moved: Float64Array,
  rate: number,
  decay: number,
): void => {
  const scores = scoresOf(weights, rows);
  const highest = scores.reduce((a, b) => Math.max(a, b));
  const odds = scores.map((score) => Math.exp(score - highest));
  let all = 0;
  let right = 0;
  for (const [i, odd] of odds.entries()) {
    all += odd;
    if (isRight[i]) right += odd;
  }
  for (const [i, odd] of odds.entries()) {
    const wanted = isRight[i] ? odd / Math.max(right, 1e-12) : 0;
    const slope = weight * (odd / all - wanted);
    if (Math.abs(slope) < 1e-4) continue;
    for (const row of rows[i] as Int32Array) {
      const step = slope + decay * (weights[row] as number);
      moved[row] = (moved[row] as number) + step * step;
      weights[row] = (weights[row] as number) - (rate * step) / Math.sqrt(moved[row] as number);
    }
  }
};
