import { describe, expect, test } from 'vitest';
import { accuracy, cohensKappa, type Labels, macroF1 } from '../../eval/lib/kappa.ts';

const labels = (pairs: string): readonly Labels[] =>
  pairs
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair) => ({ first: pair[0] ?? '', second: pair[1] ?? '' }));

describe('agreement on labels', () => {
  test.each([
    // Cohen's own kind of table: 8 of 10 alike, by chance 0.5 x 0.5 + 0.5 x 0.5.
    ['aa aa aa aa ab bb bb bb bb ba', 0.8, 0.8, 0.6],
    ['aa bb cc', 1, 1, 1],
    ['ab ba', 0, 0, -1],
    // One label throughout: alike, but chance explains it.
    ['aa aa', 1, 1, 0],
    ['', 0, 0, 0],
    // a: 2 and 1 of them, one alike; b: none; c: both.
    ['aa ab cc cc', 0.75, (2 / 3 + 0 + 1) / 3, (0.75 - 6 / 16) / (1 - 6 / 16)],
  ])('of "%s" are accuracy %d, macro-F1 %d, kappa %d', (pairs, share, f1, kappa) => {
    const rows = labels(pairs);
    expect(accuracy(rows)).toBeCloseTo(share, 10);
    expect(macroF1(rows)).toBeCloseTo(f1, 10);
    expect(cohensKappa(rows)).toBeCloseTo(kappa, 10);
  });

  test('do not depend on who is first', () => {
    const rows = labels('aa ab cc ca bb');
    const turned = rows.map(({ first, second }) => ({ first: second, second: first }));
    expect(macroF1(turned)).toBeCloseTo(macroF1(rows), 10);
    expect(cohensKappa(turned)).toBeCloseTo(cohensKappa(rows), 10);
  });
});
