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

  test.each(['', 'May 2016', '12 Angry Men 1957', 'version 1.2.3', '12345678', 'chapter 3 of 2016'])(
    'none in %j',
    (text) => expect(read(text)).toEqual([]),
  );

  test('what the calendar lacks is found and marked', () => {
    expect(findDates('31 February 2020', words)).toMatchObject([{ day: 31, possible: false }]);
  });
});
