import { describe, expect, test } from 'vitest';
import { isCapitalised } from '../../src/lib/capital.ts';
import { hasPlainLetters } from '../../src/lib/letters.ts';
import { countWords, wordsOf } from '../../src/lib/words.ts';

describe('letters of ASCII alone', () => {
  test.each([
    ['', true],
    ['The ferry left at 9:30 – “on time”, he said…', true],
    ['no\u00a0break', true],
    ['Lunéville', false],
    ['Порт', false],
    ['港', false],
    ['10 m²', false],
    ['«quoted»', false],
    ['😀', false],
  ])('%j', (text, want) => expect(hasPlainLetters(text)).toBe(want));
});

describe('a capital letter first', () => {
  test.each([
    ['Port', true],
    ['port', false],
    ['Étoile', true],
    ['étoile', false],
    ['Порт', true],
    ['порт', false],
    ['𝐀', true],
    ['7th', false],
    ['“Port”', false],
    ['', false],
  ])('%j', (text, want) => expect(isCapitalised(text)).toBe(want));
});

// A letter of another script makes the pattern of all letters be asked: it must say the same of the rest.
describe('words are the same by either pattern', () => {
  test.each([
    'The minister’s 1,200-word letter, “No. 7”, did not say it.',
    "don't stop-go U.S. 3.5% a/b c--d e..f 'g' -h-",
    'one\u00a0two\u2009three–four\u2060five',
  ])('%j', (text) => {
    expect(wordsOf(text)).toEqual(wordsOf(`${text} Порт`).slice(0, -1));
    expect(countWords(text)).toBe(countWords(`${text} Порт`) - 1);
  });
});
