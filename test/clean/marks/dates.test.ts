import { describe, expect, test } from 'vitest';
import { wordsOfKnowledge } from '../../../src/clean/lexicon.ts';
import { findDates } from '../../../src/clean/marks/dates.ts';
import { KNOWLEDGE } from '../support.ts';

const words = wordsOfKnowledge(KNOWLEDGE);
const read = (text: string): readonly string[] =>
  findDates(text, words).map(
    ({ year, month, day, start, end }) => `${year}-${month}-${day} ${text.slice(start, end)}`,
  );

describe('dates written out', () => {
  test.each([
    ['2016-09-01T10:00:00+03:00', '2016-9-1 2016-09-01'],
    ['😀 1 September 2016', '2016-9-1 1 September 2016'],
    ['1st of September, 2016', '2016-9-1 1st of September, 2016'],
    ['Sept. 1, 2016', '2016-9-1 Sept. 1, 2016'],
    ['01.09.2016', '2016-9-1 01.09.2016'],
    ['09/21/2016', '2016-9-21 09/21/2016'],
    ['21/09/2016', '2016-9-21 21/09/2016'],
    ['1 сентября 2016', '2016-9-1 1 сентября 2016'],
    ['2016年9月1日', '2016-9-1 2016年9月1日'],
    ['1. März 2016', '2016-3-1 1. März 2016'],
    ['18:48 GMT15 May 2021', '2021-5-15 15 May 2021'],
    ['1\u00a0September\u00a02016', '2016-9-1 1\u00a0September\u00a02016'],
  ])('%s', (text, want) => expect(read(text)).toEqual([want]));

  // Beside a letter of another script the pattern of all letters is asked: it must say the same of what is written in ASCII.
  test.each([
    '1st of September, 2016',
    'Sept. 1, 2016',
    '1\u00a0September\u00a02016',
    '2016. September 1',
    'xSeptember 1, 2016',
  ])('%j beside Порт', (text) => expect(read(`${text} Порт`)).toEqual(read(text)));

  // Only stretches around four digits are read closely: a date is found wherever it stands, digits and dates beside it or not.
  test.each([
    ['far from the next', 'word '.repeat(40)],
    ['behind other digits', '4,500 of 123456 in 1999 '],
    ['at the edge of a stretch', `2011 ${'x'.repeat(57)} `],
    ['behind a date', '3 May 2010, '],
  ])('%s', (_, before) => {
    const last = (text: string): string | undefined => read(text).at(-1);
    for (const written of ['1st of September, 2016', '2016-09-01', '2016年9月1日', 'September 1st, 2016'])
      for (const after of ['', '.', ` and ${'word '.repeat(20)}`, ' 1999'])
        expect(last(`${before}${written}${after}`)).toBe(`2016-9-1 ${written}`);
  });

  test.each(['', 'May 2016', '12 Angry Men 1957', 'version 1.2.3', '12345678', 'chapter 3 of 2016'])(
    'none in %j',
    (text) => expect(read(text)).toEqual([]),
  );

  test('what the calendar lacks is found and marked', () => {
    expect(findDates('31 February 2020', words)).toMatchObject([{ day: 31, possible: false }]);
  });
});
