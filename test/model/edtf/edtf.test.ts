import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/model/brand.ts';
import {
  boundsOf,
  edtf,
  formatInterval,
  hullOf,
  intersect,
  after as isAfter,
  before as isBefore,
  isEdtf,
  overlap,
  parseEdtf,
  precisionOf,
  rangeOf,
  rangeOfDays,
} from '../../../src/model/edtf/index.ts';

const day = (text: string): Day => text as Day;
const maybe = (text: string | null): Day | null => (text === null ? null : day(text));

describe('boundsOf and precisionOf', () => {
  test.each([
    ['2016', '2016-01-01', '2016-12-31', 'year'],
    ['2016-02', '2016-02-01', '2016-02-29', 'month'],
    ['2016-12-16', '2016-12-16', '2016-12-16', 'day'],
    ['2016-12-16T09:30:00Z', '2016-12-16', '2016-12-16', 'time'],
    ['2016-12-16T09:30:00+09:00', '2016-12-16', '2016-12-16', 'time'],
    ['197X', '1970-01-01', '1979-12-31', 'decade'],
    ['19XX', '1900-01-01', '1999-12-31', 'century'],
    ['-019X', '-0199-01-01', '-0190-12-31', 'decade'],
    ['-000X', '-0009-01-01', '0000-12-31', 'decade'],
    ['2016-XX', '2016-01-01', '2016-12-31', 'year'],
    ['2016-XX-XX', '2016-01-01', '2016-12-31', 'year'],
    ['2015-02-XX', '2015-02-01', '2015-02-28', 'month'],
    ['1945-09~', '1945-09-01', '1945-09-30', 'month'],
    ['1855?', '1855-01-01', '1855-12-31', 'year'],
    ['1855-02-07%', '1855-02-07', '1855-02-07', 'day'],
    ['2016-21', '2016-03-01', '2016-05-31', 'season'],
    ['2016-23', '2016-09-01', '2016-11-30', 'season'],
    ['2015-24', '2015-12-01', '2016-02-29', 'season'],
    ['2016-25', '2016-03-01', '2016-05-31', 'season'],
    ['2015-28', '2015-12-01', '2016-02-29', 'season'],
    ['2016-29', '2016-09-01', '2016-11-30', 'season'],
    ['2015-30', '2015-12-01', '2016-02-29', 'season'],
    ['2016-31', '2016-03-01', '2016-05-31', 'season'],
    ['2016-32', '2016-06-01', '2016-08-31', 'season'],
    ['2016-33', '2016-01-01', '2016-03-31', 'quarter'],
    ['2016-36', '2016-10-01', '2016-12-31', 'quarter'],
    ['2016-12-15/2016-12-16', '2016-12-15', '2016-12-16', 'interval'],
    ['1945-08~/1945-09~', '1945-08-01', '1945-09-30', 'interval'],
    ['2013/..', '2013-01-01', null, 'interval'],
    ['../2013', null, '2013-12-31', 'interval'],
    ['/2013', null, '2013-12-31', 'interval'],
    ['2013/', '2013-01-01', null, 'interval'],
    ['../..', null, null, 'interval'],
    ['-0043-03-15', '-0043-03-15', '-0043-03-15', 'day'],
  ])('%s lies in %s to %s (%s)', (text, earliest, latest, precision) => {
    expect(boundsOf(edtf(text))).toEqual({ earliest, latest });
    expect(precisionOf(edtf(text))).toBe(precision);
  });
});

describe('parseEdtf', () => {
  test.each([
    '',
    '/',
    '../',
    '/..',
    '16',
    '20166',
    '2016-1',
    '2016-13',
    '2016-00',
    '2016-20',
    '2016-37',
    '2016-02-30',
    '2015-02-29',
    '2016-21-01',
    '2016-33-XX',
    '2016-XX-01',
    '197X-01',
    '1XXX',
    'XXXX',
    '-0000',
    '2016-12-16T25:00:00Z',
    '2016-12-16T10:00',
    '2016-12T10:00:00Z',
    '9999-24',
    '2017/2016',
    '2016-12-16/2016-12-15',
    '2016/2017/2018',
    ' 2016',
    '2016\n',
    '２０１６',
    '𝟚𝟘𝟙𝟞',
    'P7D',
    '2016-W50',
  ])('refuses %j', (text) => {
    expect(parseEdtf(text)).toBeNull();
    expect(isEdtf(text)).toBe(false);
    expect(() => edtf(text)).toThrow(TypeError);
  });

  test('refuses a long text at once', () => {
    expect(parseEdtf(`2016-12-16T10:00:00Z${'Z'.repeat(1_000_000)}`)).toBeNull();
  });

  test('gives the parts', () => {
    expect(parseEdtf('1945-08~/..')).toEqual({
      kind: 'interval',
      from: { kind: 'date', year: '1945', month: '08', day: null, clock: null, qualifier: '~' },
      to: 'open',
    });
  });
});

describe('rangeOfDays', () => {
  test.each([
    ['2016-12-15', '2016-12-15', '2016-12-15'],
    ['2016-12-01', '2016-12-31', '2016-12'],
    ['2016-02-01', '2016-02-29', '2016-02'],
    ['2016-01-01', '2016-12-31', '2016'],
    ['2016-12-05', '2016-12-11', '2016-12-05/2016-12-11'],
    ['2016-01-01', '2017-12-31', '2016-01-01/2017-12-31'],
    [null, '2016-12-31', '../2016-12-31'],
    ['2016-01-01', null, '2016-01-01/..'],
    [null, null, '../..'],
  ])('%s to %s is %s', (earliest, latest, written) => {
    const range = rangeOfDays(maybe(earliest), maybe(latest));
    expect(range).toEqual({ edtf: written, earliest, latest });
    expect(boundsOf(range.edtf)).toEqual({ earliest, latest });
  });

  test('refuses days out of order', () => {
    expect(() => rangeOfDays(day('2016-12-16'), day('2016-12-15'))).toThrow(RangeError);
  });
});

describe('two ranges', () => {
  const range = (text: string) => rangeOf(edtf(text));
  test.each([
    ['2016', '2016-12', true, false, '2016-12'],
    ['2016-11', '2016-12', false, true, null],
    ['2016', '2016~', true, false, '2016'],
    ['2016/..', '../2016-06', true, false, '2016-01-01/2016-06-30'],
    ['../2015', '2016/..', false, true, null],
    ['2016-24', '2016-12', true, false, '2016-12'],
    ['../..', '2016-21', true, false, '2016-21'],
    ['-0043', '0001', false, true, null],
    ['-0044', '-0043', false, true, null],
  ])('%s and %s: overlap %s, before %s, intersection %s', (a, b, meets, precedes, common) => {
    expect(overlap(range(a), range(b))).toBe(meets);
    expect(isBefore(range(a), range(b))).toBe(precedes);
    expect(isBefore(range(b), range(a))).toBe(false);
    expect(intersect(range(a), range(b))?.edtf ?? null).toBe(common);
  });

  test('an open end is never before', () => {
    expect(isBefore(range('2013/..'), range('2020'))).toBe(false);
    expect(isBefore(range('2010'), range('../2020'))).toBe(false);
  });

  test.each([
    ['2016-11', '2016-12', '2016-11-01/2016-12-31'],
    ['2016-12-01', '2016-12-31', '2016-12'],
    ['2016', '2016-12', '2016'],
    ['2013/..', '2010', '2010-01-01/..'],
    ['../2013', '2016/..', '../..'],
    ['-0043', '0001', '-0043-01-01/0001-12-31'],
  ])('%s and %s lie in %s', (a, b, written) => {
    expect(hullOf(range(a), range(b)).edtf).toBe(written);
    expect(hullOf(range(b), range(a)).edtf).toBe(written);
  });

  test('after is before the other way round', () => {
    expect([isAfter(range('2017'), range('2016')), isAfter(range('2016'), range('2017'))]).toEqual([
      true,
      false,
    ]);
    expect(isAfter(range('2017'), range('2016/..'))).toBe(false);
  });

  test('formatInterval', () => {
    expect(formatInterval(day('2016-12-15'), day('2016-12-16'))).toBe('2016-12-15/2016-12-16');
    expect(formatInterval(edtf('2016-12'), edtf('2016-12'))).toBe('2016-12');
    expect(formatInterval(edtf('2013'), null)).toBe('2013/..');
    expect(formatInterval(null, edtf('2013'))).toBe('../2013');
    expect(formatInterval(null, null)).toBe('../..');
  });
});
