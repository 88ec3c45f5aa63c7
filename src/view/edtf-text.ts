import type { Edtf } from '../model/brand.ts';
import type { EdtfDate, EdtfEnd, EdtfInterval } from '../model/edtf/index.ts';
import { parseEdtf } from '../model/edtf/index.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const PARTS: Readonly<Record<string, string>> = {
  '21': 'spring',
  '22': 'summer',
  '23': 'autumn',
  '24': 'winter',
  '25': 'spring',
  '26': 'summer',
  '27': 'autumn',
  '28': 'winter',
  '29': 'southern spring',
  '30': 'southern summer',
  '31': 'southern autumn',
  '32': 'southern winter',
  '33': 'Q1',
  '34': 'Q2',
  '35': 'Q3',
  '36': 'Q4',
};

/**
 * EDTF in plain English: `15 Dec 2016`, `2–3 Sep 2016`, `Dec 2016`, `1970s`, `about 1945`, `since 1945`, `by 22 Jan 2019`
 * (that day included). Text that is no EDTF comes back as it is.
 */
export const formatEdtf = (edtf: Edtf): string => {
  const parsed = parseEdtf(edtf);
  if (parsed === null) return edtf;
  return parsed.kind === 'date' ? formatDate(parsed) : formatInterval(parsed);
};

const formatInterval = ({ from, to }: EdtfInterval): string => {
  if (typeof from === 'string' && typeof to === 'string') return 'at any time';
  if (typeof from === 'string') return `${from === 'open' ? 'by' : 'to'} ${formatEnd(to)}`;
  if (typeof to === 'string') return `${to === 'open' ? 'since' : 'from'} ${formatEnd(from)}`;
  return sameMonth(from, to) ? `${Number(from.day)}–${formatDate(to)}` : spread(from, to);
};

const formatEnd = (end: EdtfEnd): string => (typeof end === 'string' ? '' : formatDate(end));

const isPlainDay = ({ day, clock, qualifier }: EdtfDate): boolean =>
  day !== null && day !== 'XX' && clock === null && qualifier === '';

const sameMonth = (from: EdtfDate, to: EdtfDate): boolean =>
  isPlainDay(from) && isPlainDay(to) && from.year === to.year && from.month === to.month;

const spread = (from: EdtfDate, to: EdtfDate): string => {
  const isSameYear =
    from.year === to.year && from.qualifier === '' && monthOf(from) !== '' && monthOf(to) !== '';
  const first = isSameYear && from.clock === null ? formatDate(from).replace(/ \S+$/, '') : formatDate(from);
  return `${first} – ${formatDate(to)}`;
};

const formatDate = (date: EdtfDate): string => {
  const day = date.day === null || date.day === 'XX' || monthOf(date) === '' ? '' : String(Number(date.day));
  const text = [day, monthOf(date), yearOf(date), clockOf(date)].filter((part) => part !== '').join(' ');
  return `${QUALIFIED[date.qualifier]}${text}`;
};

const QUALIFIED: Readonly<Record<EdtfDate['qualifier'], string>> = {
  '': '',
  '~': 'about ',
  '?': 'perhaps ',
  '%': 'perhaps about ',
};

const monthOf = ({ month }: EdtfDate): string =>
  month === null || month === 'XX' ? '' : (PARTS[month] ?? MONTHS[Number(month) - 1] ?? '');

const yearOf = ({ year }: EdtfDate): string => {
  if (year.startsWith('-')) return year.includes('X') ? year : `${1 - Number(year)} BC`;
  if (year.endsWith('XX')) return `${ordinal(Number(year.slice(0, -2)) + 1)} century`;
  if (year.endsWith('X')) return `${Number(year.slice(0, -1))}0s`;
  return String(Number(year));
};

const ordinal = (n: number): string => {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
};

const clockOf = ({ clock }: EdtfDate): string => {
  if (clock === null) return '';
  const zone = clock.slice(8);
  return `${clock.slice(0, 5)}${zone === 'Z' ? ' UTC' : zone}`;
};
