import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../src/lib/align.ts';

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

describe('align', () => {
  test.each([
    ['a b c', 'x a b c y', 3, 1, 4],
    ['a b c', 'a x b x c', 3, 0, 5],
    ['a b', 'a x x a b', 2, 3, 5],
    ['a b', 'x y', 0, 0, 0],
    ['', 'x y', 0, 0, 0],
    ['b a', 'a b', 1, 0, 1],
  ])('%s in %s', (shorter, longer, matched, from, to) => {
    expect(align(words(shorter), words(longer))).toEqual({ matched, from, to });
  });

  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 });

  test('finds as long a subsequence as a plain search, and the stretch holds one', () => {
    fc.assert(
      fc.property(letters, letters, (x, y) => {
        const { matched, from, to } = align(x, y);
        expect(matched).toBe(longest(x, y));
        expect(longest(x, y.slice(from, to))).toBe(matched);
      }),
    );
  });
});

const longest = (x: readonly string[], y: readonly string[]): number => {
  const [a, ...restX] = x;
  const [b, ...restY] = y;
  if (a === undefined || b === undefined) return 0;
  return a === b ? 1 + longest(restX, restY) : Math.max(longest(restX, y), longest(x, restY));
};
