import { daysInMonth, formatDay, parseDay } from '../../lib/calendar.ts';
import type { Day } from '../brand.ts';
import type { EdtfDate, EdtfEnd, ParsedEdtf } from './parse.ts';
import { isQuarter, isSeason } from './parse.ts';

/** The first and last day that a value can mean; null where an end is open or unknown. */
export interface DateBounds {
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

/** Order of two days, negative when `a` is earlier. Years before 0 are ordered too. */
export const compareDays = (a: Day, b: Day): number => {
  if (a === b) return 0;
  if (a.startsWith('-') || b.startsWith('-')) return (parseDay(a) ?? 0) - (parseDay(b) ?? 0);
  return a < b ? -1 : 1;
};

const FIRST_SOUTHERN = 29;

/**
 * First and last month of a season as meteorologists count; 21-24 are those of the northern hemisphere. The season that
 * goes over the turn of the year belongs to the year it begins in: winter in the north, summer in the south.
 */
const seasonMonths = (season: string): readonly [number, number] => {
  const code = Number(season);
  const index = (code - 1) % 4;
  const first = code < FIRST_SOUTHERN ? (index + 1) * 3 : ((index + 2) % 4) * 3 + 3;
  return [first, first + 2];
};

const quarterMonths = (quarter: string): readonly [number, number] => {
  const first = (Number(quarter) - 33) * 3 + 1;
  return [first, first + 2];
};

const monthsOf = (month: string): readonly [number, number] =>
  isSeason(month)
    ? seasonMonths(month)
    : isQuarter(month)
      ? quarterMonths(month)
      : [Number(month), Number(month)];

const two = (value: number): string => String(value).padStart(2, '0');

const firstOfMonth = (year: string, month: number): Day => `${year}-${two(month)}-01` as Day;

const lastOfMonth = (year: string, month: number): Day => {
  if (month <= 12) return `${year}-${two(month)}-${two(daysInMonth(Number(year), month))}` as Day;
  const next = Number(year) + 1;
  const label = formatDay((parseDay(`${year}-12-31`) ?? 0) + 1).slice(0, -6);
  return `${label}-${two(month - 12)}-${two(daysInMonth(next, month - 12))}` as Day;
};

/** Decades and centuries before year 0 run backwards in their digits: `-019X` is -0199 to -0190. */
const yearBounds = (year: string): readonly [string, string] => {
  const low = year.replaceAll('X', '0');
  const high = year.replaceAll('X', '9');
  return year.startsWith('-') ? [high, low === '-0000' ? '0000' : low] : [low, high];
};

const dateBounds = ({ year, month, day }: EdtfDate): { readonly earliest: Day; readonly latest: Day } => {
  if (month === null || month === 'XX') {
    const [first, last] = yearBounds(year);
    return { earliest: `${first}-01-01` as Day, latest: `${last}-12-31` as Day };
  }
  if (day !== null && day !== 'XX') {
    const exact = `${year}-${month}-${day}` as Day;
    return { earliest: exact, latest: exact };
  }
  const [first, last] = monthsOf(month);
  return { earliest: firstOfMonth(year, first), latest: lastOfMonth(year, last) };
};

const endBounds = (end: EdtfEnd): DateBounds =>
  typeof end === 'string' ? { earliest: null, latest: null } : dateBounds(end);

/** The bounds of a parsed value. A qualifier (`~ ? %`) does not widen them; a clock time is a time of its written day. */
export const boundsOfParsed = (parsed: ParsedEdtf): DateBounds =>
  parsed.kind === 'date'
    ? dateBounds(parsed)
    : { earliest: endBounds(parsed.from).earliest, latest: endBounds(parsed.to).latest };

/** Whether the two bounds are in order; an absent one always is. */
export const inOrder = ({ earliest, latest }: DateBounds): boolean =>
  earliest === null || latest === null || compareDays(earliest, latest) <= 0;
