import { describe, expect, test } from 'vitest';
import { timeAnnotator } from '../../../src/annotate/time/index.ts';
import { annotate, unmark } from './support.ts';

/** The one expression that stands under the mark, as `type value edtf anchor`. */
const read = (marked: string, published: string | null = '2016-12-16', language = 'en'): string => {
  const { text, spans } = unmark(marked);
  const { output } = annotate(text, published, language);
  return output
    .filter(({ span }) => spans.some((mark) => mark.start === span.start && mark.end === span.end))
    .map(({ type, value, edtf, anchor }) => `${type} ${value} ${edtf} ${anchor}`)
    .join(' | ');
};

// 2016-12-16 is a Friday.
describe('English values, published on Friday 2016-12-16', () => {
  test.each([
    ['They signed it on [19 October 1956].', 'DATE 1956-10-19 1956-10-19 calendar'],
    ['They signed it on [Oct. 19, 1956], at noon.', 'DATE 1956-10-19 1956-10-19 calendar'],
    ['The talks open on [Friday, December 16].', 'DATE 2016-12-16 2016-12-16 published'],
    ['The envoys met on [Thursday].', 'DATE 2016-12-15 2016-12-15 published'],
    ['The envoys met on [Friday].', 'DATE 2016-12-16 2016-12-16 published'],
    ['The envoys met [last Friday].', 'DATE 2016-12-09 2016-12-09 published'],
    ['The envoys will meet on [Monday].', 'DATE 2016-12-19 2016-12-19 published'],
    ['The envoys meet [next Friday].', 'DATE 2016-12-23 2016-12-23 published'],
    ['The envoys met [Thursday evening].', 'TIME 2016-12-15TEV 2016-12-15 published'],
    ['The envoys spoke [yesterday].', 'DATE 2016-12-15 2016-12-15 published'],
    ['The plan was dropped [last month].', 'DATE 2016-11 2016-11 published'],
    ['The plan was dropped [last week].', 'DATE 2016-W49 2016-12-05/2016-12-11 published'],
    ['They spoke [earlier this year].', 'DATE 2016 2016-01-01/2016-12-16 published'],
    ['They will speak [later this year].', 'DATE 2016 2016-12-16/2016-12-31 published'],
    ['A visit is planned [next year].', 'DATE 2017 2017 published'],
    ['The visit was put off [two years ago].', 'DATE 2014 2014 published'],
    ['The visit was put off [two months ago].', 'DATE 2016-10 2016-10 published'],
    ['A handover was weighed in [the 1970s].', 'DATE 197 197X calendar'],
    ['They mapped it in [the 18th century].', 'DATE 17 17XX calendar'],
    ['Exports rose in [the third quarter of 2016].', 'DATE 2016-Q3 2016-35 calendar'],
    ['Exports rose in [the first half of 2016].', 'DATE 2016-H1 2016-01-01/2016-06-30 calendar'],
    ['They met in [the spring of 2016].', 'DATE 2016-SP 2016-21 calendar'],
    ['It has been open for [more than seven decades].', 'DURATION P70Y null none'],
    ['They spoke for [five hours].', 'DURATION PT5H null none'],
    ['They spoke for [two and a half hours].', 'DURATION PT2H30M null none'],
    ['They met often in [the past two weeks].', 'DURATION P2W 2016-12-02/2016-12-16 published'],
    ['The committee meets [every year].', 'SET P1Y null none'],
    ['The committee meets [every Tuesday].', 'SET XXXX-WXX-2 null none'],
    ['The two sides are [currently] talking.', 'DATE PRESENT_REF null none'],
    ['They have [recently] met.', 'DATE PAST_REF null none'],
    ['They will meet [soon].', 'DATE FUTURE_REF null none'],
    ['It changed hands at [the end of World War II].', 'DATE 1945 1945-08~/1945-09~ calendar'],
    ['The treaty of [421 BC] failed.', 'DATE BC0421 -0420 calendar'],
    ['The deadline is [Jan. 20].', 'DATE 2017-01-20 2017-01-20 published'],
    ['He left on [Nov. 3].', 'DATE 2016-11-03 2016-11-03 published'],
    ['He left in [June].', 'DATE 2016-06 2016-06 published'],
    ['He left at [10:30 a.m. on Thursday].', 'TIME 2016-12-15T10:30 2016-12-15 published'],
    ['Filed on [12/16/2016].', 'DATE 2016-12-16 2016-12-16 calendar'],
    ['Filed on [16/12/2016].', 'DATE 2016-12-16 2016-12-16 calendar'],
    ['He won in [’92] at home.', 'DATE 1992 1992 calendar'],
  ])('%s', (marked, expected) => {
    expect(read(marked)).toBe(expected);
  });

  test('ranges of days are two expressions', () => {
    const values = annotate('The visit runs on December 15-16, in Port Liss.').output.map(
      (time) => time.value,
    );
    expect(values).toEqual(['2016-12-15', '2016-12-16']);
    expect(annotate('He led it in 1939–45.').output.map((time) => time.value)).toEqual(['1939', '1945']);
  });

  test('what follows a date in the text is counted from it, and says so', () => {
    const { text, spans } = unmark('They met on [3 May 2016]. They left [two days later].');
    const { output } = annotate(text);
    expect(output.map(({ span }) => span)).toEqual(spans);
    expect(output[1]?.value).toBe('2016-05-05');
    expect(output[1]?.anchor).toBe(`text:${spans[0]?.start}-${spans[0]?.end}`);
  });

  test('in a narrative the year is carried from date to date', () => {
    const story =
      'War came in September 1939. Paris fell in 1940. In 1941 the front moved east. By May 1943 it had turned. On 10 July they landed.';
    const last = annotate(story).output.at(-1);
    expect(last?.value).toBe('1943-07-10');
    expect(last?.anchor).toMatch(/^text:/);
  });

  test('in news it is that of publication', () => {
    expect(read('He spoke of 1956. On [10 July] they met again.')).toBe(
      'DATE 2016-07-10 2016-07-10 published',
    );
  });
});

describe('words that are no times', () => {
  test.each([
    'The Sun printed a letter by Mrs May.',
    'They may march on the capital.',
    'The side won 3-2 and then 10-12.',
    'It costs $1995 or €2016.50.',
    'The force of 1945 troops had 2016 people.',
    'Flight A330-200 carried 2010kg.',
    'Version 2016.12 of the file.',
    'He came second and she was first.',
    'A 70-year-old pilot spoke.',
  ])('%s', (text) => {
    expect(annotate(text).output.map(({ span }) => text.slice(span.start, span.end))).toEqual([]);
  });
});

describe('when publication is not one day', () => {
  test('a weekday is an interval of days', () => {
    const [time] = annotate('The envoys met on Thursday.', '2016-12-14/2016-12-20').output;
    expect(time?.value).toBe('2016-WXX-4');
    expect([time?.earliest, time?.latest]).toEqual(['2016-12-08', '2016-12-15']);
    expect(time?.edtf).toBe('2016-12-08/2016-12-15');
  });

  test.each([
    ['2016-12-20/2017-01-05', '2016-XX', '2016-11-01/2016-12-31'],
    ['2016-12-20/2017-02-05', 'XXXX-XX', '2016-11-01/2017-01-31'],
  ])('published %s, "last month" is %s, within %s', (published, value, edtf) => {
    const [time] = annotate('They met last month.', published).output;
    expect([time?.value, time?.edtf]).toEqual([value, edtf]);
  });

  test('what comes out the same at both ends is certain', () => {
    const [time] = annotate('They met last year.', '2016-12').output;
    expect([time?.value, time?.edtf]).toEqual(['2015', '2015']);
  });

  test('an explicit date does not depend on it', () => {
    const [time] = annotate('They met on 3 May 2016.', '2016/2019').output;
    expect([time?.value, time?.anchor]).toEqual(['2016-05-03', 'calendar']);
  });

  test.each([
    ['They met on Thursday.', 'XXXX-WXX-4'],
    ['They met on December 15.', 'XXXX-12-15'],
    ['They met yesterday.', 'XXXX-XX-XX'],
    ['They met last month.', 'XXXX-XX'],
    ['They met last year.', 'XXXX'],
    ['They met last week.', 'XXXX-WXX'],
  ])('without publication "%s" is %s, in doubt and without EDTF', (text, value) => {
    const [time] = annotate(text, null).output;
    const [known] = annotate(text).output;
    expect([time?.value, time?.edtf, time?.earliest, time?.latest, time?.anchor]).toEqual([
      value,
      null,
      null,
      null,
      'none',
    ]);
    expect(time?.confidence ?? 1).toBeLessThan(known?.confidence ?? 0);
  });

  test('another year in the text does not stand in for it', () => {
    const values = annotate('Talks began in February 2014. They met on December 15.', null).output;
    expect(values.map(({ value }) => value)).toEqual(['2014-02', 'XXXX-12-15']);
  });

  test('an open end of publication counts as not known', () => {
    expect(annotate('They met last year.', '2016/..').output[0]?.value).toBe('XXXX');
  });
});

describe('impossible dates', () => {
  test.each(['31 February 2016', 'February 30', '29 February 2015', 'June 31, 1999'])(
    '%s is a diagnostic and no expression',
    (written) => {
      const text = `They met on ${written}, it says.`;
      const { output, diagnostics } = annotate(text);
      expect(output).toEqual([]);
      expect(diagnostics.map(({ code, span }) => [code, text.slice(span?.start, span?.end)])).toEqual([
        ['date-impossible', written],
      ]);
    },
  );

  test('29 February of a leap year is possible', () => {
    expect(read('They met on [29 February 2016].')).toBe('DATE 2016-02-29 2016-02-29 calendar');
  });
});

describe('gatherings', () => {
  test('a known gathering is the days of its edition of the year of publication', () => {
    const text = 'They spoke on the sidelines of the Harbour Forum.';
    const [time] = annotate(text).output;
    expect(time).toMatchObject({
      type: 'DATE',
      value: '2016-09',
      edtf: '2016-09-02/2016-09-03',
      earliest: '2016-09-02',
      latest: '2016-09-03',
      anchor: 'gathering:harbour-forum-2016',
    });
    expect(text.slice(time?.span.start, time?.span.end)).toBe('Harbour Forum');
  });

  test.each([
    ['the 2015 Harbour Forum', 'gathering:harbour-forum-2015'],
    ['the Port Liss forum in 2015', 'gathering:harbour-forum-2015'],
    ['the Harbour Forum last year', 'gathering:harbour-forum-2015'],
    ["last year's Harbour Forum", 'gathering:harbour-forum-2015'],
  ])('the year beside it decides: %s', (name, anchor) => {
    expect(annotate(`They spoke at ${name}.`).output.map((time) => time.anchor)).toContain(anchor);
  });

  test.each([
    "next year's Harbour Forum",
    'a harbour forum',
    'the Harbour Forum in 2003',
    'the Harbour Nine states',
  ])('no edition is guessed for "%s"', (name) => {
    const anchors = annotate(`They speak at ${name}.`).output.map((time) => time.anchor);
    expect(anchors.filter((anchor) => anchor.startsWith('gathering:'))).toEqual([]);
  });

  test('a body is a gathering only when a word says so', () => {
    const anchors = annotate('The Harbour Nine summit drew envoys of all Harbour Nine states.').output;
    expect(anchors.map((time) => time.anchor)).toEqual(['gathering:harbour-forum-2016']);
  });

  test('nor without the year of publication', () => {
    expect(annotate('They spoke at the Harbour Forum.', null).output).toEqual([]);
  });
});

describe('Russian and Japanese, published on Friday 2016-12-16', () => {
  test.each([
    ['ru', 'Стороны встретились в [четверг].', 'DATE 2016-12-15 2016-12-15 published'],
    ['ru', 'Это было [19 октября 1956 года].', 'DATE 1956-10-19 1956-10-19 calendar'],
    ['ru', 'Они говорили на [следующий день].', 'DATE 2016-12-17 2016-12-17 published'],
    ['ru', 'Это было в [прошлом году].', 'DATE 2015 2015 published'],
    ['ru', 'Это было в [70-е годы].', 'DATE 197 197X calendar'],
    ['ru', 'Это было [двадцать пять лет назад].', 'DATE 1991 1991 published'],
    ['ru', 'Это было в [XVIII веке].', 'DATE 17 17XX calendar'],
    ['ru', 'Это длилось [полтора часа].', 'DURATION PT1H30M null none'],
    ['ja', '両首脳は[昭和31年10月19日]に署名した。', 'DATE 1956-10-19 1956-10-19 calendar'],
    ['ja', '式典は[令和元年10月]に開かれた。', 'DATE 2019-10 2019-10 calendar'],
    ['ja', '両首脳は[１５日]に会談した。', 'DATE 2016-12-15 2016-12-15 published'],
    ['ja', '両首脳は[28日]に会談した。', 'DATE 2016-11-28 2016-11-28 published'],
    ['ja', '両首脳は[先月28日]に会談した。', 'DATE 2016-11-28 2016-11-28 published'],
    ['ja', '両首脳は[先週木曜日]に会談した。', 'DATE 2016-12-08 2016-12-08 published'],
    ['ja', '問題は[七十五年間]続いた。', 'DURATION P75Y null none'],
    ['ja', '会談は[15日午後3時]に始まった。', 'TIME 2016-12-15T15:00 2016-12-15 published'],
  ])('%s %s', (language, marked, expected) => {
    expect(read(marked, '2016-12-16', language)).toBe(expected);
  });
});

describe('the annotator', () => {
  test('says what it gives', () => {
    expect([timeAnnotator.id, timeAnnotator.needs, timeAnnotator.gives]).toEqual(['time', [], 'time']);
  });

  test('gives nothing in a language without a grammar', () => {
    expect(annotate('Sie trafen sich am 3. Mai 2016.', '2016-12-16', 'de')).toEqual({
      output: [],
      diagnostics: [],
    });
  });

  test('spans are UTF-16 offsets, behind astral characters and no-break spaces too', () => {
    const text = 'The 𝕏 post 😀 of 3\u00a0May\u00a02016 — “today’s” news.';
    const found = annotate(text).output.map(({ span }) => text.slice(span.start, span.end));
    expect(found).toEqual(['3\u00a0May\u00a02016', 'today']);
  });
});
