import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FacetValue } from '../../src/view/desk/types.ts';
import { pagesOver } from '../../web/src/lib/page-numbers.ts';
import {
  dragged,
  gripAt,
  only,
  shifted,
  shownValues,
  stepped,
  toggled,
} from '../../web/src/lib/selection.ts';

describe('gripAt', () => {
  const window = { start: 100, end: 200 };
  it.each([
    [100, 'start'],
    [95, 'start'],
    [205, 'end'],
    [150, 'body'],
    [50, 'new'],
    [300, 'new'],
  ] as const)('%i is %s', (x, grip) => {
    expect(gripAt(x, window)).toBe(grip);
  });

  it('can still take both edges of a window without width', () => {
    expect(gripAt(98, { start: 100, end: 101 })).toBe('start');
    expect(gripAt(103, { start: 100, end: 101 })).toBe('end');
  });

  it('draws a new one where there is none', () => {
    expect(gripAt(10, null)).toBe('new');
  });
});

describe('dragged', () => {
  const window = { start: 100, end: 200 };
  it('moves the window without changing its length, up to the ends', () => {
    expect(dragged('body', window, 150, 180, 500)).toEqual({ start: 130, end: 230 });
    expect(dragged('body', window, 150, 900, 500)).toEqual({ start: 400, end: 500 });
    expect(dragged('body', window, 150, -900, 500)).toEqual({ start: 0, end: 100 });
  });

  it('lets an edge cross the other', () => {
    expect(dragged('start', window, 100, 260, 500)).toEqual({ start: 200, end: 260 });
  });

  it('always lies within the strip, its beginning first', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('start', 'end', 'body', 'new' as const),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: -2000, max: 2000 }),
        fc.integer({ min: -2000, max: 2000 }),
        (grip, a, b, from, x) => {
          const origin = { start: Math.min(a, b), end: Math.max(a, b) };
          const { start, end } = dragged(grip, origin, from, x, 500);
          expect(start).toBeLessThanOrEqual(end);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(500);
        },
      ),
    );
  });
});

describe('shifted', () => {
  const span = { from: 0, to: 999 };
  it('moves by the length of the window', () => {
    expect(shifted({ from: 100, to: 149 }, 1, span)).toEqual({ from: 150, to: 199 });
    expect(shifted({ from: 100, to: 149 }, -1, span)).toEqual({ from: 50, to: 99 });
  });

  it('stops at the ends with its length kept', () => {
    expect(shifted({ from: 980, to: 999 }, 1, span)).toEqual({ from: 980, to: 999 });
    expect(shifted({ from: 10, to: 109 }, -1, span)).toEqual({ from: 0, to: 99 });
  });
});

describe('stepped', () => {
  it('stays within the list', () => {
    expect([stepped(0, -1, 5), stepped(4, 1, 5), stepped(2, 1, 5), stepped(0, 1, 0)]).toEqual([0, 4, 3, -1]);
  });
});

describe('toggled', () => {
  it('chooses, lets go, and changes sides', () => {
    const chosen = toggled({}, 'party', 'orl', 'in');
    expect(chosen).toEqual({ party: { in: ['orl'], out: [] } });
    expect(toggled(chosen, 'party', 'orl', 'in')).toEqual({});
    expect(toggled(chosen, 'party', 'orl', 'out')).toEqual({ party: { in: [], out: ['orl'] } });
    expect(toggled(chosen, 'party', 'ves', 'in')).toEqual({ party: { in: ['orl', 'ves'], out: [] } });
  });

  it('leaves other facets as they are', () => {
    const filters = { act: { in: ['said'], out: [] }, party: { in: ['orl'], out: [] } };
    expect(toggled(filters, 'party', 'orl', 'in')).toEqual({ act: { in: ['said'], out: [] } });
  });

  it('asks for one value alone', () => {
    expect(only({ certainty: { in: ['dated'], out: [] } }, 'certainty', 'undated')).toEqual({
      certainty: { in: ['undated'], out: [] },
    });
  });
});

describe('pagesOver', () => {
  it('names each page that is seen but the first, which is at hand', () => {
    expect(pagesOver(0, 60)).toEqual([]);
    expect(pagesOver(80, 120)).toEqual([1]);
    expect(pagesOver(199, 200)).toEqual([1, 2]);
    expect(pagesOver(146_950, 147_010)).toEqual([1469, 1470]);
  });
});

describe('shownValues', () => {
  const values: readonly FacetValue[] = Array.from({ length: 12 }, (_, index) => ({
    value: `v${index}`,
    label: `Speaker ${index}`,
    count: 20 - index,
    chosen: index === 11 ? 'out' : null,
  }));

  it('shows the commonest and always the chosen', () => {
    expect(shownValues(values, '', false, 3).map(({ value }) => value)).toEqual(['v0', 'v1', 'v2', 'v11']);
  });

  it('finds by what was typed, in any case', () => {
    expect(shownValues(values, ' SPEAKER 1', false, 3).map(({ value }) => value)).toEqual([
      'v1',
      'v10',
      'v11',
    ]);
  });
});
