import { parseDay } from '../../lib/calendar.ts';
import { firstAbove, overlapping } from '../../lib/sorted.ts';
import type { EventTime, Mention, Realis, TimeExpression } from '../../model/annotation.ts';
import type { Day, Edtf } from '../../model/brand.ts';
import type { DateBounds } from '../../model/edtf/index.ts';
import { compareDays, formatInterval, rangeOf } from '../../model/edtf/index.ts';
import type { Token } from '../../model/sentence.ts';
import type { Span } from '../../model/span.ts';
import { contains } from '../../model/span.ts';
import { HARD_MARKS, OPENERS, PREPOSITIONS } from './english.ts';
import type { GrammarSets } from './stage.ts';

/** What the time of an event is read from. */
export interface TimeSources {
  readonly tokens: readonly Token[];
  readonly times: readonly TimeExpression[];
  /** Words of history by lower-case phrase, with the years they mean. */
  readonly history: readonly HistoryNamed[];
  readonly published: DateBounds;
  /** Where the other verbal cues of the sentence begin: a time beyond one of them is rather its own. */
  readonly rivals: readonly number[];
  /** Where the openers and hard marks of the sentence stand. */
  readonly breaks: readonly number[];
  /** It has not come about up to the day of telling: a day that the sentence counts from publication did not begin it. */
  readonly absent: boolean;
  /** It is denied of days to come. */
  readonly ahead?: boolean;
}

/** A stretch of history as one sentence names it, with the words just before. */
export interface HistoryNamed extends HistoryPhrase {
  readonly before: string;
}

/** The stretches of history that a sentence names, in the order of knowledge. */
export const historyIn = (
  tokens: readonly Token[],
  history: readonly HistoryPhrase[],
): readonly HistoryNamed[] => {
  const openings = openingsOf(history);
  if (!tokens.some(({ lower }) => openings.has(lower))) return [];
  const text = ` ${tokens.map((token) => token.lower).join(' ')} `;
  return history.flatMap((entry) => {
    const at = text.indexOf(` ${entry.phrase} `);
    return at < 0 ? [] : [{ ...entry, before: text.slice(Math.max(0, at - 24), at) }];
  });
};

// Keyed by the phrases themselves; a pure cache.
const openingsByHistory = new WeakMap<readonly HistoryPhrase[], ReadonlySet<string>>();

/** The first words of the phrases: a sentence without any of them is read no further. */
const openingsOf = (history: readonly HistoryPhrase[]): ReadonlySet<string> => {
  const held = openingsByHistory.get(history);
  if (held !== undefined) return held;
  const made = new Set(history.map(({ phrase }) => phrase.split(' ')[0] ?? ''));
  openingsByHistory.set(history, made);
  return made;
};

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
/**
 * What a hard boundary, and what another cue, between a cue and a time costs, in characters of distance. A time after a
 * nearer verb is that verb's; a time that opens a sentence is shared.
 */
const BOUNDARY_COST = 60;
const RIVAL_COST_AFTER = 240;
const RIVAL_COST_BEFORE = 40;
const TAKEN_COST = 120;
const MAX_COST = 360;

/**
 * When an event took or takes place: the nearest time of its clause or sentence; an open interval after "since", "after"
 * or the end of an age for what lasts; a stretch of history the sentence names; else what publication bounds: before it
 * for what happened, after it for what is planned. Null when nothing is known.
 */
export const readTime = (sources: TimeSources, trigger: Span, realis: Realis): EventTime | null => {
  const dated = sources.times.filter(
    (time) => time.edtf !== null && (time.type === 'DATE' || time.type === 'TIME'),
  );
  const bounds = dated.filter((time) => leadOf(sources.tokens, time) !== null);
  const inside = dated.filter((time) => !bounds.includes(time));
  if (LASTING.has(realis)) return lastingTime(sources, bounds, inside, trigger, realis);
  const best = nearest(sources, inside, trigger);
  if (best !== null) return asTime(best);
  return (
    fromHistory(sources, realis) ?? fromBound(sources, bounds, realis) ?? bounded(sources.published, realis)
  );
};

/** The time as it stands; of one end of a stretch ("on December 15-16") the whole stretch. */
const asTime = (time: TimeExpression): EventTime | null => {
  const { edtf, earliest, latest, span } = time.range ?? time;
  return edtf === null ? null : { edtf, earliest, latest, basis: basisOf(time), expression: span };
};

const lastingTime = (
  sources: TimeSources,
  bounds: readonly TimeExpression[],
  inside: readonly TimeExpression[],
  trigger: Span,
  realis: Realis,
): EventTime | null => {
  if (realis === 'ongoing') return ongoingTime(sources, bounds, inside, trigger);
  const dates = sources.absent ? inside.filter((time) => datesBeginning(sources.tokens, time)) : [];
  const since = [...bounds.filter((time) => mayBegin(sources, time)), ...dates][0];
  if (since !== undefined) return openFrom(since);
  const best = nearest(sources, inside, trigger);
  // A war or age long over ("a treaty to end the war") is when the absence began, not how long it lasted.
  if (best?.edtf?.includes('/') && basisOf(best) === 'explicit') return openFrom(best);
  if (best !== null && realis === 'negated' && !sources.absent) return asTime(best);
  if (sources.ahead === true) return bounded(sources.published, 'planned');
  return fromHistory(sources, realis) ?? bounded(sources.published, sources.absent ? 'standing' : realis);
};

/**
 * Whether what lasts can have begun with the time: "since 2013", "since Monday", "after the war"; after a day counted from
 * publication ("after talks on Monday") an absence is only told of. A day counted from an unknown one begins nothing.
 */
const mayBegin = (sources: TimeSources, time: TimeExpression): boolean => {
  const lead = leadOf(sources.tokens, time);
  if (lead === 'before') return false;
  if (basisOf(time) !== 'deictic') return true;
  return isCounted(sources, time) && (lead === 'since' || !sources.absent);
};

const OF_TIME = new Set(['of', 'in']);
const BEGINNINGS = new Set(['since', 'after', 'following']);

/** "after the war of [1931]", "since the talks in [1931]": the year dates what the absence began with. */
const datesBeginning = (tokens: readonly Token[], time: TimeExpression): boolean => {
  const at = firstAbove(tokens, time.span.start, (token) => token.end);
  if (basisOf(time) !== 'explicit' || !OF_TIME.has(tokens[at - 1]?.lower ?? '')) return false;
  const before = tokens.slice(Math.max(0, at - 5), at - 1);
  const lead = before.findLastIndex(({ lower }) => BEGINNINGS.has(lower));
  return lead >= 0 && before.slice(lead).every(({ kind }) => kind !== 'mark');
};

/** Whether the time is known as exactly as it is told: publication is one day, or the time is no range. */
const isCounted = ({ published }: TimeSources, { edtf }: TimeExpression): boolean =>
  edtf?.includes('/') !== true || (published.earliest !== null && published.earliest === published.latest);

/** What goes on has its "since" beside it, or a time that reaches publication; else it goes on when it is told. */
const ongoingTime = (
  sources: TimeSources,
  bounds: readonly TimeExpression[],
  inside: readonly TimeExpression[],
  trigger: Span,
): EventTime | null => {
  const since = bounds.filter((time) => leadOf(sources.tokens, time) === 'since' && mayBegin(sources, time));
  const from = nearest(sources, since, trigger);
  if (from !== null) return openFrom(from);
  const { published } = sources;
  const present = inside.filter(
    ({ latest }) =>
      latest === null || published.earliest === null || compareDays(latest, published.earliest) >= 0,
  );
  const best = nearest(sources, present, trigger);
  return best === null ? bounded(published, 'ongoing') : asTime(best);
};

/** "after 1956" bounds what happened from below. */
const fromBound = (
  sources: TimeSources,
  bounds: readonly TimeExpression[],
  realis: Realis,
): EventTime | null => {
  const after = bounds.find((time) => leadOf(sources.tokens, time) === 'after');
  const until = sources.published.latest;
  if (after?.latest == null || realis !== 'actual' || until === null) return null;
  if (compareDays(after.latest, until) >= 0) return null;
  const range = rangeOf(formatInterval(after.latest, until));
  return { ...range, basis: 'bounded', expression: after.span };
};

/** The word that makes a bound of a time: "since 2013", "after the war", "before June". */
const leadOf = (tokens: readonly Token[], time: TimeExpression): 'since' | 'after' | 'before' | null => {
  const at = firstAbove(tokens, time.span.start, (token) => token.end);
  const words = [tokens[at], tokens[at - 1], ...(tokens[at - 1]?.lower === 'the' ? [tokens[at - 2]] : [])];
  for (const word of words) {
    const lower = word?.lower ?? '';
    if (lower === 'since') return 'since';
    if (lower === 'after' || lower === 'following') return 'after';
    if (lower === 'before' || lower === 'until') return 'before';
  }
  return null;
};

const basisOf = (time: TimeExpression): EventTime['basis'] => {
  if (time.anchor === 'calendar') return 'explicit';
  return time.anchor.startsWith('gathering:') ? 'inferred' : 'deictic';
};

const openFrom = (time: TimeExpression): EventTime | null => {
  const start = time.edtf?.includes('/') ? time.latest?.slice(0, 4) : time.edtf;
  if (start == null) return null;
  return { ...rangeOf(formatInterval(start as Edtf, null)), basis: basisOf(time), expression: time.span };
};

const nearest = (
  { breaks, rivals }: TimeSources,
  times: readonly TimeExpression[],
  trigger: Span,
): TimeExpression | null => {
  let best: TimeExpression | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const time of times) {
    const [from, to] =
      time.span.start >= trigger.end ? [trigger.end, time.span.start] : [time.span.end, trigger.start];
    const between = rivals.filter((at) => at >= from && at < to).length;
    const rival = time.span.start >= trigger.end ? RIVAL_COST_AFTER : RIVAL_COST_BEFORE;
    // "went home on Monday and met Orlan": the day after an earlier verb is rather that verb's.
    const taken =
      time.span.start < trigger.start && rivals.some((at) => at < time.span.start) ? TAKEN_COST : 0;
    const cost =
      taken + Math.max(0, to - from) + BOUNDARY_COST * boundaries(breaks, from, to) + rival * between;
    if (cost >= least || cost > MAX_COST) continue;
    best = time;
    least = cost;
  }
  return best;
};

const boundaries = (breaks: readonly number[], from: number, to: number): number =>
  breaks.filter((at) => at >= from && at < to).length;

/** Where the openers and hard marks of a sentence stand. */
export const readBreaks = (tokens: readonly Token[]): readonly number[] => {
  const breaks: number[] = [];
  for (const { lower, text, start } of tokens)
    if (OPENERS.has(lower) || HARD_MARKS.has(text)) breaks.push(start);
  return breaks;
};

/** "never signed … after World War II" has held since its end; "in the last days of World War II" lies in its last year. */
const fromHistory = ({ history, published }: TimeSources, realis: Realis): EventTime | null => {
  const [named] = history;
  if (named === undefined) return null;
  const { before, from, to } = named;
  if (LASTING.has(realis)) return inferred(`${to}/..` as Edtf);
  if (realis !== 'actual') return null;
  if (/\b(?:after|following|since)\b/.test(before))
    return inferred(formatInterval(to as Edtf, published.latest));
  return inferred((/\b(?:end|last|final|closing)\b/.test(before) ? to : `${from}/${to}`) as Edtf);
};

const inferred = (edtf: Edtf): EventTime => ({ ...rangeOf(edtf), basis: 'inferred', expression: null });

const bounded = ({ earliest, latest }: DateBounds, realis: Realis): EventTime | null => {
  switch (realis) {
    case 'planned':
    case 'proposed':
      return earliest === null ? null : boundedBy(earliest, null);
    case 'actual':
    case 'negated':
      return latest === null ? null : boundedBy(null, latest);
    case 'ongoing':
    case 'standing':
      return earliest === null && latest === null
        ? null
        : { ...boundedBy(earliest, latest), basis: 'inferred' };
    default:
      return null;
  }
};

const boundedBy = (from: Day | null, to: Day | null): EventTime => ({
  ...rangeOf(formatInterval(from, to)),
  basis: 'bounded',
  expression: null,
});

/** What lies more than so many days before publication is background: news is told within a week or so. */
const BACKGROUND_DAYS = 10;

/** Whether the time lies so far before publication that the event is no news. */
export const isLongPast = (time: EventTime | null, published: DateBounds): boolean => {
  if (time === null || time.basis === 'bounded') return false;
  const end = parseDay(time.latest ?? time.earliest ?? '');
  const told = parseDay(published.earliest ?? published.latest ?? '');
  return end !== null && told !== null && told - end > BACKGROUND_DAYS;
};

/** Whether every day of the time lies after publication. */
export const isToCome = (time: EventTime | null, published: DateBounds): boolean =>
  time !== null &&
  time.basis !== 'bounded' &&
  time.earliest !== null &&
  published.latest !== null &&
  compareDays(time.earliest, published.latest) > 0;

/** The times, in text order and none longer than `longest`, whose characters lie in `at`. */
export const timesIn = (
  times: readonly TimeExpression[],
  at: Span,
  longest: number,
): readonly TimeExpression[] =>
  overlapping(times, at, (time) => time.span, longest).filter((time) => contains(at, time.span));

/** Prepositions before an instrument that make it the matter of an act, not its occasion. */
const MATTER_LEADS = new Set(['under', 'of', 'to', 'on', 'with', 'by', 'from', 'for', 'about']);

/**
 * The times that belong to the name of an instrument: "the 1931 declaration", "a declaration of [1931]", or whatever an
 * instrument's mention holds. `subject` when the instrument opens what is told ("a declaration of 1931 restored ties").
 */
export const namedTimes = (
  tokens: readonly Token[],
  times: readonly TimeExpression[],
  mentions: readonly Mention[],
  grammar: GrammarSets,
): ReadonlyMap<TimeExpression, 'subject' | 'matter'> => {
  const named = new Map<TimeExpression, 'subject' | 'matter'>();
  for (const time of times) {
    const first = firstAbove(tokens, time.span.start, (token) => token.end);
    const head = instrumentHead(tokens, time, first, grammar);
    const isHeld = mentions.some((m) => m.type === 'INSTRUMENT' && contains(m.span, time.span));
    if (head === null && !isHeld) continue;
    named.set(time, isMatter(tokens, Math.min(head ?? first, first)) ? 'matter' : 'subject');
  }
  return named;
};

/** The noun of the instrument: before "of" and the time, or up to three words after the time. */
const instrumentHead = (
  tokens: readonly Token[],
  time: TimeExpression,
  first: number,
  grammar: GrammarSets,
): number | null => {
  if (tokens[first - 1]?.lower === 'of' && grammar.instruments.has(tokens[first - 2]?.lower ?? ''))
    return first - 2;
  let at = first;
  while ((tokens[at]?.start ?? time.span.end) < time.span.end) at++;
  for (const end = at + 4; at < end; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark' || PREPOSITIONS.has(token.lower)) return null;
    if (grammar.instruments.has(token.lower)) return at;
  }
  return null;
};

const isMatter = (tokens: readonly Token[], head: number): boolean => {
  for (let at = head - 1; at >= Math.max(0, head - 5); at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark' || OPENERS.has(token.lower)) return false;
    if (PREPOSITIONS.has(token.lower)) return MATTER_LEADS.has(token.lower);
  }
  return false;
};
