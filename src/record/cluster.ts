/** Two items that look the same, and how much so. */
export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/**
 * Joins items `0 … size - 1` along `pairs`, best first, as long as every member of the one cluster may stand with every
 * member of the other. So a vague item can never bring together two that exclude each other. The result depends on the
 * pairs alone, not on their order. Clusters are ascending, in order of their smallest member.
 */
export const joinPairs = (
  size: number,
  pairs: readonly ScoredPair[],
  mayJoin: (a: number, b: number) => boolean,
): readonly (readonly number[])[] => {
  const clusterOf = Array.from({ length: size }, (_, item) => [item]);
  // Clusters only grow, so what once may not join never may: asked once, not once a pair.
  const refused = new Map<readonly number[], Set<readonly number[]>>();
  const sorted = [...pairs].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of sorted) {
    const [one, other] = [clusterOf[a], clusterOf[b]];
    if (one === undefined || other === undefined || one === other) continue;
    if (refused.get(one)?.has(other) === true) continue;
    if (one.every((x) => other.every((y) => mayJoin(x, y)))) merge(clusterOf, one, other);
    else {
      refuse(refused, one, other);
      refuse(refused, other, one);
    }
  }
  return [...new Set(clusterOf)]
    .map((cluster) => [...cluster].sort((x, y) => x - y))
    .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
};

const merge = (clusterOf: number[][], one: number[], other: number[]): void => {
  const [larger, smaller] = one.length >= other.length ? [one, other] : [other, one];
  for (const item of smaller) {
    larger.push(item);
    clusterOf[item] = larger;
  }
};

const refuse = (
  refused: Map<readonly number[], Set<readonly number[]>>,
  one: readonly number[],
  other: readonly number[],
): void => {
  const known = refused.get(one) ?? new Set();
  refused.set(one, known.add(other));
};
