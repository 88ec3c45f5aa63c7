import type { Day, Instant } from '../model/brand.ts';
import { day, instant } from '../model/brand.ts';
import { boundsOf, isEdtf } from '../model/edtf/index.ts';
import { DemarcheError } from '../model/error.ts';

/** Options and arguments as the parser of the command line hands them on. */
export type Given = Readonly<Record<string, unknown>>;

/** The text of an option, when it was given. */
export const textOf = (given: Given, name: string): string | undefined => {
  const value = given[name];
  return typeof value === 'string' ? value : undefined;
};

/** The number of an option, when it was given. */
export const numberOf = (given: Given, name: string): number | undefined => {
  const value = given[name];
  return typeof value === 'number' ? value : undefined;
};

/** The texts of a list of arguments. */
export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const wrongDate = (name: string, value: string): DemarcheError =>
  new DemarcheError('usage', `--${name} is no date: ${JSON.stringify(value)}`, {
    hint: 'write dates as 2016, 2016-12, 2016-12-15, or an interval 2016-12/2017-01',
  });

/** The first or the last day of the date given, which may be a year, a month, a day or any other EDTF. */
export const dayOf = (given: Given, name: string, end: 'earliest' | 'latest'): Day | undefined => {
  const value = textOf(given, name);
  if (value === undefined) return undefined;
  if (!isEdtf(value)) throw wrongDate(name, value);
  return boundsOf(value)[end] ?? undefined;
};

/** A calendar day. @throws DemarcheError `usage` */
export const exactDay = (given: Given, name: string): Day | null => {
  const value = textOf(given, name);
  if (value === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isEdtf(value)) throw wrongDate(name, value);
  return day(value);
};

/** A moment; a day alone means its end, so that everything recorded on that day counts. */
export const momentOf = (given: Given, name: string): Instant | undefined => {
  const value = textOf(given, name);
  if (value === undefined) return undefined;
  const full = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T23:59:59.999Z` : value;
  if (/Z$/.test(full) && !Number.isNaN(Date.parse(full))) return instant(new Date(full).toISOString());
  throw new DemarcheError('usage', `--as-of is no day and no moment: ${JSON.stringify(value)}`, {
    hint: 'write 2024-05-31 or 2024-05-31T12:00:00Z',
  });
};
