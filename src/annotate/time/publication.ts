import { parseDay } from '../../lib/calendar.ts';
import type { Article, DateRange } from '../../model/page.ts';
import { publishedOf } from '../../model/page.ts';
import type { Published } from './reckon.ts';

const daysOf = ({ earliest, latest }: DateRange): Published => {
  const first = earliest === null ? null : parseDay(earliest);
  const last = latest === null ? null : parseDay(latest);
  return first === null || last === null ? null : { first, last };
};

/** The days that publication can have been. An end that is open leaves nothing to count from. */
export const publicationOf = (article: Article): Published => {
  const reading = publishedOf(article);
  return reading === null ? null : daysOf(reading.value);
};

/** A reading of this kind is another witness's word, and no capture clock, change or copy of the chosen day. */
const RIVAL = 'outranked';

/**
 * A day on which something else on the page says it was published (`outranked` among its readings), when the chosen reading
 * is one day too; the last such day if there are several. Null when the page speaks for one day only.
 */
export const rivalOf = (article: Article, published: Published): number | null => {
  if (published === null || published.first !== published.last) return null;
  const others = article.published
    .filter(({ rejected }) => rejected === RIVAL)
    .map(({ value }) => daysOf(value))
    .filter((days) => days !== null && days.first === days.last && days.first !== published.first)
    .map((days) => days?.first ?? 0);
  return others.length === 0 ? null : Math.max(...others);
};
