import { describe, expect, test } from 'vitest';
import { day } from '../../src/model/brand.ts';
import { barsOf, type CoverageBin, yearsOf } from '../../web/src/lib/coverage.ts';

const bin = (from: string, to: string, pages: number): CoverageBin => ({
  from: day(from),
  to: day(to),
  pages,
});

const BINS = [
  bin('2010-01-01', '2010-12-31', 2),
  bin('2011-01-01', '2011-12-31', 0),
  bin('2012-01-01', '2012-12-31', 4),
];

describe('the strip of coverage', () => {
  test('the highest bar reaches the top, empty bins give none, and all lie side by side', () => {
    const bars = barsOf(BINS);
    expect(bars.map(({ height }) => height)).toEqual([0.5, 1]);
    const [first, second] = bars;
    expect(first?.x).toBe(0);
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeCloseTo(1, 10);
    expect(second?.x).toBeGreaterThan((first?.x ?? 0) + (first?.width ?? 0));
  });

  test('no bins, no bars and no years', () => {
    expect(barsOf([])).toEqual([]);
    expect(yearsOf([], 5)).toEqual([]);
  });

  test('years stand where they begin, and no more of them than asked for', () => {
    expect(yearsOf(BINS, 5).map(({ year }) => year)).toEqual([2010, 2011, 2012]);
    const long = [bin('1855-01-01', '2023-12-31', 1)];
    const years = yearsOf(long, 12);
    expect(years.length).toBeLessThanOrEqual(12);
    expect(years.map(({ year }) => year)).toContain(1900);
  });
});
