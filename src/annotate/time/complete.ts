import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Atom } from './atoms.ts';
import { numberIn, wordIn } from './frame.ts';
import { atomsUpTo } from './phrases.ts';
import type { Found } from './scan.ts';

const YEAR_FIELDS = ['year', 'year2', 'era', 'epoch', 'yearShift', 'from'] as const;

const yearFieldsOf = (node: TimeTemplate): TimeTemplate | null => {
  const isTold = [node.year, node.year2, node.yearShift].some((field) => typeof field === 'number');
  if (!isTold) return null;
  const kept = YEAR_FIELDS.flatMap((field) => (node[field] === undefined ? [] : [[field, node[field]]]));
  return Object.fromEntries(kept);
};

/** Where in its year a date lies, to be compared with another; null when it says no such thing. */
const placeInYear = (node: TimeTemplate): number | null => {
  const month = numberIn(node, 'month');
  if (month !== null) return month * 32 + (numberIn(node, 'day') ?? 0);
  return numberIn(node, 'season') ?? numberIn(node, 'quarter') ?? numberIn(node, 'half');
};

/** The year fields of `told`, a year later or earlier. Years before Christ are counted backwards. */
const shifted = (told: TimeTemplate, years: number): TimeTemplate => {
  const sign = wordIn(told, 'era') === 'BC' ? -1 : 1;
  const moved = (['year', 'year2', 'yearShift'] as const).flatMap((field) => {
    const value = numberIn(told, field);
    return value === null ? [] : [[field, value + sign * years]];
  });
  return { ...told, ...Object.fromEntries(moved) };
};

const isSameKind = (a: TimeTemplate, b: TimeTemplate): boolean =>
  (['month', 'season', 'quarter', 'half'] as const).every(
    (field) => (numberIn(a, field) === null) === (numberIn(b, field) === null),
  );

/** Gives the half without a year that of the other, so that the stretch runs forward. */
const withYears = (a: TimeTemplate, b: TimeTemplate): readonly [TimeTemplate, TimeTemplate] => {
  const [placeA, placeB] = [placeInYear(a), placeInYear(b)];
  if (placeA === null || placeB === null || !isSameKind(a, b)) return [a, b];
  const [toldA, toldB] = [yearFieldsOf(a), yearFieldsOf(b)];
  const turns = placeA > placeB;
  if (toldA === null && toldB !== null) return [{ ...a, ...shifted(toldB, turns ? -1 : 0) }, b];
  if (toldB === null && toldA !== null) return [a, { ...b, ...shifted(toldA, turns ? 1 : 0) }];
  return [a, b];
};

const MONTHS = 12;

/** Gives the half that is only a day of the month the month of the other. */
const withMonths = (a: TimeTemplate, b: TimeTemplate): readonly [TimeTemplate, TimeTemplate] => {
  const [dayA, dayB] = [numberIn(a, 'day'), numberIn(b, 'day')];
  const [monthA, monthB] = [numberIn(a, 'month'), numberIn(b, 'month')];
  if (dayA === null || dayB === null) return [a, b];
  const turns = dayA > dayB ? 1 : 0;
  const isBare = (node: TimeTemplate): boolean => numberIn(node, 'monthShift') === null;
  if (monthA !== null && monthB === null && isBare(b))
    return [a, { ...b, month: ((monthA - 1 + turns) % MONTHS) + 1 }];
  if (monthB !== null && monthA === null && isBare(a))
    return [{ ...a, month: ((monthB - 1 - turns + MONTHS) % MONTHS) + 1 }, b];
  return [a, b];
};

/** "from Monday to Thursday of last week": both days are of that week. */
const withWeeks = (a: TimeTemplate, b: TimeTemplate): readonly [TimeTemplate, TimeTemplate] => {
  const weekShift = numberIn(b, 'weekShift');
  const isBare = numberIn(a, 'weekday') !== null && numberIn(a, 'weekShift') === null;
  return weekShift !== null && isBare && wordIn(a, 'direction') === null ? [{ ...a, weekShift }, b] : [a, b];
};

const CLOCK_FIELDS = ['hour', 'minute', 'meridiem', 'part', 'zone'] as const;

const isClockOnly = (node: TimeTemplate): boolean =>
  wordIn(node, 'kind') === 'shift' &&
  ['told', 'day', 'here'].includes(wordIn(node, 'from') ?? '') &&
  numberIn(node, 'hour') !== null;

const hasClock = (node: TimeTemplate): boolean => numberIn(node, 'hour') !== null;

/** The day of `day` at the clock time of `clock`. */
const atClock = (day: TimeTemplate, clock: TimeTemplate): TimeTemplate => {
  const bare = Object.entries(day).filter(([field]) => !CLOCK_FIELDS.some((name) => name === field));
  const own = CLOCK_FIELDS.flatMap((field) => (clock[field] === undefined ? [] : [[field, clock[field]]]));
  return { ...Object.fromEntries(bare), ...Object.fromEntries(own) };
};

/** "from 10 a.m. to noon on Thursday": both are on that day. */
const withDays = (a: TimeTemplate, b: TimeTemplate): readonly [TimeTemplate, TimeTemplate] => {
  if (isClockOnly(a) && hasClock(b) && !isClockOnly(b)) return [atClock(b, a), b];
  return isClockOnly(b) && hasClock(a) && !isClockOnly(a) ? [a, atClock(a, b)] : [a, b];
};

/**
 * One rule has read both and given both the same year (and month): where that turns the stretch round, it was written for
 * one end only. "from [November] to [March 1946]" begins in 1945, "from [28] to [3 September]" in August.
 */
const turnedBack = (
  a: TimeTemplate,
  b: TimeTemplate,
  isFirstBare: ReturnType<typeof bareness>,
): readonly [TimeTemplate, TimeTemplate] => {
  const [monthA, monthB] = [numberIn(a, 'month'), numberIn(b, 'month')];
  if (monthA === null || monthB === null || a.year !== b.year) return [a, b];
  if (monthA > monthB) return isFirstBare.year ? [shifted(a, -1), b] : [a, shifted(b, 1)];
  const [dayA, dayB] = [numberIn(a, 'day') ?? 0, numberIn(b, 'day') ?? 0];
  if (monthA < monthB || dayA <= dayB) return [a, b];
  const step = isFirstBare.month ? -1 : 1;
  const moved = (node: TimeTemplate, month: number): TimeTemplate => {
    const turn = month + step;
    const years = turn < 1 ? -1 : turn > MONTHS ? 1 : 0;
    return { ...shifted(node, years), month: ((turn - 1 + MONTHS) % MONTHS) + 1 };
  };
  return isFirstBare.month ? [moved(a, monthA), b] : [a, moved(b, monthB)];
};

/** What an end leaves to the other: its year, or its month too. */
const bareness = (
  { at, span }: Found,
  atoms: readonly Atom[],
): { readonly year: boolean; readonly month: boolean } => {
  const own = atoms.slice(at, atomsUpTo(atoms, at, span.end));
  return {
    year: !own.some(({ kind, key }) => kind === 'digits' && key.length === 4),
    month: own.every(({ kind }) => kind === 'digits' || kind === 'mark'),
  };
};

/** Gives each end of a stretch what only the other one says: year, month, week, or the day of a clock time. */
export const completeEnds = (
  a: Found,
  b: Found,
  atoms: readonly Atom[],
): readonly [TimeTemplate, TimeTemplate] => {
  const ends = withDays(...withWeeks(...withYears(...withMonths(a.node, b.node))));
  return a.rule === b.rule ? turnedBack(...ends, bareness(a, atoms)) : ends;
};
