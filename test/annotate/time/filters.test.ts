import { describe, expect, test } from 'vitest';
import { FILTERS } from '../../../src/annotate/time/filters.ts';
import { annotate, unmark } from './support.ts';

/** What is refused, as `words rule`, and what is kept. */
const sifted = (text: string, language = 'en'): { refused: readonly string[]; kept: readonly string[] } => {
  const { output, diagnostics } = annotate(text, '2016-12-16', language);
  return {
    refused: diagnostics.map(
      ({ span, rule }) => `${text.slice(span?.start, span?.end)} ${rule?.split('/')[2]}`,
    ),
    kept: output.map(({ span }) => text.slice(span.start, span.end)),
  };
};

describe('what a filter refuses is told, once each', () => {
  test.each([
    ['Updated: 3 May 2021 10:32 GMT', ['3 May 2021 stamp-line@1', '10:32 GMT stamp-line@1']],
    ['Last modified 12.05.2019 14:00', ['12.05.2019 stamp-line@1']],
    [
      '15 May 2021 04:12 GMT+3 Talks open in Port Liss',
      ['15 May 2021 page-clock@1', '04:12 GMT page-clock@1'],
    ],
    ['04:12 GMT +3hours 15 May 2021', ['04:12 GMT page-clock@1', '15 May 2021 page-clock@1']],
    ['Read more: Ferry line closed in 2014', ['2014 teaser@1']],
    ['Under Resolution 1999 and Law No. 2012.', ['1999 numbered@1', '2012 numbered@1']],
    ['Flight 2016 left late.', ['2016 numbered@1']],
    ['It runs on Windows 2000.', ['2000 numbered@1']],
    ['See pages 1990-1999.', ['1990 numbered@1', '1999 numbered@1']],
    ['By Directive 1999/44 it is so.', ['1999 numbered@1', '44 numbered@1']],
    ['Turn off Route 2010.', ['2010 numbered@1']],
    ['The plant gives 1999 watts.', ['1999 measured@1']],
    ['The plant gives 1950 MW.', ['1950 measured@1']],
    ['Shares rose to 2010 pence.', ['2010 measured@1']],
    ['The cape lies at 2010° and far.', ['2010 measured@1']],
    ['The vote was 2016-1999.', ['2016 backward@1', '1999 backward@1']],
    ['They live at 1945 Harbour Street.', ['1945 address@1']],
    ['Call +7 495 2016 1999.', ['2016 phone@1', '1999 phone@1']],
    ['Call (0123) 1945.', ['1945 phone@1']],
  ])('%s', (text, refused) => {
    expect(sifted(text)).toEqual({ refused, kept: [] });
  });
});

describe('what reads like a time is one', () => {
  test.each([
    'Resolution 242 of [1967] stands.',
    'It was signed on [15 May 2021] at [04:12 GMT] in Port Liss.',
    'Updated rules came into force on [3 May 2021] in Orland.',
    'In [2000] Harbour Street was closed.',
    'The years [1990]-[1999] were good.',
    'They met in [1999] in Room 12.',
    'Read more about what happened in [2014] at home.',
    'The pier, built in [1950], has 30 seats.',
    'The forum runs on [2 September 2016].',
  ])('%s', (marked) => {
    const { text, spans } = unmark(marked);
    const marks = spans.map(({ start, end }) => text.slice(start, end));
    expect(sifted(text)).toEqual({ refused: [], kept: marks });
  });

  test('scores, amounts and models that no rule reads need no filter', () => {
    const text = 'They won 4-1 and 10-12; the A330-200 and a Su-35 cost $1995 at 43.2016 N by Article 9.';
    expect(sifted(text)).toEqual({ refused: [], kept: [] });
  });
});

test('each filter has an id of its own and says what the words are', () => {
  expect(new Set(FILTERS.map(({ id }) => id)).size).toBe(FILTERS.length);
  const [refusal] = annotate('They live at 1945 Harbour Street.').diagnostics;
  expect(refusal).toMatchObject({
    code: 'time-refused',
    severity: 'info',
    message: '"1945" is part of an address.',
    rule: 'time/filter/address@1',
  });
});
