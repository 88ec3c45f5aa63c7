import { civilOf, dayNumber } from '../../lib/calendar.ts';
import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import { numberIn } from './frame.ts';
import type { Published } from './reckon.ts';
import type { Found } from './scan.ts';

// Two numbers and a year between slashes or hyphens. A point between them is European, and no question.
const NUMBERS = /^(\p{Nd}{1,2})\s?([/-])\s?(\p{Nd}{1,2})\s?\2\s?(?:\p{Nd}{2}){1,2}$/u;
const MONTHS = 12;
const LONGEST = 12;

type Order = 'month-first' | 'day-first';

/** How likely the other order is: the page shows one, publication is that day, nothing is known. Set, not measured. */
const SWAP = { page: 0.05, published: 0.05, unknown: 0.4 } as const;

interface Numbers {
  readonly index: number;
  readonly node: TimeTemplate;
  readonly month: number;
  readonly day: number;
  /** The order the rule has read. */
  readonly order: Order;
  /** Whether it can be read the other way. */
  readonly isOpen: boolean;
}

const numbersOf = (found: Found, index: number, text: string): Numbers | null => {
  const { node, span } = found;
  const [month, day] = [numberIn(node, 'month'), numberIn(node, 'day')];
  if (month === null || day === null || span.end - span.start > LONGEST) return null;
  const match = NUMBERS.exec(text.slice(span.start, span.end));
  if (match === null) return null;
  const first = Number(match[1]);
  // Digits of other scripts do not tell which came first here; their order stays as the rule has read it.
  if (Number.isNaN(first)) return null;
  const order = first === month ? 'month-first' : 'day-first';
  return { index, node, month, day, order, isOpen: month <= MONTHS && day <= MONTHS && month !== day };
};

/** The order that the page shows by dates that can be read one way only ("16/12/2016"); null when none or both do. */
const shownOrder = (all: readonly Numbers[]): Order | null => {
  const shown = new Set(
    all.filter(({ month, day }) => Math.max(month, day) > MONTHS).map(({ order }) => order),
  );
  const [only] = shown;
  return shown.size === 1 && only !== undefined ? only : null;
};

const isPublished = (year: number | null, month: number, day: number, published: Published): boolean => {
  if (year === null || published === null || published.first !== published.last) return false;
  const years =
    year < 100 ? civilOf(published.first).year - (civilOf(published.first).year % 100) + year : year;
  return dayNumber(years, month, day) === published.first;
};

const swap = (node: TimeTemplate, month: number, day: number): TimeTemplate => ({
  ...node,
  month: day,
  day: month,
});

const settled = (
  { node, month, day, order }: Numbers,
  page: Order | null,
  published: Published,
): TimeTemplate => {
  if (page !== null) return { ...(page === order ? node : swap(node, month, day)), swap: SWAP.page };
  const year = numberIn(node, 'year') ?? numberIn(node, 'year2');
  if (isPublished(year, month, day, published)) return { ...node, swap: SWAP.published };
  if (isPublished(year, day, month, published)) return { ...swap(node, month, day), swap: SWAP.published };
  return { ...node, swap: SWAP.unknown };
};

/**
 * Settles which of two numbers is the month in dates such as `3/4/2016`: as another date of the page shows that can be read
 * one way only, else so that it is the day of publication, else as the rule of the language has it. The other reading is
 * kept with its weight in the field `swap`. Linear.
 */
export const settleOrder = (
  found: readonly Found[],
  text: string,
  published: Published,
): readonly Found[] => {
  const numbers = found.map((each, index) => numbersOf(each, index, text)).filter((each) => each !== null);
  if (numbers.length === 0) return found;
  const page = shownOrder(numbers);
  const out = [...found];
  for (const each of numbers) {
    const at = out[each.index];
    if (each.isOpen && at !== undefined) out[each.index] = { ...at, node: settled(each, page, published) };
  }
  return out;
};
