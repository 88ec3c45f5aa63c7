import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gramHashes, hash32, winnow } from '../../src/lib/winnow.ts';

const hashes = (text: string): readonly number[] => text.split(' ').map(hash32);

describe('winnow', () => {
  test('hashes are 32-bit and tell words apart', () => {
    const all = ['ferry', 'ferrz', 'yrref', '', '𝕏', '😀'].map(hash32);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32)).toBe(true);
  });

  test('a gram for each position; none when there are too few words', () => {
    expect(gramHashes(hashes('a b c d'), 3)).toHaveLength(2);
    expect(gramHashes(hashes('a b'), 3)).toHaveLength(0);
    expect(gramHashes(hashes('a b c a b c'), 3)[0]).toBe(gramHashes(hashes('a b c a b c'), 3)[3]);
  });

  test('is the set of the least hash of every window', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.integer({ min: 1, max: 8 }), (list, size) => {
        const expected = new Set<number>();
        for (let i = 0; i + size <= list.length; i++) expected.add(Math.min(...list.slice(i, i + size)));
        if (list.length > 0 && list.length < size) expected.add(Math.min(...list));
        expect(new Set(winnow(Uint32Array.from(list), size))).toEqual(expected);
      }),
    );
  });

  test('two texts that share a long enough run share a fingerprint', () => {
    const run = Array.from({ length: 13 }, (_, n) => `w${n}`).join(' ');
    fc.assert(
      fc.property(fc.array(fc.nat(999)), fc.array(fc.nat(999)), (before, after) => {
        const around = (list: readonly number[], sign: string): string =>
          list.map((n) => `${sign}${n}`).join(' ');
        const one = winnow(gramHashes(hashes(`${around(before, 'x')} ${run} ${around(after, 'x')}`), 6), 8);
        const other = winnow(gramHashes(hashes(`${around(after, 'y')} ${run} ${around(before, 'y')}`), 6), 8);
        expect([...one].some((print) => other.has(print))).toBe(true);
      }),
    );
  });
});
