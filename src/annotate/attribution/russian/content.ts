import type { Span } from '../../../model/span.ts';
import { between, type Clause, contentSpan, isDash, isPlain } from './clause.ts';
import type { CueAt } from './cues.ts';
import { isHearer } from './source.ts';

/** What a cue opens: the content with its rule, and the token behind it. */
export interface Opened {
  readonly spans: readonly Span[];
  readonly rule: string;
  readonly end: number;
  readonly hearer: Span | null;
}

/** How far behind the verb its clause may begin, in tokens: hearer, place and time stand between. */
const REACH = 14;

/** The content that follows a cue: behind a colon, a conjunction, an infinitive or as an object. Null when none does. */
export const openedBy = (clause: Clause, cue: CueAt, after: number, limit: number): Opened | null => {
  const { frames } = cue.words;
  const has = (frame: string): boolean => frames.includes(frame);
  const hearer = hearerBehind(clause, after, limit);
  for (let i = after; i < Math.min(limit, after + REACH); i++) {
    const word = clause.low[i] ?? '';
    if (!isPlain(clause, i))
      return has('q') || has('n') || has('v') ? opened(clause, i, limit, 'cue-quote', hearer) : null;
    if (word === ':') return opened(clause, i + 1, limit, 'cue-colon', hearer);
    if (word === ',' && has('c') && clause.words.conjunctions.has(clause.low[i + 1] ?? ''))
      return opened(clause, i + 1, limit, 'cue-that', hearer);
    if (word === ',' && has('c') && isTopic(clause, i + 1))
      return opened(clause, i + 1, limit, 'cue-that', hearer);
    if (word === ',' && isPlain(clause, i + 1))
      return i - after > 1 ? null : objectOf(clause, cue, after, limit, hearer);
    if ((has('v') || has('c')) && i - after < 6 && isInfinitive(clause, i) && has('v'))
      return opened(clause, i, limit, 'cue-infinitive', hearer);
    if (isDash(clause, i) && i > after)
      return has('q') ? opened(clause, i + 1, limit, 'cue-colon', hearer) : null;
  }
  return objectOf(clause, cue, after, limit, hearer);
};

/** `о том, что`: the clause begins two words later. */
const isTopic = (clause: Clause, i: number): boolean => /^(?:тому|том|чему)$/.test(clause.low[i] ?? '');

const isInfinitive = ({ low }: Clause, i: number): boolean =>
  /(?:ть|ти|ться|тись|чь)$/.test(low[i] ?? '') && (low[i]?.length ?? 0) > 3;

const opened = (
  clause: Clause,
  from: number,
  limit: number,
  rule: string,
  hearer: Span | null,
): Opened | null => {
  const span = contentSpan(clause, from, limit);
  return span === null ? null : { spans: [span], rule, end: limit, hearer };
};

/** `приветствовал [отсрочку]`, `предупредил [о росте цен]`, `настаивал на [решении]`. */
const objectOf = (
  clause: Clause,
  cue: CueAt,
  after: number,
  limit: number,
  hearer: Span | null,
): Opened | null => {
  const prepositions = cue.words.frames.filter((frame) => clause.words.prepositions.has(frame));
  let end = after;
  while (end < limit && !/^[,;:.!?…]$/.test(isPlain(clause, end) ? (clause.low[end] ?? '') : '')) end++;
  for (let i = after; i < end; i++)
    if (prepositions.includes(clause.low[i] ?? '')) return opened(clause, i, end, 'cue-preposition', hearer);
  let from = after;
  while (from < end && (isHearer(clause, from) || clause.timed[from] === true)) from++;
  if (!cue.words.frames.includes('n') || from >= end) return null;
  return opened(clause, from, end, 'cue-noun', hearer);
};

const hearerBehind = (clause: Clause, after: number, limit: number): Span | null => {
  for (let i = after; i < Math.min(limit, after + REACH); i++) {
    if (!isPlain(clause, i) || /^[,:.–—]$/.test(clause.low[i] ?? '')) return null;
    if (!isHearer(clause, i)) continue;
    if (clause.low[i + 1] !== '«' || !isPlain(clause, i + 1)) return between(clause, i, i + 1);
    let to = i + 1;
    while (to < limit && clause.low[to] !== '»') to++;
    return between(clause, i, to + 1);
  }
  return null;
};
