const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/gu;
const CJK_PER_WORD = 2;

/** The words of `text` as written. A run of Chinese, Japanese or Thai characters counts as one entry. Linear. */
export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/**
 * How many words `text` has. Scripts without blanks count two characters as a word, which brings Japanese news to about
 * the same number as its English translation.
 */
export const countWords = (text: string): number => {
  const unspaced = text.match(CJK)?.length ?? 0;
  if (unspaced === 0) return wordsOf(text).length;
  return wordsOf(text.replace(CJK, ' ')).length + Math.ceil(unspaced / CJK_PER_WORD);
};
