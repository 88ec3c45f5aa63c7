import { formatDay } from '../../lib/calendar.ts';
import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Resolution } from './frame.ts';
import { numberIn } from './frame.ts';
import type { Stretch } from './stretch.ts';

/** The first and last day that publication can have been, as day numbers; null when nothing is known. */
export type Published = { readonly first: number; readonly last: number } | null;

/**
 * At most so many days of an interval of publication are tried: each day of about two weeks, else days spread evenly, both
 * ends among them. What an expression means moves forward with the day of publication, so the ends bound the rest.
 */
const MOST_LANES = 16;

/** The days of publication that a text is read for, in order; one null when nothing is known. */
export const lanesOf = (published: Published): readonly (number | null)[] => {
  if (published === null) return [null];
  const { first, last } = published;
  const steps = Math.min(MOST_LANES - 1, last - first);
  if (steps <= 0) return [first];
  return Array.from({ length: steps + 1 }, (_, i) => first + Math.round(((last - first) * i) / steps));
};

type Days = readonly [number, number] | null;

const hullOf = (all: readonly Days[]): Days => {
  let hull: Days = null;
  for (const days of all) {
    if (days === null) return null;
    hull = hull === null ? days : [Math.min(hull[0], days[0]), Math.max(hull[1], days[1])];
  }
  return hull;
};

const intervalOf = (days: Days): string | null =>
  days === null
    ? null
    : days[0] === days[1]
      ? formatDay(days[0])
      : `${formatDay(days[0])}/${formatDay(days[1])}`;

const isSame = (values: readonly (string | null)[]): boolean => values.every((value) => value === values[0]);

/** `12` of 12 and 12, `XX` of 11 and 12, `WXX` of W49 and W50, `XX` of SP and SU. */
const commonPart = (parts: readonly string[]): string => {
  const [part = ''] = parts;
  if (isSame(parts)) return part;
  const letter = /^[WQH](?=[\dX])/.exec(part)?.[0] ?? '';
  return letter + 'X'.repeat(part.length - letter.length);
};

/** A date with an `X` for every digit of a part that the dates do not share; null when they have not the same form. */
const commonDate = (dates: readonly string[]): string | null => {
  const all = dates.map((date) => date.split('-'));
  const [first = []] = all;
  if (
    all.some(
      (parts) => parts.length !== first.length || parts.some((part, i) => part.length !== first[i]?.length),
    )
  )
    return null;
  return first.map((_, i) => commonPart(all.map((parts) => parts[i] ?? ''))).join('-');
};

const YEAR = /^(?:BC)?\d{4}(?=-)/;

/** A weekday keeps its number: `2016-WXX-4`. */
const commonWeekday = (weekday: number, values: readonly string[]): string => {
  const years = values.map((value) => YEAR.exec(value)?.[0] ?? 'XXXX');
  return `${isSame(years) ? years[0] : 'XXXX'}-WXX-${weekday}`;
};

const isBareWeekday = (node: TimeTemplate): boolean =>
  numberIn(node, 'weekday') !== null && numberIn(node, 'day') === null;

/** What is certain of a value that depends on the day of publication. */
const commonValue = (node: TimeTemplate, values: readonly string[]): string => {
  const [first = ''] = values;
  if (isSame(values) || first.startsWith('P')) return first;
  const [dates, clocks] = [
    values.map((value) => value.split('T')[0] ?? ''),
    values.map((v) => v.split('T')[1] ?? ''),
  ];
  const clock = isSame(clocks) && clocks[0] !== '' ? `T${clocks[0]}` : '';
  const weekday = isBareWeekday(node) ? numberIn(node, 'weekday') : null;
  if (weekday !== null) return commonWeekday(weekday, dates) + clock;
  return (commonDate(dates) ?? 'XXXX') + clock;
};

/**
 * One resolution for all days of publication that are possible: what comes out the same is certain; otherwise the value
 * has `X` where digits differ, and the days run from the first to the last possible one.
 */
export const agree = (node: TimeTemplate, all: readonly Resolution[]): Resolution | null => {
  const last = all.at(-1);
  if (last === undefined) return null;
  if (isSame(all.map(({ value }) => value)) && isSame(all.map(({ edtf }) => edtf))) return last;
  const days = hullOf(all.map((each) => each.days));
  const value = commonValue(
    node,
    all.map((each) => each.value),
  );
  return { ...last, value, edtf: intervalOf(days), days, period: null };
};

/** One stretch for all days of publication that are possible; null when some give none. */
export const agreeOnStretch = (all: readonly (Stretch | null)[]): Stretch | null => {
  const [first = null] = all;
  if (isSame(all.map((stretch) => stretch?.edtf ?? null))) return first;
  const days = hullOf(all.map((stretch) => stretch?.days ?? null));
  return days === null ? null : { edtf: intervalOf(days) ?? '', days };
};
