import { describe, expect, test } from 'vitest';
import { grammarOf } from '../../../src/annotate/time/grammar.ts';
import { annotate, lexiconOf, unmark } from './support.ts';

/** The values of the expressions under the marks, in order; each must stand exactly there. */
const valuesOf = (marked: string, published: string | null = '2016-12-16'): readonly string[] => {
  const { text, spans } = unmark(marked);
  const { output } = annotate(text, published);
  return spans.map(({ start, end }) => {
    const found = output.find(({ span }) => span.start === start && span.end === end);
    return found === undefined ? 'not found' : `${found.type} ${found.value}`;
  });
};

// Valdoria, Liss, Orland and all that happens there are invented. 2016-12-16 is a Friday.
describe('values of one expression', () => {
  test.each([
    ['They landed on [the night of April 18, 1775].', 'TIME 1775-04-18TNI'],
    ['They landed in [the early morning hours of 30 April].', 'TIME 2016-04-30TMO'],
    ['They landed in [the early hours of Thursday].', 'TIME 2016-12-15TMO'],
    ['They left at [10:30 p.m. EST Thursday].', 'TIME 2016-12-15T22:30'],
    ['They left at [10:30 p.m. Thursday, Dec. 15].', 'TIME 2016-12-15T22:30'],
    ['They left at [0830 hours] sharp.', 'TIME 2016-12-16T08:30'],
    ['They left at [0830 GMT].', 'TIME 2016-12-16T08:30Z'],
    ['They left at [4 in the morning].', 'TIME 2016-12-16T04:00'],
    ['They signed it on [the first of May 1956].', 'DATE 1956-05-01'],
    ['A reply is due on [the 15th].', 'DATE 2016-12-15'],
    ['The fair falls on [March eighth].', 'DATE 2017-03-08'],
    ['A hearing is due [the week of March 6].', 'DATE 2017-W10'],
    ['They met [the week before last].', 'DATE 2016-W48'],
    ['They met [a week ago Thursday].', 'DATE 2016-12-08'],
    ['They met [a year and a half ago].', 'DATE 2015-06'],
    ['They argued for [a fortnight].', 'DURATION P2W'],
    ['They argued for [an hour and a half].', 'DURATION PT1H30M'],
    ['They ended a [decades-long] dispute.', 'DURATION PXY'],
    ['They will argue for [the next 12 to 18 months].', 'DURATION PXM'],
    ['They rarely met in [recent years].', 'DATE PAST_REF'],
    ['The league pays $3 billion [a year] in duties.', 'SET P1Y'],
    ['The league meets [every other week].', 'SET P2W'],
    ['The council sits [each July].', 'SET XXXX-07'],
    ['Prices rose in [the first half of the 1990s].', 'DATE 199'],
    ['Sales fell in [the second quarter of fiscal 2017].', 'DATE 2017-Q2'],
    ['Sales should rise throughout [the fiscal year].', 'DATE 2016'],
    ['Net income for [the year] ended Aug. 31 rose.', 'DURATION P1Y'],
    ['Staff will be cut by [year’s end].', 'DATE 2016'],
    ['They will meet in [the spring of next year].', 'DATE 2017-SP'],
  ])('%s', (marked, expected) => {
    expect(valuesOf(marked)).toEqual([expected]);
  });
});

describe('what one expression takes from another', () => {
  test.each([
    [
      'In [the third quarter] it lost $3 million, against $2 million [a year earlier].',
      ['DATE 2016-Q3', 'DATE 2015-Q3'],
    ],
    [
      'In [the third quarter] it lost $3 million, against 2 million [a year earlier] and 1 million [a year ago].',
      ['DATE 2016-Q3', 'DATE 2015-Q3', 'DATE 2015-Q3'],
    ],
    [
      'In [the third quarter] it lost more. For [nine months] it lost $5 million, against 6 million [a year earlier].',
      ['DATE 2016-Q3', 'DURATION P9M', 'DATE 2015'],
    ],
    ['War came in [1939]. They signed it on [July 25 of that year].', ['DATE 1939', 'DATE 1939-07-25']],
    [
      'They met on [3 May 2016]. They met again [the following Friday].',
      ['DATE 2016-05-03', 'DATE 2016-05-06'],
    ],
    [
      'A price is due by [June 10]. If none is found by [that time], they part.',
      ['DATE 2017-06-10', 'DATE 2017-06-10'],
    ],
    ['On [Thursday] shares fell. They ended [the day] lower.', ['DATE 2016-12-15', 'DATE 2016-12-15']],
    ['It cost $3 million [last year] and $2 million [the year before].', ['DATE 2015', 'DATE 2014']],
  ])('%s', (marked, expected) => {
    expect(valuesOf(marked)).toEqual(expected);
  });
});

describe('a story of long ago', () => {
  const OPENING = 'Liss rose in 1861. Orland fell in 1862. In 1863 the front moved. In March 1864 it broke. ';

  test.each([
    ['On [10 July] they landed.', ['DATE 1864-07-10']],
    ['They planned to return in 1870. On [10 July] they landed.', ['DATE 1864-07-10']],
    ['Their general was an old friend of the year 1854. On [10 July] they landed.', ['DATE 1864-07-10']],
    ['Papers that were opened in the year 1955 deny it. On [10 July] they landed.', ['DATE 1864-07-10']],
    ['In 1865 they came back. On [10 July] they landed.', ['DATE 1865-07-10']],
    ['On 3 December it snowed. In [January] they landed.', ['DATE 1865-01']],
    ['[The next spring] they came back.', ['DATE 1865-SP']],
    ['In 1865 they came back. The fort is a museum [today].', ['DATE PRESENT_REF']],
  ])('%s', (marked, expected) => {
    expect(valuesOf(`${OPENING}${marked}`)).toEqual(expected);
  });

  test('a text whose lead counts from publication is none', () => {
    const marked = `The council spoke of the war on Thursday. ${OPENING}The council rests. On [10 July] they landed.`;
    expect(valuesOf(marked)).toEqual(['DATE 2016-07-10']);
  });
});

describe('no times', () => {
  test.each([
    'April Kestrel and June Orland met August Vane.',
    'Room 1984 of the Windows 2000 building has 2010 seats.',
    'There were 1956 homes and 1990 missiles.',
    'The 15th Amendment and the 3rd floor.',
    'More than a quarter of the vote was lost.',
    'The March on Liss was long, and May said no.',
    'The fall of Liss came second.',
    'He won 21:15 and 6-4, 3-6.',
  ])('%s', (text) => {
    expect(annotate(text).output.map(({ span }) => text.slice(span.start, span.end))).toEqual([]);
  });

  test('but what is dead after a date is no count of it', () => {
    expect(valuesOf('The blasts on [Aug. 7] killed 12 people.')).toEqual(['DATE 2016-08-07']);
  });
});

test('two numbers up to twelve leave the order in doubt', () => {
  const [doubtful] = annotate('Filed on 3/4/2016.').output;
  const [clear] = annotate('Filed on 3/14/2016.').output;
  expect([doubtful?.value, clear?.value]).toEqual(['2016-03-04', '2016-03-14']);
  expect(doubtful?.confidence ?? 1).toBeLessThan(clear?.confidence ?? 0);
});

test('a rule that names a list that is not there is refused', () => {
  const english = lexiconOf('en');
  const rules = english.rules.map((rule) => ({ ...rule, notNext: ['@nowhere'] }));
  expect(() => grammarOf({ ...english, rules })).toThrow(/@nowhere/);
});
