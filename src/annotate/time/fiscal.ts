import { civilOf, dayNumber, formatDay, formatYear, pad2 } from '../../lib/calendar.ts';
import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { FiscalYearEntry } from '../../model/knowledge.ts';
import type { Atom } from './atoms.ts';
import { atomise } from './atoms.ts';
import type { Resolution } from './frame.ts';
import { numberIn, wordIn } from './frame.ts';
import type { Published } from './reckon.ts';

const MONTHS = 12;
const MONTHS_OF: Readonly<Record<string, number>> = { Y: 12, H: 6, Q: 3 };

const compiled = new WeakMap<readonly string[], readonly (readonly string[])[]>();

const keysOf = (words: readonly string[]): readonly (readonly string[])[] => {
  const known = compiled.get(words);
  if (known !== undefined) return known;
  const keys = words.map((word) => atomise(word).map(({ key }) => key));
  compiled.set(words, keys);
  return keys;
};

/** Whether a word for a fiscal year begins in atoms `[from, end)`. */
export const isFiscal = (
  words: readonly string[],
  atoms: readonly Atom[],
  from: number,
  end: number,
): boolean => {
  const phrases = keysOf(words);
  for (let at = from; at < end; at++)
    if (phrases.some((keys) => keys.every((key, k) => atoms[at + k]?.key === key))) return true;
  return false;
};

const partOf = (node: TimeTemplate): { readonly months: number; readonly index: number } | null => {
  if (numberIn(node, 'month') !== null || numberIn(node, 'day') !== null) return null;
  const [quarter, half] = [numberIn(node, 'quarter'), numberIn(node, 'half')];
  if (quarter !== null) return { months: 3, index: quarter - 1 };
  if (half !== null) return { months: 6, index: half - 1 };
  const isYear = numberIn(node, 'year') !== null || wordIn(node, 'unit') === 'Y';
  return isYear ? { months: MONTHS_OF.Y ?? MONTHS, index: 0 } : null;
};

/** The calendar year in which the fiscal year of a label begins. */
const startYear = (row: FiscalYearEntry, label: number): number =>
  row.named === 'end' && row.month > 1 ? label - 1 : label;

const labelOfDay = (row: FiscalYearEntry, day: number): number => {
  const { year } = civilOf(day);
  const begun = day >= dayNumber(year, row.month, row.day) ? year : year - 1;
  return row.named === 'end' && row.month > 1 ? begun + 1 : begun;
};

const firstDay = (row: FiscalYearEntry, label: number, months: number): number => {
  const index = row.month - 1 + months;
  return dayNumber(startYear(row, label) + Math.floor(index / MONTHS), (index % MONTHS) + 1, row.day);
};

const textOf = (first: number, last: number, row: FiscalYearEntry): string => {
  if (row.day !== 1) return `${formatDay(first)}/${formatDay(last)}`;
  const month = (day: number): string => `${formatYear(civilOf(day).year)}-${pad2(civilOf(day).month)}`;
  return `${month(first)}/${month(last)}`;
};

/** The label of "this" or "last fiscal year": of the one publication lies in. Null when that is not one. */
const shiftedLabel = (node: TimeTemplate, row: FiscalYearEntry, published: Published): number | null => {
  if (published === null) return null;
  const [a, b] = [labelOfDay(row, published.first), labelOfDay(row, published.last)];
  return a === b ? a + (numberIn(node, 'sign') ?? 0) * (numberIn(node, 'count') ?? 1) : null;
};

// Whatever the state, the fiscal year called Y begins no earlier than July of Y - 1 and ends no later than March of Y + 1.
const widest = (label: number): readonly [number, number] => [
  dayNumber(label - 1, 7, 1),
  dayNumber(label + 1, 4, 1) - 1,
];

const labelOf = (
  node: TimeTemplate,
  resolution: Resolution,
  row: FiscalYearEntry | null,
  published: Published,
): number | null => {
  if (row !== null && wordIn(node, 'kind') === 'shift') return shiftedLabel(node, row, published);
  const year = /^(\d{4})(?:-[QH]\d)?$/.exec(resolution.value)?.[1];
  return year === undefined ? null : Number(year);
};

/**
 * A fiscal year or a quarter of one: its value stays the label ("2016", "2016-Q3"), its days are those of the state's
 * fiscal year. When the state is not known there is no EDTF, and the days are the widest that can be meant.
 */
export const asFiscal = (
  node: TimeTemplate,
  resolution: Resolution,
  row: FiscalYearEntry | null,
  published: Published,
): Resolution => {
  const part = partOf(node);
  const label = part === null ? null : labelOf(node, resolution, row, published);
  if (part === null || label === null || resolution.type !== 'DATE') return resolution;
  if (row === null) return { ...resolution, edtf: null, days: widest(label) };
  const value = resolution.value.replace(/^\d{4}/, formatYear(label));
  const first = firstDay(row, label, part.index * part.months);
  const last = firstDay(row, label, (part.index + 1) * part.months) - 1;
  const isCalendar = row.month === 1 && row.day === 1;
  if (isCalendar) return resolution;
  return { ...resolution, value, days: [first, last], edtf: textOf(first, last, row) };
};
