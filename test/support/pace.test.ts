import { expect, test } from 'vitest';
import { processorTime, shareOfBound, slowness } from './pace.ts';

const busy = (ms: number): void => {
  const start = process.cpuUsage();
  while (process.cpuUsage(start).user < ms * 1000);
};

test('processor time is that of the work', () => {
  expect(processorTime(() => busy(60))).toBeGreaterThanOrEqual(60);
});

test('a bound that is far off is missed, one with room is kept', () => {
  // The bound grows with the slowness of the machine, so the work has to as well.
  expect(shareOfBound(2, () => busy(30 * slowness()))).toBeGreaterThan(1);
  expect(shareOfBound(1_000, () => busy(20))).toBeLessThan(1);
});

test('no machine is told to be faster than the one of the bounds', () => {
  expect(slowness()).toBeGreaterThanOrEqual(1);
});
