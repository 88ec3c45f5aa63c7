import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWords, stemWord } from '../../src/lib/word-fold.ts';

describe('foldWords', () => {
  test.each([
    ['The Ferry’s “late”', ['the', 'ferrys', 'late']],
    ["don't 1,000 3.5", ['dont', '1000', '3.5']],
    ['25th', ['25', 'th']],
    ['no\u00a0break', ['no', 'break']],
    ['Остров — два', ['остров', 'два']],
    ['北の島a', ['北', 'の', '島', 'a']],
    ['𝕏 😀 x', ['𝕏', 'x']],
    ['—…!', []],
  ])('%s', (text, words) => {
    expect(foldWords(text).map(({ word }) => word)).toEqual(words);
  });

  test('offsets count from the beginning of the whole text', () => {
    const text = '😀 the ferry 𝕏';
    expect(foldWords(text, 7, 12)).toEqual([{ start: 7, end: 12, word: 'ferry' }]);
  });

  test('words are in order and stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0;
        for (const word of foldWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(word.start, word.end)).toMatch(/[\p{L}\p{M}\p{N}]/u);
          end = word.end;
        }
      }),
    );
  });

  test('hostile text costs linear time', () => {
    const hostile = ['a’'.repeat(200_000), '1,'.repeat(200_000), '島a'.repeat(200_000)];
    for (const text of hostile) expect(foldWords(text).length).toBeGreaterThan(0);
  });
});

test.each([
  ['islands', 'island'],
  ['island', 'island'],
  ['parties', 'party'],
  ['talks', 'talk'],
  ['signed', 'sign'],
  ['signing', 'sign'],
  ['glass', 'glass'],
  ['red', 'red'],
  ['острова', 'острова'],
])('the stem of %s', (word, stem) => {
  expect(stemWord(word)).toBe(stem);
});
