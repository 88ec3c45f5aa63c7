import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  civilOf,
  dayNumber,
  daysInMonth,
  formatDay,
  isCivilDay,
  isLeapYear,
  isoWeekOf,
  isoWeekStart,
  parseDay,
  weekdayOf,
} from '../../src/lib/calendar.ts';

const anyDay = fc.integer({ min: -4_300_000, max: 2_932_896 });

describe('days of the calendar', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2016-12-16', 17151],
    ['0001-01-01', -719162],
    ['0000-03-01', -719468],
  ])('%s is day %i', (text, number) => {
    expect(parseDay(text)).toBe(number);
    expect(formatDay(number)).toBe(text);
  });

  test.each(['2015-02-29', '1900-02-29', '2016-13-01', '2016-00-10', '2016-04-31', '16-04-30', '2016-4-3'])(
    '%s is no day',
    (text) => expect(parseDay(text)).toBeNull(),
  );

  test('a day number and its calendar day stand for each other', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const { year, month, day } = civilOf(number);
        expect(isCivilDay(year, month, day)).toBe(true);
        expect(dayNumber(year, month, day)).toBe(number);
      }),
    );
  });

  test('the platform calendar agrees', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_932_896 }), (number) => {
        expect(formatDay(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        expect(weekdayOf(number) % 7).toBe(new Date(number * 86_400_000).getUTCDay());
      }),
    );
  });

  test('months and days beyond the end carry over', () => {
    expect(formatDay(dayNumber(2016, 13, 1))).toBe('2017-01-01');
    expect(formatDay(dayNumber(2016, 0, 31))).toBe('2015-12-31');
    expect(formatDay(dayNumber(2015, 2, 29))).toBe('2015-03-01');
  });

  test('leap years', () => {
    expect([1900, 2000, 2015, 2016, 0, -4].map(isLeapYear)).toEqual([false, true, false, true, true, true]);
    expect([1, 2, 12, 13, 0].map((month) => daysInMonth(2016, month))).toEqual([31, 29, 31, 0, 0]);
  });
});

describe('weeks', () => {
  test.each([
    ['2016-12-16', 2016, 50],
    ['2016-01-01', 2015, 53],
    ['2018-12-31', 2019, 1],
    ['2021-01-03', 2020, 53],
  ])('%s lies in week %i-W%i', (text, year, week) => {
    expect(isoWeekOf(parseDay(text) ?? 0)).toEqual({ year, week });
  });

  test('a week starts on its Monday and holds seven days', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const { year, week } = isoWeekOf(number);
        const start = isoWeekStart(year, week);
        expect(weekdayOf(start)).toBe(1);
        expect(start <= number && number < start + 7).toBe(true);
      }),
    );
  });
});
