import type { Edtf } from '../../model/brand.ts';
import type { EdtfDate } from '../../model/edtf/index.ts';
import { parseEdtf } from '../../model/edtf/index.ts';
import { ownValue } from './words.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** One line of `text`: no control characters, no marks that turn the direction of what follows, no runs of blanks. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();

/** An address that a citation may link to: http or https, with what would end it in some format escaped; else null. */
export const linkOf = (url: string | null): string | null => {
  const line = url === null ? '' : url.replace(/[\p{Cc}\p{Surrogate}]/gu, '').trim();
  return /^https?:\/\/[^\s/]/i.test(line)
    ? line.replace(/[\s<>"`\\{}|^[\]()*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, percent)
    : null;
};

const percent = (unit: string): string => encodeURIComponent(unit).replace(/[()*]/g, hex);
const hex = (unit: string): string => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`;

const BIBTEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
};

/** Text for a field of BibTeX. Braces become commands: BibTeX counts even escaped ones. */
export const bibtexText = (text: string): string =>
  oneLine(text).replace(/[\\{}^~<>|"$&#%_]/g, (unit) => ownValue(BIBTEX, unit) ?? unit);

/** Text for a line of Markdown, so that every character shows as itself and nothing becomes a link, an image or HTML. */
export const markdownText = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_{}[\]<>&|~^$!#@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');

/** Text inside double quotation marks: its own double ones become single ones, as the Chicago Manual (17, 13.30) has it. */
export const insideQuotes = (text: string): string =>
  oneLine(text)
    .replace(/[“„«]/g, '‘')
    .replace(/[”»]/g, '’')
    .replace(/(^|[\s([—–-])"/g, '$1‘')
    .replace(/"/g, '’');

/** A day of publication as styles of citation need it. */
export interface CitedDate {
  /** `May 13, 2031`, `May 2031`, `2031`; other times as given in `text`. */
  readonly american: string;
  /** Year, month and day as far as the calendar has them; empty for what is no calendar date. */
  readonly parts: readonly number[];
  readonly season: number | null;
  readonly isAbout: boolean;
}

/** Reads a time as a calendar date; `text` stands for all that is none (an interval, a decade, an open end). */
export const citedDate = (edtf: Edtf, text: string): CitedDate => {
  const parsed = parseEdtf(edtf);
  const date = parsed?.kind === 'date' && /^\d{4}$/.test(parsed.year) ? parsed : null;
  const none: CitedDate = { american: text, parts: [], season: null, isAbout: false };
  return date === null ? none : (calendarDate(date) ?? none);
};

const calendarDate = (date: EdtfDate): CitedDate | null => {
  const year = Number(date.year);
  const isAbout = date.qualifier !== '';
  const about = isAbout ? 'ca. ' : '';
  if (date.month === null || date.month === 'XX')
    return { american: `${about}${year}`, parts: [year], season: null, isAbout };
  const month = Number(date.month);
  if (month > 20 && month < 25) return seasonDate(year, month - 20, isAbout);
  const name = MONTHS[month - 1];
  if (name === undefined) return null;
  if (date.day === null || date.day === 'XX')
    return { american: `${about}${name} ${year}`, parts: [year, month], season: null, isAbout };
  const day = Number(date.day);
  return { american: `${about}${name} ${day}, ${year}`, parts: [year, month, day], season: null, isAbout };
};

const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'] as const;

const seasonDate = (year: number, season: number, isAbout: boolean): CitedDate => ({
  american: `${isAbout ? 'ca. ' : ''}${SEASONS[season - 1] ?? ''} ${year}`,
  parts: [year],
  season,
  isAbout,
});
