import { civilOf, dayNumber, daysInMonth, isCivilDay, parseDay } from '../../lib/calendar.ts';
import type { Day, RuleId } from '../../model/brand.ts';
import type { Span } from '../../model/span.ts';

/** Days `[from, to]` as day numbers, both included; infinite where open. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** One piece of evidence: by it the publication lies in one of `days`. */
export interface Constraint {
  /** Null when it is told by the capture and not by the text. */
  readonly at: Span | null;
  readonly raw: string;
  readonly rule: RuleId;
  /** What a reader may check it by, e.g. `Ana Kestrel in office 2012-03-01/2020-03-01`. */
  readonly note: string;
  readonly days: readonly Days[];
  /** How much it counts against others: `LOWER` for what cannot be told before it is so, less for a custom of writing. */
  readonly weight: number;
}

/** What is told of has begun; only a slip of the pen tells of it before. */
export const LOWER = 5;
/** A fact of the world that is told as present. */
export const FIRM = 3;
/** A custom of writing: a day without a year is a near one. */
export const USUAL = 2;
/** A reading that is often right. */
export const WEAK = 1;

export const NEVER: number = Number.NEGATIVE_INFINITY;
export const ALWAYS: number = Number.POSITIVE_INFINITY;

/** From that day on. */
export const since = (from: number): readonly Days[] => [{ from, to: ALWAYS }];

/** Until that day. */
export const until = (to: number): readonly Days[] => [{ from: NEVER, to }];

/** The day number of `YYYY-MM-DD`, or null. */
export const numberOf = (day: Day | null): number | null => (day === null ? null : parseDay(day));

/** The first and the last day of a month, `by` months after the one that `day` lies in. */
export const monthOf = (day: number, by = 0): Days => {
  const { year, month } = civilOf(day);
  const from = dayNumber(year, month + by, 1);
  return { from, to: dayNumber(year, month + by + 1, 1) - 1 };
};

/** The days of a year. */
export const yearDays = (year: number): Days => ({
  from: dayNumber(year, 1, 1),
  to: dayNumber(year, 12, 31),
});

/** The days of a month. */
export const monthDays = (year: number, month: number): Days => ({
  from: dayNumber(year, month, 1),
  to: dayNumber(year, month, daysInMonth(year, month)),
});

/** The year a day lies in. */
export const yearOf = (day: number): number => civilOf(day).year;

/** Day numbers of a day and month in the years that news on the web can be of. */
export const inYears = (month: number, day: number): readonly number[] => {
  const days: number[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++)
    if (isCivilDay(year, month, day)) days.push(dayNumber(year, month, day));
  return days;
};

// Pages with a day and month but no year are looked for in these years.
const FIRST_YEAR = 1990;
const LAST_YEAR = 2040;
