import type { Clock, DeskRow } from '../../../src/view/desk/types.ts';
import { type Extent, extentOf } from '../lib/extent.ts';
import { type LaneItem, type Overflow, stack } from '../lib/lanes.ts';
import type { Scale } from '../lib/scale.ts';

/** Half the width of a mark of one day. */
const HALF = 6;
/** Room for the arrow or the curve behind a mark. */
const TAIL = 6;
/** Room for the dashed ends of a rough time, and for the sign of a doubtful one. */
const ENDS = 5;
/** Length of an arrow that stands for an open end. */
const OPEN = 26;
/** Narrowest bar. */
const THIN = 6;
/** Rows of marks, and rows of bars below them. */
const MARK_ROWS = 8;
const BAR_ROWS = 5;
/** Rows of bars longer than a third of the axis, the lowest: they would hide all others. */
const LONG_ROWS = 4;
/** Pixels from one row to the next. */
const MARK_PITCH = 15;
const BAR_PITCH = 11;

/** A claim in its lane, in pixels from the left and the top of the lane. */
export interface Drawn {
  readonly row: DeskRow;
  readonly extent: Extent;
  readonly start: number;
  readonly end: number;
  /** The middle of its row. */
  readonly y: number;
}

/** A number that stands for claims without room. */
export interface DrawnMore {
  readonly at: number;
  readonly y: number;
  readonly rows: readonly DeskRow[];
}

/** A lane laid out. */
export interface LaneLayout {
  readonly height: number;
  readonly drawn: readonly Drawn[];
  readonly more: readonly DrawnMore[];
}

interface Placed extends LaneItem {
  readonly row: DeskRow;
  readonly extent: Extent;
}

/** Where the arrow of an open end points: a short way on, for how far it goes nobody told. */
const openEnd = (extent: Extent, scale: Scale, from: number): number => {
  const isFlipped = scale.at(scale.span.from) > scale.at(scale.span.to);
  const isForward = (extent.to === null) !== isFlipped;
  return Math.min(scale.width, Math.max(0, isForward ? from + OPEN : from - OPEN));
};

const boxOf = (extent: Extent, scale: Scale): LaneItem => {
  if (extent.shape === 'day' && extent.from !== null) {
    const middle = (scale.at(extent.from) + scale.at(extent.from + 1)) / 2;
    const half = extent.isApproximate ? HALF + ENDS : HALF;
    return { start: middle - half, end: middle + half + (extent.isUncertain ? ENDS + 2 : 0) };
  }
  const known = extent.from ?? (extent.to ?? scale.span.to) + 1;
  const a = scale.at(known);
  const b = extent.from === null || extent.to === null ? openEnd(extent, scale, a) : scale.at(extent.to + 1);
  const [start, end] = [Math.min(a, b), Math.max(a, b)];
  return { start, end: Math.max(end, start + THIN) };
};

const hasTail = ({ status }: DeskRow): boolean => status === 'ongoing' || status === 'postponed';

/** Rows of one kind under those that are there already. */
const tier = (list: readonly Placed[], rows: number, pitch: number, top: number): LaneLayout => {
  const lane = stack(
    list.map(({ row, start, end }) => ({ start, end: hasTail(row) ? end + TAIL : end })),
    rows,
  );
  const foot = top + lane.rows * pitch;
  return {
    height: foot + (lane.overflow.length > 0 ? MARK_PITCH : 0),
    drawn: lane.stacked.flatMap(({ index, row }) => {
      const item = list[index];
      return item === undefined ? [] : [{ ...item, y: top + row * pitch + pitch / 2 }];
    }),
    more: moreOf(lane.overflow, list, foot + MARK_PITCH / 2),
  };
};

/** Lays the claims of a lane out: days as marks, stretches as bars below them; what is unknown is in no lane. */
export const layOutLane = (rows: readonly DeskRow[], clock: Clock, scale: Scale): LaneLayout => {
  const placed = rows.flatMap((row): readonly Placed[] => {
    const extent = extentOf(row.times[clock]);
    return extent.shape === 'tray' ? [] : [{ row, extent, ...boxOf(extent, scale) }];
  });
  const bars = placed.filter(({ extent }) => extent.shape === 'bar');
  const isLong = ({ start, end }: LaneItem): boolean => end - start > scale.width / 3;
  const marks = tier(
    placed.filter(({ extent }) => extent.shape === 'day'),
    MARK_ROWS,
    MARK_PITCH,
    2,
  );
  const short = tier(
    bars.filter((bar) => !isLong(bar)),
    BAR_ROWS,
    BAR_PITCH,
    marks.height,
  );
  const long = tier(bars.filter(isLong), LONG_ROWS, BAR_PITCH, short.height);
  return {
    height: Math.max(MARK_PITCH, long.height) + 4,
    drawn: [...marks.drawn, ...short.drawn, ...long.drawn],
    more: [...marks.more, ...short.more, ...long.more],
  };
};

const moreOf = (overflow: readonly Overflow[], list: readonly Placed[], y: number): readonly DrawnMore[] =>
  overflow.map(({ at, indices }) => ({ at, y, rows: indices.flatMap((index) => list[index]?.row ?? []) }));
