import { describe, expect, test } from 'vitest';
import type { TimeExpression } from '../../../src/model/annotation.ts';
import { annotate, unmark } from './support.ts';

/** The two expressions under the marks, as `value value = stretch`. */
const read = (marked: string, published: string | null, language: string): string => {
  const { text, spans } = unmark(marked);
  const { output } = annotate(text, published, language);
  const ends = spans.map((mark) =>
    output.find(({ span }) => span.start === mark.start && span.end === mark.end),
  );
  const [first, second] = ends;
  expect(first?.range ?? null).toEqual(second?.range ?? null);
  return `${ends.map((end) => end?.value).join(' ')} = ${first?.range?.edtf ?? 'none'}`;
};

// 2016-12-16 is a Friday, 2016-12-14 a Wednesday.
describe('two expressions that are the ends of one stretch', () => {
  test.each([
    ['The visit runs on [December 15]-[16].', '2016-12-15 2016-12-16 = 2016-12-15/2016-12-16'],
    ['The forum ran on [May 3]–[4, 2016].', '2016-05-03 2016-05-04 = 2016-05-03/2016-05-04'],
    ['They met on [December 15] and [16].', '2016-12-15 2016-12-16 = 2016-12-15/2016-12-16'],
    ['They patrolled from [August] to [October 1945].', '1945-08 1945-10 = 1945-08/1945-10'],
    ['It lay idle, [1939]-[1945].', '1939 1945 = 1939/1945'],
    ['They talk between [Monday] and [Thursday].', '2016-12-12 2016-12-15 = 2016-12-12/2016-12-15'],
    ['They sat from [28 August] to [3 September 1945].', '1945-08-28 1945-09-03 = 1945-08-28/1945-09-03'],
    ['They sat from [November] to [March 1946].', '1945-11 1946-03 = 1945-11/1946-03'],
    ['They sat from [November 3, 1945], to [January 5].', '1945-11-03 1946-01-05 = 1945-11-03/1946-01-05'],
    ['They met from [Monday] to [Thursday of last week].', '2016-12-05 2016-12-08 = 2016-12-05/2016-12-08'],
    ['Trade grew from [the 1970s] to [the 1990s].', '197 199 = 1970/1999'],
    ['They met from [spring] to [autumn 2015].', '2015-SP 2015-FA = 2015-03-01/2015-11-30'],
    ['They sat from [28] to [3 September 1945].', '1945-08-28 1945-09-03 = 1945-08-28/1945-09-03'],
    ['They sat on [December 28]-[3, 2015].', '2015-12-28 2016-01-03 = 2015-12-28/2016-01-03'],
    [
      'They sat from [10 p.m. Monday] to [2 a.m. Tuesday].',
      '2016-12-12T22:00 2016-12-13T02:00 = 2016-12-12/2016-12-13',
    ],
    ['They camped from [431] to [404 BC].', 'BC0431 BC0404 = -0430/-0403'],
    ['He stayed from [1945] to [last year].', '1945 2015 = 1945/2015'],
    ['It fell [this year] through [October 19].', '2016 2016-10-19 = 2016-01-01/2016-10-19'],
  ])('%s', (marked, expected) => {
    expect(read(marked, '2016-12-16', 'en')).toBe(expected);
  });

  test.each([
    ['They held talks from [Monday] to [Thursday].', '2016-12-05 2016-12-08 = 2016-12-05/2016-12-08'],
    ['They will hold talks from [Monday] to [Thursday].', '2016-12-19 2016-12-22 = 2016-12-19/2016-12-22'],
    ['The road will be shut from [Thursday] to [Tuesday].', '2016-12-15 2016-12-20 = 2016-12-15/2016-12-20'],
  ])('published on a Wednesday: %s', (marked, expected) => {
    expect(read(marked, '2016-12-14', 'en')).toBe(expected);
  });

  test.each([
    ['ru', 'Форум пройдет [15]–[16 декабря].', '2016-12-15 2016-12-16 = 2016-12-15/2016-12-16'],
    ['ru', 'Он служил в [1939]–[1945] годах.', '1939 1945 = 1939/1945'],
    ['ja', '首脳会談は[12月15日]から[16日]まで開かれる。', '2016-12-15 2016-12-16 = 2016-12-15/2016-12-16'],
    ['ja', '交渉は[2015年5月28日]から[6月3日]まで続いた。', '2015-05-28 2015-06-03 = 2015-05-28/2015-06-03'],
  ])('%s %s', (language, marked, expected) => {
    expect(read(marked, '2016-12-16', language)).toBe(expected);
  });

  test('clock times of one day are on that day, and make no stretch of days', () => {
    const { output } = annotate('They met from 10 a.m. to noon on Thursday.');
    expect(output.map(({ value, range }) => [value, range])).toEqual([
      ['2016-12-15T10:00', null],
      ['2016-12-15T12:00', null],
    ]);
  });

  test('both have the span of the whole', () => {
    const { text, spans } = unmark('The 𝕏 visit runs on [December 15]-[16].');
    const { output } = annotate(text);
    const whole = { start: spans[0]?.start, end: spans[1]?.end };
    expect(output.map(({ range }) => range?.span)).toEqual([whole, whole]);
    expect(output[0]?.range).toMatchObject({ earliest: '2016-12-15', latest: '2016-12-16' });
  });
});

describe('no stretch', () => {
  test.each([
    'They moved the talks from Monday to Thursday.',
    'The talks were postponed from May 3 to May 10.',
    'They meet on Monday or Thursday.',
    'They meet on May 3 and 10.',
    'They ruled from 1956 to 1945.',
    'They fell from 31 February to 3 March 2015.',
    'It takes two to three weeks.',
    'They met in 1956, to general surprise, and in 1960.',
    'A rise, due last Thursday, to May 6 levels.',
  ])('%s', (text) => {
    expect(annotate(text).output.map(({ range }) => range)).toEqual(annotate(text).output.map(() => null));
  });
});

describe('a stretch when publication is not one day', () => {
  const ends = (text: string, published: string): readonly (TimeExpression | undefined)[] =>
    annotate(text, published).output;

  test('runs from the first day it can have begun to the last it can have ended', () => {
    const [first, second] = ends('They met from Monday to Tuesday.', '2016-12-14/2016-12-21');
    expect(first?.range?.edtf).toBe('2016-12-12/2016-12-20');
    expect(second?.range).toEqual(first?.range);
  });

  test('is sure when its days are', () => {
    const [first] = ends('They met from 3 to 5 May 1945.', '2016/2017');
    expect(first?.range?.edtf).toBe('1945-05-03/1945-05-05');
  });
});
