import { isCivilDay } from '../../lib/calendar.ts';
import { hasPlainLetters } from '../../lib/letters.ts';
import type { Span } from '../../model/span.ts';
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
  /** Whether day and month are numbers of 12 and less between slashes or hyphens: the other order would also be a day. */
  readonly ambiguous: boolean;
}

/** How numbers are read where the writing leaves a choice. */
export interface DateStyle {
  /** `03/04/2020` is 4 March, as Americans write it. Default: 3 April. */
  readonly monthFirst?: boolean;
  /** Years of two digits count: `03.04.20`, `4 March '20`. For short strings of mark-up, never for running text. */
  readonly shortYears?: boolean;
}

type DateOrder = 'ymd' | 'yNd' | 'dNy' | 'Ndy' | 'numeric';

interface Form {
  readonly pattern: RegExp;
  readonly order: DateOrder;
  /** A text without it has no such date. */
  readonly sign?: string;
}

const SEP = '[\\s\\u00a0.,/-]{0,3}';
const FORMS: readonly Form[] = [
  { order: 'ymd', pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g },
  { order: 'ymd', pattern: /(?<!\d)(\d{4})(\d{2})(\d{2})(?=T\d{2}|$)/g },
  { order: 'ymd', sign: '年', pattern: /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g },
  { order: 'ymd', sign: '년', pattern: /(?<!\d)(\d{4})년\s?(\d{1,2})월\s?(\d{1,2})일/g },
  { order: 'ymd', pattern: /(?<!\d)(\d{4})\. (\d{1,2})\. (\d{1,2})(?!\d)/g },
  { order: 'yNd', pattern: /(?<!\d)(\d{4})\. (\p{L}{3,12}) (\d{1,2})(?!\d)/gu },
  {
    order: 'dNy',
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª)?${SEP}(?:of |de |d['’])?(\\p{L}{3,12})\\.?(?: del?| of)?${SEP}(\\d{4})(?!\\d)`,
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
// Most lines hold neither, and need not be read by a dozen patterns.
const FOUR_DIGITS = /\d{4}/g;
const TWO_DIGITS = /\d{2}/;
const SHORT_FORMS: readonly Form[] = [
  { order: 'numeric', pattern: /(?<![\d./:-])(\d{1,2})([./-])(\d{1,2})\2(\d{2})(?![\d./-])/g },
  {
    order: 'dNy',
    pattern: /(?<!\d)(\d{1,2})\.?[ -](\p{L}{3,12})\.?[ -]['’]?(\d{2})(?![\d:.])/gu,
  },
  { order: 'Ndy', pattern: /(?<!\p{L})(\p{L}{3,12})\.? (\d{1,2}),? ['’](\d{2})(?![\d:])/gu },
];

/** The form for a text whose letters are all of ASCII. */
const asPlain = (form: Form): Form => ({
  ...form,
  pattern: new RegExp(form.pattern.source.replaceAll('\\p{L}', '[A-Za-z]'), 'g'),
});

/** Forms for any text, and for one whose letters are all of ASCII. */
interface FormSet {
  readonly all: readonly Form[];
  readonly plain: readonly Form[];
}

const FULL: FormSet = { all: FORMS, plain: FORMS.map(asPlain) };
const SHORT: FormSet = { all: SHORT_FORMS, plain: SHORT_FORMS.map(asPlain) };

const formsFor = ({ all, plain }: FormSet, text: string): readonly Form[] =>
  hasPlainLetters(text) ? plain : all;

/**
 * The full dates written in `text` (at most a few thousand characters are expected), in order. Day before month in
 * numeric dates unless the second number exceeds 12 or the style says otherwise.
 */
export const findDates = (text: string, words: Words, style: DateStyle = {}): readonly WrittenDate[] => {
  const found: WrittenDate[] = [];
  const look = (forms: FormSet, from: number, to: number): void => {
    const part = text.slice(from, to);
    for (const { pattern, order, sign } of formsFor(forms, part)) {
      if (sign !== undefined && !part.includes(sign)) continue;
      // `matchAll` makes the pattern anew each time; this is asked of every line of a page.
      pattern.lastIndex = 0;
      for (let match = pattern.exec(part); match !== null; match = pattern.exec(part)) {
        const date = shifted(readMatch(match, order, words, style), from);
        if (date !== null && !found.some((other) => other.start < date.end && date.start < other.end))
          found.push(date);
      }
    }
  };
  for (const { start, end } of placesOfYears(text)) look(FULL, start, end);
  if (style.shortYears === true && TWO_DIGITS.test(text)) look(SHORT, 0, text.length);
  return found.sort((a, b) => a.start - b.start);
};

const shifted = (date: WrittenDate | null, by: number): WrittenDate | null =>
  date === null ? null : { ...date, start: date.start + by, end: date.end + by };

/** More than any date has before its year, and more than any has from its year on. */
const BEFORE_YEAR = 56;
const FROM_YEAR = 40;

/** The stretches of a text around four digits; elsewhere there is no date with its year, and the patterns need not look. */
const placesOfYears = (text: string): readonly Span[] => {
  const places: { start: number; end: number }[] = [];
  FOUR_DIGITS.lastIndex = 0;
  for (let match = FOUR_DIGITS.exec(text); match !== null; match = FOUR_DIGITS.exec(text)) {
    const { index } = match;
    const start = Math.max(0, index - BEFORE_YEAR);
    const end = Math.min(text.length, index + FROM_YEAR);
    const last = places.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else places.push({ start, end });
  }
  return places;
};

const readMatch = (
  match: RegExpExecArray | RegExpMatchArray,
  order: DateOrder,
  words: Words,
  style: DateStyle,
): WrittenDate | null => {
  const [whole = '', a = '', b = '', c = '', d = ''] = match;
  const start = match.index ?? 0;
  const place = { start, end: start + whole.length };
  if (order === 'ymd') return dated(Number(a), Number(b), Number(c), place);
  if (order === 'yNd') return named(b, Number(c), a, words, place);
  if (order === 'dNy') return named(b, Number(a), c, words, place);
  if (order === 'Ndy') return named(a, Number(b), c, words, place);
  return numeric(Number(a), Number(c), yearOf(d), b, style, place);
};

/** Dots stand in dates of Europe, which begin with the day; slashes and hyphens in those of both orders. */
const numeric = (
  first: number,
  second: number,
  year: number,
  mark: string,
  style: DateStyle,
  place: Place,
): WrittenDate | null => {
  const ambiguous = mark !== '.' && first <= 12 && second <= 12 && first !== second;
  const isMonthFirst = (second > 12 && first <= 12) || (ambiguous && style.monthFirst === true);
  return isMonthFirst
    ? dated(year, first, second, place, ambiguous)
    : dated(year, second, first, place, ambiguous);
};

/** Years of two digits are those of the web. */
const yearOf = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) >= 95 ? 1900 : 2000);

const named = (name: string, day: number, year: string, words: Words, place: Place): WrittenDate | null => {
  const month = words.months.get(name.toLowerCase());
  return month === undefined ? null : dated(yearOf(year), month, day, place);
};

interface Place {
  readonly start: number;
  readonly end: number;
}

const dated = (
  year: number,
  month: number,
  day: number,
  place: Place,
  ambiguous = false,
): WrittenDate | null =>
  year < 1800 || year > 2200
    ? null
    : { year, month, day, ...place, possible: isCivilDay(year, month, day), ambiguous };
