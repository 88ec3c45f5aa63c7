import type { PeriodEntry } from '../../model/knowledge.ts';
import type { Atom } from './atoms.ts';
import { atomise } from './atoms.ts';

/** One word of a name: the key of an atom, or what it begins with. */
interface NameWord {
  readonly key: string;
  readonly isStem: boolean;
}

interface PeriodName {
  readonly words: readonly NameWord[];
  readonly needsCapital: boolean;
  readonly period: PeriodEntry;
}

/** The names of one language: by the key of their first atom, and by its stem where that is all that is told. */
interface NameTable {
  readonly byKey: ReadonlyMap<string, readonly PeriodName[]>;
  readonly byStem: ReadonlyMap<string, readonly PeriodName[]>;
}

/** A name that stands in a text: its period and the index behind its last atom. */
export interface NameFound {
  readonly period: PeriodEntry;
  readonly end: number;
}

/** Endings of inflected words are no longer than this ("-ского"). */
const LONGEST_ENDING = 4;
const SHORTEST_STEM = 2;

const wordsOf = (name: string): readonly NameWord[] => {
  const words: NameWord[] = [];
  for (const atom of atomise(name)) {
    const before = words.at(-1);
    if (atom.key === '*' && before !== undefined) words[words.length - 1] = { ...before, isStem: true };
    else words.push({ key: atom.key, isStem: false });
  }
  return words;
};

const readNames = (periods: readonly PeriodEntry[], language: string): readonly PeriodName[] =>
  periods.flatMap((period) =>
    (period.names[language] ?? []).map((name) => ({
      words: wordsOf(name),
      needsCapital: /^\p{Lu}/u.test(name),
      period,
    })),
  );

const tableFrom = (names: readonly PeriodName[]): NameTable => {
  const [byKey, byStem] = [new Map<string, PeriodName[]>(), new Map<string, PeriodName[]>()];
  // The longest name first, so that "the Second Sino-Japanese War" is not read as a shorter one.
  for (const name of names.toSorted((a, b) => b.words.length - a.words.length)) {
    const first = name.words[0];
    if (first === undefined) continue;
    const table = first.isStem ? byStem : byKey;
    const list = table.get(first.key);
    if (list === undefined) table.set(first.key, [name]);
    else list.push(name);
  }
  return { byKey, byStem };
};

// Rows of knowledge do not change; the tables depend on nothing else.
const tables = new WeakMap<readonly PeriodEntry[], Map<string, NameTable>>();

const tableOf = (periods: readonly PeriodEntry[], language: string): NameTable => {
  const known = tables.get(periods) ?? new Map<string, NameTable>();
  tables.set(periods, known);
  const table = known.get(language) ?? tableFrom(readNames(periods, language));
  known.set(language, table);
  return table;
};

const isWord = ({ key, isStem }: NameWord, atom: Atom | undefined): boolean => {
  if (atom === undefined) return false;
  if (!isStem) return atom.key === key;
  return atom.key.length - key.length <= LONGEST_ENDING && atom.key.startsWith(key);
};

const stands = (name: PeriodName, atoms: readonly Atom[], at: number): boolean =>
  (!name.needsCapital || atoms[at]?.capital === true || atoms[at]?.kind !== 'letters') &&
  name.words.every((word, k) => isWord(word, atoms[at + k]));

const longest = (
  names: readonly PeriodName[] | undefined,
  atoms: readonly Atom[],
  at: number,
): PeriodName | undefined => names?.find((name) => stands(name, atoms, at));

const byStemAt = (table: NameTable, atoms: readonly Atom[], at: number): PeriodName | undefined => {
  const key = atoms[at]?.key ?? '';
  if (table.byStem.size === 0) return undefined;
  for (let length = key.length; length >= Math.max(SHORTEST_STEM, key.length - LONGEST_ENDING); length--) {
    const name = longest(table.byStem.get(key.slice(0, length)), atoms, at);
    if (name !== undefined) return name;
  }
  return undefined;
};

/** Reads names of periods of a language at an atom: the longest, or null. */
export const periodNames = (
  periods: readonly PeriodEntry[],
  language: string,
): ((atoms: readonly Atom[], at: number) => NameFound | null) => {
  const table = tableOf(periods, language);
  return (atoms, at) => {
    const name = longest(table.byKey.get(atoms[at]?.key ?? ''), atoms, at) ?? byStemAt(table, atoms, at);
    return name === undefined ? null : { period: name.period, end: at + name.words.length };
  };
};
