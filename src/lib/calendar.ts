/**
 * Day arithmetic in the proleptic Gregorian calendar with an astronomical year 0. No `Date`, so no time zone. A day is
 * counted as a whole number of days since 1970-01-01; months and weekdays are counted from 1, the week from Monday.
 */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A week of ISO 8601: the year it is counted in, which is not always the year of its days, and its number from 1. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether February of `year` has 29 days. */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The number of days of a month, or 0 when `month` is not 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

/** Whether the calendar has that day. */
export const isCivilDay = (year: number, month: number, day: number): boolean =>
  Number.isInteger(year) && Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month);

/** Days since 1970-01-01. The month may lie outside 1 to 12 and the day outside the month: both are carried over. */
export const dayNumber = (year: number, month: number, day: number): number => {
  const years = year + Math.floor((month - 1) / 12);
  const index = (((month - 1) % 12) + 12) % 12;
  const before = years - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDay = index > 1 && isLeapYear(years) ? 1 : 0;
  return before * 365 + leaps + (DAYS_BEFORE_MONTH[index] ?? 0) + leapDay + day - 719_163;
};

/** The calendar day of a day number; inverse of `dayNumber`. Method: H. Hinnant, "chrono-compatible low-level date algorithms". */
export const civilOf = (number: number): CivilDay => {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
};

/** The day of the week of a day number, 1 Monday to 7 Sunday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** The ISO week a day lies in. */
export const isoWeekOf = (number: number): IsoWeek => {
  const thursday = number + 4 - weekdayOf(number);
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
};

/** The day number of the Monday of an ISO week. A week beyond the year's last runs on into the next year. */
export const isoWeekStart = (year: number, week: number): number => {
  const fourth = dayNumber(year, 1, 4);
  return fourth + 1 - weekdayOf(fourth) + (week - 1) * 7;
};

/** Four digits of a year, with a sign before year 0. */
export const formatYear = (year: number): string =>
  `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;

/** `YYYY-MM-DD` of a day number. */
export const formatDay = (number: number): string => {
  const { year, month, day } = civilOf(number);
  return `${formatYear(year)}-${pad2(month)}-${pad2(day)}`;
};

/** Two digits of a number below 100. */
export const pad2 = (value: number): string => String(value).padStart(2, '0');

const DAY = /^(-?\d{4})-(\d{2})-(\d{2})$/;

/** The day number of `YYYY-MM-DD`, or null when the text has another form or the calendar has no such day. */
export const parseDay = (text: string): number | null => {
  const match = DAY.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCivilDay(year, month, day) ? dayNumber(year, month, day) : null;
};
