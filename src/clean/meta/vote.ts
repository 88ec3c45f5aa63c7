import { formatDay, parseDay } from '../../lib/calendar.ts';
import type { Day } from '../../model/brand.ts';
import type { DateCandidate, DateSource } from './candidate.ts';
import { dayOf, swappedDayOf } from './candidate.ts';

/** The day with the most votes, and how far it leads. */
export interface Vote {
  readonly winner: DateCandidate;
  /** The sum of what the independent sources say for the day. */
  readonly score: number;
  /** The score of the best day that no time zone explains; 0 without one. */
  readonly rival: number;
}

// An hour in UTC is a day earlier or later where the page is read: it then speaks for the shown day too, if less loudly.
const ZONE_SHARE = 0.75;
// `03/04/2020` speaks for the other order too when something else names that day.
const SWAPPED_SHARE = 0.6;
// UTC reaches from twelve hours behind to fourteen ahead.
const LOCAL_HOURS = { behind: 12, ahead: 14 } as const;

/**
 * Lets the candidates vote: each source (JSON-LD, meta, address, elements, shown text, …) gives a day the weight of its best
 * candidate for it. The winner is the weightiest candidate of the day with the highest sum; null without candidates.
 */
export const voteOnDays = (candidates: readonly DateCandidate[]): Vote | null => {
  const votes = new Map<Day, Map<DateSource, number>>();
  const give = (day: Day, source: DateSource, weight: number): void => {
    const known = votes.get(day) ?? new Map<DateSource, number>();
    votes.set(day, known.set(source, Math.max(known.get(source) ?? 0, weight)));
  };
  for (const candidate of candidates) {
    const day = dayOf(candidate);
    if (day !== null) give(day, candidate.source, candidate.weight);
  }
  for (const candidate of candidates)
    for (const { day, share } of otherDaysOf(candidate))
      if (votes.has(day)) give(day, candidate.source, candidate.weight * share);
  const sums = new Map([...votes].map(([day, by]) => [day, [...by.values()].reduce((a, b) => a + b, 0)]));
  const sumOf = (candidate: DateCandidate): number => sums.get(dayOf(candidate) as Day) ?? 0;
  const [winner] = candidates
    .filter((candidate) => dayOf(candidate) !== null)
    .sort((a, b) => sumOf(b) - sumOf(a) || b.weight - a.weight);
  if (winner === undefined) return null;
  const rivals = candidates.filter((candidate) => !isSameDay(candidate, winner)).map(sumOf);
  return { winner, score: sumOf(winner), rival: Math.max(0, ...rivals) };
};

const isSameDay = (a: DateCandidate, b: DateCandidate): boolean => {
  const day = dayOf(b);
  return dayOf(a) === day || otherDaysOf(a).some((other) => other.day === day);
};

/** The other days that a candidate may mean: its neighbours when its hour is in UTC, day and month exchanged. */
const otherDaysOf = (candidate: DateCandidate): readonly { readonly day: Day; readonly share: number }[] => {
  const swapped = swappedDayOf(candidate);
  const zoned = neighboursInUtc(candidate).map((day) => ({ day, share: ZONE_SHARE }));
  return swapped === null ? zoned : [...zoned, { day: swapped, share: SWAPPED_SHARE }];
};

const UTC_HOUR = /T(\d{2}):?(\d{2})(?::?\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]00:?00)$/i;

const neighboursInUtc = (candidate: DateCandidate): readonly Day[] => {
  const match = UTC_HOUR.exec(candidate.raw);
  const number = parseDay(dayOf(candidate) ?? '');
  if (match === null || number === null) return [];
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  // Midnight is how a day without an hour is written down.
  if (minutes === 0) return [];
  const days: Day[] = [];
  if (minutes < LOCAL_HOURS.behind * 60) days.push(formatDay(number - 1) as Day);
  if (minutes >= (24 - LOCAL_HOURS.ahead) * 60) days.push(formatDay(number + 1) as Day);
  return days;
};
