import { describe, expect, test } from 'vitest';
import type { TimeExpression } from '../../../src/model/annotation.ts';
import { annotate, unmark } from './support.ts';

const markedIn = (marked: string, published: string | null, language = 'en'): TimeExpression | undefined => {
  const { text, spans } = unmark(marked);
  return annotate(text, published, language).output.find(
    ({ span }) => span.start === spans[0]?.start && span.end === spans[0]?.end,
  );
};

const readings = (marked: string, published: string | null = '2016-12-16', language = 'en'): string =>
  markedIn(marked, published, language)
    ?.readings.map(({ edtf, weight }) => `${edtf} ${weight}`)
    .join(' | ') ?? 'not found';

describe('what else an expression can mean', () => {
  test.each([
    ['The envoys met on [Thursday].', '2016-12-15 0.94 | 2016-12-08 0.04 | 2016-12-22 0.02'],
    ['The envoys will meet on [Monday].', '2016-12-19 0.81 | 2016-12-12 0.17 | 2016-12-26 0.02'],
    ['The envoys met on [Friday].', ''],
    ['The envoys met [last Thursday].', ''],
    ['He left in [June].', '2016-06 0.98 | 2015-06 0.02'],
    ['The deadline is [Jan. 20].', '2017-01-20 0.96 | 2016-01-20 0.04'],
    ['He left in [June 2015].', ''],
    ['He won in [’92] at home.', '1992 0.96 | 1892 0.04'],
    ['They spoke [yesterday].', ''],
    ['They spoke for [two hours].', ''],
  ])('%s', (marked, expected) => {
    expect(readings(marked)).toBe(expected);
  });

  test('the chosen reading is the value, and the weights sum to 1', () => {
    const time = markedIn('The envoys will meet on [Monday].', '2016-12-16');
    expect(time?.readings[0]).toMatchObject({ value: time?.value, edtf: time?.edtf });
    expect(time?.readings.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
  });

  test('a clock stays with the day', () => {
    const time = markedIn('They left at [10:30 a.m. on Thursday].', '2016-12-16');
    expect(time?.readings.map(({ value }) => value)).toEqual([
      '2016-12-15T10:30',
      '2016-12-08T10:30',
      '2016-12-22T10:30',
    ]);
  });
});

describe('the order of numbers', () => {
  const values = (text: string, published: string | null = '2016-12-16'): readonly string[] =>
    annotate(text, published).output.map(({ value, readings: all }) =>
      [value, ...all.slice(1).map(({ value: other, weight }) => `(${other} ${weight})`)].join(' '),
    );

  test.each([
    ['Filed on 3/4/2016.', ['2016-03-04 (2016-04-03 0.4)']],
    ['Filed on 12/16/2016.', ['2016-12-16']],
    ['Filed on 16/12/2016.', ['2016-12-16']],
    ['Filed on 3/3/2016.', ['2016-03-03']],
    ['Filed on 3/4/2016, sealed on 16/12/2015.', ['2016-04-03 (2016-03-04 0.05)', '2015-12-16']],
    ['Filed on 3/4/2016, sealed on 12/16/2015.', ['2016-03-04 (2016-04-03 0.05)', '2015-12-16']],
    [
      'Filed on 3/4/2016, sealed on 12/16/2015 and 16/12/2015.',
      ['2016-03-04 (2016-04-03 0.4)', '2015-12-16', '2015-12-16'],
    ],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test('the order by which it is the day of publication is taken', () => {
    expect(values('Filed on 3/4/2016.', '2016-04-03')).toEqual(['2016-04-03 (2016-03-04 0.05)']);
    expect(values('Filed on 3/4/2016.', '2016-03-04')).toEqual(['2016-03-04 (2016-04-03 0.05)']);
  });
});

describe('unit, modifier, how it was told', () => {
  test.each([
    ['They met on [Thursday].', 'day null published'],
    ['The envoys will meet on [Monday].', 'day null guessed'],
    ['They signed it on [19 October 1956].', 'day null explicit'],
    ['They met [last week].', 'week null published'],
    ['They spoke over [the weekend].', 'weekend null published'],
    ['They met in [early May 2016].', 'month START explicit'],
    ['They met in [mid-May 2016].', 'month MID explicit'],
    ['They met in [late 1945].', 'year END explicit'],
    ['They spoke [earlier this year].', 'year START published'],
    ['It rose in [the third quarter of 2016].', 'quarter null explicit'],
    ['It rose in [the first half of 2016].', 'half year null explicit'],
    ['They met in [the spring of 2016].', 'season null explicit'],
    ['It was weighed in [the 1970s].', 'decade null explicit'],
    ['They mapped it in [the 18th century].', 'century null explicit'],
    ['They met [Thursday evening].', 'part of day null published'],
    ['They left at [10:30 a.m. on Thursday].', 'minute null published'],
    ['They spoke for [five hours].', 'hour null untied'],
    ['They spoke for [nearly two hours].', 'hour LESS_THAN untied'],
    ['It lasted [more than seven decades].', 'year MORE_THAN untied'],
    ['It lasted [at least two years].', 'year EQUAL_OR_MORE untied'],
    ['They met often in [the past two weeks].', 'week null published'],
    ['The council sits [every year].', 'year null untied'],
    ['They have [recently] met.', 'null null untied'],
    ['It was dropped [about two years ago].', 'year APPROX published'],
    ['It was dropped [more than two years ago].', 'year BEFORE published'],
    ['They fought around [1945] there.', 'year APPROX explicit'],
    ['It changed hands at [the end of World War II].', 'stretch null named'],
    ['They get around [Thursday]’s rule.', 'day null published'],
  ])('%s', (marked, expected) => {
    const time = markedIn(marked, '2016-12-16');
    expect(`${time?.granularity} ${time?.mod} ${time?.how}`).toBe(expected);
  });

  test.each([
    ['ru', 'Они встретились в начале [мая].', 'month START'],
    ['ru', 'Спор длится [более 70 лет].', 'year MORE_THAN'],
    ['ja', '会談は[約2時間]続いた。', 'hour APPROX'],
    ['ja', '会談は[2時間以上]続いた。', 'hour EQUAL_OR_MORE'],
  ])('%s %s', (language, marked, expected) => {
    const time = markedIn(marked, '2016-12-16', language);
    expect(`${time?.granularity} ${time?.mod}`).toBe(expected);
  });

  test('an approximate date has the mark of EDTF, and the same bounds', () => {
    expect(markedIn('They fought around [1945] there.', '2016-12-16')).toMatchObject({
      edtf: '1945~',
      earliest: '1945-01-01',
      latest: '1945-12-31',
    });
  });

  test('without a day of publication it is not resolved, and less is thought of it', () => {
    const [open, told] = ['2016-12-16', null]
      .map((day) => markedIn('They met on [Thursday].', day))
      .reverse();
    expect(open).toMatchObject({ how: 'unresolved', value: 'XXXX-WXX-4', edtf: null, readings: [] });
    expect(open?.confidence).toBeLessThan(told?.confidence ?? 0);
  });
});

describe('a page that speaks for two days of publication', () => {
  const [sure] = annotate('They met on Thursday.', '2016-12-16').output;

  test('what is counted from it can mean either day, and is trusted less', () => {
    const [time] = annotate('They met on Thursday.', '2016-12-16', 'en', {}, ['2016-12-01']).output;
    expect(time?.value).toBe('2016-12-15');
    expect(time?.readings.map(({ value }) => value)).toContain('2016-12-01');
    expect(time?.confidence).toBeLessThan(sure?.confidence ?? 0);
    expect(time?.how).toBe('guessed');
  });

  test('what is not counted from it, or comes out the same, is as before', () => {
    const text = 'They met on 19 October 1956 and on Thursday.';
    const times = annotate(text, '2016-12-16', 'en', {}, ['2016-12-15']).output;
    expect(times.map(({ confidence }) => confidence)).toEqual(
      annotate(text, '2016-12-16').output.map(({ confidence }) => confidence),
    );
  });

  test('an interval is no day to disagree with', () => {
    const [time] = annotate('They met on Thursday.', '2016-12-16', 'en', {}, ['2016']).output;
    expect(time).toEqual(sure);
  });
});
