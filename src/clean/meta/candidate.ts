import { isCivilDay, pad2 } from '../../lib/calendar.ts';
import type { Day, RuleId } from '../../model/brand.ts';
import { day } from '../../model/brand.ts';
import { edtf, rangeOf } from '../../model/edtf/index.ts';
import type { DateRange } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';

/**
 * Where a date was found. Candidates of different sources are independent witnesses; those of one source are one witness,
 * however often they repeat the day.
 */
export type DateSource =
  | 'feed'
  | 'json-ld'
  | 'meta'
  | 'url'
  | 'element'
  | 'shown'
  | 'dateline'
  | 'script'
  | 'image'
  | 'prose';

/** A kind of candidates: the rule that finds them, whose witness they are, and how much one of them counts. */
export interface DateKind {
  readonly rule: RuleId;
  readonly source: DateSource;
  /** 0 to 5; see `WEIGHTS`. */
  readonly weight: number;
}

/** A day some part of the page names, before it is judged. */
export interface DateCandidate extends DateKind {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** As found, with its zone. */
  readonly raw: string;
  readonly at: Span | null;
  /** Whether day and month are numbers of 12 and less between slashes, so that they could be the other way round. */
  readonly ambiguous: boolean;
  /** A date that may be anything; looked at only when nothing else dates the page. */
  readonly guess: boolean;
  /** Why it cannot be the day of publication whatever the others say: `crawl-clock`, `updated`. */
  readonly rejected: string | null;
}

/**
 * What one candidate of a kind counts in the vote, before its place in the page is looked at. Set by hand so that a lone
 * `meta` element yields to a date shown by the headline that a `time` element repeats, and JSON-LD with `meta` does not.
 */
export const WEIGHTS = {
  // What else stands in an item's page is its content, which may quote other pages: all of it together weighs less.
  feed: 5,
  jsonLd: 2,
  meta: 1.6,
  metaWeak: 1.1,
  url: 1.6,
  microdata: 1.5,
  element: 1.1,
  datedClass: 1.1,
  line: 0.9,
  byline: 0.85,
  nearHeadline: 0.8,
  saysSo: 0.75,
  dateline: 0.7,
  script: 0.7,
  guess: 0.5,
} as const;

/** The same kind counting less (or more) by its place. */
export const weighed = <Kind extends DateKind>(kind: Kind, factor: number): Kind => ({
  ...kind,
  weight: kind.weight * factor,
});

/** The day a candidate names, or null when the calendar has none such. */
export const dayOf = (candidate: DateCandidate): Day | null =>
  dayFrom(candidate.year, candidate.month, candidate.day);

/** The day when day and month change places, or null. */
export const swappedDayOf = (candidate: DateCandidate): Day | null =>
  candidate.ambiguous ? dayFrom(candidate.year, candidate.day, candidate.month) : null;

const dayFrom = (year: number, month: number, of: number): Day | null =>
  isCivilDay(year, month, of) ? day(`${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(of)}`) : null;

/** The range of a candidate: its day, or for an impossible day the month or year that is left of it. */
export const rangeOfCandidate = (candidate: DateCandidate): DateRange => {
  const whole = dayOf(candidate);
  if (whole !== null) return rangeOf(edtf(whole));
  const year = String(candidate.year).padStart(4, '0');
  const isMonth = candidate.month >= 1 && candidate.month <= 12;
  return rangeOf(edtf(isMonth ? `${year}-${pad2(candidate.month)}` : year));
};
