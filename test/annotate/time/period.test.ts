import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarUnit } from '../../../src/annotate/time/period.ts';
import {
  daysOf,
  edtfTextOf,
  periodAt,
  periodOfYear,
  shiftPeriod,
  timexOf,
} from '../../../src/annotate/time/period.ts';
import { formatDay, parseDay } from '../../../src/lib/calendar.ts';
import { boundsOf, isEdtf } from '../../../src/model/edtf/index.ts';

const UNITS: readonly CalendarUnit[] = ['D', 'W', 'WE', 'M', 'S', 'Q', 'H', 'Y', 'DE', 'CE'];
const number = fc.integer({ min: -600_000, max: 2_800_000 });
const unit = fc.constantFrom(...UNITS);

describe('periods', () => {
  test.each([
    ['D', '2016-12-16', '2016-12-16', '2016-12-16'],
    ['W', '2016-12-16', '2016-W50', '2016-12-12/2016-12-18'],
    ['W', '2016-01-01', '2015-W53', '2015-12-28/2016-01-03'],
    ['WE', '2016-12-16', '2016-W50-WE', '2016-12-17/2016-12-18'],
    ['M', '2016-12-16', '2016-12', '2016-12'],
    ['S', '2016-12-16', '2016-WI', '2016-24'],
    ['S', '2016-01-16', '2015-WI', '2015-24'],
    ['S', '2016-03-01', '2016-SP', '2016-21'],
    ['Q', '2016-12-16', '2016-Q4', '2016-36'],
    ['H', '2016-12-16', '2016-H2', '2016-07-01/2016-12-31'],
    ['Y', '2016-12-16', '2016', '2016'],
    ['DE', '2016-12-16', '201', '201X'],
    ['CE', '2016-12-16', '20', '20XX'],
  ] as const)('%s at %s is %s (%s)', (of, day, value, edtf) => {
    const period = periodAt(of, parseDay(day) ?? 0);
    expect([timexOf(period), edtfTextOf(period)]).toEqual([value, edtf]);
  });

  test('years before Christ', () => {
    expect(timexOf(periodOfYear('Y', -420))).toBe('BC0421');
    const ninth = { unit: 'CE', index: -9 } as const;
    expect([timexOf(ninth), edtfTextOf(ninth)]).toEqual(['BC08', '-0899-01-01/-0800-12-31']);
  });

  test('a day lies in its period, and the period of its last day is the same', () => {
    fc.assert(
      fc.property(unit, number, (of, day) => {
        const period = periodAt(of, day);
        const [first, last] = daysOf(period);
        if (of !== 'WE') expect(first <= day && day <= last).toBe(true);
        expect(periodAt(of, last)).toEqual(period);
      }),
    );
  });

  test('the next period begins where this one ends', () => {
    fc.assert(
      fc.property(unit, number, (of, day) => {
        const period = periodAt(of, day);
        const gap = of === 'WE' ? 6 : 1;
        expect(daysOf(shiftPeriod(period, 1))[0]).toBe(daysOf(period)[1] + gap);
        expect(shiftPeriod(shiftPeriod(period, 5), -5)).toEqual(period);
      }),
    );
  });

  test('the EDTF of a period has its days as bounds', () => {
    fc.assert(
      fc.property(unit, number, (of, day) => {
        const period = periodAt(of, day);
        const text = edtfTextOf(period);
        const [first, last] = daysOf(period);
        expect(isEdtf(text)).toBe(true);
        if (isEdtf(text))
          expect(boundsOf(text)).toEqual({ earliest: formatDay(first), latest: formatDay(last) });
      }),
    );
  });
});
