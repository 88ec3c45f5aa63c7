import type { Span } from '../model/span.ts';

/** A word as the search knows it, and where it stands in the text it came from. */
export interface SearchToken extends Span {
  /** Lower-cased, without accents; a single character for Han and kana, which are written without blanks. */
  readonly folded: string;
}

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\u3005';
// One Han or kana character with its voicing marks, or a run of other letters, digits, marks and invisible joiners.
const TOKEN = new RegExp(
  `[${CJK}][\\u3099\\u309a]?|(?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d\\u2060\\ufeff])+`,
  'gu',
);
// Kept: the voicing marks of kana and the breve of the Russian short i, which make letters of their own.
const ACCENTS =
  /[\u0300-\u0305\u0307-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060\ufeff]|(?<!\u0438)\u0306/gu;

/** `word` in the form under which it is compared: lower case, accents and invisible joiners removed. */
const foldWord = (word: string): string =>
  word.normalize('NFKD').toLowerCase().replaceAll('ς', 'σ').replace(ACCENTS, '').normalize('NFC');

/**
 * The words of `text` in order. Every store searches by these and no other, so that a query finds the same claims
 * wherever a record is kept: a back end is only ever given words that are already cut and folded.
 */
export const readSearchTokens = (text: string): readonly SearchToken[] => {
  const tokens: SearchToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    // Compatibility forms may unfold to several words or to marks (`½`, `㈱`): only letters and digits are kept.
    const folded = foldWord(match[0]).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
    if (folded !== '') tokens.push({ start: match.index, end: match.index + match[0].length, folded });
  }
  return tokens;
};
