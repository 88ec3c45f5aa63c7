import { dayNumber, formatDay, parseDay } from '../../lib/calendar.ts';
import type { Day, RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import { rangeOfDays } from '../../model/edtf/index.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { DateRange, Reading } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';
import { cover } from '../../model/span.ts';
import type { Words } from '../lexicon.ts';
import { foldLine, wordsOfKnowledge } from '../lexicon.ts';
import { findDates } from '../marks/dates.ts';
import type { Piece } from '../split.ts';
import { officeMentions } from './offices.ts';

/**
 * No day is told, but the text bounds it: the capture from above; offices held and past events told from below and above.
 * Example: `[President Ana Kestrel] received …` lies within her term.
 */
export const BOUNDED: RuleId = ruleId('clean/published/bounded@1');

/** Days `[from, to]` as day numbers; infinite where open. */
interface Interval {
  readonly from: number;
  readonly to: number;
}

/** One piece of evidence: the publication lies in one of `intervals`. */
interface Bound {
  readonly at: Span;
  readonly raw: string;
  readonly intervals: readonly Interval[];
}

/** The interval that the evidence of the body leaves, or null when there is no evidence at all. */
export const boundedReading = (
  text: string,
  pieces: readonly Piece[],
  knowledge: Knowledge,
  upper: Day | null,
): Reading<DateRange> | null => {
  const words = wordsOfKnowledge(knowledge);
  const body = pieces
    .filter((piece) => piece.kind === 'body' || piece.kind === 'headline')
    .map((piece) => piece.at);
  const limit = upper === null ? Number.POSITIVE_INFINITY : (parseDay(upper) ?? Number.POSITIVE_INFINITY);
  const bounds = [...officeBounds(text, body, knowledge, words), ...pastBounds(text, body, words, limit)];
  const hull = largestConsistent(bounds, limit);
  if (hull === null) return null;
  const earliest = toDay(hull.interval.from);
  const latest = toDay(hull.interval.to);
  if (earliest === null && latest === null) return null;
  const value = rangeOfDays(earliest, latest);
  const best = strongest(bounds, hull.interval);
  return { value, at: best?.at ?? null, raw: best?.raw ?? null, rule: BOUNDED, rejected: null };
};

const toDay = (number: number): Day | null => (Number.isFinite(number) ? (formatDay(number) as Day) : null);

const BEFORE_TERM = 1;
const AFTER_TERM = 7;
// An end inferred from the next holder seen may be weeks early.
const AFTER_SOFT_TERM = 31;

const officeBounds = (
  text: string,
  body: readonly Span[],
  knowledge: Knowledge,
  words: Words,
): readonly Bound[] =>
  officeMentions(text, body, knowledge, words).map(({ at, terms }) => ({
    at,
    raw: cover(text, at),
    intervals: terms.map((term) => ({
      from: term.from === null ? Number.NEGATIVE_INFINITY : (parseDay(term.from) ?? 0) - BEFORE_TERM,
      to:
        term.to === null
          ? Number.POSITIVE_INFINITY
          : (parseDay(term.to) ?? 0) + (term.soft ? AFTER_SOFT_TERM : AFTER_TERM),
    })),
  }));

const SINCE = /\bsince\s(?:\p{Lu}\p{Ll}{2,8}\s)?((?:19|20)\d\d)\b/gu;
const OPEN_FUTURE =
  /\b(?:will|would|shall|to be|plan\p{L}*|schedul\p{L}*|expect\p{L}*|due|until|by the end|ahead of|upcoming|next)\b/u;

// What bounds a page stands in its first pages; a paragraph of megabytes is no paragraph.
const READ = 20_000;

/** Full dates in sentences of the past, and `since YEAR`: the publication is not before them. */
const pastBounds = (text: string, body: readonly Span[], words: Words, limit: number): readonly Bound[] => {
  const bounds: Bound[] = [];
  const add = (at: Span, from: number): void => {
    if (from <= limit)
      bounds.push({ at, raw: cover(text, at), intervals: [{ from, to: Number.POSITIVE_INFINITY }] });
  };
  for (const whole of body) {
    const part = { start: whole.start, end: Math.min(whole.end, whole.start + READ) };
    const folded = foldLine(cover(text, part));
    for (const match of cover(text, part).matchAll(SINCE))
      add(
        { start: part.start + match.index, end: part.start + match.index + match[0].length },
        dayNumber(Number(match[1]), 1, 1),
      );
    for (const date of findDates(cover(text, part), words)) {
      const around = folded.slice(Math.max(0, date.start - 160), date.end + 60);
      if (!date.possible || OPEN_FUTURE.test(around) || !tellsPast(around, words)) continue;
      add(
        { start: part.start + date.start, end: part.start + date.end },
        dayNumber(date.year, date.month, date.day),
      );
    }
  }
  return bounds;
};

const tellsPast = (around: string, words: Words): boolean =>
  (around.match(/\p{L}+/gu) ?? []).some((word) => words.pastWords.has(word));

/** The hull of the days that agree with most of the evidence; null without evidence. Quadratic in a handful of bounds. */
const largestConsistent = (
  bounds: readonly Bound[],
  limit: number,
): { readonly interval: Interval } | null => {
  if (bounds.length === 0)
    return Number.isFinite(limit) ? { interval: { from: Number.NEGATIVE_INFINITY, to: limit } } : null;
  const starts = new Set([
    Number.NEGATIVE_INFINITY,
    ...bounds.flatMap((bound) => bound.intervals.map((i) => i.from)),
  ]);
  let best = -1;
  let days: Interval[] = [];
  const floor = floorOf(bounds, limit);
  for (const from of [...starts].sort((a, b) => a - b)) {
    if (from < floor || from > limit) continue;
    const { count, to } = agreementAt(bounds, from, limit);
    if (count > best) {
      best = count;
      days = [];
    }
    if (count === best) days.push({ from, to });
  }
  const first = days[0];
  const last = days.at(-1);
  return first === undefined || last === undefined ? null : { interval: { from: first.from, to: last.to } };
};

/** An office told of has begun and a past event is past: nothing is published before the latest of those beginnings. */
const floorOf = (bounds: readonly Bound[], limit: number): number =>
  bounds
    .map((bound) => Math.min(...bound.intervals.map((interval) => interval.from)))
    .filter((from) => from <= limit)
    .reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

/** How many bounds hold on the day `from`, and until when all of those do. */
const agreementAt = (
  bounds: readonly Bound[],
  from: number,
  limit: number,
): { readonly count: number; readonly to: number } => {
  let count = 0;
  let to = limit;
  for (const bound of bounds) {
    const holding = bound.intervals.filter((interval) => interval.from <= from && from <= interval.to);
    if (holding.length === 0) continue;
    count++;
    to = Math.min(to, Math.max(...holding.map((interval) => interval.to)));
  }
  return { count, to };
};

/** The bound that gives the result its beginning, else its end. */
const strongest = (bounds: readonly Bound[], result: Interval): Bound | null =>
  bounds.find((bound) => bound.intervals.some((interval) => interval.from === result.from)) ??
  bounds.find((bound) => bound.intervals.some((interval) => interval.to === result.to)) ??
  null;
