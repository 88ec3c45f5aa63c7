import { civilOf, dayNumber, formatDay } from '../../lib/calendar.ts';
import type { Day } from '../../model/brand.ts';
import type { ClaimIndex, ClaimSets } from './claim-index.ts';
import type { ClaimListQuery, Strip, StripBin } from './types.ts';

/** A way to cut time: the number of the piece a day lies in, and the number of the first day of a piece. */
interface Cut {
  readonly pieceOf: (day: number) => number;
  readonly startOf: (piece: number) => number;
}

const byMonths = (months: number): Cut => ({
  pieceOf: (day) => {
    const { year, month } = civilOf(day);
    return Math.floor((year * 12 + month - 1) / months);
  },
  startOf: (piece) => dayNumber(0, piece * months + 1, 1),
});

/** From fine to coarse: days, months, quarters, years, and years in groups. */
const CUTS: readonly Cut[] = [
  { pieceOf: (day) => day, startOf: (piece) => piece },
  ...[1, 3, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000].map(byMonths),
];

/** An empty stretch of more than this share of the whole is a gap, when it is as many bars at least. */
const GAP_SHARE = 0.08;
const SHORTEST_GAP = 4;

interface Placed {
  /** Statements and events by the number of their first day. */
  readonly statements: ReadonlyMap<number, number>;
  readonly events: ReadonlyMap<number, number>;
  readonly bounded: number;
  readonly undated: number;
}

/**
 * Counts of what the query finds without its window, for the strip above the timeline: at most `bins` bars, those that gaps
 * stand for among them, of days, months, quarters, years or several years. Dated claims count on their first day (their last
 * when the beginning is open); the others are only counted. Bars and gaps follow each other without holes; there are no bars
 * within a gap.
 */
export const stripOf = (
  index: ClaimIndex,
  query: ClaimListQuery,
  sets: ClaimSets,
  bins: number,
): Omit<Strip, 'version'> => {
  const { statements, events, bounded, undated } = placedBy(index, query, sets);
  const days = [...new Set([...statements.keys(), ...events.keys()])].sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  const rest = { clock: query.clock, bounded, undated };
  if (first === undefined || last === undefined) return { ...rest, bins: [], span: null, gaps: [] };
  const cut = cutFor(first, last, bins);
  const [bars, gaps] = barsOf(cut, days, statements, events);
  return { ...rest, bins: bars, span: { from: dayOf(first), to: dayOf(last) }, gaps };
};

const placedBy = (index: ClaimIndex, query: ClaimListQuery, sets: ClaimSets): Placed => {
  const counts = { statement: new Map<number, number>(), event: new Map<number, number>() };
  let [bounded, undated] = [0, 0];
  index.places(query, sets, (kind, certainty, day) => {
    if (certainty === 'bounded') bounded++;
    else if (certainty === 'undated' || day === null) undated++;
    else counts[kind].set(day, (counts[kind].get(day) ?? 0) + 1);
  });
  return { statements: counts.statement, events: counts.event, bounded, undated };
};

const cutFor = (first: number, last: number, bins: number): Cut => {
  const coarsest = CUTS.at(-1) as Cut;
  return CUTS.find(({ pieceOf }) => pieceOf(last) - pieceOf(first) + 1 <= bins) ?? coarsest;
};

type Stretch = Strip['gaps'][number];
type Counts = ReadonlyMap<number, number>;

const barsOf = (
  { pieceOf, startOf }: Cut,
  days: readonly number[],
  statements: Counts,
  events: Counts,
): readonly [readonly StripBin[], readonly Stretch[]] => {
  const stretch = (from: number, to: number): Stretch => ({
    from: dayOf(startOf(from)),
    to: dayOf(startOf(to + 1) - 1),
  });
  const byPiece = new Map<number, { statements: number; events: number }>();
  for (const day of days) {
    const counts = byPiece.get(pieceOf(day)) ?? { statements: 0, events: 0 };
    counts.statements += statements.get(day) ?? 0;
    counts.events += events.get(day) ?? 0;
    byPiece.set(pieceOf(day), counts);
  }
  const pieces = [...byPiece.keys()];
  const whole = (pieces.at(-1) ?? 0) - (pieces[0] ?? 0) + 1;
  const isGap = (length: number): boolean => length >= SHORTEST_GAP && length > whole * GAP_SHARE;
  const bars: StripBin[] = [];
  const gaps: Stretch[] = [];
  let next = pieces[0] ?? 0;
  for (const [piece, counts] of byPiece) {
    if (isGap(piece - next)) gaps.push(stretch(next, piece - 1));
    else for (let empty = next; empty < piece; empty++) bars.push({ ...stretch(empty, empty), ...NOTHING });
    bars.push({ ...stretch(piece, piece), ...counts });
    next = piece + 1;
  }
  return [bars, gaps];
};

const NOTHING = { statements: 0, events: 0 } as const;

const dayOf = (number: number): Day => formatDay(number) as Day;
