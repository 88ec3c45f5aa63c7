import { hasPlainLetters } from './letters.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*/gu;
const PLAIN_WORD = /[A-Za-z0-9]+(?:['’.,-][A-Za-z0-9]+)*/g;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/gu;
/** Beyond Latin, Greek, Cyrillic, Hebrew, Arabic, the scripts of India, and punctuation: asked first, since it is quick. */
const FAR_EAST = /[^\u0000-\u0dff\u1e00-\u2dff]/;
const CJK_PER_WORD = 2;

/** The words of `text` as written. A run of Chinese, Japanese or Thai characters counts as one entry. Linear. */
export const wordsOf = (text: string): readonly string[] =>
  text.match(hasPlainLetters(text) ? PLAIN_WORD : WORD) ?? [];

/**
 * How many words `text` has. Scripts without blanks count two characters as a word, which brings Japanese news to about
 * the same number as its English translation.
 */
export const countWords = (text: string): number => {
  const unspaced = FAR_EAST.test(text) ? (text.match(CJK)?.length ?? 0) : 0;
  if (unspaced === 0) return wordsOf(text).length;
  return wordsOf(text.replace(CJK, ' ')).length + Math.ceil(unspaced / CJK_PER_WORD);
};
