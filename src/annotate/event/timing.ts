import type { EventTime, Realis, TimeExpression } from '../../model/annotation.ts';
import type { Day, Edtf } from '../../model/brand.ts';
import { compareDays, formatInterval, rangeOf } from '../../model/edtf/index.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { contains } from '../../model/span.ts';
import { HARD_MARKS, OPENERS } from './english.ts';
import type { GrammarSets } from './scene.ts';

/** What the time of an event is read from. */
export interface TimeSources {
  readonly tokens: readonly Token[];
  readonly times: readonly TimeExpression[];
  /** Words of history by lower-case phrase, with the years they mean. */
  readonly history: readonly HistoryPhrase[];
  readonly published: Day | null;
}

/** A stretch of history that texts name instead of years. */
export interface HistoryPhrase {
  readonly phrase: string;
  readonly from: string;
  readonly to: string;
}

/** Reads `world war ii=1939/1945`. */
export const readHistory = (grammar: GrammarSets): readonly HistoryPhrase[] =>
  [...grammar.history].flatMap((entry) => {
    const [phrase = '', years = ''] = entry.split('=');
    const [from, to] = years.split('/');
    return from !== undefined && to !== undefined ? [{ phrase, from, to }] : [];
  });

const LASTING: ReadonlySet<Realis> = new Set(['negated', 'standing', 'ongoing']);
/** What a hard boundary between a cue and a time costs, in characters of distance. */
const BOUNDARY_COST = 60;

/**
 * When an event took or takes place: the nearest time of its clause or sentence; an open interval after "since" and
 * "after" for what lasts; a stretch of history the sentence names; else what publication bounds: before it for what
 * happened, after it for what is planned. Null when nothing is known.
 */
export const readTime = (sources: TimeSources, trigger: Span, realis: Realis): EventTime | null => {
  const lasts = LASTING.has(realis);
  const since = lasts ? sources.times.find((time) => isSince(sources.tokens, time)) : undefined;
  if (since?.earliest) return openFrom(since);
  const candidates = sources.times.filter(
    (time) =>
      time.edtf !== null && (time.type === 'DATE' || time.type === 'TIME') && !isSince(sources.tokens, time),
  );
  const best = nearest(sources.tokens, candidates, trigger);
  if (best?.edtf)
    return {
      edtf: best.edtf,
      earliest: best.earliest,
      latest: best.latest,
      basis: basisOf(best),
      expression: best.span,
    };
  return fromHistory(sources, realis) ?? bounded(sources.published, realis);
};

const basisOf = (time: TimeExpression): EventTime['basis'] => {
  if (time.anchor === 'calendar') return 'explicit';
  return time.anchor.startsWith('gathering:') ? 'inferred' : 'deictic';
};

const isSince = (tokens: readonly Token[], time: TimeExpression): boolean => {
  const at = tokens.findIndex((token) => token.end > time.span.start);
  const inside = tokens[at]?.lower;
  return inside === 'since' || tokens[at - 1]?.lower === 'since';
};

const openFrom = (time: TimeExpression): EventTime => {
  const range = rangeOf(formatInterval((time.edtf?.split('/')[0] ?? null) as Edtf | null, null));
  return { ...range, earliest: time.earliest, basis: basisOf(time), expression: time.span };
};

const nearest = (
  tokens: readonly Token[],
  times: readonly TimeExpression[],
  trigger: Span,
): TimeExpression | null => {
  let best: TimeExpression | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const time of times) {
    const [from, to] =
      time.span.start >= trigger.end ? [trigger.end, time.span.start] : [time.span.end, trigger.start];
    const cost = Math.max(0, to - from) + BOUNDARY_COST * boundaries(tokens, from, to);
    if (cost >= least || cost > MAX_COST) continue;
    best = time;
    least = cost;
  }
  return best;
};

const MAX_COST = 260;

const boundaries = (tokens: readonly Token[], from: number, to: number): number =>
  tokens.filter(
    (token) =>
      token.start >= from && token.end <= to && (OPENERS.has(token.lower) || HARD_MARKS.has(token.text)),
  ).length;

/** "never signed … after World War II" has held since its end; "in the last days of World War II" lies in its last year. */
const fromHistory = ({ tokens, history }: TimeSources, realis: Realis): EventTime | null => {
  const text = ` ${tokens.map((token) => token.lower).join(' ')} `;
  for (const { phrase, from, to } of history) {
    const at = text.indexOf(` ${phrase} `);
    if (at < 0) continue;
    if (LASTING.has(realis)) return inferred(`${to}/..` as Edtf);
    if (realis !== 'actual') return null;
    const before = text.slice(Math.max(0, at - 24), at);
    if (/\b(?:after|following|since)\b/.test(before)) return inferred(`${to}/..` as Edtf);
    return inferred((/\b(?:end|last|final|closing)\b/.test(before) ? to : `${from}/${to}`) as Edtf);
  }
  return null;
};

const inferred = (edtf: Edtf): EventTime => ({ ...rangeOf(edtf), basis: 'inferred', expression: null });

const bounded = (published: Day | null, realis: Realis): EventTime | null => {
  if (published === null) return null;
  const day = published as unknown as Edtf;
  if (realis === 'planned')
    return { ...rangeOf(formatInterval(day, null)), basis: 'bounded', expression: null };
  if (realis === 'ongoing' || realis === 'standing') return inferred(day);
  if (realis === 'actual' || realis === 'negated')
    return { ...rangeOf(formatInterval(null, day)), basis: 'bounded', expression: null };
  return null;
};

/** A year before publication is background. */
const BACKGROUND_DAYS = 366;

/** Whether the time lies so far back that the event is no news. */
export const isLongPast = (
  time: EventTime | null,
  published: Day | null,
  dayNumber: (day: Day) => number | null,
): boolean => {
  if (time === null || published === null || time.basis === 'bounded') return false;
  const end = time.latest ?? time.earliest;
  if (end === null || compareDays(end, published) >= 0) return false;
  const [a, b] = [dayNumber(end), dayNumber(published)];
  return a !== null && b !== null && b - a > BACKGROUND_DAYS;
};

/** Whether every day of the time lies after publication. */
export const isToCome = (time: EventTime | null, published: Day | null): boolean =>
  time !== null &&
  time.basis !== 'bounded' &&
  time.earliest !== null &&
  published !== null &&
  compareDays(time.earliest, published) > 0;

/** The times whose characters lie in `at`. */
export const timesIn = (times: readonly TimeExpression[], at: Span): readonly TimeExpression[] =>
  times.filter((time) => contains(at, time.span));
