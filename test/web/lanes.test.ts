import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskParty, DeskRow } from '../../src/view/desk/types.ts';
import { type LaneItem, stack } from '../../web/src/lib/lanes.ts';
import { laneGroups } from '../../web/src/timeline/lane-groups.ts';

const items = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 120 }))
    .map(([start, length]): LaneItem => ({ start, end: start + length })),
  { maxLength: 60 },
);

describe('stack', () => {
  it('places or counts each item exactly once', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 8 }), (given, rows) => {
        const lane = stack(given, rows);
        const all = [
          ...lane.stacked.map(({ index }) => index),
          ...lane.overflow.flatMap(({ indices }) => indices),
        ];
        expect(all.sort((a, b) => a - b)).toEqual(given.map((_, index) => index));
        expect(lane.rows).toBeLessThanOrEqual(rows);
      }),
    );
  });

  it('never lets two items of a row touch', () => {
    fc.assert(
      fc.property(items, (given) => {
        const { stacked } = stack(given, 6);
        const at = (index: number): LaneItem => given[index] ?? { start: Number.NaN, end: Number.NaN };
        const pairs = stacked.flatMap((a) =>
          stacked
            .filter((b) => a.index < b.index && a.row === b.row)
            .map((b) => [at(a.index), at(b.index)] as const),
        );
        expect(pairs.filter(([x, y]) => !(x.end < y.start || y.end < x.start))).toEqual([]);
      }),
    );
  });

  it('uses a second row only where the first is taken', () => {
    const lane = stack(
      [
        { start: 0, end: 10 },
        { start: 5, end: 15 },
        { start: 20, end: 30 },
      ],
      4,
    );
    expect(lane.rows).toBe(2);
    expect(lane.stacked).toEqual([
      { index: 0, row: 0 },
      { index: 1, row: 1 },
      { index: 2, row: 0 },
    ]);
  });

  it('gathers what has no room by place', () => {
    const crowd = Array.from({ length: 5 }, () => ({ start: 100, end: 112 }));
    const far = Array.from({ length: 3 }, () => ({ start: 400, end: 412 }));
    const lane = stack([...crowd, ...far], 2);
    expect(lane.overflow.map(({ at, indices }) => [at, indices.length])).toEqual([
      [100, 3],
      [400, 1],
    ]);
  });
});

const party = (id: string, slot: number): DeskParty =>
  ({ id, name: id.toUpperCase(), tag: id.toUpperCase(), slot, claims: 1 }) as unknown as DeskParty;

const row = (id: string, parties: readonly string[], issues: readonly string[] = []): DeskRow =>
  ({
    id,
    parties: parties.map((name) => ({ id: name, name: name.toUpperCase() })),
    issues: issues.map((name) => ({ id: name, label: name, stance: null })),
  }) as unknown as DeskRow;

describe('laneGroups', () => {
  const parties = new Map([
    ['or', party('or', 0)],
    ['vs', party('vs', 1)],
  ]);

  it('keeps the order of the dispute, a claim of two parties in both, the rest last', () => {
    const groups = laneGroups(
      [row('a', ['zz']), row('b', ['vs', 'or']), row('c', [])],
      'party',
      parties,
      'no party',
    );
    expect(groups.map(({ label, slot, rows }) => [label, slot, rows.map(({ id }) => id)])).toEqual([
      ['OR', 0, ['b']],
      ['VS', 1, ['b']],
      ['ZZ', null, ['a']],
      ['no party', null, ['c']],
    ]);
  });

  it('orders issues by how many claims touch them, and counts a claim once in a lane', () => {
    const groups = laneGroups(
      [row('a', [], ['fish', 'fish']), row('b', [], ['isles']), row('c', [], ['isles'])],
      'issue',
      parties,
      'no issue',
    );
    expect(groups.map(({ label, rows }) => [label, rows.length])).toEqual([
      ['isles', 2],
      ['fish', 1],
    ]);
  });
});
