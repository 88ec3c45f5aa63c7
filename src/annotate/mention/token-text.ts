import type { Token } from '../../model/sentence.ts';
import type { MentionWords } from './words.ts';

const POSSESSIVE = /['’]s?$/;

/** The end of a name without a possessive. */
export const endOf = (token: Token | undefined): number =>
  token === undefined ? 0 : token.end - (POSSESSIVE.exec(token.text)?.[0].length ?? 0);

/** The words `[from, to)` as one name, without a possessive. */
export const nameText = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token) => token.text.replace(POSSESSIVE, ''))
    .join(' ');

/** Whether a token is written as part of a name, and is no word that sentences begin with. */
export const isNameWord = (token: Token, words: MentionWords): boolean =>
  token.kind === 'word' &&
  /^\p{Lu}[\p{L}'’-]+$|^\p{Lu}\.$/u.test(token.text) &&
  !words.notNames.has(token.lower);
