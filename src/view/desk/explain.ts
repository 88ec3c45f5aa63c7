/** One thing that must be found: words that follow each other, the last of which may be only a beginning. */
export interface ExplainedTerm {
  /** In the form under which they are compared: lower case, without accents. */
  readonly words: readonly string[];
  readonly prefix: boolean;
  /** As it was typed, without quotation marks and star. */
  readonly typed: string;
}

// The grammar of the store's search, written again since views know no store; a test holds the two together.
// A phrase between quotation marks of any make, closed or not, or a run without blanks and quotation marks.
const PART = /["“”„«»]([^"“”„«»]*)(?:["“”„«»](\*?)|$)|[^\s"“”„«»]+/gu;
const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\u3005';
// One Han or kana character with its voicing marks, or a run of other letters, digits, marks and invisible joiners.
const WORD = new RegExp(
  `[${CJK}][\\u3099\\u309a]?|(?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d\\u2060\\ufeff])+`,
  'gu',
);
// Kept: the voicing marks of kana and the breve of the Russian short i, which make letters of their own.
const ACCENTS =
  /[\u0300-\u0305\u0307-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060\ufeff]|(?<!\u0438)\u0306/gu;

const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');

/** The terms of a search as the store reads it, each once. Never throws. */
export const explainedTerms = (q: string): readonly ExplainedTerm[] => {
  const terms = new Map<string, ExplainedTerm>();
  for (const [part, phrase, star] of q.matchAll(PART)) {
    const text = phrase ?? part;
    const found = [...text.matchAll(WORD)].filter(([word]) => fold(word) !== '');
    const [first, last] = [found[0], found.at(-1)];
    if (first === undefined || last === undefined) continue;
    const words = found.map(([word]) => fold(word));
    const prefix = phrase === undefined ? part.endsWith('*') : star === '*' || phrase.trimEnd().endsWith('*');
    const typed = text.slice(first.index, last.index + last[0].length).replace(/\s+/gu, ' ');
    const key = `${words.join(' ')}${prefix ? '*' : ''}`;
    terms.set(key, terms.get(key) ?? { words, prefix, typed });
  }
  return [...terms.values()];
};

/**
 * A search in words: `“joint activity” and a word beginning with sover`. Null without a search; `no word to look for` when
 * only marks were typed.
 */
export const explainSearch = (q: string): string | null => {
  if (q.trim() === '') return null;
  const parts = explainedTerms(q).map(wordsFor);
  if (parts.length === 0) return 'no word to look for';
  const last = parts.at(-1) ?? '';
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
};

const wordsFor = ({ words, prefix, typed }: ExplainedTerm): string => {
  if (words.length > 1) return prefix ? `words beginning with “${typed}”` : `“${typed}”`;
  return prefix ? `a word beginning with ${typed}` : typed;
};
