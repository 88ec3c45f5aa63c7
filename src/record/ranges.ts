import { parseDay } from '../lib/calendar.ts';
import type { Day, Edtf } from '../model/brand.ts';
import type { ValidTime } from '../model/claim.ts';
import { compareText } from './order.ts';

/** A range of days with the EDTF it was written in and how it is known. */
export type TimedRange = ValidTime;

/** Days in the range, both ends counted; null when an end is open or no day of the calendar. */
export const widthOf = (range: {
  readonly earliest: Day | null;
  readonly latest: Day | null;
}): number | null => {
  if (range.earliest === null || range.latest === null) return null;
  const [from, to] = [parseDay(range.earliest), parseDay(range.latest)];
  return from === null || to === null ? null : Math.max(1, to - from + 1);
};

const RANK: Readonly<Record<ValidTime['basis'], number>> = {
  explicit: 0,
  deictic: 1,
  inferred: 2,
  bounded: 3,
};

/** The best-placed of several ranges that can all hold: by basis (explicit before deictic before inferred before bounded), then the narrowest. */
export const bestRange = (ranges: readonly TimedRange[]): TimedRange | null =>
  [...ranges].sort(
    (x, y) =>
      RANK[x.basis] - RANK[y.basis] ||
      (widthOf(x) ?? Number.POSITIVE_INFINITY) - (widthOf(y) ?? Number.POSITIVE_INFINITY) ||
      compareText(x.edtf, y.edtf),
  )[0] ?? null;

/** `../DAY`: at or before the day. */
export const upTo = (latest: Day): TimedRange => ({
  edtf: `../${latest}` as Edtf,
  earliest: null,
  latest,
  basis: 'bounded',
});
