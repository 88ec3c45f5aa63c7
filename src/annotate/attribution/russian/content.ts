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
  const hearer = hearerBehind(clause, after, limit);
  for (let i = after; i < Math.min(limit, after + REACH); i++) {
    const at = openingAt(clause, cue, i, after);
    if (at === 'none') return null;
    if (at === 'object') break;
    if (at !== null) return opened(clause, at.from, limit, at.rule, hearer);
  }
  return objectOf(clause, cue, after, limit, hearer);
};

interface Opening {
  readonly from: number;
  readonly rule: string;
}

/** What opens at token `i`: a content; `object` and `none` end the search; null goes on. */
const openingAt = (
  clause: Clause,
  { words: { frames } }: CueAt,
  i: number,
  after: number,
): Opening | 'object' | 'none' | null => {
  const word = clause.low[i] ?? '';
  if (!isPlain(clause, i))
    return frames.some((frame) => /^[qnv]$/.test(frame)) ? { from: i, rule: 'cue-quote' } : 'none';
  if (word === ':') return { from: i + 1, rule: 'cue-colon' };
  if (word === ',') return behindComma(clause, frames, i, after);
  if (frames.includes('v') && i - after < 6 && isInfinitive(clause, i))
    return { from: i, rule: 'cue-infinitive' };
  if (!isDash(clause, i) || i === after) return null;
  return frames.includes('q') ? { from: i + 1, rule: 'cue-colon' } : 'none';
};

const behindComma = (
  clause: Clause,
  frames: readonly string[],
  i: number,
  after: number,
): Opening | 'object' | 'none' | null => {
  const next = clause.low[i + 1] ?? '';
  if (frames.includes('c') && (clause.words.conjunctions.has(next) || isTopic(clause, i + 1)))
    return { from: i + 1, rule: 'cue-that' };
  if (!isPlain(clause, i + 1)) return null;
  return i - after > 1 ? 'none' : 'object';
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
