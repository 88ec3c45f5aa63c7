import { dayNumber, weekdayOf } from '../../lib/calendar.ts';

/** Days after Easter Sunday of the feasts that move with it. */
const FROM_EASTER: Readonly<Record<string, number>> = {
  'palm-sunday': -7,
  'good-friday': -2,
  easter: 0,
  'easter-monday': 1,
  pentecost: 49,
};

/** Feasts on a weekday of a month: month, weekday (Monday 1), and which one, the last as 0. */
const ON_WEEKDAY: Readonly<Record<string, readonly [number, number, number]>> = {
  'memorial-day': [5, 1, 0],
  'labor-day': [9, 1, 1],
  thanksgiving: [11, 4, 4],
};

const WEEK = 7;

/** Easter Sunday of a year of the Gregorian calendar, by the anonymous algorithm printed in Nature, 20 April 1876. */
const easterOf = (year: number): number => {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leap = Math.floor((century + 8) / 25);
  const moon =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - leap + 1) / 3) + 15) % 30;
  const rest = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % WEEK;
  const shift = Math.floor((golden + 11 * moon + 22 * rest) / 451);
  const days = moon + rest - WEEK * shift + 114;
  return dayNumber(year, Math.floor(days / 31), (days % 31) + 1);
};

const nthWeekday = (year: number, month: number, weekday: number, nth: number): number => {
  const first = dayNumber(
    nth === 0 && month === 12 ? year + 1 : year,
    nth === 0 ? (month % 12) + 1 : month,
    1,
  );
  const ahead = (weekday - weekdayOf(first) + WEEK) % WEEK;
  return first + ahead + (nth === 0 ? -1 : nth - 1) * WEEK;
};

/** The day of a movable feast in a year, as a day number; null when the name is not known. */
export const feastIn = (name: string, year: number): number | null => {
  const fromEaster = FROM_EASTER[name];
  if (fromEaster !== undefined) return easterOf(year) + fromEaster;
  const rule = ON_WEEKDAY[name];
  return rule === undefined ? null : nthWeekday(year, ...rule);
};
