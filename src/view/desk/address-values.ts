import { daysInMonth, isCivilDay, pad2 } from '../../lib/calendar.ts';
import type { Day } from '../../model/brand.ts';
import { day } from '../../model/brand.ts';
import type { FacetFilter } from './types.ts';

/** Parameters with the notes of what could not be understood. */
export interface Reading {
  /** The first value of a parameter that may stand once; null when it is absent or empty. */
  readonly one: (name: string) => string | null;
  /** All values that are not empty. */
  readonly all: (name: string) => readonly string[];
  /** Notes a value that means nothing. */
  readonly refuse: (name: string, value: string) => void;
  /** `name=value` of what was refused, of what was given twice and of what nobody asked for; long ones are cut. */
  readonly unknown: (known: readonly string[]) => readonly string[];
}

/** Most entries of `unknown`, and their greatest length in UTF-16 units. */
const MOST_UNKNOWN = 50;
const LONGEST_UNKNOWN = 200;

/** Reads parameters and keeps book of what is not understood. */
export const createReading = (params: URLSearchParams): Reading => {
  const refused: string[] = [];
  const refuse = (name: string, value: string): void => {
    if (refused.length < MOST_UNKNOWN) refused.push(`${name}=${value}`.slice(0, LONGEST_UNKNOWN));
  };
  const all = (name: string): readonly string[] => params.getAll(name).filter((value) => value !== '');
  return {
    refuse,
    all,
    one: (name) => {
      const [first = null, ...rest] = all(name);
      for (const value of rest) refuse(name, value);
      return first;
    },
    unknown: (known) => {
      const names = new Set(known);
      for (const [name, value] of params) if (!names.has(name)) refuse(name, value);
      return refused;
    },
  };
};

/** A parameter with a closed list of values; `fallback` without it or for another value. */
export const readChoice = <T extends string>(
  reading: Reading,
  name: string,
  choices: readonly T[],
  fallback: T,
): T => {
  const value = reading.one(name);
  const choice = choices.find((known) => known === value);
  if (value !== null && choice === undefined) reading.refuse(name, value);
  return choice ?? fallback;
};

/** A whole number of at most nine digits; one above `most` counts as `most`. */
export const readCount = (reading: Reading, name: string, fallback: number, most: number): number => {
  const value = reading.one(name);
  if (value === null) return fallback;
  if (/^\d{1,9}$/.test(value)) return Math.min(Number(value), most);
  reading.refuse(name, value);
  return fallback;
};

/** A day, or the first or last day of a year or month; null without one. */
export const readDay = (reading: Reading, name: string, end: 'first' | 'last'): Day | null => {
  const value = reading.one(name);
  if (value === null) return null;
  const read = dayOf(value, end);
  if (read === null) reading.refuse(name, value);
  return read;
};

const DAY = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

const dayOf = (value: string, end: 'first' | 'last'): Day | null => {
  const parts = DAY.exec(value);
  if (parts === null || parts[1] === '-0000') return null;
  const year = Number(parts[1]);
  const month = Number(parts[2] ?? (end === 'first' ? 1 : 12));
  const date = Number(parts[3] ?? (end === 'first' ? 1 : daysInMonth(year, month)));
  return isCivilDay(year, month, date) ? day(`${parts[1]}-${pad2(month)}-${pad2(date)}`) : null;
};

/** Most values of one facet, and the greatest length of one in UTF-16 units. */
const MOST_VALUES = 100;
const LONGEST_VALUE = 500;

/** The values wanted and not wanted of one facet, each once; null when none is given. */
export const readFacet = (reading: Reading, name: string): FacetFilter | null => {
  const seen = new Set<string>();
  const filter: { readonly in: string[]; readonly out: string[] } = { in: [], out: [] };
  for (const written of reading.all(name)) {
    const { value, isOut } = parseFacetValue(written);
    const side = isOut ? filter.out : filter.in;
    if (side.includes(value)) continue;
    if (value === '' || value.length > LONGEST_VALUE || seen.has(value) || seen.size >= MOST_VALUES)
      reading.refuse(name, written);
    else side.push(value);
    seen.add(value);
  }
  return filter.in.length + filter.out.length === 0 ? null : filter;
};

/** How a value of a facet stands in an address: `-` before one that is not wanted; its own hyphens in front are doubled. */
export const writeFacetValue = (value: string, isOut: boolean): string =>
  `${isOut ? '-' : ''}${'-'.repeat(hyphensOf(value))}${value}`;

const parseFacetValue = (written: string): { readonly value: string; readonly isOut: boolean } => {
  const hyphens = hyphensOf(written);
  return { value: written.slice(Math.ceil(hyphens / 2)), isOut: hyphens % 2 === 1 };
};

const hyphensOf = (text: string): number => {
  let count = 0;
  while (text[count] === '-') count++;
  return count;
};

/** Appends the parameters of one facet. */
export const writeFacet = (params: URLSearchParams, name: string, filter: FacetFilter | undefined): void => {
  for (const value of filter?.in ?? []) params.append(name, writeFacetValue(value, false));
  for (const value of filter?.out ?? []) params.append(name, writeFacetValue(value, true));
};

/** Appends a parameter unless it has its usual value. */
export const writeUnless = (
  params: URLSearchParams,
  name: string,
  value: string | number | null,
  usual: string | number | null,
): void => {
  if (value !== null && value !== usual) params.append(name, String(value));
};
