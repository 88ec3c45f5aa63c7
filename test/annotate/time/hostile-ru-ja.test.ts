import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../../support/pace.ts';
import { annotate } from './support.ts';

const PIECES = {
  ru: 'в на с по до через спустя назад ночь утра 5 31 1956 2016 года г. г гг. мая января по и , . - – : 10 30 мск XX ХХ веке двух дневный тысяча сто двадцать первого понедельник среду каждый раз в неделю года назад том же Ё ё 年 日 １５ ٣ 😀',
  ja: '令和 平成 元 年 月 日 十 二 〇 百 千 万 5 31 1956 2016 １５ ４５ （ ） ( ) ～ 、 ・ 午前 午後 時 半 分 間 前 後 同 翌 毎 週 火曜日 第 四半期 度 上旬 世紀 紀元前 ぶり カ月 数 года Monday ٣ 😀',
} as const;

describe.each(['ru', 'ja'] as const)('hostile input in %s', (language) => {
  const pieces = fc.constantFrom(...PIECES[language].split(' '));
  const text = fc
    .tuple(fc.array(pieces, { maxLength: 60 }), fc.constantFrom('', ' ', ' '))
    .map(([list, gap]) => list.join(gap));

  test('is read without an exception, the spans in order, inside the text, and not over one another', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('2016-12-16', '2016/2017', '0001-01-01', '9999-12-31', null),
        (of, day) => {
          let end = 0;
          for (const { span, value } of annotate(of, day, language).output) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            expect(value).not.toMatch(/NaN|undefined|Infinity/);
            end = span.end;
          }
          expect(end).toBeLessThanOrEqual(of.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('time linear in the length', () => {
  test.each([
    ['ru', '5 '],
    ['ru', '5 мая, '],
    ['ru', 'в ночь с 5 на 6 '],
    ['ru', 'сто двадцать '],
    ['ru', 'двадцать первого '],
    ['ru', 'в 1956 и 1957, '],
    ['ru', 'в среду, '],
    ['ja', '二'],
    ['ja', '十'],
    ['ja', '5年5月5日、'],
    ['ja', '平成元年（'],
    ['ja', '午後1時から'],
    ['ja', '毎週'],
    ['ja', 'の2年'],
  ])('%s: repeated %j', (language, unit) => {
    const timed = (text: string): number => processorTime(() => annotate(text, '2016-12-16', language));
    const size = 1_500;
    timed(unit.repeat(size / 4));
    const short = timed(unit.repeat(size));
    const long = Math.min(timed(unit.repeat(size * 8)), timed(unit.repeat(size * 8)));
    // Eight times the text may take eight times as long; quadratic work would take sixty-four times.
    expect(long).toBeLessThan(30 * short + 200);
  });
});
