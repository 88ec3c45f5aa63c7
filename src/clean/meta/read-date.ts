import type { Words } from '../lexicon.ts';
import type { DateStyle } from '../marks/dates.ts';
import { findDates } from '../marks/dates.ts';
import type { DateCandidate, DateKind } from './candidate.ts';

const MAX = 300;
const STAMP = /^\s*(\d{10}|\d{13})\s*$/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:[T\s]?\d{0,6}Z?)?\s*$/;
// `Tue Mar 3 06:12:00 CET 2020`: the year stands behind the hour.
const YEAR_LAST =
  /(\p{L}{3,9})\.? (\d{1,2}),? \d{1,2}:\d{2}(?::\d{2})?(?: [A-Z]{2,5}[+\d:-]{0,6})? (\d{4})(?!\d)/u;
const ISO_SHAPED = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** The first date of a metadata string as a candidate, or nothing. The local day as written; a Unix time is read in UTC. */
export const readDate = (
  raw: string,
  kind: DateKind,
  rejected: string | null,
  words: Words,
  style: DateStyle = {},
): readonly DateCandidate[] => {
  const text = raw.slice(0, MAX);
  const date =
    compact(text) ??
    yearLast(text, words) ??
    findDates(text, words, style)[0] ??
    stamp(text) ??
    isoShaped(text);
  if (date === undefined || date === null) return [];
  const { year, month, day, ambiguous = false } = date;
  return [{ ...kind, year, month, day, ambiguous, raw: text.trim(), at: null, guess: false, rejected }];
};

interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly ambiguous?: boolean;
}

const threeOf = (match: RegExpExecArray | null): YearMonthDay | null =>
  match === null ? null : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };

const compact = (text: string): YearMonthDay | null => threeOf(COMPACT.exec(text));

/** `0000-00-00` and the like: no day at all, kept so that it can be told why. */
const isoShaped = (text: string): YearMonthDay | null => threeOf(ISO_SHAPED.exec(text));

const yearLast = (text: string, words: Words): YearMonthDay | null => {
  const match = YEAR_LAST.exec(text);
  const month = words.months.get(match?.[1]?.toLowerCase() ?? '');
  return match === null || month === undefined
    ? null
    : { year: Number(match[3]), month, day: Number(match[2]) };
};

const stamp = (text: string): YearMonthDay | null => {
  const match = STAMP.exec(text);
  if (match === null) return null;
  const digits = match[1] ?? '';
  const date = new Date(digits.length === 13 ? Number(digits) : Number(digits) * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
