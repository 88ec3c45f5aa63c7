import { readSearchTokens } from './tokens.ts';

/** One thing that must be found: words that follow each other, the last of which may be only a beginning. */
export interface SearchTerm {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

// A phrase between quotation marks of any make, closed or not, or a run without blanks and quotation marks.
const PART = /["“”„«»]([^"“”„«»]*)(?:["“”„«»](\*?)|$)|[^\s"“”„«»]+/gu;

/**
 * Reads a search as it is typed: words are joined by AND, `"…"` is a phrase, a trailing `*` makes a beginning. Whatever
 * else is typed (brackets, colons, `OR`, `NEAR`) has no power: marks separate words and words are words. Never throws.
 */
export const parseSearch = (query: string): readonly SearchTerm[] => {
  const terms = new Map<string, SearchTerm>();
  for (const [part, phrase, star] of query.matchAll(PART)) {
    const words = readSearchTokens(phrase ?? part).map((token) => token.folded);
    const prefix = phrase === undefined ? part.endsWith('*') : star === '*' || phrase.trimEnd().endsWith('*');
    if (words.length > 0) terms.set(`${words.join(' ')}${prefix ? '*' : ''}`, { words, prefix });
  }
  return [...terms.values()];
};
