/** True positives, false positives and false negatives of one text, as shares of their sum. */
export type Shares = readonly [tp: number, fp: number, fn: number];

const TOKEN = /[\p{L}\p{N}_]+/gu;
const SIZE = 4;

/**
 * Compares two texts by the multiset of their runs of four words, as the article extraction benchmark of Scrapinghub
 * (MIT) does; tokens as Python's `\w` on strings makes them.
 */
export const shinglesShares = (gold: string, found: string): Shares => {
  const [a, b] = [shinglesOf(gold), shinglesOf(found)];
  let [tp, fp, fn] = [0, 0, 0];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(key) ?? 0, b.get(key) ?? 0];
    tp += Math.min(x, y);
    fp += Math.max(0, y - x);
    fn += Math.max(0, x - y);
  }
  const sum = tp + fp + fn;
  return sum === 0 ? [0, 0, 0] : [tp / sum, fp / sum, fn / sum];
};

/** The runs of four words of a text with how often each occurs; of fewer words the whole as one run. */
export const shinglesOf = (text: string): ReadonlyMap<string, number> => {
  const tokens = text.match(TOKEN) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, tokens.length - SIZE + 1); i++) {
    const run = tokens.slice(i, i + SIZE);
    if (run.length > 0) counts.set(run.join('\u0001'), (counts.get(run.join('\u0001')) ?? 0) + 1);
  }
  return counts;
};

/** Mean precision and recall over the pages, and their harmonic mean. */
export const aggregate = (
  rows: readonly Shares[],
): { readonly f1: number; readonly precision: number; readonly recall: number } => {
  const precision = mean(rows.filter(([tp, fp]) => tp + fp > 0).map(([tp, fp]) => tp / (tp + fp)));
  const recall = mean(rows.filter(([tp, , fn]) => tp + fn > 0).map(([tp, , fn]) => tp / (tp + fn)));
  return { f1: (2 * precision * recall) / (precision + recall || 1), precision, recall };
};

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
