import { formatDay, parseDay } from '../../lib/calendar.ts';
import type { Day, RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { compareDays, isEdtf, rangeOf } from '../../model/edtf/index.ts';
import type { DateRange, Reading } from '../../model/page.ts';
import type { DateCandidate } from './candidate.ts';
import { dayOf, rangeOfCandidate } from './candidate.ts';
import { NEAR_HEADLINE } from './text-dates.ts';

/** The caller said so. */
export const GIVEN: RuleId = ruleId('clean/published/given@1');

/** The readings of one page's dates. */
export interface Published {
  /** Chosen first, then the others in order of trust. */
  readonly readings: readonly Reading<DateRange>[];
  readonly updated: Reading<DateRange> | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Judges the candidates in order of trust: impossible days, days after `latest` (the capture, or today) and crawl clocks
 * are passed over; the first that is left is chosen. A date the caller gives is chosen before all.
 */
export const judgeDates = (
  candidates: readonly DateCandidate[],
  options: { readonly given: string | null; readonly latest: Day | null },
): Published => {
  const diagnostics: Diagnostic[] = [];
  const given = givenReading(options.given, diagnostics);
  const clocks = new Set(candidates.filter((c) => c.rejected === 'crawl-clock').map(dayOf));
  const judged = [...candidates]
    .map((c) => (c.rule === NEAR_HEADLINE && clocks.has(dayOf(c)) ? { ...c, rejected: 'crawl-clock' } : c))
    .sort((a, b) => a.rank - b.rank)
    .map((candidate) => judge(candidate, options.latest, diagnostics));
  const usable = judged.filter(({ reading }) => reading.rejected === null);
  const winner = given ?? usable[0]?.reading ?? null;
  if (winner !== null) reportConflict(winner, usable, diagnostics);
  const others = judged.map(({ reading }) =>
    reading === winner || reading.rejected !== null
      ? reading
      : { ...reading, rejected: reasonAgainst(reading, winner) },
  );
  const readings = unique([
    ...(winner === null ? [] : [winner]),
    ...others.filter((reading) => reading !== winner),
  ]);
  return { readings, updated: updatedOf(judged), diagnostics };
};

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

const judge = (candidate: DateCandidate, latest: Day | null, diagnostics: Diagnostic[]): Judged => {
  const day = dayOf(candidate);
  const { at, raw, rule } = candidate;
  const reject = (): string | null => {
    if (candidate.rejected === 'crawl-clock') return candidate.rejected;
    if (day === null) return 'impossible';
    if (latest !== null && compareDays(latest, day) < 0) return 'future';
    return candidate.rejected;
  };
  const rejected = reject();
  const value = rangeOfCandidate(candidate);
  const place = at === null ? {} : { span: at };
  if (rejected === 'impossible' || rejected === 'future')
    diagnostics.push({
      code: rejected === 'future' ? 'date-future' : 'date-impossible',
      severity: 'info',
      message: `passed over ${raw.slice(0, 60)}: ${rejected === 'future' ? `later than ${latest}` : 'no such day'}`,
      rule,
      ...place,
    });
  return { candidate, reading: { value, at, raw, rule, rejected } };
};

const reasonAgainst = (reading: Reading<DateRange>, winner: Reading<DateRange> | null): string =>
  winner !== null && reading.value.edtf === winner.value.edtf ? 'same-day' : 'outranked';

/** One day apart is the work of time zones; more is a conflict. */
const reportConflict = (
  winner: Reading<DateRange>,
  usable: readonly Judged[],
  diagnostics: Diagnostic[],
): void => {
  const rival = usable.find(({ reading }) => reading !== winner && distance(reading.value, winner.value) > 1);
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
