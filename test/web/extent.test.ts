import { describe, expect, it } from 'vitest';
import type { Placed } from '../../src/view/desk/types.ts';
import { dayAt, dayNumber, extentOf, monthOf } from '../../web/src/lib/extent.ts';

const placed = (edtf: string, earliest: string | null, latest: string | null, certainty = 'dated'): Placed =>
  ({ edtf, earliest, latest, certainty, text: edtf }) as unknown as Placed;

describe('extentOf', () => {
  it.each([
    ['a day', placed('2016-12-15', '2016-12-15', '2016-12-15'), 'day'],
    ['a month', placed('2016-12', '2016-12-01', '2016-12-31'), 'bar'],
    ['an interval', placed('2016-12-15/2016-12-16', '2016-12-15', '2016-12-16'), 'bar'],
    ['open at its end', placed('1945/..', '1945-01-01', null), 'bar'],
    ['open at its beginning', placed('../2019-01-22', null, '2019-01-22'), 'bar'],
    ['nothing known', placed('../..', null, null), 'tray'],
    ['undated', placed('2016', '2016-01-01', '2016-12-31', 'undated'), 'tray'],
    ['no time', null, 'tray'],
  ] as const)('%s', (_name, time, shape) => {
    expect(extentOf(time).shape).toBe(shape);
  });

  it('tells rough, doubtful and only bounded times apart', () => {
    expect(extentOf(placed('1945-08-09~', '1945-08-09', '1945-08-09'))).toMatchObject({
      shape: 'day',
      isApproximate: true,
      isUncertain: false,
    });
    expect(extentOf(placed('1945-08-09?', '1945-08-09', '1945-08-09'))).toMatchObject({
      isApproximate: false,
      isUncertain: true,
    });
    expect(extentOf(placed('1945%', '1945-01-01', '1945-12-31'))).toMatchObject({
      isApproximate: true,
      isUncertain: true,
    });
    expect(extentOf(placed('2016/2018', '2016-01-01', '2018-12-31', 'bounded')).isBounded).toBe(true);
  });

  it('leaves the open end open', () => {
    expect(extentOf(placed('1945/..', '1945-01-01', null))).toMatchObject({
      from: dayNumber('1945-01-01'),
      to: null,
    });
  });
});

describe('days', () => {
  it.each(['1855-02-07', '0050-01-01', '1970-01-01', '2016-02-29'])('go there and back: %s', (day) => {
    expect(dayAt(dayNumber(day) ?? Number.NaN)).toBe(day);
  });

  it('know what is no day', () => {
    expect(dayNumber('soon')).toBeNull();
    expect(dayNumber('2016-13-01')).toBeNull();
  });

  it('stay within four digits of a year', () => {
    expect(dayAt(Number.MAX_SAFE_INTEGER)).toBe('9999-12-31');
  });
});

describe('monthOf', () => {
  it('is that of the first day, else of the last, else none', () => {
    expect(monthOf(placed('2016-12-15/..', '2016-12-15', null))).toBe('2016-12');
    expect(monthOf(placed('../2019-01-22', null, '2019-01-22'))).toBe('2019-01');
    expect(monthOf(null)).toBeNull();
  });
});
