/**
 * Weights of a classifier: a row a feature (features are hashed to rows), a column a label. A caller scores only the labels
 * that can be right, so that a table of fifty labels costs no more than one of five.
 */
export interface Table {
  readonly rows: number;
  readonly labels: number;
  /** Row by row, {@link Table.labels} weights each. */
  readonly weights: Int8Array;
}

/** Sums the weights of the rows for each of the candidates into `scores`, in the order of the candidates. */
export const scoreCandidates = (
  table: Table,
  rows: Int32Array,
  count: number,
  candidates: Uint16Array,
  scores: Int32Array,
): void => {
  const { labels, weights } = table;
  const n = candidates.length;
  for (let c = 0; c < n; c++) {
    const label = candidates[c] as number;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += weights[(rows[i] as number) * labels + label] as number;
    scores[c] = sum;
  }
};

/** The position of the highest of the first `count` scores; the first of equals. */
export const best = (scores: Int32Array | Float64Array, count: number): number => {
  let at = 0;
  for (let i = 1; i < count; i++) if ((scores[i] as number) > (scores[at] as number)) at = i;
  return at;
};
