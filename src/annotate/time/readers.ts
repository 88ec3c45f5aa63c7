import type { TimeLexicon, TimeWordValue } from '../../model/knowledge/time-lexicon.ts';
import type { Atom } from './atoms.ts';
import { atomise } from './atoms.ts';

/** What a reader has read: the index behind its last atom, and the value. */
export interface Reading {
  readonly end: number;
  readonly value: TimeWordValue;
}

/** Reads one element of a rule at an atom, or not. */
export interface Reader {
  readonly read: (atoms: readonly Atom[], at: number) => Reading | null;
  /** Keys of the atoms it can begin with. */
  readonly firsts: ReadonlySet<string>;
  /** Whether it can begin with a run of digits. */
  readonly digits: boolean;
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
    table.set(first, [...(table.get(first) ?? []), entry].sort((a, b) => b.keys.length - a.keys.length));
  }
  return table;
};

const follows = (atoms: readonly Atom[], at: number, keys: readonly string[]): boolean => {
  for (let k = 1; k < keys.length; k++) if (atoms[at + k]?.key !== keys[k]) return false;
  return true;
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
    read: (atoms, at) => {
      const atom = atoms[at];
      if (atom === undefined) return null;
      for (const entry of table.get(atom.key) ?? [])
        if ((!entry.capital || atom.capital) && follows(atoms, at, entry.keys))
          return { end: at + entry.keys.length, value: entry.value };
      return null;
    },
  };
};

/** Reads one literal of a rule; `_` in it stands for a blank. */
export const literalReader = (literal: string): Reader =>
  wordReader({ [literal.replaceAll('_', ' ')]: literal }, new Set());

const digitReader = (pick: (key: string) => number | null): Reader => ({
  firsts: new Set(),
  digits: true,
  read: (atoms, at) => {
    const atom = atoms[at];
    if (atom?.kind !== 'digits' || atom.key.length > 4) return null;
    const value = pick(atom.key);
    return value === null ? null : { end: at + 1, value };
  },
});

const within = (low: number, high: number, lengths: readonly number[]): Reader =>
  digitReader((key) => {
    const value = Number(key);
    return lengths.includes(key.length) && value >= low && value <= high ? value : null;
  });

const decadeOf = (key: string): number | null => {
  if (!key.endsWith('0')) return null;
  const value = Number(key);
  if (key.length === 4 && value >= 1000 && value < 2200) return value / 10;
  return null;
};

/** 1 to 31, with an ordinal ending where the language writes one. Not the start of a decimal or a clock time. */
const dayReader = (suffixes: ReadonlySet<string>): Reader => {
  const plain = within(1, 31, [1, 2]);
  return {
    ...plain,
    read: (atoms, at) => {
      const reading = plain.read(atoms, at);
      if (reading === null) return null;
      const next = atoms[reading.end];
      if (next?.joined !== true) return reading;
      if (suffixes.has(next.key)) return { ...reading, end: reading.end + 1 };
      const hyphened = next.key === '-' ? atoms[reading.end + 1] : undefined;
      if (hyphened?.joined === true && suffixes.has(hyphened.key))
        return { ...reading, end: reading.end + 2 };
      return reading;
    },
  };
};

const NUMBER_LIMIT = 8;

/** Digits with thousands and decimals (`1,700`, `2.5`); null when there are none at `at`. */
const readDigits = (atoms: readonly Atom[], at: number): Reading | null => {
  const first = atoms[at];
  if (first?.kind !== 'digits' || first.key.length > 6) return null;
  let digits = first.key;
  let end = at + 1;
  while (end + 1 < atoms.length && end - at < NUMBER_LIMIT) {
    const [mark, group] = [atoms[end], atoms[end + 1]];
    if (mark?.joined !== true || group?.joined !== true || group.kind !== 'digits') break;
    if (mark.key === ',' && group.key.length === 3) digits += group.key;
    else if (mark.key === '.' && group.key.length <= 2) digits += `.${group.key}`;
    else break;
    end += 2;
  }
  const value = Number(digits);
  return Number.isFinite(value) ? { end, value } : null;
};

interface NumberWords {
  readonly numerals: Reader;
  readonly multipliers: Reader;
  readonly halves: Reader;
}

/** Number words from left to right: `two hundred fifty`, `七十五`, `двадцать пять`. */
const readNumberWords = (words: NumberWords, atoms: readonly Atom[], at: number): Reading | null => {
  let [total, pending, end] = [0, 0, at];
  for (let n = 0; n < NUMBER_LIMIT; n++) {
    const hyphen = end > at && atoms[end]?.key === '-' && atoms[end]?.joined === true ? 1 : 0;
    const added = words.numerals.read(atoms, end + hyphen);
    const times = added === null ? words.multipliers.read(atoms, end + hyphen) : null;
    if (added !== null) {
      if (pending % 10 !== 0 || (pending !== 0 && Number(added.value) >= pending)) break;
      pending += Number(added.value);
    } else if (times !== null) {
      const factor = Number(times.value);
      total = total > 0 && factor > total ? (total + pending) * factor : total + (pending || 1) * factor;
      pending = 0;
    } else break;
    end = (added ?? times)?.end ?? end;
  }
  return end === at ? null : { end, value: total + pending };
};

const numberReader = (words: NumberWords): Reader => ({
  firsts: new Set([...words.numerals.firsts, ...words.multipliers.firsts]),
  digits: true,
  read: (atoms, at) => {
    const reading = readDigits(atoms, at) ?? readNumberWords(words, atoms, at);
    const half = reading === null ? null : words.halves.read(atoms, reading.end);
    return reading === null || half === null
      ? reading
      : { end: half.end, value: Number(reading.value) + 0.5 };
  },
});

const ordinalReader = (words: Reader, suffixes: ReadonlySet<string>): Reader => ({
  firsts: words.firsts,
  digits: true,
  read: (atoms, at) => {
    const atom = atoms[at];
    if (atom?.kind !== 'digits') return words.read(atoms, at);
    const hyphen = atoms[at + 1]?.key === '-' ? 1 : 0;
    const suffix = atoms[at + 1 + hyphen];
    if (atom.key.length > 3 || suffix?.joined !== true || !suffixes.has(suffix.key)) return null;
    return { end: at + 2 + hyphen, value: Number(atom.key) };
  },
});

/** The first of several readers that reads. */
export const either = (readers: readonly Reader[]): Reader => {
  const [only] = readers;
  if (readers.length === 1 && only !== undefined) return only;
  return {
    firsts: new Set(readers.flatMap((reader) => [...reader.firsts])),
    digits: readers.some((reader) => reader.digits),
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

/** The readers that rules may name: those of numbers and calendar digits, and one for each class of the lexicon. */
export const readersOf = (lexicon: TimeLexicon): ReadonlyMap<string, Reader> => {
  const capitalised = new Set(lexicon.capitalised);
  const none = new Set<string>();
  const suffixes = new Set(lexicon.ordinalSuffixes);
  const classes = Object.entries(lexicon.classes).map(
    ([name, words]): readonly [string, Reader] => [name, wordReader(words, capitalised)],
  );
  const number = numberReader({
    numerals: wordReader(lexicon.numerals, none),
    multipliers: wordReader(lexicon.multipliers, none),
    halves: wordReader(Object.fromEntries(lexicon.halves.map((words) => [words, 0.5])), none),
  });
  const byName = new Map(classes);
  const vague = byName.get('COUNT');
  byName.set('NUM', number);
  byName.set('COUNT', vague === undefined ? number : either([number, vague]));
  byName.set('ORD', ordinalReader(wordReader(lexicon.ordinals, none), suffixes));
  byName.set('DAY', dayReader(suffixes));
  byName.set('DAYNUM', within(1, 31, [1, 2]));
  byName.set('MONTHNUM', within(1, 12, [1, 2]));
  byName.set('YEAR', within(1000, 2199, [4]));
  byName.set('YEARNOW', within(1900, 2099, [4]));
  byName.set('YEARANY', within(1, 9999, [1, 2, 3, 4]));
  byName.set('YEAR2', within(0, 99, [2]));
  byName.set('HOUR', within(0, 24, [1, 2]));
  byName.set('MINUTE', within(0, 59, [2]));
  byName.set('DECADE', digitReader(decadeOf));
  byName.set(
    'DECADE2',
    digitReader((key) => (key.length === 2 && key.endsWith('0') ? Number(key) : null)),
  );
  return byName;
};
