import { isCivilDay } from '../../lib/calendar.ts';
import type { Words } from '../lexicon.ts';

/** A date written out in a string: the local day as it stands there, never shifted by its zone. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Offsets in the string that was read. */
  readonly start: number;
  readonly end: number;
  /** Whether the calendar has such a day. */
  readonly possible: boolean;
}

const SEP = '[\\s\\u00a0.,/-]{0,3}';
const FORMS: readonly {
  readonly pattern: RegExp;
  readonly order: 'ymd' | 'dmy' | 'dNy' | 'Ndy' | 'numeric';
}[] = [
  { order: 'ymd', pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g },
  { order: 'ymd', pattern: /(?<!\d)(\d{4})(\d{2})(\d{2})(?=T\d{2}|$)/g },
  { order: 'ymd', pattern: /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g },
  {
    order: 'dNy',
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª)?${SEP}(?:of |de |d['’])?(\\p{L}{3,12})\\.?(?: de| of)?${SEP}(\\d{4})(?!\\d)`,
      'gu',
    ),
  },
  {
    order: 'Ndy',
    pattern: new RegExp(
      `(?<!\\p{L})(\\p{L}{3,12})\\.?${SEP}(\\d{1,2})(?:st|nd|rd|th)?${SEP}(\\d{4})(?!\\d)`,
      'gu',
    ),
  },
  { order: 'numeric', pattern: /(?<![\d.])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/g },
];

/**
 * The full dates written in `text` (at most a few thousand characters are expected), in order. Day before month in
 * numeric dates unless the second number exceeds 12; two numbers of 12 and less in a date with slashes stay in that order too.
 */
export const findDates = (text: string, words: Words): readonly WrittenDate[] => {
  if (!/\d/.test(text)) return [];
  const found: WrittenDate[] = [];
  for (const form of FORMS)
    for (const match of text.matchAll(form.pattern)) {
      const date = readMatch(match, form.order, words);
      if (date !== null && !found.some((other) => other.start < date.end && date.start < other.end))
        found.push(date);
    }
  return found.sort((a, b) => a.start - b.start);
};

const readMatch = (
  match: RegExpExecArray | RegExpMatchArray,
  order: string,
  words: Words,
): WrittenDate | null => {
  const [whole = '', a = '', b = '', c = '', d = ''] = match;
  const start = match.index ?? 0;
  const place = { start, end: start + whole.length };
  if (order === 'ymd') return dated(Number(a), Number(b), Number(c), place);
  if (order === 'dNy') return named(b, Number(a), Number(c), words, place);
  if (order === 'Ndy') return named(a, Number(b), Number(c), words, place);
  const [first, second] = [Number(a), Number(c)];
  return second > 12 && first <= 12
    ? dated(Number(d), first, second, place)
    : dated(Number(d), second, first, place);
};

const named = (name: string, day: number, year: number, words: Words, place: Place): WrittenDate | null => {
  const month = words.months.get(name.toLowerCase());
  return month === undefined ? null : dated(year, month, day, place);
};

interface Place {
  readonly start: number;
  readonly end: number;
}

const dated = (year: number, month: number, day: number, place: Place): WrittenDate | null =>
  year < 1800 || year > 2200 ? null : { year, month, day, ...place, possible: isCivilDay(year, month, day) };
