import type { Atom } from './atoms.ts';
import { atomise } from './atoms.ts';

interface Phrase<T> {
  readonly keys: readonly string[];
  readonly value: T;
}

/** Words of a lexicon as the keys of their atoms, with what they stand for: by first and by last key, longest first. */
export interface Phrases<T> {
  readonly byFirst: ReadonlyMap<string, readonly Phrase<T>[]>;
  readonly byLast: ReadonlyMap<string, readonly Phrase<T>[]>;
}

const indexed = <T>(
  phrases: readonly Phrase<T>[],
  keyOf: (keys: readonly string[]) => string | undefined,
): ReadonlyMap<string, readonly Phrase<T>[]> => {
  const table = new Map<string, Phrase<T>[]>();
  for (const phrase of phrases) {
    const key = keyOf(phrase.keys);
    if (key !== undefined) table.set(key, [...(table.get(key) ?? []), phrase]);
  }
  return table;
};

/** Compiles words of a lexicon. */
export const phrasesOf = <T>(words: readonly (readonly [string, T])[]): Phrases<T> => {
  const phrases = words
    .map(([word, value]) => ({ keys: atomise(word).map(({ key }) => key), value }))
    .sort((a, b) => b.keys.length - a.keys.length);
  return {
    byFirst: indexed(phrases, (keys) => keys[0]),
    byLast: indexed(phrases, (keys) => keys.at(-1)),
  };
};

const standsAt = (atoms: readonly Atom[], at: number, keys: readonly string[]): boolean =>
  at >= 0 && keys.every((key, k) => atoms[at + k]?.key === key);

/** The longest phrase that begins at the atom `at`. */
export const phraseAt = <T>({ byFirst }: Phrases<T>, atoms: readonly Atom[], at: number): T | null =>
  byFirst.get(atoms[at]?.key ?? '')?.find(({ keys }) => standsAt(atoms, at, keys))?.value ?? null;

/** The longest phrase that ends right before the atom `end`. */
export const phraseBefore = <T>({ byLast }: Phrases<T>, atoms: readonly Atom[], end: number): T | null =>
  byLast.get(atoms[end - 1]?.key ?? '')?.find(({ keys }) => standsAt(atoms, end - keys.length, keys))
    ?.value ?? null;

/** The phrase that the atoms `[from, to)` are, and nothing else. */
export const phraseIs = <T>(
  { byFirst }: Phrases<T>,
  atoms: readonly Atom[],
  from: number,
  to: number,
): T | null =>
  byFirst
    .get(atoms[from]?.key ?? '')
    ?.find(({ keys }) => keys.length === to - from && standsAt(atoms, from, keys))?.value ?? null;

/** The index behind the last atom before `end` of the text, counted from the atom `at`. */
export const atomsUpTo = (atoms: readonly Atom[], at: number, end: number): number => {
  let index = at;
  while ((atoms[index]?.start ?? end) < end) index++;
  return index;
};
