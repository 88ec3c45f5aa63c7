/** Disjoint sets over `0 … size - 1`. The root of a set is its smallest member, so results do not depend on the order of unions. */
export interface UnionFind {
  /** The smallest member of the set that holds `item`. */
  readonly find: (item: number) => number;
  /** Makes one set of the two that hold `a` and `b`. */
  readonly union: (a: number, b: number) => void;
  /** The sets, each ascending, in order of their smallest member. */
  readonly sets: () => readonly (readonly number[])[];
}

/** `size` sets of one member each. Near-constant time an operation (path halving). */
export const unionFind = (size: number): UnionFind => {
  const parent = Array.from({ length: size }, (_, item) => item);
  const find = (item: number): number => {
    let at = item;
    for (;;) {
      const up = parent[at] ?? at;
      if (up === at) return at;
      const next = parent[up] ?? up;
      parent[at] = next;
      at = next;
    }
  };
  const union = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    if (x !== y) parent[Math.max(x, y)] = Math.min(x, y);
  };
  const sets = (): readonly (readonly number[])[] => {
    const byRoot = new Map<number, number[]>();
    for (let item = 0; item < size; item++) {
      const root = find(item);
      const set = byRoot.get(root);
      if (set === undefined) byRoot.set(root, [item]);
      else set.push(item);
    }
    return [...byRoot.values()];
  };
  return { find, union, sets };
};
