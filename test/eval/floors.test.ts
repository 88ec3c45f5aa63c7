import { describe, expect, test } from 'vitest';
import { pinned, violations } from '../../eval/lib/floors.ts';
import { interval } from '../../eval/lib/metric.ts';
import { pairUp, wordsUnder } from '../../eval/lib/overlap.ts';

const metric = (value: number) => ({ metric: 'task/set/f1', value, n: 10 });
const FLOORS = { 'task/set/f1': { floor: 0.8, corpus: 'abc' } };

describe('the accuracy gate', () => {
  test.each([
    ['at the floor', 0.8, 'abc', 0],
    ['above it', 0.9, 'abc', 0],
    ['within rounding', 0.7985, 'abc', 0],
    ['below it', 0.79, 'abc', 1],
    ['on another corpus', 0.9, 'def', 1],
  ])('%s', (_, value, corpus, count) => {
    expect(violations([metric(value)], corpus, FLOORS)).toHaveLength(count);
  });

  test('a figure without a floor fails: nobody would notice it fall', () => {
    expect(violations([{ metric: 'task/new', value: 1, n: 1 }], 'abc', FLOORS)).toHaveLength(1);
  });

  test('a floor rises by itself and falls only when that is asked for', () => {
    const pin = (value: number, allow: boolean) =>
      pinned([{ metric: metric(value), corpus: 'abc' }], FLOORS, allow);
    expect(pin(0.85, false).floors['task/set/f1']?.floor).toBe(0.85);
    expect(pin(0.75, false)).toMatchObject({ floors: FLOORS, refused: [expect.stringContaining('0.75')] });
    expect(pin(0.75, true).floors['task/set/f1']?.floor).toBe(0.75);
  });
});

describe('scoring', () => {
  const text = 'one two three four';

  test('marks and spaces do not count as words', () => {
    expect([...wordsUnder('“one,” two', [[0, 10]])]).toEqual([1, 7]);
  });

  test('each gold pairs with at most one prediction, the best first', () => {
    const gold = [wordsUnder(text, [[0, 13]]), wordsUnder(text, [[14, 18]])];
    const predicted = [wordsUnder(text, [[0, 7]]), wordsUnder(text, [[0, 13]])];
    expect([...pairUp(gold, predicted, 0.5)]).toEqual([[0, 1]]);
  });

  test('the bootstrap interval is the same on every run, and nothing for nothing', () => {
    const items = [true, false, true, true].map((ok, i) => ({ id: String(i), ok }));
    expect(interval(items)).toBe(interval(items));
    expect(interval(items)).toBeGreaterThan(0);
    expect(interval(undefined)).toBe(0);
  });
});
