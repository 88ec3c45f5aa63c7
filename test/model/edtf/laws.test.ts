import oracle from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, daysInMonth, formatDay } from '../../../src/lib/calendar.ts';
import type { Day, Edtf } from '../../../src/model/brand.ts';
import {
  boundsOf,
  compareDays,
  formatEdtf,
  hullOf,
  intersect,
  after as isAfter,
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
  .tuple(
    year,
    fc.integer({ min: 21, max: 36 }).map((code) => String(code)),
  )
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

  test('before is antisymmetric and transitive, and after is its converse', () => {
    fc.assert(
      fc.property(value, value, value, (x, y, z) => {
        const [a, b, c] = [rangeOf(x), rangeOf(y), rangeOf(z)];
        expect(isBefore(a, b) && isBefore(b, a)).toBe(false);
        expect(isAfter(a, b)).toBe(isBefore(b, a));
        if (isBefore(a, b) && isBefore(b, c)) expect(isBefore(a, c)).toBe(true);
      }),
    );
  });

  test('intersection is idempotent and associative, and lies within both', () => {
    const days = (range: ReturnType<typeof intersect>) => range && [range.earliest, range.latest];
    fc.assert(
      fc.property(value, value, value, (x, y, z) => {
        const [a, b, c] = [rangeOf(x), rangeOf(y), rangeOf(z)];
        expect(days(intersect(a, a))).toEqual([a.earliest, a.latest]);
        const [ab, bc] = [intersect(a, b), intersect(b, c)];
        expect(days(ab && intersect(ab, c))).toEqual(days(bc && intersect(a, bc)));
        if (ab !== null) expect(hullOf(ab, a)).toMatchObject({ earliest: a.earliest, latest: a.latest });
      }),
    );
  });

  test('the hull holds both and is symmetric; with the intersection it gives back the other', () => {
    fc.assert(
      fc.property(value, value, (x, y) => {
        const [a, b] = [rangeOf(x), rangeOf(y)];
        const hull = hullOf(a, b);
        expect(hull).toEqual(hullOf(b, a));
        expect(boundsOf(hull.edtf)).toEqual({ earliest: hull.earliest, latest: hull.latest });
        for (const range of [a, b])
          expect(intersect(hull, range)).toMatchObject({ earliest: range.earliest, latest: range.latest });
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

  test('on the bounds of dates before Christ and of qualified dates', () => {
    const negative = plain.map((text) => `-${text}`).filter(isEdtf);
    const qualified = fc.tuple(plain, fc.constantFrom('?', '~', '%')).map(([text, sign]) => text + sign);
    fc.assert(
      fc.property(fc.oneof(negative, qualified), (text) => {
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
