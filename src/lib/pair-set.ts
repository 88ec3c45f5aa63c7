/** A set of unordered pairs of different items out of `0 … size - 1`. */
export interface PairSet {
  /** Adds the pair; the same item twice is no pair. */
  readonly add: (a: number, b: number) => void;
  /** The pairs with the smaller item first, ascending. */
  readonly pairs: () => Iterable<readonly [number, number]>;
}

/** An empty set of pairs; `size` at most 94,000,000, so that a pair is one safe integer. */
export const pairSet = (size: number): PairSet => {
  const keys = new Set<number>();
  return {
    add: (a, b) => {
      if (a !== b) keys.add(Math.min(a, b) * size + Math.max(a, b));
    },
    pairs: function* () {
      const sorted = Float64Array.from(keys).sort();
      for (const key of sorted) yield [Math.floor(key / size), key % size];
    },
  };
};
