import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimeExpression } from '../../../src/model/annotation.ts';
import { GRANULARITIES, TIME_HOWS, TIME_MODS } from '../../../src/model/annotation.ts';
import { boundsOf, compareDays, isEdtf } from '../../../src/model/edtf/index.ts';
import { processorTime } from '../../support/pace.ts';
import { annotate, LANGUAGES, lexiconOf, unmark } from './support.ts';

const checkBounds = ({
  edtf,
  earliest,
  latest,
}: Pick<TimeExpression, 'edtf' | 'earliest' | 'latest'>): void => {
  if (edtf !== null) {
    expect(isEdtf(edtf), edtf).toBe(true);
    expect(boundsOf(edtf)).toEqual({ earliest, latest });
  }
  if (earliest !== null && latest !== null) expect(compareDays(earliest, latest)).toBeLessThanOrEqual(0);
};

const checkReadings = ({ readings, how, value }: TimeExpression): void => {
  expect(TIME_HOWS).toContain(how);
  for (const reading of readings) {
    expect(reading.value).not.toBe('');
    expect(reading.weight).toBeGreaterThan(0);
    if (reading.edtf !== null) expect(isEdtf(reading.edtf), reading.edtf).toBe(true);
  }
  if (readings.length === 0) return;
  expect(readings.length).toBeGreaterThan(1);
  expect(readings.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
  if (!value.includes('X')) expect(readings.map((reading) => reading.value)).toContain(value);
};

const check = (time: TimeExpression, text: string): void => {
  expect(time.span.start).toBeGreaterThanOrEqual(0);
  expect(time.span.end).toBeGreaterThan(time.span.start);
  expect(time.span.end).toBeLessThanOrEqual(text.length);
  expect(time.value).not.toBe('');
  expect([...GRANULARITIES, null]).toContain(time.granularity);
  expect([...TIME_MODS, null]).toContain(time.mod);
  checkBounds(time);
  checkReadings(time);
  if (time.range === null) return;
  checkBounds(time.range);
  expect(time.range.span.start).toBeLessThanOrEqual(time.span.start);
  expect(time.range.span.end).toBeGreaterThanOrEqual(time.span.end);
};

const SCRIPTS = [
  '0123456789',
  '٠١٢٣٤٥٦٧٨٩',
  '۰۱۲۳۴۵۶۷۸۹',
  '०१२३४५६७८९',
  '０１２３４５６７８９',
  '𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡',
];
const digits = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom(...SCRIPTS))
  .map(([number, script]) => [...String(number)].map((digit) => [...script][Number(digit)]).join(''));

/** The expressions that the rules of a language give as their examples. */
const examplesOf = (language: string): readonly string[] =>
  lexiconOf(language).rules.map(({ example }) => unmark(example).text);

/** A date-like text spoilt: a piece cut out, doubled, or its numbers changed into others of any script. */
const mutated = (language: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...examplesOf(language)),
      fc.array(digits, { minLength: 6, maxLength: 6 }),
      fc.nat(),
      fc.nat({ max: 12 }),
      fc.constantFrom('numbers', 'cut', 'double', 'glue'),
    )
    .map(([text, numbers, at, length, how]) => {
      const from = at % (text.length + 1);
      const piece = text.slice(from, from + length);
      if (how === 'cut') return text.slice(0, from) + text.slice(from + length);
      if (how === 'double') return text.slice(0, from) + piece + text.slice(from);
      if (how === 'glue') return text.replaceAll(/\s/g, '');
      let next = 0;
      return text.replaceAll(/\d+/g, () => numbers[next++ % numbers.length] ?? '');
    });

const published = fc.constantFrom(
  '2016-12-16',
  '2016-12-14/2016-12-20',
  '2010/2020',
  '0001-01-01',
  '9999-12-31',
  '-0043-03-15',
  '2016/..',
  '197X',
  null,
);
const rivals = fc.constantFrom<readonly string[]>([], [], ['2015-01-01'], ['2016', '0900-01-01']);

describe.each(LANGUAGES)('whatever the text in %s', (language) => {
  test('each value is a value, with its bounds in order and its doubt in shares', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 1 },
          { arbitrary: fc.array(mutated(language), { maxLength: 4 }).map((all) => all.join(' ')), weight: 4 },
        ),
        published,
        rivals,
        (text, day, others) => {
          for (const time of annotate(text, day, language, {}, others).output) check(time, text);
        },
      ),
      { numRuns: 250 },
    );
  });
});

describe('dates that are none, or hardly any', () => {
  test.each([
    ['en', 'They met on 31 February 2016.'],
    ['en', 'They met on February 29, 2015.'],
    ['en', 'Filed on 2015-02-29.'],
    ['ru', 'Встреча была 31 февраля 2016 года.'],
    ['ja', '両首脳は2015年2月29日に会談した。'],
  ])('%s %s is told of as impossible and given no value', (language, text) => {
    const { output, diagnostics } = annotate(text, '2016-12-16', language);
    expect(output.filter(({ granularity }) => granularity === 'day')).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toContain('date-impossible');
  });

  test.each([
    ['٣ May ٢٠١٦', '2016-05-03'],
    ['３ May ２０１６', '2016-05-03'],
    ['३ May २०१६', '2016-05-03'],
  ])('digits of other scripts: %s', (text, value) => {
    expect(annotate(`They met on ${text}.`).output.map((time) => time.value)).toEqual([value]);
  });

  test('years before 1000', () => {
    const values = annotate('The wall fell in AD 410. The treaty of 421 BC failed.').output;
    expect(values.map(({ value, edtf }) => `${value} ${edtf}`)).toEqual(['0410 0410', 'BC0421 -0420']);
  });

  test('a two-digit year lies near publication', () => {
    expect(annotate('Filed on 12/16/16.').output[0]).toMatchObject({ value: '2016-12-16' });
    expect(annotate('Filed on 12/16/57.').output[0]).toMatchObject({ value: '1957-12-16' });
  });
});

describe('ranges, orders of numbers and intervals of publication cost time linear in the length', () => {
  const timed = (text: string): number => processorTime(() => annotate(text, '2015/2016'));

  test.each(['May 3-4 ', '3/4/2016 ', 'from Monday to Thursday, ', 'between May and June '])(
    'repeated %j',
    (unit) => {
      const size = 300;
      timed(unit.repeat(size));
      const short = timed(unit.repeat(size));
      const [once, again] = [timed(unit.repeat(size * 8)), timed(unit.repeat(size * 8))];
      // Eight times the text may take eight times as long; quadratic work would take sixty-four times.
      expect(Math.min(once, again)).toBeLessThan(30 * short + 200);
    },
  );
});
