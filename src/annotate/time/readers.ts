import type { TimeLexicon, TimeWordValue } from '../../model/knowledge/time-lexicon.ts';
import { classesOf } from './inflected.ts';
import { numberReader, ordinalReader, positionalReader } from './numbers.ts';
import type { Onset, Reader } from './word-reader.ts';
import { either, wordReader } from './word-reader.ts';

const ALONE: Onset = { ends: true, seconds: new Set() };

const digitReader = (pick: (key: string) => TimeWordValue | null): Reader => ({
  firsts: new Set(),
  digits: true,
  onset: () => ALONE,
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

/** `0830` as `08:30`; null when it is no time of day. */
const clockOf = (key: string): string | null =>
  /^(?:[01]\d|2[0-3])[0-5]\d$/.test(key) ? `${key.slice(0, 2)}:${key.slice(2)}` : null;

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
    onset: () => ({ ends: true, seconds: new Set([...suffixes, '-']) }),
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

/** 1 to 31 with an ordinal ending, as in `the 15th`. */
const dayWithEnding = (day: Reader): Reader => ({
  ...day,
  read: (atoms, at) => {
    const reading = day.read(atoms, at);
    return reading === null || reading.end === at + 1 ? null : reading;
  },
});

/** The readers that rules may name: those of numbers and calendar digits, and one for each class of the lexicon. */
export const readersOf = (lexicon: TimeLexicon): ReadonlyMap<string, Reader> => {
  const capitalised = new Set(lexicon.capitalised);
  const none = new Set<string>();
  const suffixes = new Set(lexicon.ordinalSuffixes);
  const classes = Object.entries(classesOf(lexicon)).map(([name, words]): readonly [string, Reader] => [
    name,
    wordReader(words, capitalised),
  ]);
  const number = numberReader({
    numerals: wordReader(lexicon.numerals, none),
    multipliers: wordReader(lexicon.multipliers, none),
    decimalComma: lexicon.decimalComma ?? false,
    halves: wordReader(Object.fromEntries(lexicon.halves.map((words) => [words, 0.5])), none),
  });
  const byName = new Map(classes);
  const vague = byName.get('COUNT');
  byName.set('NUM', number);
  byName.set('COUNT', vague === undefined ? number : either([number, vague]));
  byName.set('ORD', ordinalReader(wordReader(lexicon.ordinals, none), suffixes));
  byName.set('DAY', dayReader(suffixes));
  byName.set('DAYTH', dayWithEnding(dayReader(suffixes)));
  byName.set('DAYSMANY', within(32, 9999, [2, 3, 4]));
  byName.set('ONE', within(1, 1, [1]));
  byName.set('DAYNUM', within(1, 31, [1, 2]));
  byName.set('MONTHNUM', within(1, 12, [1, 2]));
  byName.set('YEAR', within(1000, 2199, [4]));
  byName.set('YEARNOW', within(1900, 2099, [4]));
  byName.set('YEARANY', within(1, 9999, [1, 2, 3, 4]));
  byName.set('YEAR3', within(100, 999, [3]));
  byName.set('YEAR2', within(0, 99, [2]));
  byName.set(
    'YEAR0',
    digitReader((key) => (/^0\d$/.test(key) ? Number(key) : null)),
  );
  byName.set('HOUR', within(0, 24, [1, 2]));
  byName.set('MINUTE', within(0, 59, [2]));
  byName.set('HHMM', digitReader(clockOf));
  byName.set('MINUTES', within(0, 59, [1, 2]));
  byName.set('YEARWORDS', positionalReader(wordReader(lexicon.numerals, none)));
  byName.set('DECADE', digitReader(decadeOf));
  byName.set(
    'DECADE2',
    digitReader((key) => (key.length === 2 && key.endsWith('0') ? Number(key) : null)),
  );
  return byName;
};
