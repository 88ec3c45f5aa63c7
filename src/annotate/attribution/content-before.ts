import type { Span } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { isComma, isDash, isPlain, low } from './clause.ts';
import type { Opening } from './content.ts';
import { contentSpan } from './content-end.ts';
import type { CueAt } from './cues.ts';
import { dependentsBy, isFiniteAt, subtreeOf } from './grammar.ts';
import type { Sourced } from './sourced.ts';

/**
 * The content that stands before the source: a quotation that ends there (`"…," [Voss] said`), or a clause set off by a
 * comma when nothing behind the cue can be content (`Talks will go on, [Voss] said.`).
 */
export const contentBefore = (
  clause: Clause,
  sourced: Sourced,
  from: number,
  after: number,
  opening: Opening | null,
  free: number,
): Span | null => {
  const end = beforeMarks(clause, from, free);
  if (end <= 0) return null;
  const quoted = !isPlain(clause, end - 1);
  const taken = end <= free || (opening === null && isTold(clause, free, end));
  if (taken) return opening === null ? contentOver(clause, sourced, quoted, from, end) : null;
  if (quoted) {
    const isThat = opening?.by === 'that' && low(clause, after) === 'that';
    return isThat ? null : contentSpan(clause, behindColon(clause, free, end), end);
  }
  const start = boundaryAfter(clause, free, end);
  const isBefore =
    opening === null
      ? isToldBefore(clause, sourced, from, after, [start, end], free)
      : end < from && isInterrupted(clause, start, end, opening);
  return isBefore ? contentSpan(clause, start, end) : null;
};

/** Whether what stands before a source and has nothing behind it to be told instead is told by it. */
const isToldBefore = (
  clause: Clause,
  sourced: Sourced,
  from: number,
  after: number,
  [start, end]: readonly [number, number],
  free: number,
): boolean =>
  (end < from && isParenthesis(clause, start, end, after)) || isToldClause(clause, sourced, from, end, free);

/**
 * `“If it had not been” for the pier, [Voss] said on Monday, “we would be …”`: a quotation opens what comes before the cue, and the
 * one behind it goes on in lower case.
 */
const isInterrupted = (
  clause: Clause,
  start: number,
  end: number,
  { by, start: resumed }: Opening,
): boolean => {
  if (by !== 'quote' || end <= start) return false;
  if (!clause.regions.some((r) => clause.tokens[start]?.start === r.start)) return false;
  const first = clause.tokens.slice(resumed, resumed + 2).find(({ kind }) => kind === 'word');
  return first !== undefined && first.text === first.lower;
};

/** All that stands before a cue that tells of what earlier cues have told. */
const contentOver = (
  clause: Clause,
  sourced: Sourced,
  quoted: boolean,
  from: number,
  end: number,
): Span | null =>
  closesOver(sourced, quoted, end === from) && !hangs(clause, 0, end)
    ? contentSpan(clause, boundaryAfter(clause, 0, end), end)
    : null;

/** Whether an earlier cue has taken all that stands before but for words without a verb (`said Voss, an envoy, [reports] the Lantern`). */
const isTold = (clause: Clause, free: number, end: number): boolean =>
  free > 0 && clause.grammar() !== null && isPlain(clause, end - 1) && !hasVerb(clause, free, end);

/**
 * Whether a cue tells of all before it, told already or not: `Moreau had told him that …, [Voss] said`; behind a quotation only somebody
 * who is named does (`Tal said it was “rash,” [the Lantern] reported`; not `Tal called it “rash,” [he] said`).
 */
const closesOver = ({ cue, phrase }: Sourced, quoted: boolean, beside: boolean): boolean => {
  if (quoted)
    return phrase !== null && phrase.form !== 'pronoun' && cue.entry.verb?.frames.includes('i') === true;
  return !beside;
};

/** `The envoy gave a reason: [“…,”] Voss said.`: what leads to a quotation by a colon is the teller's; else all from `free`. */
const behindColon = (clause: Clause, free: number, end: number): number => {
  const first = firstOfRegion(clause, end - 1);
  return first > free && low(clause, first - 1) === ':' ? first : boundaryAfter(clause, free, end);
};

/** First token of the quotation a token lies in. */
export const firstOfRegion = (clause: Clause, i: number): number => {
  let first = i;
  while (first > 0 && clause.region[first - 1] === clause.region[i]) first--;
  return first;
};

/** The end of what stands before a source, without the comma or dash that sets it off. */
const beforeMarks = (clause: Clause, from: number, free: number): number => {
  let end = from;
  while (end > free && (isComma(clause, end - 1) || isDash(clause, end - 1)) && isPlain(clause, end - 1))
    end--;
  return end;
};

/** `Talks will go on, [Voss] said.`: a clause of three words or more, set off by a comma (`…, reports [the agency]` needs none). */
const isToldClause = (clause: Clause, sourced: Sourced, from: number, end: number, free: number): boolean => {
  const reports = sourced.relation === 'inverted' && sourced.cue.entry.act === 'reported';
  return (
    (end !== from || reports) &&
    end - free >= 3 &&
    isClauseLike(clause, free, end) &&
    (sourced.relation === 'inverted' || isClosed(clause, sourced.cue))
  );
};

/** Whether the verb has nothing of its own behind it that it could tell of: `…, he [continues] to hope`. */
const isClosed = (clause: Clause, cue: CueAt): boolean => {
  const grammar = clause.grammar();
  const verb = grammar?.wordOf[cue.from] ?? -1;
  if (grammar === null || verb < 0 || !cue.entry.verb?.frames.includes('q')) return grammar === null;
  if (cue.entry.verb.frames.includes('h+')) return true;
  return !dependentsBy(grammar, verb, ['ccomp', 'xcomp', 'obj']).some((word) => {
    const first = grammar.tokenOf[subtreeOf(grammar, word)[0]] ?? -1;
    return first >= cue.to && !hasMark(clause, cue.to, first + 1);
  });
};

/**
 * `The border, [Voss] said, will stay open`: the verb of what is told stands behind the cue; so it does when only an adverbial stands
 * before it: `Back then, [Voss] said, the pier was new`.
 */
const isParenthesis = (clause: Clause, start: number, end: number, after: number): boolean => {
  if (!isComma(clause, after)) return false;
  if (clause.words.auxiliaries.has(low(clause, after + 1))) return true;
  return end - start < 8 && !hasVerb(clause, start, end) && hasVerb(clause, after + 1, clause.tokens.length);
};

export const hasVerb = (clause: Clause, from: number, to: number): boolean => {
  const grammar = clause.grammar();
  if (grammar === null) return false;
  for (let i = from; i < to; i++) {
    if (isPlain(clause, i) && isFiniteAt(grammar, i)) return true;
  }
  return false;
};

/** Leaves off a conjunction that joins the content to what stands before it. */
export const boundaryAfter = (clause: Clause, free: number, end: number): number => {
  let i = free;
  while (
    i < end &&
    isPlain(clause, i) &&
    (isComma(clause, i) || ['and', 'but', 'still'].includes(low(clause, i)))
  )
    i++;
  return i;
};

/** `As Tal spoke of fish, [Voss] responded …`: one clause that hangs on the teller's. */
const hangs = (clause: Clause, from: number, to: number): boolean =>
  SUBORDINATE.has(low(clause, from)) && !hasComma(clause, from, to);

const SUBORDINATE: ReadonlySet<string> = new Set([
  'as',
  'after',
  'before',
  'although',
  'though',
  'because',
  'since',
  'once',
  'if',
]);

export const isClauseLike = (clause: Clause, from: number, to: number): boolean => {
  const first = low(clause, from);
  if (clause.words.prepositions.has(first) && !hasComma(clause, from, to)) return false;
  if (/ing$/.test(first) || first === 'asked' || first === 'when' || first === 'while') return false;
  if (hangs(clause, from, to)) return false;
  for (let i = from; i < to; i++) {
    const word = low(clause, i);
    if (!isPlain(clause, i) || clause.words.auxiliaries.has(word) || /(?:[^e]ed|es|[^s]s)$/.test(word))
      return true;
  }
  return false;
};

const hasMark = (clause: Clause, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (clause.tokens[i]?.kind === 'mark') return true;
  return false;
};

const hasComma = (clause: Clause, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (isComma(clause, i) && isPlain(clause, i)) return true;
  return false;
};
