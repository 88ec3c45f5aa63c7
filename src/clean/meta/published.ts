import { formatDay, parseDay } from '../../lib/calendar.ts';
import type { Day, RuleId } from '../../model/brand.ts';
import { day, ruleId } from '../../model/brand.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { compareDays, isEdtf, rangeOf } from '../../model/edtf/index.ts';
import type { DateRange, Reading } from '../../model/page.ts';
import type { Dating } from '../options.ts';
import type { DateCandidate } from './candidate.ts';
import { dayOf, rangeOfCandidate, WEIGHTS, weighed } from './candidate.ts';
import { guessFromUpdates } from './guess.ts';
import { NEAR_HEADLINE } from './text-dates.ts';
import type { Vote } from './vote.ts';
import { voteOnDays } from './vote.ts';

/** The caller said so. */
export const GIVEN: RuleId = ruleId('clean/published/given@1');

/** The readings of one page's dates. */
export interface Published {
  /** Chosen first, then the others in order of trust. */
  readonly readings: readonly Reading<DateRange>[];
  readonly updated: Reading<DateRange> | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the dates of a page are judged by. */
export interface Judging {
  readonly given: string | null;
  /** No page is published after it: the day after the capture, or today. */
  readonly latest: Day | null;
  readonly dating: Dating;
}

/**
 * Passes over impossible days, days after the capture, days before the web and crawl clocks, and lets the others vote. When
 * nothing is left, the guesses vote, unless the dating is strict. A date the caller gives is chosen before all.
 */
export const judgeDates = (candidates: readonly DateCandidate[], judging: Judging): Published => {
  const diagnostics: Diagnostic[] = [];
  const given = givenReading(judging.given, diagnostics);
  const clocks = new Set(candidates.filter((c) => c.rejected === 'crawl-clock').map(dayOf));
  const updates = new Set(candidates.filter((c) => c.rejected === 'updated').map(dayOf));
  const known = candidates.map((c): DateCandidate => {
    if ((c.rule === NEAR_HEADLINE || c.guess) && clocks.has(dayOf(c)))
      return { ...c, rejected: 'crawl-clock' };
    // `<meta name="date">` is the day of the change on many pages: it is when the page tells of a change on that day.
    return c.source === 'meta' && c.weight <= WEIGHTS.metaWeak && updates.has(dayOf(c)) ? weighed(c, 0.5) : c;
  });
  const places = new Set(
    known.flatMap(({ at, guess, rejected }) => (at === null || guess || rejected !== null ? [] : [at.start])),
  );
  const judged = [...known, ...(judging.dating === 'usual' ? guessFromUpdates(known) : [])]
    .filter(
      ({ guess, at }) => !guess || (judging.dating === 'usual' && !(at !== null && places.has(at.start))),
    )
    .map((candidate) => judge(candidate, judging.latest, diagnostics))
    .sort(
      (a, b) =>
        Number(a.candidate.guess) - Number(b.candidate.guess) || b.candidate.weight - a.candidate.weight,
    );
  const vote = voteOf(judged, judging.dating);
  const voted = judged.find(({ candidate }) => candidate === vote?.winner) ?? null;
  const isTaken = vote !== null && (judging.dating === 'usual' || isSure(vote));
  const winner = given ?? (isTaken ? (voted?.reading ?? null) : null);
  if (winner !== null) reportConflict(winner, judged, diagnostics);
  const others = judged.map(({ candidate, reading }) =>
    reading === winner || reading.rejected !== null
      ? reading
      : { ...reading, rejected: reasonAgainst(candidate, reading, winner) },
  );
  const readings = unique([
    ...(winner === null ? [] : [winner]),
    ...others.filter((reading) => reading !== winner),
  ]);
  return { readings, updated: updatedOf(judged), diagnostics };
};

const voteOf = (judged: readonly Judged[], dating: Dating): Vote | null => {
  const usable = judged.filter(({ reading }) => reading.rejected === null).map(({ candidate }) => candidate);
  const sure = voteOnDays(usable.filter(({ guess }) => !guess));
  return sure ?? (dating === 'usual' ? voteOnDays(usable) : null);
};

// What a strict dating asks for: a good witness or two fair ones, and no other day half as well witnessed.
const STRICT_SCORE = 1;
const STRICT_RIVAL = 0.6;

const isSure = ({ score, rival }: Vote): boolean => score >= STRICT_SCORE && rival <= score * STRICT_RIVAL;

interface Judged {
  readonly candidate: DateCandidate;
  readonly reading: Reading<DateRange>;
}

const givenReading = (given: string | null, diagnostics: Diagnostic[]): Reading<DateRange> | null => {
  if (given === null) return null;
  if (isEdtf(given)) return { value: rangeOf(given), at: null, raw: given, rule: GIVEN, rejected: null };
  const message = `the given day of publication is no EDTF date: ${given.slice(0, 40)}`;
  diagnostics.push({ code: 'date-given-rejected', severity: 'warning', message });
  return null;
};

// Pages older than the web are none.
const FIRST_YEAR = 1995;
// Where neither capture nor today is known: a page that says 2099 says nothing.
const LAST_DAY = day('2035-12-31');

const judge = (candidate: DateCandidate, latest: Day | null, diagnostics: Diagnostic[]): Judged => {
  const named = dayOf(candidate);
  const { at, raw, rule } = candidate;
  const reject = (): string | null => {
    if (candidate.rejected === 'crawl-clock') return candidate.rejected;
    if (named === null) return 'impossible';
    if (compareDays(latest ?? LAST_DAY, named) < 0) return 'future';
    if (candidate.year < FIRST_YEAR) return 'before-the-web';
    return candidate.rejected;
  };
  const rejected = reject();
  const value = rangeOfCandidate(candidate);
  const place = at === null ? {} : { span: at };
  if (rejected === 'impossible' || rejected === 'future')
    diagnostics.push({
      code: rejected === 'future' ? 'date-future' : 'date-impossible',
      severity: 'info',
      message: `passed over ${raw.slice(0, 60)}: ${rejected === 'future' ? `later than ${latest ?? LAST_DAY}` : 'no such day'}`,
      rule,
      ...place,
    });
  return { candidate, reading: { value, at, raw, rule, rejected } };
};

const reasonAgainst = (
  candidate: DateCandidate,
  reading: Reading<DateRange>,
  winner: Reading<DateRange> | null,
): string => {
  if (winner === null) return 'unsure';
  if (reading.value.edtf === winner.value.edtf) return 'same-day';
  return candidate.guess ? 'guess' : 'outranked';
};

/** One day apart is the work of time zones; more is a conflict. */
const reportConflict = (
  winner: Reading<DateRange>,
  judged: readonly Judged[],
  diagnostics: Diagnostic[],
): void => {
  const rival = judged.find(
    ({ candidate, reading }) =>
      reading.rejected === null && !candidate.guess && distance(reading.value, winner.value) > 1,
  );
  if (rival === undefined) return;
  const message = `${winner.value.edtf} (${winner.rule}) was taken over ${rival.reading.value.edtf} (${rival.reading.rule})`;
  diagnostics.push({ code: 'date-conflict', severity: 'info', message, rule: winner.rule });
};

/** Days between two ranges, 0 when they overlap. */
const distance = (a: DateRange, b: DateRange): number => {
  const number = (day: Day | null): number | null => (day === null ? null : parseDay(day));
  const [aFrom, aTo, bFrom, bTo] = [
    number(a.earliest),
    number(a.latest),
    number(b.earliest),
    number(b.latest),
  ];
  if (aFrom !== null && bTo !== null && aFrom > bTo) return aFrom - bTo;
  if (bFrom !== null && aTo !== null && bFrom > aTo) return bFrom - aTo;
  return 0;
};

const updatedOf = (judged: readonly Judged[]): Reading<DateRange> | null => {
  const found = judged.find(({ reading }) => reading.rejected === 'updated');
  return found === undefined ? null : { ...found.reading, rejected: null };
};

/** Whether a reading is a guess, as its rule says. */
export const isGuess = (reading: Reading<DateRange>): boolean =>
  reading.rule.startsWith('clean/published/guess-');

/** Takes a chosen reading back: what the text tells of its own time outweighs a guess. */
export const withoutChosen = (published: Published, reason: string): Published => ({
  ...published,
  readings: published.readings.map((reading) =>
    reading.rejected === null ? { ...reading, rejected: reason } : reading,
  ),
});

/** Whether two ranges have a day in common. */
export const overlaps = (a: DateRange, b: DateRange): boolean => distance(a, b) === 0;

/** The same value at the same place by the same rule is one reading. */
const unique = (readings: readonly Reading<DateRange>[]): readonly Reading<DateRange>[] => {
  const seen = new Set<string>();
  return readings.filter((reading) => {
    const key = `${reading.value.edtf} ${reading.rule} ${reading.at?.start ?? ''} ${reading.raw}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** The day after, as the most that time zones can add. */
export const nextDay = (day: Day): Day => formatDay((parseDay(day) ?? 0) + 1) as Day;
