import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairSet } from '../../src/lib/pair-set.ts';

test('pairs come once, the smaller first, ascending; no item pairs with itself', () => {
  const set = pairSet(100_000);
  for (const [a, b] of [
    [99_999, 99_998],
    [5, 2],
    [2, 5],
    [7, 7],
    [2, 3],
  ] as const)
    set.add(a, b);
  expect([...set.pairs()]).toEqual([
    [2, 3],
    [2, 5],
    [99_998, 99_999],
  ]);
});

test('holds just what was added', () => {
  const item = fc.nat(9);
  fc.assert(
    fc.property(fc.array(fc.tuple(item, item)), (added) => {
      const set = pairSet(10);
      for (const [a, b] of added) set.add(a, b);
      const expected = new Set(
        added.filter(([a, b]) => a !== b).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
      );
      expect(new Set([...set.pairs()].map(([a, b]) => `${a}-${b}`))).toEqual(expected);
    }),
  );
});
