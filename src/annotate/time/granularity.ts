import type { Granularity, TimeType } from '../../model/annotation.ts';

const BY_LETTERS: Readonly<Record<string, Granularity>> = {
  S: 'season',
  W: 'week',
  Q: 'quarter',
  H: 'half year',
  F: 'season',
};
const BY_YEAR_DIGITS: Readonly<Record<number, Granularity>> = { 4: 'year', 3: 'decade', 2: 'century' };
const SEASON = /^(?:SP|SU|FA|WI)$/;

/** `2016-12-15`, `2016-W50-4`, `2016-Q3`, `197`. */
const ofDate = (date: string): Granularity | null => {
  const [year = '', part, further] = date.replace(/^(?:BC|-)/, '').split('-');
  if (!/^[\dX]{2,4}$/.test(year)) return null;
  if (part === undefined) return BY_YEAR_DIGITS[year.length] ?? null;
  if (further !== undefined) return further === 'WE' ? 'weekend' : 'day';
  return SEASON.test(part) ? 'season' : (BY_LETTERS[part.charAt(0)] ?? 'month');
};

/** `TEV` a part of the day, `T10:30` a minute, `T10` an hour. */
const ofClock = (clock: string): Granularity => {
  if (!/^\d/.test(clock)) return 'part of day';
  const [, minute, second] = clock.split(':');
  return second !== undefined ? 'second' : minute !== undefined ? 'minute' : 'hour';
};

const DAY_UNITS: Readonly<Record<string, Granularity>> = {
  D: 'day',
  W: 'week',
  WE: 'weekend',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
  DE: 'decade',
  CE: 'century',
  SP: 'season',
  SU: 'season',
  FA: 'season',
  WI: 'season',
};
const CLOCK_UNITS: Readonly<Record<string, Granularity>> = { H: 'hour', M: 'minute', S: 'second' };

/** `P2W` weeks, `PT1H30M` minutes. */
const ofLength = (value: string): Granularity | null => {
  const unit = /([A-Z]+)$/.exec(value)?.[1] ?? '';
  if (value.startsWith('PT')) return CLOCK_UNITS[unit] ?? 'part of day';
  return DAY_UNITS[unit] ?? null;
};

/** The unit that a TIMEX3 value is told in; null for `PAST_REF` and its like. */
export const granularityOf = (type: TimeType, value: string): Granularity | null => {
  if (value.endsWith('_REF')) return null;
  if (value.startsWith('P')) return ofLength(value);
  if (value.includes('/')) return 'stretch';
  const at = value.indexOf('T');
  if (type !== 'TIME' || at < 0) return ofDate(at < 0 ? value : value.slice(0, at));
  return ofClock(value.slice(at + 1));
};
