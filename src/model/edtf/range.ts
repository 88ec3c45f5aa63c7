import { daysInMonth } from '../../lib/calendar.ts';
import type { Day, Edtf } from '../brand.ts';
import type { DateRange } from '../page.ts';
import type { DateBounds } from './bounds.ts';
import { boundsOfParsed, compareDays, inOrder } from './bounds.ts';
import { parseForm } from './parse.ts';

/** Writes `from/to`, both ends included; null is an open end (`..`). Equal ends give the one date. */
export const formatInterval = (from: Edtf | Day | null, to: Edtf | Day | null): Edtf =>
  (from !== null && from === to ? from : `${from ?? '..'}/${to ?? '..'}`) as unknown as Edtf;

/** A value with its bounds. */
export const rangeOf = (value: Edtf): DateRange => {
  const parsed = parseForm(value);
  return { edtf: value, ...(parsed === null ? { earliest: null, latest: null } : boundsOfParsed(parsed)) };
};

/**
 * The range of the days from `earliest` to `latest`, in the shortest EDTF that means just them: a day, a whole month, a
 * whole year, else an interval. Null is an open end. @throws RangeError when `latest` lies before `earliest`.
 */
export const rangeOfDays = (earliest: Day | null, latest: Day | null): DateRange => {
  if (!inOrder({ earliest, latest })) throw new RangeError(`days out of order: ${earliest} ${latest}`);
  return { edtf: shortest(earliest, latest), earliest, latest };
};

const shortest = (earliest: Day | null, latest: Day | null): Edtf => {
  if (earliest === null || latest === null || !earliest.endsWith('-01'))
    return formatInterval(earliest, latest);
  const [month, year] = [earliest.slice(0, -3), earliest.slice(0, -6)];
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return year as Edtf;
  const last = `${month}-${daysInMonth(Number(year), Number(month.slice(-2)))}`;
  return latest === last ? (month as Edtf) : formatInterval(earliest, latest);
};

const later = (a: Day | null, b: Day | null): Day | null =>
  a === null ? b : b === null || compareDays(a, b) >= 0 ? a : b;

const sooner = (a: Day | null, b: Day | null): Day | null =>
  a === null ? b : b === null || compareDays(a, b) <= 0 ? a : b;

/** Whether some day lies within both. An absent bound does not limit. */
export const overlap = (a: DateBounds, b: DateBounds): boolean =>
  inOrder({ earliest: later(a.earliest, b.earliest), latest: sooner(a.latest, b.latest) });

/** Whether every day of `a` is earlier than every day of `b`; false when a bound that decides is absent. */
export const before = (a: DateBounds, b: DateBounds): boolean =>
  a.latest !== null && b.earliest !== null && compareDays(a.latest, b.earliest) < 0;

/** Whether every day of `a` is later than every day of `b`; false when a bound that decides is absent. */
export const after = (a: DateBounds, b: DateBounds): boolean => before(b, a);

/** The shortest range that holds both: from the first day of either to the last; open where one of them is. */
export const hullOf = (a: DateBounds, b: DateBounds): DateRange =>
  rangeOfDays(
    a.earliest === null || b.earliest === null ? null : sooner(a.earliest, b.earliest),
    a.latest === null || b.latest === null ? null : later(a.latest, b.latest),
  );

/**
 * The days that lie within both, or null when there are none. When these are just the days of one of the two, its own
 * wording (a season, a `~`) is kept; when of both, the shorter wording, so that the order of the two makes no difference.
 */
export const intersect = (a: DateRange, b: DateRange): DateRange | null => {
  const earliest = later(a.earliest, b.earliest);
  const latest = sooner(a.latest, b.latest);
  if (!inOrder({ earliest, latest })) return null;
  const same = [a, b]
    .filter((range) => range.earliest === earliest && range.latest === latest)
    .sort((x, y) => x.edtf.length - y.edtf.length || (x.edtf < y.edtf ? -1 : 1));
  return same[0] ?? rangeOfDays(earliest, latest);
};
