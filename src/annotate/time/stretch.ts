import { formatDay } from '../../lib/calendar.ts';
import type { TimeTemplate } from '../../model/knowledge/time-lexicon.ts';
import type { Bond } from './bind.ts';
import type { Frame, Resolution } from './frame.ts';
import { numberIn, wordIn } from './frame.ts';
import { yearOf } from './period.ts';
import { resolve } from './resolve.ts';

/** What two expressions mean together: EDTF, unchecked, and the first and last day. */
export interface Stretch {
  readonly edtf: string;
  readonly days: readonly [number, number];
}

/** One end of a stretch: the expression, the frame it was resolved in, and what came out. */
export interface End {
  readonly node: TimeTemplate;
  readonly frame: Frame;
  readonly resolution: Resolution;
}

/** Whether only the day of the week is told, without "last" or "next". */
export const isBareWeekday = (node: TimeTemplate): boolean =>
  numberIn(node, 'weekday') !== null &&
  numberIn(node, 'day') === null &&
  numberIn(node, 'weekShift') === null &&
  wordIn(node, 'direction') === null;

const PARTS_OF_YEAR = ['month', 'season', 'quarter', 'half'] as const;

/** Whether a day, month, season or quarter is told without its year. */
export const isYearless = (node: TimeTemplate): boolean =>
  PARTS_OF_YEAR.some((field) => numberIn(node, field) !== null) &&
  (['year', 'year2', 'yearShift'] as const).every((field) => numberIn(node, field) === null) &&
  wordIn(node, 'direction') === null;

const WEEK = 7;

/** The same words a week or a year later (`steps` 1) or earlier (-1); null when they leave no such choice. */
export const stepped = ({ node, frame, resolution }: End, steps: 1 | -1): Resolution | null => {
  const { days, period, anchor } = resolution;
  if (days === null || period === null) return null;
  const other = isBareWeekday(node)
    ? resolve(node, { ...frame, now: days[0] + steps * WEEK, tense: 'none' })
    : isYearless(node)
      ? resolve({ ...node, year: yearOf(period) + steps }, frame)
      : 'impossible';
  return other === 'impossible' || other.days === null ? null : { ...other, anchor };
};

const startOf = ({ days }: Resolution): number => days?.[0] ?? 0;

const endOf = ({ days }: Resolution): number => days?.[1] ?? 0;

/** "this year through October 19" runs forward too: the first may hold the second. */
const runsForward = (a: Resolution, b: Resolution): boolean =>
  a.days !== null && b.days !== null && a.days[0] <= b.days[0];

/**
 * Two ends so that the first comes first: the second is read as the next such day or month after the first, or, when the
 * words tell of what is over and that lies ahead, the first as the last one before it. As they were when neither may move.
 */
const inOrder = (a: End, b: End): readonly [Resolution, Resolution] => {
  const [first, second] = [a.resolution, b.resolution];
  if (first.days === null || second.days === null || runsForward(first, second)) return [first, second];
  const [later, earlier] = [stepped(b, 1), stepped(a, -1)];
  const now = b.frame.now;
  const isAhead = later !== null && now !== null && b.frame.tense === 'past' && startOf(later) > now;
  if (later !== null && !isAhead && runsForward(first, later)) return [first, later];
  if (earlier !== null && runsForward(earlier, second)) return [earlier, second];
  return later !== null && runsForward(first, later) ? [first, later] : [first, second];
};

const WHOLE = /^-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/;

/** An end as EDTF writes it: a day, month or year as it stands, anything else by its first or last day. */
const written = ({ edtf, days, period }: Resolution, end: 0 | 1): string => {
  if (edtf !== null && WHOLE.test(edtf)) return edtf;
  const day = formatDay(days?.[end] ?? 0);
  const isLong = period?.unit === 'DE' || period?.unit === 'CE';
  return isLong && /^\d{4}-/.test(day) ? day.slice(0, 4) : day;
};

/** Whether the bond holds: a dash binds like to like, "and" a day to the day after it. */
const holds = (bond: Bond, a: Resolution, b: Resolution): boolean => {
  if (bond === 'range') return true;
  if (bond === 'dash') return a.period?.unit === b.period?.unit;
  return a.period?.unit === 'D' && b.period?.unit === 'D' && startOf(b) === startOf(a) + 1;
};

const isDate = ({ type }: Resolution): boolean => type === 'DATE' || type === 'TIME';

/** What two ends come to: each of them, put in order, and the stretch; null when they make none. */
interface Joined {
  readonly ends: readonly [Resolution, Resolution];
  readonly stretch: Stretch | null;
}

/** Joins two expressions that stand as the ends of one stretch. */
export const joinEnds = (a: End, b: End, bond: Bond): Joined => {
  const asTheyAre: Joined = { ends: [a.resolution, b.resolution], stretch: null };
  if (!isDate(a.resolution) || !isDate(b.resolution) || !holds(bond, a.resolution, b.resolution))
    return asTheyAre;
  const ends = bond === 'and' ? asTheyAre.ends : inOrder(a, b);
  const [{ days: first }, { days: second }] = ends;
  if (first === null || second === null || !runsForward(ends[0], ends[1])) return asTheyAre;
  const isOne = first[0] === second[0] && first[1] === second[1];
  if (isOne) return { ends, stretch: null };
  const isHeld = endOf(ends[0]) > endOf(ends[1]);
  const edtf = `${isHeld ? formatDay(first[0]) : written(ends[0], 0)}/${written(ends[1], 1)}`;
  return { ends, stretch: { edtf, days: [first[0], second[1]] } };
};
