/** What a lane holds: where it is drawn, in pixels from the left. */
export interface LaneItem {
  readonly start: number;
  readonly end: number;
}

/** An item in its lane: `row` counts from 0 away from the axis. */
export interface Stacked {
  readonly index: number;
  readonly row: number;
}

/** Items that found no row, near each other. */
export interface Overflow {
  /** Where the number stands: the middle of the first and the last of them. */
  readonly at: number;
  readonly indices: readonly number[];
}

/** A lane laid out. */
export interface Lane {
  readonly rows: number;
  readonly stacked: readonly Stacked[];
  readonly overflow: readonly Overflow[];
}

/** Pixels left free between two marks of a row. */
const APART = 2;
/** Items without a row that begin within so many pixels are told of by one number. */
const BUCKET = 36;

/**
 * Stacks items so that none covers another: each goes into the first row that is free from its start on; what finds none of
 * `rows` rows is counted in `overflow`. Every index comes back exactly once.
 */
export const stack = (items: readonly LaneItem[], rows: number): Lane => {
  const order = items
    .map((item, index) => ({ ...item, index }))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index);
  const ends: number[] = [];
  const stacked: Stacked[] = [];
  const left: (LaneItem & { readonly index: number })[] = [];
  for (const item of order) {
    const free = ends.findIndex((end) => end + APART <= item.start);
    const row = free >= 0 ? free : ends.length;
    if (row >= rows) {
      left.push(item);
      continue;
    }
    ends[row] = item.end;
    stacked.push({ index: item.index, row });
  }
  return { rows: ends.length, stacked, overflow: gather(left) };
};

const gather = (left: readonly (LaneItem & { readonly index: number })[]): readonly Overflow[] => {
  const groups: (LaneItem & { readonly index: number })[][] = [];
  for (const item of left) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && item.start - first.start < BUCKET) group.push(item);
    else groups.push([item]);
  }
  return groups.map((group) => ({
    at: ((group[0]?.start ?? 0) + (group.at(-1)?.start ?? 0)) / 2,
    indices: group.map(({ index }) => index),
  }));
};
