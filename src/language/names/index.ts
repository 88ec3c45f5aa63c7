import { chartOf, search } from './decode.ts';
import { NAME_TYPES, type NameModel, type NameType } from './model.ts';
import { wordsOf } from './word.ts';

export { readHead, readNameModel } from './container.ts';
export type { NameModel, NameType } from './model.ts';

/** A name in a sentence: its tokens `[from, to)` and what it is a name of. */
export interface RecognisedName {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
}

/**
 * The names of a sentence of tokens, in order; they never overlap. Pure, and linear in the number of tokens: a name has ten
 * at most. Tokens are as in `tokenise`, with a possessive `'s` as a token of its own.
 */
export const recogniseNames = (tokens: readonly string[], model: NameModel): readonly RecognisedName[] => {
  const words = wordsOf(tokens, model);
  if (!words.some(({ starts }) => starts)) return [];
  return search(chartOf(words, model), model).map(({ from, to, type }) => ({
    from,
    to,
    type: NAME_TYPES[type] ?? 'OTHER',
  }));
};
