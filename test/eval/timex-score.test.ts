import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMarkedText, readMarkedTexts } from '../../eval/lib/marked-times.ts';
import type { Timex } from '../../eval/lib/timex-score.ts';
import { alignTimexes, timexFigures } from '../../eval/lib/timex-score.ts';

const timex = (start: number, end: number, value = '2016', type = 'DATE'): Timex => ({
  start,
  end,
  type,
  value,
});

describe('alignment', () => {
  test('the same span goes before a larger overlap, and each side is used once', () => {
    const gold = [timex(0, 10), timex(4, 6)];
    const found = [timex(4, 6), timex(8, 12)];
    expect(alignTimexes({ gold, found })).toEqual([found[1], found[0]]);
    expect(alignTimexes({ gold: [timex(0, 10)], found })).toEqual([found[0]]);
    expect(alignTimexes({ gold: [timex(0, 4)], found })).toEqual([null]);
  });
});

describe('figures', () => {
  test('F1 over spans, times the share of right types and values', () => {
    const gold = [timex(0, 4), timex(10, 14, 'P2D', 'DURATION'), timex(20, 24)];
    const found = [timex(0, 4), timex(10, 13, 'P2D', 'DATE'), timex(30, 34), timex(40, 44), timex(50, 54)];
    const figures = timexFigures([{ gold, found }]);
    expect(figures).toEqual({ strict: 2 / 8, relaxed: 4 / 8, type: 2 / 8, value: 4 / 8, valuesRight: 2 / 3 });
  });

  test('nothing found of nothing is 0, not NaN', () => {
    expect(Object.values(timexFigures([{ gold: [], found: [] }]))).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('marked texts', () => {
  test('spans are counted in UTF-16 units, types are read off the values', () => {
    const line = 'x7 2016-12-16 😀 [вчера|2016-12-15], [15日夜|2016-12-15TNI], [год|SET P1Y] и [час|PT1H].';
    const { id, dct, text, timexes } = readMarkedText(line);
    expect([id, dct, text]).toEqual(['x7', '2016-12-16', '😀 вчера, 15日夜, год и час.']);
    expect(timexes.map(({ start, end, type, value }) => [text.slice(start, end), type, value])).toEqual([
      ['вчера', 'DATE', '2016-12-15'],
      ['15日夜', 'TIME', '2016-12-15TNI'],
      ['год', 'SET', 'P1Y'],
      ['час', 'DURATION', 'PT1H'],
    ]);
  });

  test.each(['no day [вчера|2016-12-15]', 'x1 2016-12-16 [вчера]', 'x1 2016-12-16 [вчера|2016-12-15'])(
    '%s is refused',
    (line) => {
      expect(() => readMarkedText(line)).toThrow(/not a marked text|not closed or has no value/);
    },
  );

  test.each(['ru', 'ja'])('the corpus of %s has a hundred sentences and more, each id once', (language) => {
    const file = readFileSync(
      new URL(`../../eval/corpora/time-${language}/gold.txt`, import.meta.url),
      'utf8',
    );
    const texts = readMarkedTexts(file);
    expect(texts.length).toBeGreaterThanOrEqual(100);
    expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
    expect(texts.every(({ text, timexes }) => timexes.every(({ end }) => end <= text.length))).toBe(true);
  });
});
