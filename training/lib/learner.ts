import type { Table } from '../../src/language/weights/table.ts';

/**
 * An averaged perceptron with hashed rows. Averages are had from a second sum (Daumé's trick): mean = w - u / ticks.
 */
export interface Learner {
  readonly rows: number;
  readonly labels: number;
  readonly weight: Float32Array;
  readonly sum: Float64Array;
  tick: number;
}

/** Makes a learner. */
export const createLearner = (rows: number, labels: number): Learner => ({
  rows,
  labels,
  weight: new Float32Array(labels * rows),
  sum: new Float64Array(labels * rows),
  tick: 1,
});

/** Sums the weights of the rows for each of the candidates into `scores`, in their order. */
export const scoreLearnt = (
  { labels, weight }: Learner,
  rows: Int32Array,
  count: number,
  candidates: Uint16Array,
  scores: Float64Array,
): void => {
  for (let c = 0; c < candidates.length; c++) {
    const label = candidates[c] as number;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += weight[(rows[i] as number) * labels + label] as number;
    scores[c] = sum;
  }
};

/** Moves the weights of the rows for one label by `by`. */
export const correct = (
  learner: Learner,
  rows: Int32Array,
  count: number,
  label: number,
  by: number,
): void => {
  const { weight, sum, labels, tick } = learner;
  for (let i = 0; i < count; i++) {
    const at = (rows[i] as number) * labels + label;
    weight[at] = (weight[at] as number) + by;
    sum[at] = (sum[at] as number) + by * tick;
  }
};

/** As {@link correct}, for all rows. */
export const correctAt = (learner: Learner, rows: Int32Array, label: number, by: number): void =>
  correct(learner, rows, rows.length, label, by);

/**
 * The averaged weights as whole numbers from -127 to 127; `clip` is the largest weight kept apart from larger ones, and
 * weights no larger than `dropped` become 0.
 */
export const averaged = (
  { rows, labels, weight, sum, tick }: Learner,
  clip: number,
  dropped: number,
): Table => {
  let most = 0;
  for (let i = 0; i < weight.length; i++)
    most = Math.max(most, Math.abs((weight[i] as number) - (sum[i] as number) / tick));
  const scale = 127 / Math.min(most, clip);
  const weights = new Int8Array(weight.length);
  for (let i = 0; i < weight.length; i++) {
    const value = Math.round(((weight[i] as number) - (sum[i] as number) / tick) * scale);
    if (Math.abs(value) > dropped) weights[i] = Math.max(-127, Math.min(127, value));
  }
  return { rows, labels, weights };
};

/** The averages of a learner. */
const meansOf = ({ weight, sum, tick }: Learner): Float32Array =>
  weight.map((value, i) => value - (sum[i] as number) / tick);

/** Trains several learners of one size, one after the other, and gives one whose averages are the mean of theirs. */
export const meanOf = (count: number, train: (i: number) => Learner): Learner => {
  let kept = train(0);
  const total = meansOf(kept);
  for (let k = 1; k < count; k++) {
    kept = train(k);
    const means = meansOf(kept);
    for (let i = 0; i < total.length; i++) total[i] = (total[i] as number) + (means[i] as number);
  }
  kept.weight.set(total.map((value) => value / count));
  kept.sum.fill(0);
  return { ...kept, tick: 1 };
};

/** The position of the highest score but the one at `own`; -1 for none. */
export const rivalOf = (scores: Float64Array, count: number, own: number): number => {
  let found = -1;
  for (let i = 0; i < count; i++)
    if (i !== own && (found < 0 || (scores[i] as number) > (scores[found] as number))) found = i;
  return found;
};

/** A choice among candidates, as it was made: their scores, and which of them is right (below 0 for none). */
export interface Choice {
  readonly candidates: Uint16Array;
  readonly scores: Float64Array;
  readonly right: number;
}

/**
 * What the right candidate is to be told from: the best other one, when the guess was wrong or that is less than `margin`
 * behind; -1 when there is nothing to be learnt. The guess is the first of the best.
 */
export const rivalToLearn = (
  { candidates, scores, right }: Choice,
  guess: number,
  margin: number,
): number => {
  const rival = right < 0 ? -1 : rivalOf(scores, candidates.length, right);
  if (rival < 0 || guess !== right) return rival;
  return (scores[right] as number) - (scores[rival] as number) < margin ? rival : -1;
};

/** Sums the weights of the rows for the three moves. */
export const scoreMoves = ({ weight }: Learner, rows: Int32Array, scores: Float64Array): void => {
  let [a, b, c] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const at = (rows[i] as number) * 3;
    a += weight[at] as number;
    b += weight[at + 1] as number;
    c += weight[at + 2] as number;
  }
  scores[0] = a;
  scores[1] = b;
  scores[2] = c;
};

/** A learner that goes on from the averages of another. */
export const continued = (learner: Learner): Learner => ({
  rows: learner.rows,
  labels: learner.labels,
  weight: meansOf(learner),
  sum: new Float64Array(learner.weight.length),
  tick: 1,
});

/** Corrects a wrong guess (a right one with a number below 0 is none that could have been had); 1 when it was wrong. */
export const learn = (learner: Learner, rows: Int32Array, guess: number, right: number): number => {
  const isWrong = right >= 0 && guess !== right;
  if (isWrong) {
    correct(learner, rows, rows.length, right, 1);
    correct(learner, rows, rows.length, guess, -1);
  }
  learner.tick++;
  return isWrong ? 1 : 0;
};
