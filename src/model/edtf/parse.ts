import { isCivilDay } from '../../lib/calendar.ts';
import type { Edtf } from '../brand.ts';

/** `?` uncertain, `~` approximate, `%` both; empty for a plain value. */
export type EdtfQualifier = '' | '?' | '~' | '%';

/**
 * One date of EDTF: a day, month, year, decade or century, a season (21-24; 25-28 of the northern, 29-32 of the southern
 * hemisphere) or a quarter (33-36) of a year.
 */
export interface EdtfDate {
  readonly kind: 'date';
  /** Sign and four places; the last or the last two may be `X`. */
  readonly year: string;
  /** `01`-`12`, `21`-`36`, `XX` or null. */
  readonly month: string | null;
  /** `01`-`31`, `XX` or null. */
  readonly day: string | null;
  /** `HH:MM:SS` with its zone, without the `T`; null when there is none. Only on whole days. */
  readonly clock: string | null;
  readonly qualifier: EdtfQualifier;
}

/** An end of an interval: a date, `open` (`..`), or `unknown` (nothing written). */
export type EdtfEnd = EdtfDate | 'open' | 'unknown';

/** An interval of EDTF, both ends included. */
export interface EdtfInterval {
  readonly kind: 'interval';
  readonly from: EdtfEnd;
  readonly to: EdtfEnd;
}

/** What `parseEdtf` reads. */
export type ParsedEdtf = EdtfDate | EdtfInterval;

const DATE =
  /^(-?\d{2}(?:\d\d|\dX|XX))(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T(\d\d:\d\d:\d\d(?:Z|[+-]\d\d(?::\d\d)?)?))?)?)?([?~%]?)$/;
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d/;
const QUALIFIERS: readonly string[] = ['', '?', '~', '%'] satisfies readonly EdtfQualifier[];

const isQualifier = (text: string): text is EdtfQualifier => QUALIFIERS.includes(text);

/** Reads one date; null when it is none, or the calendar has no such month or day. */
const parseEdtfDate = (text: string): EdtfDate | null => {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [, year = '', month = null, day = null, clock = null, qualifier = ''] = match;
  if (!isQualifier(qualifier) || year === '-0000') return null;
  const date: EdtfDate = { kind: 'date', year, month, day, clock, qualifier };
  return isPossible(date) ? date : null;
};

const isPossible = ({ year, month, day, clock }: EdtfDate): boolean => {
  if (clock !== null && !CLOCK.test(clock)) return false;
  if (month === null) return true;
  if (year.includes('X')) return false;
  if (month === 'XX') return day === null || day === 'XX';
  if (day === null) return isMonth(month) || isSeason(month) || isQuarter(month);
  if (day === 'XX') return isMonth(month) && clock === null;
  return isCivilDay(Number(year), Number(month), Number(day));
};

const isMonth = (month: string): boolean => month >= '01' && month <= '12';

/** Whether the second field of a date is a season: spring to winter 21-24, by hemisphere 25-28 (north) and 29-32 (south). */
export const isSeason = (month: string): boolean => month >= '21' && month <= '32';

/** Whether the second field of a date is a quarter of the year (33 to 36). */
export const isQuarter = (month: string): boolean => month >= '33' && month <= '36';

const parseEnd = (text: string): EdtfEnd | null =>
  text === '..' ? 'open' : text === '' ? 'unknown' : parseEdtfDate(text);

/** Reads the form only; whether an interval's ends are in order is asked by `parseEdtf`. */
export const parseForm = (text: string): ParsedEdtf | null => {
  if (text.length > 64) return null;
  const slash = text.indexOf('/');
  if (slash < 0) return parseEdtfDate(text);
  const from = parseEnd(text.slice(0, slash));
  const to = parseEnd(text.slice(slash + 1));
  if (from === null || to === null) return null;
  const isBare = typeof from === 'string' && typeof to === 'string';
  if (isBare && (from === 'unknown' || to === 'unknown')) return null;
  return { kind: 'interval', from, to };
};

const formatEnd = (end: EdtfEnd): string =>
  end === 'open' ? '..' : end === 'unknown' ? '' : formatDate(end);

const formatDate = ({ year, month, day, clock, qualifier }: EdtfDate): string =>
  `${year}${month === null ? '' : `-${month}`}${day === null ? '' : `-${day}`}${clock === null ? '' : `T${clock}`}${qualifier}`;

/** Writes a parsed value; the inverse of `parseEdtf`. */
export const formatEdtf = (parsed: ParsedEdtf): Edtf =>
  (parsed.kind === 'date' ? formatDate(parsed) : `${formatEnd(parsed.from)}/${formatEnd(parsed.to)}`) as Edtf;
