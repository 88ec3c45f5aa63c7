import type { Atom } from './atoms.ts';
import { atomise } from './atoms.ts';

/** Words of a lexicon as the keys of their atoms, with what they stand for, longest first. */
export type Phrases<T> = readonly { readonly keys: readonly string[]; readonly value: T }[];

/** Compiles words of a lexicon. */
export const phrasesOf = <T>(words: readonly (readonly [string, T])[]): Phrases<T> =>
  words
    .map(([word, value]) => ({ keys: atomise(word).map(({ key }) => key), value }))
    .sort((a, b) => b.keys.length - a.keys.length);

const standsAt = (atoms: readonly Atom[], at: number, keys: readonly string[]): boolean =>
  at >= 0 && keys.every((key, k) => atoms[at + k]?.key === key);

/** The longest phrase that begins at the atom `at`. */
export const phraseAt = <T>(phrases: Phrases<T>, atoms: readonly Atom[], at: number): T | null =>
  phrases.find(({ keys }) => standsAt(atoms, at, keys))?.value ?? null;

/** The longest phrase that ends right before the atom `end`. */
export const phraseBefore = <T>(phrases: Phrases<T>, atoms: readonly Atom[], end: number): T | null =>
  phrases.find(({ keys }) => standsAt(atoms, end - keys.length, keys))?.value ?? null;

/** The phrase that the atoms `[from, to)` are, and nothing else. */
export const phraseIs = <T>(
  phrases: Phrases<T>,
  atoms: readonly Atom[],
  from: number,
  to: number,
): T | null =>
  phrases.find(({ keys }) => keys.length === to - from && standsAt(atoms, from, keys))?.value ?? null;

/** The index behind the last atom before `end` of the text, counted from the atom `at`. */
export const atomsUpTo = (atoms: readonly Atom[], at: number, end: number): number => {
  let index = at;
  while ((atoms[index]?.start ?? end) < end) index++;
  return index;
};
