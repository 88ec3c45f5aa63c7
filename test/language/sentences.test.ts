import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_SENTENCE, quotedRegions, readSentences } from '../../src/language/index.ts';
import { anArticle } from '../support/read.ts';

const sentencesOf = (text: string): readonly string[] =>
  readSentences(anArticle(text)).map((s) => text.slice(s.start, s.end));

describe('readSentences', () => {
  test.each([
    ['Talks opened. They went on.', ['Talks opened.', 'They went on.']],
    [
      'Mr. Voss of the U.S. mission left. He was late.',
      ['Mr. Voss of the U.S. mission left.', 'He was late.'],
    ],
    ['“We agree. We sign,” she said. It rained.', ['“We agree. We sign,” she said.', 'It rained.']],
    ['Prices rose 3.5 percent! Really?', ['Prices rose 3.5 percent!', 'Really?']],
    ['協議した。署名はなかった。', ['協議した。', '署名はなかった。']],
    ['First line\nSecond line', ['First line', 'Second line']],
    ['“An open quotation runs on. It has no end', ['“An open quotation runs on. It has no end']],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  test('a line without a stop is cut, and no character but white space is lost', () => {
    const text = 'word '.repeat(5_000).trim();
    const pieces = readSentences(anArticle(text));
    expect(pieces.every((s) => s.end - s.start <= MAX_SENTENCE)).toBe(true);
    expect(pieces.map((s) => text.slice(s.start, s.end)).join(' ')).toBe(text);
  });

  test('sentences lie in their paragraph, in order, and hold every character but white space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.', '"', '“', '”', '\n', '😀', '’', '?') }),
        (text) => {
          const spans = readSentences(anArticle(text));
          let last = 0;
          for (const s of spans) {
            expect(text.slice(last, s.start).trim()).toBe('');
            expect(s.start).toBeLessThan(s.end);
            last = s.end;
          }
          expect(text.slice(last).trim()).toBe('');
        },
      ),
    );
  });
});

describe('quotedRegions', () => {
  const regionsOf = (text: string): readonly string[] =>
    quotedRegions(text, { start: 0, end: text.length }).map((r) => text.slice(r.start, r.end));

  test.each([
    ['She said “yes” and "no".', ['“yes”', '"no"']],
    ['«Да», said he', ['«Да»']],
    ['「合意した」と述べた', ['「合意した」']],
    ["He called it ''rash'' twice", ["''rash''"]],
    ['a ‘don’t know’ reply', ['‘don’t know’']],
    ['the ministers’ talks', []],
    ['a 6" rule and a 9" one', []],
    ['He said: “It goes on', ['“It goes on']],
    ['a stray “ mark in prose', []],
    ['😀 “yes”', ['“yes”']],
  ])('%s', (text, expected) => {
    expect(regionsOf(text)).toEqual(expected);
  });
});
