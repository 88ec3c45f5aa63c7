import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay, parseDay } from '../../../src/lib/calendar.ts';
import { compareDays } from '../../../src/model/edtf/index.ts';
import { annotate, unmark } from './support.ts';

const read = (marked: string, published: string): string => {
  const { text, spans } = unmark(marked);
  return annotate(text, published)
    .output.filter(({ span }) => spans.some((mark) => mark.start === span.start && mark.end === span.end))
    .map(({ type, value, edtf }) => `${type} ${value} ${edtf}`)
    .join(' | ');
};

describe('publication is an interval: the value is what is certain, the days all that are possible', () => {
  test.each([
    ['They met [yesterday].', '2016-12-14/2016-12-20', 'DATE 2016-12-XX 2016-12-13/2016-12-19'],
    ['They met [yesterday].', '2016-12-30/2017-01-03', 'DATE XXXX-XX-XX 2016-12-29/2017-01-02'],
    ['They met on [Thursday].', '2016-12-14/2016-12-20', 'DATE 2016-WXX-4 2016-12-08/2016-12-15'],
    ['They met on [Thursday].', '2016-12-15/2016-12-16', 'DATE 2016-12-15 2016-12-15'],
    ['They met on [3 May].', '2016-12-01/2016-12-20', 'DATE 2016-05-03 2016-05-03'],
    ['They met on [3 May].', '2015-12-01/2016-12-20', 'DATE XXXX-05-03 2015-05-03/2016-05-03'],
    ['They met in [June].', '2015-12-01/2016-12-20', 'DATE XXXX-06 2015-06-01/2016-06-30'],
    ['They met [last week].', '2016-12-14/2016-12-20', 'DATE 2016-WXX 2016-12-05/2016-12-18'],
    ['They met [last month].', '2016-12-20/2017-01-05', 'DATE 2016-XX 2016-11-01/2016-12-31'],
    ['It rose in [the third quarter].', '2015-12-01/2016-12-20', 'DATE XXXX-Q3 2015-07-01/2016-09-30'],
    ['It rose in [the latest quarter].', '2016-06-20/2016-07-05', 'DATE 2016-QX 2016-01-01/2016-06-30'],
    ['They met [last summer].', '2015-12-01/2016-12-20', 'DATE XXXX-SU 2015-06-01/2016-08-31'],
    ['They spoke [earlier this year].', '2016-11-01/2016-12-20', 'DATE 2016 2016-01-01/2016-12-20'],
    ['They met [two years ago].', '2015-12-01/2016-12-20', 'DATE XXXX 2013-01-01/2014-12-31'],
    [
      'They met often in [the past two weeks].',
      '2016-12-16/2016-12-18',
      'DURATION P2W 2016-12-02/2016-12-18',
    ],
    ['They met [Thursday evening].', '2016-12-14/2016-12-20', 'TIME 2016-WXX-4TEV 2016-12-08/2016-12-15'],
    [
      'They left at [10:30 a.m. today].',
      '2016-12-14/2016-12-15',
      'TIME 2016-12-XXT10:30 2016-12-14/2016-12-15',
    ],
    ['They signed it on [19 October 1956].', '2010/2016', 'DATE 1956-10-19 1956-10-19'],
    [
      'They met on Thursday. They left [the next day].',
      '2016-12-14/2016-12-20',
      'DATE 2016-12-XX 2016-12-09/2016-12-16',
    ],
    ['They spoke for [five hours].', '2010/2016', 'DURATION PT5H null'],
  ])('%s published %s', (marked, published, expected) => {
    expect(read(marked, published)).toBe(expected);
  });

  test('a few readings are listed by their share of the days, many are not', () => {
    const [few] = annotate('They met last month.', '2016-11-21/2016-12-10').output;
    expect(few?.readings.map(({ edtf }) => edtf)).toEqual(['2016-10', '2016-11']);
    expect(few?.readings.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
    expect(few?.how).toBe('guessed');
    const [many] = annotate('They met yesterday.', '2016-11-01/2016-12-10').output;
    expect(many?.readings).toEqual([]);
  });
});

const EXPRESSIONS = [
  'on Thursday',
  'last Friday',
  'next Monday',
  'yesterday',
  'tomorrow evening',
  'last week',
  'over the weekend',
  'this month',
  'in June',
  'on 3 May',
  'on December 31',
  'on 29 February',
  'on Friday, May 6',
  'in the third quarter',
  'last summer',
  'in the spring',
  'two years ago',
  'three weeks ago',
  'earlier this year',
  'later this month',
  'in the past two months',
  'in the next ten days',
  'the next day',
  'two days later',
  'that year',
  'from Monday to Thursday',
  'from November to March',
  'on December 15-16',
  'in ’92',
  'at 10:30 a.m. on Tuesday',
  'in 1956',
] as const;
const VERBS = ['met', 'will meet', 'meet'] as const;

const sentence = fc
  .tuple(fc.constantFrom(...VERBS), fc.constantFrom(...EXPRESSIONS))
  .map(([verb, expression]) => `They ${verb} ${expression}.`);
const story = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));

const start = parseDay('2011-01-01') ?? 0;
const spanOfDays = (most: number) =>
  fc.tuple(fc.integer({ min: start, max: start + 4_000 }), fc.integer({ min: 1, max: most }), fc.nat());

/** Whether the days of the sure reading lie within those of the unsure one; an absent bound is no bound. */
const within = (
  sure: { readonly earliest: string | null; readonly latest: string | null },
  unsure: { readonly earliest: string | null; readonly latest: string | null },
): boolean => {
  const isBelow = (a: string | null, b: string | null): boolean =>
    a === null || b === null || compareDays(a as never, b as never) <= 0;
  return isBelow(unsure.earliest, sure.earliest) && isBelow(sure.latest, unsure.latest);
};

describe('for every day that publication can have been, the value lies within the bounds', () => {
  test.each([
    ['some days', 14, 150],
    ['months and years', 1_200, 150],
  ] as const)('publication within %s', (_, most, numRuns) => {
    fc.assert(
      fc.property(story, spanOfDays(most), (text, [first, length, pick]) => {
        const day = formatDay(first + (pick % (length + 1)));
        const published = `${formatDay(first)}/${formatDay(first + length)}`;
        const unsure = annotate(text, published).output;
        for (const sure of annotate(text, day).output) {
          const same = unsure.find(
            ({ span }) => span.start === sure.span.start && span.end === sure.span.end,
          );
          expect(same, `${text} published ${day} in ${published}`).toBeDefined();
          if (same === undefined) continue;
          const what = `${text.slice(sure.span.start, sure.span.end)} in "${text}" of ${day}: ${sure.edtf} in ${same.edtf} (${published})`;
          expect(within(sure, same), what).toBe(true);
          if (sure.range !== null && same.range !== null)
            expect(within(sure.range, same.range), what).toBe(true);
        }
      }),
      { numRuns },
    );
  });
});
