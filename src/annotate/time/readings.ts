import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Resolution } from './frame.ts';
import { numberIn } from './frame.ts';
import { yearOf } from './period.ts';
import { resolve } from './resolve.ts';
import type { End } from './stretch.ts';
import { isBareWeekday, isYearless, stepped } from './stretch.ts';

/** A thing that an expression can mean, with how likely it is. */
export interface Weighted {
  readonly resolution: Resolution;
  readonly weight: number;
}

/** What is not told by an expression: its week, its year or its century. */
export type DoubtKind = 'weekday' | 'month' | 'day' | 'part' | 'century';

/** An expression with several readings: the chosen one, and those a step earlier and later. */
export interface Doubt {
  readonly kind: DoubtKind;
  /** Where the chosen reading lies to the day it is counted from. */
  readonly side: 'past' | 'same' | 'future';
  readonly chosen: Resolution;
  readonly earlier: Resolution | null;
  readonly later: Resolution | null;
}

/** Shares of the chosen reading, the earlier and the later one. */
type Shares = readonly [chosen: number, earlier: number, later: number];

/**
 * How often each reading is the right one, by what is not told and by where the chosen reading lies. Weekdays, months, days
 * and parts of the year: counted on the development part of TimeBank, on AQUAINT and MEANTIME where the gold is one of the
 * three (`npx tsx eval/time-readings.ts`), a third of a count added to each; months and days of the same day taken together,
 * coming parts of the year as coming months, since these are few. Centuries and the order of numbers are set, not measured.
 */
const SHARES: Readonly<Record<DoubtKind, Readonly<Record<Doubt['side'], Shares>>>> = {
  weekday: { past: [0.94, 0.04, 0.02], same: [0.99, 0.005, 0.005], future: [0.81, 0.17, 0.02] },
  month: { past: [0.97, 0.02, 0.01], same: [0.94, 0.03, 0.03], future: [0.77, 0.21, 0.02] },
  day: { past: [0.98, 0.005, 0.015], same: [0.94, 0.03, 0.03], future: [0.96, 0.035, 0.005] },
  part: { past: [0.94, 0.04, 0.02], same: [0.96, 0.02, 0.02], future: [0.77, 0.21, 0.02] },
  century: { past: [0.95, 0.04, 0.01], same: [0.95, 0.04, 0.01], future: [0.95, 0.04, 0.01] },
};

const sideOf = ({ days }: Resolution, now: number | null): Doubt['side'] => {
  if (days === null || now === null) return 'past';
  return days[1] < now ? 'past' : days[0] > now ? 'future' : 'same';
};

const kindOf = (node: TimeTemplate): DoubtKind | null => {
  if (isBareWeekday(node)) return 'weekday';
  if (isYearless(node)) {
    if (numberIn(node, 'month') === null) return 'part';
    return numberIn(node, 'day') === null ? 'month' : 'day';
  }
  const isShort = numberIn(node, 'year2') !== null && numberIn(node, 'near') === null;
  return isShort || numberIn(node, 'decade2') !== null ? 'century' : null;
};

const CENTURY = 100;
const DECADES_OF_CENTURY = 10;

/** The same two digits a century earlier or later. */
const inCentury = ({ node, frame, resolution }: End, steps: 1 | -1): Resolution | null => {
  const { period } = resolution;
  if (period === null) return null;
  const fixed: Readonly<Record<string, number>> =
    period.unit === 'DE'
      ? { decade: period.index + steps * DECADES_OF_CENTURY }
      : { year: yearOf(period) + steps * CENTURY };
  const other = resolve({ ...node, ...fixed }, frame);
  return other === 'impossible' || other.days === null ? null : { ...other, anchor: resolution.anchor };
};

/** The readings of an expression whose words leave more than one; null when they do not, or nothing could be told. */
export const doubtOf = (end: End): Doubt | null => {
  const { node, frame, resolution } = end;
  const kind = kindOf(node);
  if (kind === null || resolution.period === null || frame.isNarrative) return null;
  const other = kind === 'century' ? inCentury : stepped;
  return {
    kind,
    side: sideOf(resolution, frame.now),
    chosen: resolution,
    earlier: other(end, -1),
    later: other(end, 1),
  };
};

/** What is less likely than this is not listed. */
const LEAST_WEIGHT = 0.02;

const spread = ({ kind, side, chosen, earlier, later }: Doubt): readonly Weighted[] => {
  const [share, before, after] = SHARES[kind][side];
  const others = [
    { resolution: earlier, weight: before },
    { resolution: later, weight: after },
  ].filter((each): each is Weighted => each.resolution !== null && each.weight >= LEAST_WEIGHT);
  if (others.length === 0) return [];
  return [{ resolution: chosen, weight: share }, ...others.sort((a, b) => b.weight - a.weight)];
};

/** The other order of day and month, where the rule or the page left that open (`swap` is its weight). */
const swapped = ({ node, frame, resolution }: End): readonly Weighted[] => {
  const weight = numberIn(node, 'swap');
  const [month, day] = [numberIn(node, 'month'), numberIn(node, 'day')];
  if (weight === null || month === null || day === null) return [];
  const other = resolve({ ...node, month: day, day: month }, frame);
  if (other === 'impossible') return [];
  return [
    { resolution, weight: 1 - weight },
    { resolution: { ...other, anchor: resolution.anchor }, weight },
  ];
};

/** Everything that an expression can mean when the day of publication is known, the likeliest first; empty without doubt. */
export const readingsIn = (end: End): readonly Weighted[] => {
  const orders = swapped(end);
  if (orders.length > 0) return orders;
  const doubt = doubtOf(end);
  return doubt === null ? [] : spread(doubt);
};

/** Up to so many different readings of an interval of publication are listed; with more, the bounds say it better. */
const MOST_READINGS = 4;

/** What an expression can mean by the possible days of publication, each with its share of those days. */
export const readingsByDay = (all: readonly Resolution[]): readonly Weighted[] => {
  const tally = new Map<string, { readonly resolution: Resolution; readonly count: number }>();
  for (const resolution of all) {
    const key = `${resolution.value} ${resolution.edtf}`;
    tally.set(key, { resolution, count: (tally.get(key)?.count ?? 0) + 1 });
  }
  if (tally.size < 2 || tally.size > MOST_READINGS) return [];
  return [...tally.values()]
    .map(({ resolution, count }) => ({ resolution, weight: count / all.length }))
    .sort((a, b) => b.weight - a.weight);
};

const ROUND = 100;

/** Weights that sum to 1, in hundredths. */
export const normalised = (readings: readonly Weighted[]): readonly Weighted[] => {
  const sum = readings.reduce((total, { weight }) => total + weight, 0);
  const rounded = readings.map((each) => ({
    ...each,
    weight: Math.round((each.weight / sum) * ROUND) / ROUND,
  }));
  const rest = 1 - rounded.slice(1).reduce((total, { weight }) => total + weight, 0);
  return rounded.map((each, i) => (i === 0 ? { ...each, weight: Math.round(rest * ROUND) / ROUND } : each));
};

/** The readings with those by another day of publication that some of the page speaks for, which has the share `weight`. */
export const withRival = (
  readings: readonly Weighted[],
  chosen: Resolution,
  rival: Resolution | null,
  weight: number,
): readonly Weighted[] => {
  if (rival === null || rival.value === chosen.value) return readings;
  const own = readings.length === 0 ? [{ resolution: chosen, weight: 1 }] : readings;
  const same = own.findIndex(({ resolution }) => resolution.value === rival.value);
  const scaled = own.map((each, i) => ({
    ...each,
    weight: each.weight * (1 - weight) + (i === same ? weight : 0),
  }));
  return same >= 0 ? scaled : [...scaled, { resolution: rival, weight }];
};
