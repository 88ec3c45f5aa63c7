import type { Emissions, Graph, SparseRow } from '../../src/clean/text/chain.ts';
import { backward, emissionsOf, forward, logSum } from '../../src/clean/text/chain.ts';

/** A page to train on: a row of features and the gold state of each line, and how much each line counts. */
export interface TrainingPage {
  readonly rows: readonly SparseRow[];
  readonly states: readonly number[];
  readonly lineWeights: readonly number[];
}

/** The parameters of a linear chain, to be changed in place. */
export interface Parameters {
  readonly weights: number[][];
  readonly transitions: (number | null)[][];
  readonly start: readonly (number | null)[];
}

export interface TrainingOptions {
  readonly passes: number;
  readonly step: number;
  /** Penalty on the square of a weight, for each page. */
  readonly l2: number;
}

/** Sums beside the parameters: of squared slopes, or of the parameters of several passes. */
interface Memory {
  readonly weights: number[][];
  readonly transitions: number[][];
}

/**
 * Trains a linear chain by stochastic gradients (AdaGrad), pages in the order given; the slope of a line's emission is
 * scaled by the line's weight. Starts from zero and draws nothing at random: the same pages give the same numbers. The
 * parameters of all passes behind the first third are averaged.
 */
export const trainChain = (
  pages: readonly TrainingPage[],
  graph: Graph,
  features: number,
  options: TrainingOptions,
): Parameters => {
  const states = graph.start.length;
  const nothing = (): Memory => ({ weights: grid(states, features), transitions: grid(states, states) });
  const now: Parameters = {
    weights: grid(states, features),
    transitions: graph.transitions.map((row) => [...row]),
    start: graph.start,
  };
  const memory = nothing();
  const sums = nothing();
  let taken = 0;
  for (let pass = 0; pass < options.passes; pass++) {
    for (const page of pages) learnPage(page, now, memory, options);
    if (pass * 3 < options.passes) continue;
    taken++;
    addTo(sums.weights, now.weights);
    addTo(sums.transitions, now.transitions);
  }
  return {
    weights: sums.weights.map((row) => row.map((value) => value / taken)),
    transitions: sums.transitions.map((row, s) =>
      row.map((value, t) => (graph.transitions[s]?.[t] === null ? null : value / taken)),
    ),
    start: graph.start,
  };
};

const grid = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(0));

const addTo = (sums: number[][], values: readonly (readonly (number | null)[])[]): void => {
  for (const [s, row] of values.entries()) {
    const own = sums[s] as number[];
    for (const [k, value] of row.entries()) own[k] = (own[k] ?? 0) + (value ?? 0);
  }
};

const learnPage = (page: TrainingPage, now: Parameters, memory: Memory, options: TrainingOptions): void => {
  if (page.rows.length === 0) return;
  const read = readPage(page, now);
  for (let s = 0; s < now.start.length; s++) {
    ascend(
      now.weights[s] as number[],
      memory.weights[s] as number[],
      weightSlope(page, read, s, now),
      options,
    );
    ascend(
      now.transitions[s] as number[],
      memory.transitions[s] as number[],
      arcSlope(page, read, s, now),
      options,
    );
  }
};

interface Read {
  readonly emissions: Emissions;
  readonly alpha: Emissions;
  readonly beta: Emissions;
  readonly logZ: number;
}

const readPage = (page: TrainingPage, now: Parameters): Read => {
  const emissions = emissionsOf(page.rows, now.weights);
  const alpha = forward(emissions, now);
  return { emissions, alpha, beta: backward(emissions, now), logZ: logSum(alpha.at(-1) as Float64Array) };
};

/** Gold less expected features of one state, each line by its weight. */
const weightSlope = (page: TrainingPage, read: Read, state: number, now: Parameters): Float64Array => {
  const slope = new Float64Array(now.weights[state]?.length ?? 0);
  for (const [i, row] of page.rows.entries()) {
    const p = Math.exp((read.alpha[i]?.[state] ?? 0) + (read.beta[i]?.[state] ?? 0) - read.logZ);
    const error = ((page.states[i] === state ? 1 : 0) - p) * (page.lineWeights[i] ?? 1);
    if (Math.abs(error) < 1e-9) continue;
    for (const [k, at] of row.at.entries()) slope[at] = (slope[at] ?? 0) + error * (row.values[k] ?? 0);
  }
  return slope;
};

/** Gold less expected steps from one state to each. */
const arcSlope = (page: TrainingPage, read: Read, from: number, now: Parameters): Float64Array =>
  Float64Array.from(now.transitions[from] ?? [], (arc, to) => {
    if (arc === null) return 0;
    let slope = 0;
    for (let i = 1; i < page.rows.length; i++) {
      const isGold = page.states[i - 1] === from && page.states[i] === to;
      const reached = (read.alpha[i - 1]?.[from] ?? 0) + arc + (read.emissions[i]?.[to] ?? 0);
      slope += (isGold ? 1 : 0) - Math.exp(reached + (read.beta[i]?.[to] ?? 0) - read.logZ);
    }
    return slope;
  });

const ascend = (
  values: (number | null)[],
  memory: number[],
  gradient: Float64Array,
  { step, l2 }: TrainingOptions,
): void => {
  for (let k = 0; k < gradient.length; k++) {
    const value = values[k];
    if (value === null || value === undefined) continue;
    const slope = (gradient[k] ?? 0) - l2 * value;
    if (slope === 0) continue;
    memory[k] = (memory[k] ?? 0) + slope * slope;
    values[k] = value + (step * slope) / Math.sqrt((memory[k] ?? 0) + 1e-8);
  }
};
