import type { LineModel } from '../../model/knowledge/line-model.ts';

/** A row of features without its zeros. */
export interface SparseRow {
  readonly at: Uint16Array;
  readonly values: Float64Array;
}

/** The scores of each state for each line: `scores[line][state]`. */
export type Emissions = readonly Float64Array[];

/** Which state follows which, and which may be the first. */
export type Graph = Pick<LineModel, 'transitions' | 'start'>;

/** A row of features without its zeros. */
export const sparse = (row: ArrayLike<number>): SparseRow => {
  let count = 0;
  for (let k = 0; k < row.length; k++) if (row[k] !== 0) count++;
  const at = new Uint16Array(count);
  const values = new Float64Array(count);
  for (let k = 0, to = 0; k < row.length; k++) {
    if (row[k] === 0) continue;
    at[to] = k;
    values[to++] = row[k] as number;
  }
  return { at, values };
};

/** How well each state fits each line by its features alone. */
export const emissionsOf = (rows: readonly SparseRow[], weights: readonly (readonly number[])[]): Emissions =>
  rows.map(({ at, values }) => {
    const scores = new Float64Array(weights.length);
    for (const [state, own] of weights.entries()) {
      let sum = 0;
      for (let k = 0; k < at.length; k++) sum += (own[at[k] as number] ?? 0) * (values[k] as number);
      scores[state] = sum;
    }
    return scores;
  });

const score = (value: number | null | undefined): number => value ?? Number.NEGATIVE_INFINITY;

/** Logarithms of the forward sums: of all ways that lead to a state at a line, the line included. */
export const forward = (emissions: Emissions, { transitions, start }: Graph): Emissions => {
  const alpha: Float64Array[] = [];
  const sums = new Float64Array(start.length);
  for (const own of emissions) {
    const last = alpha.at(-1);
    const now = new Float64Array(own.length);
    for (let to = 0; to < own.length; to++) {
      if (last !== undefined)
        for (let s = 0; s < own.length; s++) sums[s] = (last[s] ?? 0) + score(transitions[s]?.[to]);
      now[to] = (own[to] ?? 0) + (last === undefined ? score(start[to]) : logSum(sums));
    }
    alpha.push(now);
  }
  return alpha;
};

/** Logarithms of the backward sums: of all ways that lead from a state at a line to the end, the line excluded. */
export const backward = (emissions: Emissions, { transitions, start }: Graph): Emissions => {
  const beta: Float64Array[] = [new Float64Array(start.length)];
  const sums = new Float64Array(start.length);
  for (let i = emissions.length - 2; i >= 0; i--) {
    const next = emissions[i + 1] as Float64Array;
    const after = beta.at(-1) as Float64Array;
    const now = new Float64Array(next.length);
    for (let s = 0; s < next.length; s++) {
      for (let to = 0; to < next.length; to++)
        sums[to] = score(transitions[s]?.[to]) + (next[to] ?? 0) + (after[to] ?? 0);
      now[s] = logSum(sums);
    }
    beta.push(now);
  }
  return beta.reverse();
};

/** The probability of each state at each line, given the whole page (forward-backward). Linear in the lines. */
export const marginals = (emissions: Emissions, graph: Graph): Emissions => {
  const alpha = forward(emissions, graph);
  const beta = backward(emissions, graph);
  const whole = logSum(alpha.at(-1) ?? new Float64Array(1));
  return alpha.map((own, i) => own.map((value, s) => Math.exp(value + (beta[i]?.[s] ?? 0) - whole)));
};

/** The logarithm of a sum of exponentials. */
export const logSum = (values: Float64Array): number => {
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > max) max = value;
  if (max === Number.NEGATIVE_INFINITY) return max;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - max);
  return max + Math.log(sum);
};
