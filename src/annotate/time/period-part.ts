import { civilOf, dayNumber, formatDay, formatYear, pad2, parseDay } from '../../lib/calendar.ts';
import { boundsOf } from '../../model/edtf/index.ts';
import type { PeriodPart } from '../../model/knowledge/period-words.ts';
import type { PeriodEntry } from '../../model/knowledge.ts';

// How long "the last days", "months" and "years" are taken to be. A convention of ours: texts use them loosely.
const MONTH = 31;
const HALF_YEAR = 183;
const YEAR = 365;
const YEARS = 5 * YEAR;
const AFTERMATH = 2 * YEAR;
/** A period no longer than this ends and begins on a day; a longer one in a month. */
const SHORT = 62;

interface Extent {
  /** First and last day, as day numbers; null when it goes on. */
  readonly first: number;
  readonly last: number | null;
  /** Whether the end is told to the year only. */
  readonly endsInYear: boolean;
  readonly beginsInYear: boolean;
}

const isYear = (edtf: string): boolean => /^\d{4}[~?%]?$/.test(edtf);

const extentOf = ({ edtf }: PeriodEntry): Extent | null => {
  const { earliest, latest } = boundsOf(edtf);
  const first = earliest === null ? null : parseDay(earliest);
  if (first === null) return null;
  const [from = '', to = from] = edtf.split('/');
  return {
    first,
    last: latest === null ? null : parseDay(latest),
    beginsInYear: isYear(from),
    endsInYear: isYear(to),
  };
};

const monthOf = (day: number): string => {
  const { year, month } = civilOf(day);
  return `${formatYear(year)}-${pad2(month)}`;
};

/** Two ends about right, to the month or the year; one of them when they are the same. */
const about = (from: number, to: number, unit: 'month' | 'year'): string => {
  const write = unit === 'month' ? monthOf : (day: number): string => formatYear(civilOf(day).year);
  const [a, b] = [write(from), write(to)];
  return a === b ? `${a}~` : `${a}~/${b}~`;
};

const lengthOf = ({ first, last }: Extent): number =>
  last === null ? Number.POSITIVE_INFINITY : last - first;

const beginning = (extent: Extent): string => {
  if (extent.beginsInYear) return `${formatYear(civilOf(extent.first).year)}~`;
  return lengthOf(extent) <= SHORT ? formatDay(extent.first) : `${monthOf(extent.first)}~`;
};

const ending = (extent: Extent, last: number): string => {
  if (extent.endsInYear) return `${formatYear(civilOf(last).year)}~`;
  return lengthOf(extent) <= SHORT ? formatDay(last) : `${monthOf(last)}~`;
};

const unitFor = (days: number): 'month' | 'year' => (days > YEAR ? 'year' : 'month');

const opening = ({ first, last }: Extent, days: number): string =>
  about(first, Math.min(first + days, last ?? first + days), unitFor(days));

const closing = ({ first }: Extent, last: number, days: number): string =>
  about(Math.max(first, last - days), last, unitFor(days));

/** The middle third. */
const height = ({ first }: Extent, last: number): string => {
  const third = Math.floor((last - first) / 3);
  return about(first + third, last - third, unitFor(third));
};

const aftermath = (extent: Extent, last: number): string =>
  about(last, last + AFTERMATH, extent.endsInYear ? 'year' : 'month');

/** The first day of the year before; the month before when the period begins on a known day. */
const eve = ({ first, beginsInYear }: Extent): string => {
  const { year } = civilOf(first);
  return beginsInYear
    ? about(dayNumber(year - 1, 1, 1), first, 'year')
    : about(first - MONTH, first, 'month');
};

const partWithEnd = (part: PeriodPart, extent: Extent, last: number): string => {
  const years = Math.min(YEARS, Math.max(YEAR, Math.floor(lengthOf(extent) / 3)));
  switch (part) {
    case 'height':
      return height(extent, last);
    case 'last-years':
      return closing(extent, last, years);
    case 'last-months':
      return closing(extent, last, HALF_YEAR);
    case 'last-days':
      return closing(extent, last, MONTH);
    case 'aftermath':
      return aftermath(extent, last);
    case 'first-years':
      return opening(extent, years);
    default:
      return ending(extent, last);
  }
};

/**
 * What a part of a named period means, as EDTF: `the end of` the month it ended in, about; `the last days of` that month
 * and the one before; … Null when the period has not ended and the part needs its end.
 */
export const edtfOfPart = (period: PeriodEntry, part: PeriodPart): string | null => {
  const extent = extentOf(period);
  if (extent === null) return null;
  const told = part === 'start' || part === 'first-days' ? period.start : undefined;
  const toldEnd = part === 'end' || part === 'last-days' ? period.end : undefined;
  if ((told ?? toldEnd) !== undefined) return told ?? toldEnd ?? null;
  if (part === 'eve') return eve(extent);
  if (part === 'start') return beginning(extent);
  if (part === 'first-days') return opening(extent, MONTH);
  if (part === 'first-months') return opening(extent, HALF_YEAR);
  if (extent.last === null) return part === 'first-years' ? opening(extent, YEARS) : null;
  return partWithEnd(part, extent, extent.last);
};
