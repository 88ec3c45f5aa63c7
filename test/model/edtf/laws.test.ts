import oracle from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, daysInMonth, formatDay } from '../../../src/lib/calendar.ts';
import type { Day, Edtf } from '../../../src/model/brand.ts';
import {
  boundsOf,
  compareDays,
  formatEdtf,
  intersect,
  before as isBefore,
  isEdtf,
  overlap,
  parseEdtf,
  rangeOf,
  rangeOfDays,
} from '../../../src/model/edtf/index.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const year = fc.integer({ min: 1, max: 9998 }).map((value) => String(value).padStart(4, '0'));
const calendarDay = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => `${y}-${two(m)}-${two(Math.min(d, daysInMonth(Number(y), m)))}`);
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`);
const unspecified = fc.oneof(
  year.map((y) => `${y.slice(0, 3)}X`),
  year.map((y) => `${y.slice(0, 2)}XX`),
  year.map((y) => `${y}-XX`),
  month.map((m) => `${m}-XX`),
);
const part = fc
  .tuple(year, fc.constantFrom('21', '22', '23', '24', '33', '34', '35', '36'))
  .map(([y, m]) => `${y}-${m}`);
const plain = fc.oneof(year, month, calendarDay);
const date = fc
  .tuple(fc.oneof(plain, unspecified, part), fc.constantFrom('', '', '?', '~', '%'))
  .map(([text, qualifier]) => text + qualifier);
const value: fc.Arbitrary<Edtf> = fc
  .oneof(
    date,
    fc.tuple(date, date).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
    date.map((a) => `${a}/..`),
    date.map((a) => `/${a}`),
  )
  .filter(isEdtf);

const ofOracle = (text: string): { earliest: string; latest: string } => {
  const read = oracle(text);
  const whole = (ms: number): string => formatDay(Math.floor(ms / 86_400_000));
  return { earliest: whole(read.min), latest: whole(read.max) };
};

describe('laws of EDTF values', () => {
  test('what is read is written back unchanged', () => {
    fc.assert(
      fc.property(value, (text) => {
        const parsed = parseEdtf(text);
        expect(parsed).not.toBeNull();
        if (parsed !== null) expect(formatEdtf(parsed)).toBe(text);
      }),
    );
  });

  test('bounds are days of the calendar and in order', () => {
    fc.assert(
      fc.property(value, (text) => {
        const { earliest, latest } = boundsOf(text);
        if (earliest !== null) expect(isEdtf(earliest)).toBe(true);
        if (latest !== null) expect(isEdtf(latest)).toBe(true);
        if (earliest !== null && latest !== null)
          expect(compareDays(earliest, latest)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('days to range to bounds gives the days', () => {
    const number = fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(9999, 12, 31) });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const earliest = formatDay(Math.min(a, b)) as Day;
        const latest = formatDay(Math.max(a, b)) as Day;
        expect(boundsOf(rangeOfDays(earliest, latest).edtf)).toEqual({ earliest, latest });
      }),
    );
  });

  test('intersection is symmetric, and there is one if and only if the two overlap', () => {
    fc.assert(
      fc.property(value, value, (x, y) => {
        const [a, b] = [rangeOf(x), rangeOf(y)];
        const common = intersect(a, b);
        expect(common).toEqual(intersect(b, a));
        expect(common !== null).toBe(overlap(a, b));
        expect(overlap(a, b)).toBe(overlap(b, a));
        if (common !== null) expect([overlap(common, a), overlap(common, b)]).toEqual([true, true]);
      }),
    );
  });

  test('of two bounded ranges one is before the other or they overlap', () => {
    fc.assert(
      fc.property(date, date, (x, y) => {
        const [a, b] = [rangeOf(x as Edtf), rangeOf(y as Edtf)];
        expect([isBefore(a, b), isBefore(b, a), overlap(a, b)].filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  test('any text is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9X/.~?%T:Z-]{0,30}$/)), (text) => {
        const parsed = parseEdtf(text);
        if (parsed !== null) expect(formatEdtf(parsed)).toBe(text);
      }),
    );
  });
});

describe('edtf.js agrees', () => {
  // Left out are its known faults: seasons (January to March for spring), unknown ends and quarters.
  test('on the bounds of dates', () => {
    fc.assert(
      fc.property(fc.oneof(plain, unspecified), (text) => {
        expect(boundsOf(text as Edtf)).toEqual(ofOracle(text));
      }),
      { numRuns: 60 },
    );
  });

  test('on the bounds of intervals', () => {
    fc.assert(
      fc.property(calendarDay, month, (a, b) => {
        const text = a < b ? `${a}/${b}` : `${b}/${a}`;
        if (isEdtf(text)) expect(boundsOf(text)).toEqual(ofOracle(text));
      }),
      { numRuns: 40 },
    );
  });
});
