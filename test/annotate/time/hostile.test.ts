import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime, shareOfBound } from '../../support/pace.ts';
import { annotate, LANGUAGES } from './support.ts';

const words = fc.constantFrom(
  ...'the last next of May 31 Feb 2016 1 - , . / : Friday two twenty hundred days ago BC ’s 90 s end 年 月 日 元 前 昭和 十 года декабря через в прошлом 😀 𝕏'.split(
    ' ',
  ),
);
const chain = fc.array(words, { maxLength: 40 }).map((list) => list.join(' '));
const glued = fc.array(words, { maxLength: 40 }).map((list) => list.join(''));

describe.each(LANGUAGES)('any text in %s', (language) => {
  test('is read without an exception, with spans in order inside it that do not overlap', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), chain, glued),
        fc.constantFrom('2016-12-16', '2016/2017', '0001-01-01', null),
        (text, published) => {
          let end = 0;
          for (const { span } of annotate(text, published, language).output) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            end = span.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('hostile input takes time linear in its length', () => {
  const timed = (text: string): number => processorTime(() => annotate(text));

  test.each(['1 ', '1', 'of ', 'the ', 'one ', 'twenty-', '1-', 'the end of the ', 'Monday, ', "'90s "])(
    'repeated %j',
    (unit) => {
      const size = 3_000;
      timed(unit.repeat(size / 4));
      const short = timed(unit.repeat(size));
      const [once, again] = [timed(unit.repeat(size * 8)), timed(unit.repeat(size * 8))];
      const long = Math.min(once, again);
      // Eight times the text may take eight times as long; quadratic work would take sixty-four times.
      expect(long).toBeLessThan(30 * short + 200);
    },
  );
});

describe('megabytes of one thing', () => {
  const MB = 1_000_000;
  const QUARTER = MB / 4;
  const readOnly = (unit: string, size: number): (() => unknown) => {
    const text = unit.repeat(Math.ceil(size / unit.length));
    return () => annotate(text);
  };

  // A quarter of a megabyte takes at most a second of the machine the bound was written on; quadratic work takes minutes.
  // `npx tsx bench/time.ts` draws how time grows with length.
  test.each([
    ['digits', '1', 2 * MB],
    ['articles', 'the ', QUARTER],
    ['joined digits', '1-', QUARTER],
    ['months', 'January February March ', QUARTER],
    ['ranges that do not close', 'from May 3 to June ', QUARTER],
    ['weekdays', 'Friday, ', QUARTER],
    ['beginnings of names', 'Second World ', QUARTER],
    ['nouns of periods', 'the end of the war ', QUARTER],
    ['editions', 'the second forum in Port ', QUARTER],
    ['numbers to call', '(495) 2016-1999 ', QUARTER],
  ])(
    '%s',
    (_, unit, size) => {
      expect(shareOfBound(6_000, readOnly(unit, size))).toBeLessThan(1);
    },
    120_000,
  );
});
