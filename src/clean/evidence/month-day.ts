import { allMatches } from '../../lib/matches.ts';
import type { Words } from '../lexicon.ts';

/** A day of a month without a year: `December 15-16`, `Feb. 4`, `8 March`. `last` equals `day` when it is one day. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
  readonly last: number;
  readonly index: number;
  readonly length: number;
}

const MONTH_FIRST =
  /(?<!\p{L})(\p{L}{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–—]\s?(\d{1,2}))?(?!\d|[:.,]\d|\s?%|,?\s\d{4}|\s(?:million|billion|percent|people|years))/gu;
const DAY_FIRST =
  /(?<![\d.,:])(\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–—]\s?(\d{1,2}))?\s(\p{L}{3,9})\.?(?!\p{L}|,?\s\d{4})/gu;

/** Days of a month without a year in a stretch of text. */
export const monthDaysIn = (text: string, words: Words): readonly MonthDay[] => {
  if (!/\d/.test(text)) return [];
  const found: MonthDay[] = [];
  for (const match of allMatches(text, MONTH_FIRST)) add(found, match, match[1], match[2], match[3], words);
  for (const match of allMatches(text, DAY_FIRST)) add(found, match, match[3], match[1], match[2], words);
  return found;
};

const add = (
  found: MonthDay[],
  match: RegExpExecArray,
  name: string | undefined,
  first: string | undefined,
  second: string | undefined,
  words: Words,
): void => {
  const month = /^\p{Lu}/u.test(name ?? '') ? words.months.get((name ?? '').toLowerCase()) : undefined;
  const day = Number(first);
  const last = second === undefined ? day : Number(second);
  if (month === undefined || day < 1 || day > 31 || last < day || last > 31) return;
  if (
    found.some(({ index, length }) => index < match.index + match[0].length && match.index < index + length)
  )
    return;
  found.push({ month, day, last, index: match.index, length: match[0].length });
};
