import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unionFind } from '../../src/lib/union-find.ts';

test('sets are named by their smallest member', () => {
  const sets = unionFind(6);
  sets.union(5, 3);
  sets.union(3, 4);
  sets.union(1, 0);
  expect(sets.sets()).toEqual([[0, 1], [2], [3, 4, 5]]);
  expect([0, 1, 2, 3, 4, 5].map(sets.find)).toEqual([0, 0, 2, 3, 3, 3]);
});

test('the order of unions makes no difference', () => {
  const pair = fc.tuple(fc.nat(19), fc.nat(19));
  fc.assert(
    fc.property(fc.array(pair), (pairs) => {
      const setsOf = (list: readonly (readonly [number, number])[]): unknown => {
        const sets = unionFind(20);
        for (const [a, b] of list) sets.union(a, b);
        return sets.sets();
      };
      expect(setsOf([...pairs].reverse().map(([a, b]) => [b, a] as const))).toEqual(setsOf(pairs));
    }),
  );
});
