import type { Atom } from './atoms.ts';
import type { Onset, Reader, Reading } from './word-reader.ts';
import { DIGITS, onsetAt } from './word-reader.ts';

const NUMBER_LIMIT = 8;
const YEAR_PLACES = 4;
const [FIRST_YEAR, LAST_YEAR] = [1000, 2200];

/** What a group of digits behind a mark adds to a number: three more digits, decimals, or null when it is another number. */
const goingOn = (mark: string, group: string, decimalComma: boolean): string | null => {
  if (mark === ',' && group.length === 3) return group;
  const isDecimal = mark === '.' || (decimalComma && mark === ',');
  return isDecimal && group.length <= 2 ? `.${group}` : null;
};

/** Digits with thousands and decimals (`1,700`, `2.5`, some languages `2,5`); null when there are none at `at`. */
const readDigits = (atoms: readonly Atom[], at: number, decimalComma: boolean): Reading | null => {
  const first = atoms[at];
  if (first?.kind !== 'digits' || first.key.length > 6) return null;
  let digits = first.key;
  let end = at + 1;
  while (end + 1 < atoms.length && end - at < NUMBER_LIMIT) {
    const [mark, group] = [atoms[end], atoms[end + 1]];
    if (mark?.joined !== true || group?.joined !== true || group.kind !== 'digits') break;
    const more = goingOn(mark.key, group.key, decimalComma);
    if (more === null) break;
    digits += more;
    end += 2;
  }
  const value = Number(digits);
  return Number.isFinite(value) ? { end, value } : null;
};

/** Readers of the number words of a language. */
export interface NumberWords {
  readonly numerals: Reader;
  readonly multipliers: Reader;
  readonly halves: Reader;
  /** Whether decimals follow a comma (`1,5 года`). */
  readonly decimalComma: boolean;
}

interface Sum {
  readonly total: number;
  readonly pending: number;
  readonly end: number;
}

/** Takes one more number word into the sum; null when it does not go on ("twenty | thirty"). */
const addWord = (sum: Sum, words: NumberWords, atoms: readonly Atom[], at: number): Sum | null => {
  const { total, pending } = sum;
  const added = words.numerals.read(atoms, at);
  if (added !== null) {
    const value = Number(added.value);
    if (pending % 10 !== 0 || (pending !== 0 && value >= pending)) return null;
    return { total, pending: pending + value, end: added.end };
  }
  const times = words.multipliers.read(atoms, at);
  if (times === null) return null;
  const factor = Number(times.value);
  const isOverAll = total > 0 && factor > total;
  const next = isOverAll ? (total + pending) * factor : total + (pending || 1) * factor;
  return { total: next, pending: 0, end: times.end };
};

/** Number words from left to right: `two hundred fifty`, `七十五`, `двадцать пять`. */
const readNumberWords = (words: NumberWords, atoms: readonly Atom[], at: number): Reading | null => {
  let sum: Sum = { total: 0, pending: 0, end: at };
  for (let n = 0; n < NUMBER_LIMIT; n++) {
    const hyphen = sum.end > at && atoms[sum.end]?.key === '-' && atoms[sum.end]?.joined === true ? 1 : 0;
    const next = addWord(sum, words, atoms, sum.end + hyphen);
    if (next === null) break;
    sum = next;
  }
  return sum.end === at ? null : { end: sum.end, value: sum.total + sum.pending };
};

/** Behind digits: a mark and more digits, or a half; behind a number word: a hyphen, another one, or a half. */
const onsetOfNumber = (words: NumberWords, first: string): Onset => ({
  ends: true,
  seconds: new Set([
    ...words.halves.firsts,
    ...(first === DIGITS ? [',', '.'] : ['-', ...words.numerals.firsts, ...words.multipliers.firsts]),
  ]),
});

/** Reads a number in digits or words, with a half behind it (`two and a half`). */
export const numberReader = (words: NumberWords): Reader => ({
  firsts: new Set([...words.numerals.firsts, ...words.multipliers.firsts]),
  digits: true,
  onset: (first) => onsetOfNumber(words, first),
  read: (atoms, at) => {
    const reading = readDigits(atoms, at, words.decimalComma) ?? readNumberWords(words, atoms, at);
    const half = reading === null ? null : words.halves.read(atoms, reading.end);
    return reading === null || half === null
      ? reading
      : { end: half.end, value: Number(reading.value) + 0.5 };
  },
});

/** Reads a year written as four digits in words, one after the other: `二〇一六`. */
export const positionalReader = (numerals: Reader): Reader => ({
  firsts: numerals.firsts,
  digits: false,
  read: (atoms, at) => {
    let value = 0;
    for (let place = 0; place < YEAR_PLACES; place++) {
      const digit = Number(numerals.read(atoms, at + place)?.value ?? Number.NaN);
      if (!(digit >= 0 && digit <= 9)) return null;
      value = value * 10 + digit;
    }
    return value >= FIRST_YEAR && value < LAST_YEAR ? { end: at + YEAR_PLACES, value } : null;
  },
});

/** Reads an ordinal in words or digits with an ending (`18th`). */
export const ordinalReader = (words: Reader, suffixes: ReadonlySet<string>): Reader => ({
  firsts: words.firsts,
  digits: true,
  onset: (first) =>
    first === DIGITS
      ? { ends: false, seconds: new Set([...suffixes, '-']) }
      : (onsetAt(words, first) ?? { ends: false, seconds: new Set() }),
  read: (atoms, at) => {
    const atom = atoms[at];
    if (atom?.kind !== 'digits') return words.read(atoms, at);
    const hyphen = atoms[at + 1]?.key === '-' ? 1 : 0;
    const suffix = atoms[at + 1 + hyphen];
    if (atom.key.length > 3 || suffix?.joined !== true || !suffixes.has(suffix.key)) return null;
    return { end: at + 2 + hyphen, value: Number(atom.key) };
  },
});
