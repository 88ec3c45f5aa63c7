import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../src/lib/calendar.ts';
import { day } from '../../../src/model/brand.ts';
import type { ClaimHead } from '../../../src/model/store-port.ts';
import { claimQuery } from '../../../src/view/desk/address.ts';
import { createClaimIndex } from '../../../src/view/desk/claim-index.ts';
import { stripOf } from '../../../src/view/desk/strip.ts';
import type { ClaimListQuery } from '../../../src/view/desk/types.ts';
import { aValidTime } from '../../support/builders.ts';
import { aTelling, eventHead, LABELS, someHead, statementHead } from './heads.ts';

const strip = (heads: readonly ClaimHead[], bins: number, given: Partial<ClaimListQuery> = {}) => {
  const index = createClaimIndex(LABELS);
  for (const head of heads) index.put(head);
  return stripOf(index, claimQuery(given), { hits: null, citing: null }, bins);
};

const on = (...days: readonly string[]): readonly ClaimHead[] =>
  days.map((valid, n) => statementHead(n, { valid: aValidTime(valid) }));

describe('bars', () => {
  test.each([
    ['days', on('2031-05-12', '2031-05-14'), 3, ['2031-05-12', '2031-05-13', '2031-05-14']],
    ['months', on('2031-05-12', '2031-07-01'), 3, ['2031-05-01', '2031-06-01', '2031-07-01']],
    ['quarters', on('2031-05-12', '2031-12-01'), 3, ['2031-04-01', '2031-07-01', '2031-10-01']],
    ['years', on('2031-05-12', '2033-01-01'), 3, ['2031-01-01', '2032-01-01', '2033-01-01']],
    ['two years', on('2030-05-12', '2034-12-31'), 3, ['2030-01-01', '2032-01-01', '2034-01-01']],
    ['one at least', on('2030-05-12', '2034-12-31'), 1, ['2030-01-01']],
    [
      'years before 1',
      on('-0002-05-12', '0001-12-31'),
      4,
      ['-0002-01-01', '-0001-01-01', '0000-01-01', '0001-01-01'],
    ],
  ])('of %s', (_, heads, bins, from) => {
    expect(strip(heads, bins).bins.map((bin) => bin.from)).toEqual(from);
  });

  test('count what begins in them, statements and events apart', () => {
    const heads = [
      statementHead(1, { valid: aValidTime('2031-05-12') }),
      statementHead(2, { valid: aValidTime('2031-05-12/2031-06-30') }),
      eventHead(3, { valid: aValidTime('2031-05-12') }),
      eventHead(4, { valid: aValidTime('../2031-05-13') }),
    ];
    expect(strip(heads, 10)).toEqual({
      clock: 'happened',
      bins: [
        { from: '2031-05-12', to: '2031-05-12', statements: 2, events: 1 },
        { from: '2031-05-13', to: '2031-05-13', statements: 0, events: 1 },
      ],
      span: { from: '2031-05-12', to: '2031-05-13' },
      gaps: [],
      bounded: 0,
      undated: 0,
    });
  });

  test('leave out what is only bounded or not dated, and say how much that is', () => {
    const heads = [
      statementHead(1, { valid: aValidTime('2020/2024', 'bounded') }),
      statementHead(2, { valid: null }),
      eventHead(3, {}, [aTelling(1, '2031-05-14')]),
    ];
    expect(strip(heads, 10)).toMatchObject({ bounded: 1, undated: 1, bins: [{ events: 1 }] });
    expect(strip(heads.slice(0, 2), 10)).toMatchObject({
      bins: [],
      span: null,
      gaps: [],
      bounded: 1,
      undated: 1,
    });
    expect(strip(heads, 10, { clock: 'said' })).toMatchObject({ clock: 'said', bounded: 1, undated: 2 });
    expect(strip(heads, 10, { clock: 'published' }).bins).toEqual([
      { from: '2031-05-14', to: '2031-05-14', statements: 2, events: 1 },
    ]);
  });

  test('are those of all filters but the window', () => {
    const heads = [...on('2031-05-12', '2031-05-13'), eventHead(9)];
    const query = { from: day('2040-01-01'), facets: { kind: { in: ['statement'], out: [] } } };
    expect(strip(heads, 10, query).bins.map(({ statements, events }) => [statements, events])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});

test('a long stretch without a claim is a gap, a short one is empty bars', () => {
  const shown = strip(on('2000-06-01', '2001-06-01', '2003-06-01', '2020-06-01'), 30);
  expect(shown.gaps).toEqual([{ from: '2004-01-01', to: '2019-12-31' }]);
  expect(shown.bins.map(({ from, statements }) => [from.slice(0, 4), statements])).toEqual([
    ['2000', 1],
    ['2001', 1],
    ['2002', 0],
    ['2003', 1],
    ['2020', 1],
  ]);
});

test('bars and gaps follow each other without holes, count every dated claim once, and are no more than asked', () => {
  fc.assert(
    fc.property(fc.array(someHead, { maxLength: 20 }), fc.integer({ min: 2, max: 400 }), (heads, bins) => {
      const shown = strip(heads, bins);
      const pieces = [...shown.bins, ...shown.gaps].sort((a, b) => (a.from < b.from ? -1 : 1));
      for (const [n, piece] of pieces.slice(1).entries())
        expect(parseDay(piece.from)).toBe((parseDay(pieces[n]?.to ?? '') ?? 0) + 1);
      expect(pieces.length).toBeLessThanOrEqual(bins);
      const counted = shown.bins.reduce((sum, { statements, events }) => sum + statements + events, 0);
      expect(counted + shown.bounded + shown.undated).toBe(new Set(heads.map(({ id }) => id)).size);
    }),
  );
});
