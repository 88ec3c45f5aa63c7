import { parseDay } from '../../lib/calendar.ts';
import type { Day, Edtf } from '../../model/brand.ts';
import { compareDays, parseEdtf, rangeOf } from '../../model/edtf/index.ts';
import type { DateRange } from '../../model/page.ts';
import type { ClaimHead } from '../../model/store-port.ts';
import { certaintyOf, isWide, whenOf } from '../certainty.ts';
import { formatEdtf } from '../edtf-text.ts';
import type { Clock, Placed } from './types.ts';

/** Where a clock places a claim, without words. */
export type Place = Omit<Placed, 'text'>;

/**
 * When a claim happened, was said and was first published, for show. Null where nothing places it on that clock.
 *
 * - `happened` is the valid time of the claim.
 * - `said` is that of a statement; for an event the earliest time at which somebody is quoted as telling of it.
 * - `published` is that of the telling by whose last possible day the claim was certainly out: a telling of a known day goes
 *   before one that is only bounded by a later one. So a claim is placed here just where `knownBy` begins to know it.
 */
export const timesOf = (head: ClaimHead): Readonly<Record<Clock, Placed | null>> => {
  const happened = happenedOf(head);
  const shown = happened === null ? null : { ...happened, text: whenOf(head) };
  return {
    happened: shown,
    said: head.kind === 'statement' ? shown : worded(saidOf(head)),
    published: worded(publishedOf(head)),
  };
};

/** The same as `timesOf` without the words, which cost most. */
export const placesOf = (head: ClaimHead): Readonly<Record<Clock, Place | null>> => {
  const happened = happenedOf(head);
  return {
    happened,
    said: head.kind === 'statement' ? happened : saidOf(head),
    published: publishedOf(head),
  };
};

const happenedOf = (head: ClaimHead): Place | null => {
  if (head.valid === null) return null;
  const { edtf, earliest, latest } = head.valid;
  return { edtf, earliest, latest, certainty: certaintyOf(head) };
};

const saidOf = ({ tellings }: ClaimHead): Place | null => {
  const said = tellings.flatMap(({ values: { said: value } }) =>
    value === undefined || parseEdtf(value) === null ? [] : [rangeOf(value as Edtf)],
  );
  return placeOf(firstBy(said, ({ earliest, latest }) => earliest ?? latest));
};

const publishedOf = ({ tellings }: ClaimHead): Place | null =>
  placeOf(
    firstBy(
      tellings.flatMap(({ published }) => (published === null ? [] : [published])),
      ({ earliest, latest }) => latest ?? (earliest === null ? null : END),
    ),
  );

// Behind every last day: what is open ends there.
const END = '9999-12-31' as Day;

const placeOf = (range: DateRange | null): Place | null => {
  if (range === null) return null;
  const { edtf, earliest, latest } = range;
  return { edtf, earliest, latest, certainty: isWide(earliest, latest) ? 'bounded' : 'dated' };
};

const worded = (place: Place | null): Placed | null => {
  if (place === null) return null;
  const text = formatEdtf(place.edtf);
  const isBetween = place.certainty === 'bounded' && text.includes(' – ');
  return { ...place, text: isBetween ? `between ${text.replace(' – ', ' and ')}` : text };
};

/** The first of the ranges by a day of theirs, those without one last; of several the narrowest. */
const firstBy = (ranges: readonly DateRange[], dayOf: (range: DateRange) => Day | null): DateRange | null => {
  const compare = (a: DateRange, b: DateRange): number =>
    compareOptional(dayOf(a), dayOf(b)) || widthOf(a) - widthOf(b) || 0;
  return ranges.reduce<DateRange | null>(
    (best, range) => (best === null || compare(range, best) < 0 ? range : best),
    null,
  );
};

const compareOptional = (a: Day | null, b: Day | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : compareDays(a, b);

/** In days; open ranges count as very wide, so that two of them are equal. */
const widthOf = ({ earliest, latest }: DateRange): number => {
  const [from, to] = [earliest, latest].map((day) => (day === null ? null : parseDay(day)));
  return from == null || to == null ? Number.MAX_SAFE_INTEGER : to - from;
};
