import { civilOf, weekdayOf } from '../../lib/calendar.ts';
import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import { feastIn } from './feast.ts';
import type { Frame } from './frame.ts';
import { numberIn, wordIn } from './frame.ts';
import type { Period } from './period.ts';
import { dayIn, daysOf, periodAt, periodOfDay, periodOfYear, shiftPeriod } from './period.ts';

/** A date found on the calendar, `impossible` when there is no such day, or what is known of it as a TIMEX3 value. */
export type DateResult =
  | { readonly kind: 'period'; readonly period: Period; readonly by: 'calendar' | 'published' | 'carried' }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unknown'; readonly value: string };

const SEASON_LABELS = ['SP', 'SU', 'FA', 'WI'] as const;
const two = (value: number): string => String(value).padStart(2, '0');

/** A year written with two digits: the one within 80 years before and 20 after `base`. */
const fullYear = (two: number, base: number): number => {
  const year = Math.floor(base / 100) * 100 + two;
  if (year > base + 20) return year - 100;
  return year < base - 80 ? year + 100 : year;
};

/** The year as it is written or counted from publication; null when the text leaves it open. */
const writtenYear = (node: TimeTemplate, frame: Frame): number | null => {
  const year = numberIn(node, 'year');
  if (year !== null) return wordIn(node, 'era') === 'BC' ? 1 - year : year + (numberIn(node, 'epoch') ?? 0);
  const short = numberIn(node, 'year2');
  if (short !== null) return fullYear(short, numberIn(node, 'near') ?? baseYear(frame));
  const shift = numberIn(node, 'yearShift');
  if (shift === null) return null;
  if (wordIn(node, 'from') === 'text' && frame.carried.year !== null) return frame.carried.year + shift;
  return frame.now === null ? null : civilOf(frame.now).year + shift;
};

const TURN_OF_CENTURY = 2000;

/** The year that two-digit years and decades lie near: the carried one in a narrative, else that of publication. */
const baseYear = ({ now, carried, isNarrative }: Frame): number =>
  (isNarrative ? carried.year : null) ?? (now === null ? TURN_OF_CENTURY : civilOf(now).year);

const isYearWritten = (node: TimeTemplate): boolean =>
  numberIn(node, 'year') !== null || numberIn(node, 'year2') !== null;

/** How many days ahead the next such day or month may lie to be meant rather than the last one, by tense. */
const REACH_AHEAD = { future: 240, none: 150, past: 100 } as const;

const STORY_UNITS: readonly string[] = ['D', 'M', 'S'];
/** Years. */
const LONG_AGO = 3;

/**
 * "from 20 January 2017 … until 18 June": the year of a dated expression of the same sentence that this one comes after;
 * of the sentence before, when it tells of long ago ("the war broke out in June 1998. In August …").
 */
const yearGoingOn = (month: number, day: number | null, { carried, now }: Frame): number | null => {
  const told = carried.here ?? carried.before;
  if (told?.isDated !== true || !STORY_UNITS.includes(told.period.unit)) return null;
  const last = civilOf(daysOf(told.period)[0]);
  const isLongAgo = now !== null && last.year <= civilOf(now).year - LONG_AGO;
  if (carried.here === null && !isLongAgo) return null;
  const isAfter =
    month > last.month || (month === last.month && (told.period.unit !== 'D' || (day ?? 0) > last.day));
  return isAfter ? last.year : null;
};

const DECEMBER = 12;

/** A January that is told right after a December is the next one. */
const isTurnOfYear = (month: number, { carried: { date }, tense }: Frame): boolean => {
  if (month !== 1 || date === null || tense === 'future') return false;
  const { unit } = date.period;
  return (unit === 'M' || unit === 'D') && civilOf(daysOf(date.period)[0]).month === DECEMBER;
};

/**
 * The year of a month (and day) that has none. In a narrative the carried year; else that of the next such day when it
 * is near enough for the tense, and that of the last one otherwise. (Measured on news: dates without a year lie ahead by
 * weeks or months far more often than they lie back by most of a year.)
 */
const inferredYear = (month: number, day: number | null, frame: Frame): number | null => {
  const { now, carried } = frame;
  if (frame.isNarrative && carried.year !== null) return carried.year + (isTurnOfYear(month, frame) ? 1 : 0);
  const told = yearGoingOn(month, day, frame);
  if (told !== null) return told;
  if (now === null) return null;
  const current = civilOf(now);
  const isOver = day === null ? month < current.month : month * 100 + day < current.month * 100 + current.day;
  const next = current.year + (isOver ? 1 : 0);
  const ahead = (dayIn(next, month, day ?? 1) ?? dayIn(next, month, 1) ?? now) - now;
  return ahead <= REACH_AHEAD[frame.tense] ? next : next - 1;
};

/** The year, among three around `guess`, in which the day falls on the weekday that stands beside it. */
const yearByWeekday = (guess: number, month: number, day: number, weekday: number | null): number => {
  if (weekday === null) return guess;
  const fits = [guess, guess - 1, guess + 1].find((year) => {
    const number = dayIn(year, month, day);
    return number !== null && weekdayOf(number) === weekday;
  });
  return fits ?? guess;
};

const resolveMonthDay = (node: TimeTemplate, month: number, day: number, frame: Frame): DateResult => {
  const written = writtenYear(node, frame);
  const guess = written ?? inferredYear(month, day, frame);
  if (guess === null) {
    const isPossible = dayIn(2000, month, day) !== null;
    return isPossible ? { kind: 'unknown', value: `XXXX-${two(month)}-${two(day)}` } : { kind: 'impossible' };
  }
  const year = written ?? yearByWeekday(guess, month, day, numberIn(node, 'weekday'));
  const number = dayIn(year, month, day);
  if (number === null) return { kind: 'impossible' };
  const isTold = written === null && yearGoingOn(month, day, frame) !== null;
  return { kind: 'period', period: periodOfDay(number), by: isTold ? 'carried' : basis(node, frame) };
};

const basis = (node: TimeTemplate, frame: Frame): 'calendar' | 'published' | 'carried' =>
  isYearWritten(node)
    ? 'calendar'
    : (frame.isNarrative || wordIn(node, 'from') === 'text') && frame.carried.year !== null
      ? 'carried'
      : 'published';

const DIRECTIONS: Readonly<Record<string, -1 | 0 | 1>> = { last: -1, this: 0, next: 1 };

/** "last June" is the latest one over, "next June" the first to come, "this June" that of the year of publication. */
const directedMonth = (month: number, direction: string, now: number): Period => {
  const current = civilOf(now);
  const step = DIRECTIONS[direction] ?? 0;
  const offset = step < 0 && month >= current.month ? -1 : step > 0 && month <= current.month ? 1 : 0;
  return periodOfYear('M', current.year + offset, month);
};

/** The year of a month that has none; the first month of a stretch goes with its last one (`to`). */
const yearOfMonth = (node: TimeTemplate, month: number, frame: Frame): number | null => {
  const last = numberIn(node, 'to') ?? month;
  const year = inferredYear(last, null, frame);
  return year === null || last >= month ? year : year - 1;
};

const resolveMonth = (node: TimeTemplate, month: number, frame: Frame): DateResult => {
  const direction = wordIn(node, 'direction');
  if (direction !== null && frame.now !== null && writtenYear(node, frame) === null)
    return { kind: 'period', period: directedMonth(month, direction, frame.now), by: 'published' };
  const year = writtenYear(node, frame) ?? yearOfMonth(node, month, frame);
  if (year === null) return { kind: 'unknown', value: `XXXX-${two(month)}` };
  const isTold = writtenYear(node, frame) === null && yearGoingOn(month, null, frame) !== null;
  return {
    kind: 'period',
    period: periodOfYear('M', year, month),
    by: isTold ? 'carried' : basis(node, frame),
  };
};

/** "from 7 October to the 9th": of the month of the day that the same sentence has told, when it comes after that. */
const dayAfterTold = (node: TimeTemplate, day: number, { carried }: Frame): DateResult | null => {
  const told = carried.here?.period ?? null;
  if (told?.unit !== 'D' || numberIn(node, 'monthShift') !== null) return null;
  const { year, month, day: first } = civilOf(told.index);
  const number = day > first ? dayIn(year, month, day) : null;
  return number === null ? null : { kind: 'period', period: periodOfDay(number), by: 'carried' };
};

/** The 15th: of the month that is named by a shift, else of the month of publication or the one before or after. */
const resolveDayOfMonth = (node: TimeTemplate, day: number, frame: Frame): DateResult => {
  const { now } = frame;
  const later = dayAfterTold(node, day, frame);
  if (later !== null) return later;
  if (now === null) return { kind: 'unknown', value: `XXXX-XX-${two(day)}` };
  const shift = numberIn(node, 'monthShift');
  const told = wordIn(node, 'from') === 'text' ? frame.carried.date : null;
  const current = periodAt('M', told === null ? now : daysOf(told.period)[0]).index;
  const isAhead = day > civilOf(now).day;
  const step = shift ?? (isAhead && frame.tense === 'past' ? -1 : 0);
  for (const month of shift === null ? [current + step, current - 1] : [current + shift]) {
    const year = Math.floor(month / 12);
    const number = dayIn(year, month - year * 12 + 1, day);
    if (number !== null) return { kind: 'period', period: periodOfDay(number), by: 'published' };
  }
  return { kind: 'impossible' };
};

/** The day a weekday is counted from: "the following Friday" from the last day of the text, others from publication. */
const dayCountedFrom = (node: TimeTemplate, { now, carried: { date } }: Frame): number | null =>
  wordIn(node, 'from') === 'text' && date?.period.unit === 'D' ? date.period.index : now;

/**
 * A bare weekday is the latest one on or before the day of publication (95 of 100 in news, measured), or the first one
 * after it when the words around look ahead.
 */
const resolveWeekday = (node: TimeTemplate, weekday: number, frame: Frame): DateResult => {
  const now = dayCountedFrom(node, frame);
  if (now === null) return { kind: 'unknown', value: `XXXX-WXX-${weekday}` };
  const direction = wordIn(node, 'direction');
  const told = wordIn(node, 'from') === 'text' ? (frame.carried.here?.period ?? null) : null;
  if (told?.unit === 'D') return dayResult(told.index + ((weekday - weekdayOf(told.index) + 7) % 7));
  const back = (weekdayOf(now) - weekday + 7) % 7;
  const ahead = (weekday - weekdayOf(now) + 7) % 7;
  const weeks = numberIn(node, 'weekShift');
  if (weeks !== null) return dayResult(periodAt('W', now).index + weeks * 7 + weekday - 1);
  if (direction === 'last') return dayResult(now - (back === 0 ? 7 : back));
  if (direction === 'next') return dayResult(now + (ahead === 0 ? 7 : ahead));
  const isFuture = frame.tense === 'future' || (direction === 'this' && frame.tense !== 'past');
  return dayResult(isFuture ? now + ahead : now - back);
};

const dayResult = (day: number): DateResult => ({
  kind: 'period',
  period: periodOfDay(day),
  by: 'published',
});

const PARTS: readonly (readonly ['season' | 'quarter' | 'half', 'S' | 'Q' | 'H'])[] = [
  ['season', 'S'],
  ['quarter', 'Q'],
  ['half', 'H'],
];

/** A season, quarter or half: of its year when that is told, else the one nearest publication on the side of the tense. */
const resolvePart = (node: TimeTemplate, unit: 'S' | 'Q' | 'H', part: number, frame: Frame): DateResult => {
  const { date } = frame.carried;
  const direction = wordIn(node, 'direction');
  if (date !== null && wordIn(node, 'from') === 'text' && (direction === 'next' || direction === 'last')) {
    const period = nearestPart(node, unit, part, frame, daysOf(date.period)[0]);
    return { kind: 'period', period, by: 'carried' };
  }
  const written = writtenYear(node, frame) ?? (frame.isNarrative ? frame.carried.year : null);
  if (written !== null)
    return { kind: 'period', period: periodOfYear(unit, written, part), by: basis(node, frame) };
  if (frame.now === null) {
    const label = unit === 'S' ? (SEASON_LABELS[part - 1] ?? 'XX') : `${unit}${part}`;
    return { kind: 'unknown', value: `XXXX-${label}` };
  }
  return { kind: 'period', period: nearestPart(node, unit, part, frame, frame.now), by: 'published' };
};

const nearestPart = (
  node: TimeTemplate,
  unit: 'S' | 'Q' | 'H',
  part: number,
  frame: Frame,
  now: number,
): Period => {
  const current = periodAt(unit, now);
  const perYear = unit === 'H' ? 2 : 4;
  // January lies in the winter of the year before, but "this spring" is that of its own year.
  const year = unit === 'S' && part < 4 ? civilOf(now).year : Math.floor(current.index / perYear);
  const candidate = periodOfYear(unit, year, part);
  const direction = wordIn(node, 'direction');
  if (direction === 'last' && candidate.index >= current.index) return shiftPeriod(candidate, -perYear);
  if (direction === 'next' && candidate.index <= current.index) return shiftPeriod(candidate, perYear);
  if (direction !== null) return candidate;
  const isAhead = candidate.index > current.index;
  return isAhead && frame.tense !== 'future' ? shiftPeriod(candidate, -perYear) : candidate;
};

/** A decade or century by its digits: `197` or 70 for the seventies of the century that fits publication. */
const resolveLong = (node: TimeTemplate, frame: Frame): DateResult | null => {
  const century = numberIn(node, 'century');
  if (century !== null) {
    const index = wordIn(node, 'era') === 'BC' ? -century : century - 1;
    return { kind: 'period', period: { unit: 'CE', index }, by: 'calendar' };
  }
  const decade = numberIn(node, 'decade');
  if (decade !== null) return { kind: 'period', period: { unit: 'DE', index: decade }, by: 'calendar' };
  const short = numberIn(node, 'decade2');
  if (short === null) return null;
  const base = baseYear(frame);
  const year = Math.floor(base / 100) * 100 + short;
  const index = (year > base ? year - 100 : year) / 10;
  return { kind: 'period', period: { unit: 'DE', index }, by: 'calendar' };
};

/** How many days ahead a feast may lie to be meant rather than the last one, by tense. */
const FEAST_AHEAD = { future: 365, none: 60, past: 0 } as const;

/** A movable feast: of its year when that is told, else the next or the last one by direction and tense. */
const resolveFeast = (node: TimeTemplate, feast: string, frame: Frame): DateResult => {
  const { now } = frame;
  const written = writtenYear(node, frame);
  if (written === null && now === null) return { kind: 'unknown', value: 'XXXX' };
  const year = written ?? civilOf(now ?? 0).year;
  const direction = wordIn(node, 'direction');
  const reach = direction === 'last' ? -1 : direction === 'next' ? 366 : FEAST_AHEAD[frame.tense];
  const days = [year + 1, year, year - 1].map((each) => feastIn(feast, each));
  const [next, same, last] = days;
  if (next == null || same == null || last == null) return { kind: 'unknown', value: 'XXXX' };
  if (written !== null) return { kind: 'period', period: periodOfDay(same), by: basis(node, frame) };
  const day = [next, same, last].find((each) => each - (now ?? 0) <= reach) ?? last;
  return dayResult(day);
};

/** Finds a `date` on the calendar. */
export const resolveDate = (node: TimeTemplate, frame: Frame): DateResult => {
  const long = resolveLong(node, frame);
  if (long !== null) return long;
  const feast = wordIn(node, 'feast');
  if (feast !== null) return resolveFeast(node, feast, frame);
  const [month, day, weekday] = [numberIn(node, 'month'), numberIn(node, 'day'), numberIn(node, 'weekday')];
  if (month !== null && day !== null) return resolveMonthDay(node, month, day, frame);
  if (month !== null) return resolveMonth(node, month, frame);
  if (day !== null) return resolveDayOfMonth(node, day, frame);
  if (weekday !== null) return resolveWeekday(node, weekday, frame);
  for (const [field, unit] of PARTS) {
    const part = numberIn(node, field);
    if (part !== null) return resolvePart(node, unit, part, frame);
  }
  const year = writtenYear(node, frame);
  if (year === null) return { kind: 'unknown', value: 'XXXX' };
  return { kind: 'period', period: periodOfYear('Y', year), by: basis(node, frame) };
};
