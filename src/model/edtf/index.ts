import type { Edtf } from '../brand.ts';
import type { DateBounds } from './bounds.ts';
import { boundsOfParsed, inOrder } from './bounds.ts';
import type { EdtfDate, ParsedEdtf } from './parse.ts';
import { isQuarter, isSeason, parseForm } from './parse.ts';

export type { DateBounds } from './bounds.ts';
export { compareDays } from './bounds.ts';
export type { EdtfDate, EdtfEnd, EdtfInterval, EdtfQualifier, ParsedEdtf } from './parse.ts';
export { formatEdtf } from './parse.ts';
export { after, before, formatInterval, hullOf, intersect, overlap, rangeOf, rangeOfDays } from './range.ts';

/** How fine a value is: the smallest unit that is known, or `interval` for two ends. */
export type EdtfPrecision =
  | 'time'
  | 'day'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'interval';

/**
 * Reads EDTF levels 0 and 1 (without years of more than four digits) and of level 2 the seasons by hemisphere 25-32 and the
 * quarters 33-36. Null when the
 * text is none, the calendar has no such day, or an interval ends before it begins.
 */
export const parseEdtf = (text: string): ParsedEdtf | null => {
  const parsed = parseForm(text);
  return parsed !== null && inOrder(boundsOfParsed(parsed)) ? parsed : null;
};

/** Whether `text` is EDTF that `parseEdtf` reads. */
export const isEdtf = (text: string): text is Edtf => parseEdtf(text) !== null;

/** Checks and brands. @throws TypeError when `text` is not EDTF that `parseEdtf` reads. */
export const edtf = (text: string): Edtf => {
  if (!isEdtf(text)) throw new TypeError(`not EDTF: ${JSON.stringify(text.slice(0, 80))}`);
  return text;
};

/** The first and last day that the value can mean; null where an end is open or unknown. */
export const boundsOf = (value: Edtf): DateBounds => {
  const parsed = parseEdtf(value);
  return parsed === null ? { earliest: null, latest: null } : boundsOfParsed(parsed);
};

const datePrecision = ({ year, month, day, clock }: EdtfDate): EdtfPrecision => {
  if (clock !== null) return 'time';
  if (month === null || month === 'XX')
    return year.endsWith('XX') ? 'century' : year.endsWith('X') ? 'decade' : 'year';
  if (isSeason(month)) return 'season';
  if (isQuarter(month)) return 'quarter';
  return day === null || day === 'XX' ? 'month' : 'day';
};

/** How fine the value is: `2016-XX` is known to the year, `2016-12-XX` to the month. */
export const precisionOf = (value: Edtf): EdtfPrecision => {
  const parsed = parseEdtf(value);
  return parsed === null || parsed.kind === 'interval' ? 'interval' : datePrecision(parsed);
};
