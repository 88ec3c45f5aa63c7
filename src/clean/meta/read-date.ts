import type { RuleId } from '../../model/brand.ts';
import type { Words } from '../lexicon.ts';
import { findDates } from '../marks/dates.ts';
import type { DateCandidate } from './candidate.ts';

const MAX = 300;
const STAMP = /^\s*(\d{10}|\d{13})\s*$/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:[T\s]?\d{0,6}Z?)?\s*$/;
const EARLIEST = 1995;

/** The first date of a metadata string as a candidate, or nothing. The local day as written; a Unix time is read in UTC. */
export const readDate = (
  raw: string,
  rule: RuleId,
  rank: number,
  rejected: string | null,
  words: Words,
): readonly DateCandidate[] => {
  const text = raw.slice(0, MAX);
  const date = compact(text) ?? findDates(text, words)[0] ?? stamp(text);
  if (date === undefined || date === null || date.year < EARLIEST) return [];
  const { year, month, day } = date;
  return [{ year, month, day, raw: text.trim(), at: null, rule, rank, rejected }];
};

interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const compact = (text: string): YearMonthDay | null => {
  const match = COMPACT.exec(text);
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
};

const stamp = (text: string): YearMonthDay | null => {
  const match = STAMP.exec(text);
  if (match === null) return null;
  const digits = match[1] ?? '';
  const date = new Date(digits.length === 13 ? Number(digits) : Number(digits) * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
