import { describe, expect, test } from 'vitest';
import { feastIn } from '../../../src/annotate/time/feast.ts';
import { formatDay } from '../../../src/lib/calendar.ts';
import { annotate, unmark } from './support.ts';

describe('movable feasts', () => {
  // Dates of Easter as printed in almanacs: the earliest, the latest and some between.
  test.each([
    ['easter', 1818, '1818-03-22'],
    ['easter', 1943, '1943-04-25'],
    ['easter', 1981, '1981-04-19'],
    ['easter', 2016, '2016-03-27'],
    ['good-friday', 1998, '1998-04-10'],
    ['pentecost', 2016, '2016-05-15'],
    ['thanksgiving', 2016, '2016-11-24'],
    ['thanksgiving', 2018, '2018-11-22'],
    ['labor-day', 2016, '2016-09-05'],
    ['memorial-day', 2016, '2016-05-30'],
  ])('%s of %d', (name, year, day) => {
    expect(formatDay(feastIn(name, year) ?? 0)).toBe(day);
  });

  test('another name is none', () => {
    expect(feastIn('harbour day', 2016)).toBeNull();
  });
});

describe('in a text published on 2016-12-16', () => {
  test.each([
    ['They agreed a truce on [Good Friday].', '2016-03-25'],
    ['They met [Thanksgiving Day].', '2016-11-24'],
    ['They met [last Thanksgiving].', '2016-11-24'],
    ['They met at [Easter, 1998], in Liss.', '1998-04-12'],
    ['They will meet at [Easter].', '2017-04-16'],
    ['They crossed the river on [Christmas night].', '2016-12-25TNI'],
  ])('%s', (marked, value) => {
    const { text, spans } = unmark(marked);
    const [time] = annotate(text).output;
    expect([time?.span, time?.value]).toEqual([spans[0], value]);
  });

  test.each([
    'They live on Easter Island.',
    'It was bloody Sunday’s march.',
    'A Christmas tree stood there.',
  ])('%s', (text) => {
    expect(annotate(text).output.filter(({ value }) => value !== '2016-12-11')).toEqual([]);
  });
});
