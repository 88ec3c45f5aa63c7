import type { TimeWordValue } from '../../model/knowledge/time-lexicon.ts';
import type { Atom } from './atoms.ts';
import { atomise } from './atoms.ts';

/** What a reader has read: the index behind its last atom, and the value. */
export interface Reading {
  readonly end: number;
  readonly value: TimeWordValue;
}

/** Stands for any run of digits where keys of atoms are asked for; no atom has this key and the kind `digits`. */
export const DIGITS = '#';

/** What a reading can go on with behind its first atom. It may promise too much, never too little. */
export interface Onset {
  /** Whether the reading can be that one atom alone. */
  readonly ends: boolean;
  /** Keys of the second atom, where there is one; `DIGITS` for any run of digits; null for anything. */
  readonly seconds: ReadonlySet<string> | null;
}

/** Reads one element of a rule at an atom, or not. */
export interface Reader {
  readonly read: (atoms: readonly Atom[], at: number) => Reading | null;
  /** Keys of the atoms it can begin with. */
  readonly firsts: ReadonlySet<string>;
  /** Whether it can begin with a run of digits. */
  readonly digits: boolean;
  /** What can stand behind `first`, one of `firsts` or `DIGITS`; anything when absent. */
  readonly onset?: (first: string) => Onset;
}

/** A word list as a tree of atoms: one look-up for each atom, longest entry first. */
interface Entry {
  readonly keys: readonly string[];
  readonly value: TimeWordValue;
  readonly capital: boolean;
}

const entriesByFirst = (
  words: Readonly<Record<string, TimeWordValue>>,
  capitalised: ReadonlySet<string>,
): ReadonlyMap<string, readonly Entry[]> => {
  const table = new Map<string, Entry[]>();
  for (const [word, value] of Object.entries(words)) {
    const keys = atomise(word).map((atom) => atom.key);
    const first = keys[0];
    if (first === undefined) continue;
    const entry = { keys, value, capital: capitalised.has(word) };
    table.set(
      first,
      [...(table.get(first) ?? []), entry].sort((a, b) => b.keys.length - a.keys.length),
    );
  }
  return table;
};

const onsetOf = (entries: readonly Entry[]): Onset => ({
  ends: entries.some(({ keys }) => keys.length === 1),
  seconds: new Set(entries.flatMap(({ keys }) => keys.slice(1, 2))),
});

const follows = (atoms: readonly Atom[], at: number, keys: readonly string[]): boolean => {
  for (let k = 1; k < keys.length; k++) if (atoms[at + k]?.key !== keys[k]) return false;
  return true;
};

const ALL_DIGITS = /^[0-9]+$/;
/** What is known of a reader that does not tell. */
const ANYTHING: Onset = { ends: true, seconds: null };

/** What a reader can go on with behind `first`; null when it does not begin with it. */
export const onsetAt = (reader: Reader, first: string): Onset | null =>
  first === DIGITS || reader.firsts.has(first) ? (reader.onset?.(first) ?? ANYTHING) : null;

const eitherOnset = (readers: readonly Reader[], first: string): Onset => {
  const onsets = readers.map((reader) => onsetAt(reader, first)).filter((onset) => onset !== null);
  const isOpen = onsets.some(({ seconds }) => seconds === null);
  return {
    ends: onsets.some(({ ends }) => ends),
    seconds: isOpen ? null : new Set(onsets.flatMap(({ seconds }) => [...(seconds ?? [])])),
  };
};

/** Reads the words of one class. */
export const wordReader = (
  words: Readonly<Record<string, TimeWordValue>>,
  capitalised: ReadonlySet<string>,
): Reader => {
  const table = entriesByFirst(words, capitalised);
  return {
    firsts: new Set(table.keys()),
    digits: false,
    onset: (first) =>
      onsetOf(
        first === DIGITS
          ? [...table].flatMap(([key, entries]) => (ALL_DIGITS.test(key) ? entries : []))
          : (table.get(first) ?? []),
      ),
    read: (atoms, at) => {
      const atom = atoms[at];
      const entries = atom === undefined ? undefined : table.get(atom.key);
      if (atom === undefined || entries === undefined) return null;
      for (const entry of entries)
        if ((!entry.capital || atom.capital) && follows(atoms, at, entry.keys))
          return { end: at + entry.keys.length, value: entry.value };
      return null;
    },
  };
};

/** Reads one literal of a rule; `_` in it stands for a blank. */
export const literalReader = (literal: string): Reader =>
  wordReader({ [literal.replaceAll('_', ' ')]: literal }, new Set());

/** The first of several readers that reads. */
export const either = (readers: readonly Reader[]): Reader => {
  const [only] = readers;
  if (readers.length === 1 && only !== undefined) return only;
  return {
    firsts: new Set(readers.flatMap((reader) => [...reader.firsts])),
    digits: readers.some((reader) => reader.digits),
    onset: (first) => eitherOnset(readers, first),
    read: (atoms, at) => {
      let best: Reading | null = null;
      for (const reader of readers) {
        const reading = reader.read(atoms, at);
        if (reading !== null && (best === null || reading.end > best.end)) best = reading;
      }
      return best;
    },
  };
};
