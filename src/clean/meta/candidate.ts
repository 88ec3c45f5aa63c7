import { isCivilDay, pad2 } from '../../lib/calendar.ts';
import type { Day, RuleId } from '../../model/brand.ts';
import { day } from '../../model/brand.ts';
import { edtf, rangeOf } from '../../model/edtf/index.ts';
import type { DateRange } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';

/** A day some part of the page names, before it is judged. */
export interface DateCandidate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** As found, with its zone. */
  readonly raw: string;
  readonly at: Span | null;
  readonly rule: RuleId;
  /** Order of trust: the smaller, the more. */
  readonly rank: number;
  /** Why it cannot be the day of publication whatever the others say: `crawl-clock`, `updated`. */
  readonly rejected: string | null;
}

/** The day a candidate names, or null when the calendar has none such. */
export const dayOf = (candidate: DateCandidate): Day | null =>
  isCivilDay(candidate.year, candidate.month, candidate.day)
    ? day(`${String(candidate.year).padStart(4, '0')}-${pad2(candidate.month)}-${pad2(candidate.day)}`)
    : null;

/** The range of a candidate: its day, or for an impossible day the month or year that is left of it. */
export const rangeOfCandidate = (candidate: DateCandidate): DateRange => {
  const whole = dayOf(candidate);
  if (whole !== null) return rangeOf(edtf(whole));
  const year = String(candidate.year).padStart(4, '0');
  const isMonth = candidate.month >= 1 && candidate.month <= 12;
  return rangeOf(edtf(isMonth ? `${year}-${pad2(candidate.month)}` : year));
};
