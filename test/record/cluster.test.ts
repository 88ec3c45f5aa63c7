import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScoredPair } from '../../src/record/cluster.ts';
import { joinPairs } from '../../src/record/cluster.ts';

const anything = (): boolean => true;

describe('joinPairs', () => {
  test('the best pair is joined first; what excludes it stays out', () => {
    const pairs: readonly ScoredPair[] = [
      { a: 0, b: 1, score: 1 },
      { a: 1, b: 2, score: 2 },
    ];
    const notBoth = (a: number, b: number): boolean => a + b !== 2;
    expect(joinPairs(4, pairs, notBoth)).toEqual([[0], [1, 2], [3]]);
    expect(joinPairs(4, pairs, anything)).toEqual([[0, 1, 2], [3]]);
  });

  const pair = fc.record({ a: fc.nat(11), b: fc.nat(11), score: fc.integer({ min: 0, max: 3 }) });
  const excluded = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 12 });

  test('no cluster holds two that exclude each other, every item is in one, and order makes no difference', () => {
    fc.assert(
      fc.property(fc.array(pair), excluded, (pairs, bans) => {
        const mayJoin = (a: number, b: number): boolean =>
          !bans.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
        const clusters = joinPairs(12, pairs, mayJoin);
        expect(clusters.flat().sort((x, y) => x - y)).toEqual([...Array(12).keys()]);
        for (const cluster of clusters)
          for (const a of cluster) for (const b of cluster) expect(a === b || mayJoin(a, b)).toBe(true);
        expect(joinPairs(12, [...pairs].reverse(), mayJoin)).toEqual(clusters);
      }),
    );
  });
});
