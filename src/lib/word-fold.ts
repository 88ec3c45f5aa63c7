import { allMatches } from './matches.ts';

/** A word folded for comparison, with its place in the text it was read from. */
export interface FoldedWord {
  readonly start: number;
  readonly end: number;
  /** Lower case, without apostrophes; one character for Han and kana, which are written without blanks. */
  readonly word: string;
}

// Each branch consumes what no other can, so the scan is linear. Inner commas and stops join digits only ("1,000", "3.5").
const WORD =
  /(?=[\p{L}\p{N}])[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|\p{N}+(?:[.,]\p{N}+)*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}])+(?:['’](?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}])+)*/gu;

/** The words of `text` in `[start, end)` folded, with offsets into the whole text. Marks and white space are no words. Linear. */
export const foldWords = (text: string, start = 0, end: number = text.length): readonly FoldedWord[] => {
  const words: FoldedWord[] = [];
  for (const match of allMatches(text.slice(start, end), WORD)) {
    const at = start + match.index;
    words.push({ start: at, end: at + match[0].length, word: foldWord(match[0]) });
  }
  return words;
};

/** One word folded: lower case, apostrophes and the commas of thousands dropped. */
const foldWord = (form: string): string => {
  const lower = form.toLowerCase();
  return /['’,]/.test(lower) ? lower.replace(/['’,]/g, '') : lower;
};

/** A word without its commonest English endings, so that `islands`, `island’s` and `island` meet. A rough key, not a lemma. */
export const stemWord = (word: string): string => {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  for (const ending of ['ing', 'ed', 'es', 's'])
    if (word.endsWith(ending) && word.length - ending.length >= 3 && !word.endsWith('ss'))
      return word.slice(0, word.length - ending.length);
  return word;
};
