import { describe, expect, it } from 'vitest';
import { claimQuery } from '../../src/view/desk/address.ts';
import type { DeskRow, Placed } from '../../src/view/desk/types.ts';
import { neighbourDay, neighbourQuery } from '../../web/src/lib/as-of.ts';
import { dayText, isDay, shiftDay } from '../../web/src/lib/day.ts';

const published = (earliest: string | null, latest: string | null): Pick<DeskRow, 'times'> => ({
  times: { happened: null, said: null, published: { earliest, latest } as Placed },
});
const on = (day: string): Pick<DeskRow, 'times'> => published(day, day);
const UNDATED: Pick<DeskRow, 'times'> = { times: { happened: null, said: null, published: null } };

describe('the neighbouring day', () => {
  const rows = [
    on('2016-12-10'),
    on('2016-12-15'),
    on('2016-12-20'),
    UNDATED,
    published('2016-12-01', '2016-12-31'),
  ];

  it('is the nearest by whose end something was reported', () => {
    expect(neighbourDay(rows, '2016-12-16', 'previous')).toBe('2016-12-15');
    expect(neighbourDay(rows, '2016-12-15', 'previous')).toBe('2016-12-10');
    expect(neighbourDay(rows, '2016-12-15', 'next')).toBe('2016-12-20');
  });

  it('counts what is known to the month only at its end', () => {
    expect(neighbourDay(rows, '2016-12-20', 'next')).toBe('2016-12-31');
  });

  it('is not there beyond the first and the last', () => {
    expect(neighbourDay(rows, '2016-12-10', 'previous')).toBeNull();
    expect(neighbourDay(rows, '2016-12-31', 'next')).toBeNull();
    expect(neighbourDay([UNDATED], null, 'previous')).toBeNull();
  });

  it('is the last of all when one steps back from today', () => {
    expect(neighbourDay([on('2016-12-10'), on('2016-12-15')], null, 'previous')).toBe('2016-12-15');
  });

  it('is asked for beside the day, under the filters that hold', () => {
    const query = claimQuery({ q: 'islands', sort: 'speaker', offset: 300 });
    const { asOf } = claimQuery();
    expect(neighbourQuery(query, '2017-01-01' as NonNullable<typeof asOf>, 'previous')).toMatchObject({
      q: 'islands',
      clock: 'published',
      from: null,
      to: '2016-12-31',
      asOf: null,
      sort: '-published',
      offset: 0,
    });
    expect(neighbourQuery(query, '2016-02-28' as NonNullable<typeof asOf>, 'next')).toMatchObject({
      from: '2016-02-29',
      to: null,
      sort: 'published',
    });
  });
});

describe('days', () => {
  it('are days of the calendar', () => {
    expect(['2016-02-29', '0044-03-15'].every(isDay)).toBe(true);
    expect(['2015-02-29', '2016-2-9', '2016', '', '2016-13-01'].some(isDay)).toBe(false);
  });

  it('are written with the month in letters, whatever the time zone', () => {
    expect(dayText('2016-12-16')).toBe('16 Dec 2016');
    expect(dayText('2016-09-01')).toBe('1 Sep 2016');
    expect(dayText('2016')).toBe('2016');
  });

  it('are shifted over the ends of months', () => {
    expect(shiftDay('2016-03-01', -1)).toBe('2016-02-29');
    expect(shiftDay('2016-12-31', 1)).toBe('2017-01-01');
  });
});
