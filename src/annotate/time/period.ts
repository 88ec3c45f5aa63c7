import {
  civilOf,
  dayNumber,
  daysInMonth,
  formatDay,
  formatYear,
  isoWeekOf,
  isoWeekStart,
  pad2,
} from '../../lib/calendar.ts';

/** Units of the calendar: day, week, weekend, month, season, quarter, half year, year, decade, century. */
export type CalendarUnit = 'D' | 'W' | 'WE' | 'M' | 'S' | 'Q' | 'H' | 'Y' | 'DE' | 'CE';

/**
 * One stretch of the calendar. `index` counts its unit through all years (months since the year 0, quarters since the
 * year 0, …), so that the next one is `index + 1`; for days, weeks and weekends it is the day number of the first day.
 */
export interface Period {
  readonly unit: CalendarUnit;
  readonly index: number;
}

const PER_YEAR: Readonly<Partial<Record<CalendarUnit, number>>> = { M: 12, S: 4, Q: 4, H: 2, Y: 1 };
const YEARS: Readonly<Partial<Record<CalendarUnit, number>>> = { DE: 10, CE: 100 };
const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;

/** The `part`-th (from 1) period of a unit in a year. */
export const periodOfYear = (unit: 'M' | 'S' | 'Q' | 'H' | 'Y', year: number, part = 1): Period => ({
  unit,
  index: year * (PER_YEAR[unit] ?? 1) + part - 1,
});

/** The day as a period. */
export const periodOfDay = (day: number): Period => ({ unit: 'D', index: day });

/** The period of a unit that a day lies in. The season is the one that has begun; a winter belongs to the year it began in. */
export const periodAt = (unit: CalendarUnit, day: number): Period => {
  if (unit === 'D') return { unit, index: day };
  const { year, month } = civilOf(day);
  if (unit === 'W' || unit === 'WE') {
    const week = isoWeekOf(day);
    return { unit, index: isoWeekStart(week.year, week.week) + (unit === 'WE' ? 5 : 0) };
  }
  if (unit === 'S') return { unit, index: Math.floor((year * 12 + month - 3) / 3) };
  const years = YEARS[unit];
  if (years !== undefined) return { unit, index: Math.floor(year / years) };
  const parts = PER_YEAR[unit] ?? 1;
  return { unit, index: year * parts + Math.floor((month - 1) / (12 / parts)) };
};

/** The period `steps` later (earlier when negative). */
export const shiftPeriod = (period: Period, steps: number): Period => ({
  unit: period.unit,
  index: period.index + steps * (period.unit === 'W' || period.unit === 'WE' ? 7 : 1),
});

const split = (index: number, parts: number): readonly [number, number] => {
  const year = Math.floor(index / parts);
  return [year, index - year * parts + 1];
};

/** The year a period lies or begins in. */
export const yearOf = (period: Period): number => civilOf(daysOf(period)[0]).year;

/** The first and last day of a period, as day numbers. */
export const daysOf = ({ unit, index }: Period): readonly [number, number] => {
  if (unit === 'D') return [index, index];
  if (unit === 'W') return [index, index + 6];
  if (unit === 'WE') return [index, index + 1];
  const years = YEARS[unit];
  if (years !== undefined) {
    // There is no year 0 before Christ: its decades and centuries begin a year later on the astronomical count.
    const first = index * years + (index < 0 ? 1 : 0);
    return [dayNumber(first, 1, 1), dayNumber(first + years, 1, 1) - 1];
  }
  const parts = PER_YEAR[unit] ?? 1;
  const months = 12 / parts;
  const [year, part] = split(index, parts);
  const first = (part - 1) * months + (unit === 'S' ? 3 : 1);
  return [dayNumber(year, first, 1), dayNumber(year, first + months, 1) - 1];
};

// TIMEX3 writes years before Christ as `BC0044`, which is the astronomical year -43.
const timexYear = (year: number): string => (year > 0 ? formatYear(year) : `BC${formatYear(1 - year)}`);

const weekLabel = (day: number): string => {
  const { year, week } = isoWeekOf(day);
  return `${timexYear(year)}-W${pad2(week)}`;
};

const longLabel = (index: number, digits: number): string =>
  index < 0 ? `BC${String(-index - 1).padStart(digits, '0')}` : String(index).padStart(digits, '0');

/** The TIMEX3 value: `2016-12-16`, `2016-W50`, `2016-W50-WE`, `2016-12`, `2016-SP`, `2016-Q3`, `2016-H1`, `2016`, `197`, `19`. */
export const timexOf = (period: Period): string => {
  const { unit, index } = period;
  if (unit === 'D') {
    const { year, month, day } = civilOf(index);
    return `${timexYear(year)}-${pad2(month)}-${pad2(day)}`;
  }
  if (unit === 'W') return weekLabel(index);
  if (unit === 'WE') return `${weekLabel(index)}-WE`;
  if (unit === 'DE') return longLabel(index, 3);
  if (unit === 'CE') return longLabel(index, 2);
  const [year, part] = split(index, PER_YEAR[unit] ?? 1);
  if (unit === 'Y') return timexYear(year);
  if (unit === 'M') return `${timexYear(year)}-${pad2(part)}`;
  return `${timexYear(year)}-${unit === 'S' ? SEASONS[part - 1] : `${unit}${part}`}`;
};

/** The EDTF value; weeks, weekends and half years, which EDTF has no form for, as intervals of days. */
export const edtfTextOf = (period: Period): string => {
  const { unit, index } = period;
  const [first, last] = daysOf(period);
  if (unit === 'D') return formatDay(index);
  if (unit === 'DE' && index >= 0) return `${String(index).padStart(3, '0')}X`;
  if (unit === 'CE' && index >= 0) return `${String(index).padStart(2, '0')}XX`;
  const [year, part] = split(index, PER_YEAR[unit] ?? 1);
  if (unit === 'Y') return formatYear(year);
  if (unit === 'M') return `${formatYear(year)}-${pad2(part)}`;
  if (unit === 'S') return `${formatYear(year)}-${part + 20}`;
  if (unit === 'Q') return `${formatYear(year)}-${part + 32}`;
  return `${formatDay(first)}/${formatDay(last)}`;
};

/** The TIMEX3 value of a period of which only the unit is known. */
export const unknownValue = (unit: CalendarUnit): string =>
  ({
    D: 'XXXX-XX-XX',
    W: 'XXXX-WXX',
    WE: 'XXXX-WXX-WE',
    M: 'XXXX-XX',
    S: 'XXXX-XX',
    Q: 'XXXX-QX',
    H: 'XXXX-HX',
    Y: 'XXXX',
    DE: 'XXX',
    CE: 'XX',
  })[unit];

/** The day of the month, or null when the month has none such. */
export const dayIn = (year: number, month: number, day: number): number | null =>
  day >= 1 && day <= daysInMonth(year, month) ? dayNumber(year, month, day) : null;
