import type { Span } from '../../model/span.ts';
import { trimmed } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { between, isComma, isDash, isNominal, isPlain, low } from './clause.ts';
import { behindClause, behindContent } from './complement.ts';
import type { Opening } from './content.ts';
import type { CueAt } from './cues.ts';
import { takes } from './cues.ts';
import { isFiniteAt } from './grammar.ts';
import { nounPhraseAfter } from './noun-phrase.ts';

/**
 * Where a content that begins at token `start` ends (token, exclusive): at the sentence's end, before a coordinated or
 * participial cue of the same speaker, before an attribution that follows, and — for a bare noun phrase — before a clause of
 * its own.
 */
export const closeContent = (
  clause: Clause,
  cue: CueAt,
  opening: Opening,
  nextCue: number | null,
  limit: number,
): number => {
  let end = nextCue === null ? limit : Math.min(limit, boundaryBefore(clause, nextCue));
  const behind = behindContent(clause, cue, opening.start, opening.by);
  if (behind !== null) end = Math.min(end, boundaryBefore(clause, behind));
  const around = behindClause(clause, cue, opening.start);
  if (around !== null) end = Math.min(end, boundaryBefore(clause, around));
  const naming = isNaming(clause, cue, opening);
  if (opening.by === 'quote' || naming) end = Math.min(end, quotationEnd(clause, opening.start, end, naming));
  if (opening.by === 'noun' || opening.by === 'preposition')
    end = beforeTime(clause, opening.start, Math.min(end, nounContentEnd(clause, opening.start, end)));
  end = summaryAt(clause, opening.start, end);
  while (end > opening.start && isTrailing(clause, end - 1)) end--;
  return end;
};

/** `which he called [“a farce”]`, `described [as “rash”]`. */
const isNaming = (clause: Clause, cue: CueAt, { by, start }: Opening): boolean =>
  by === 'gap' && (takes(cue, 'as') || low(clause, start) === 'as');

/** The token before which the words that lead to a coordinated cue begin: its comma, conjunction and adverbs are no content. */
export const boundaryBefore = (clause: Clause, cue: number): number => {
  let i = cue;
  while (i > 0 && isPlain(clause, i - 1) && leadsOn(clause, i - 1)) i--;
  return i;
};

const LEADING: ReadonlySet<string> = new Set(['and', 'but', 'while', 'then', 'before', 'after']);

const leadsOn = (clause: Clause, i: number): boolean => {
  const word = low(clause, i);
  if (isComma(clause, i) || isDash(clause, i)) return true;
  return LEADING.has(word) || clause.words.adverbs.has(word);
};

const isTrailing = (clause: Clause, i: number): boolean => {
  const word = low(clause, i);
  return isPlain(clause, i) && (/^[.,;:!?…。]$/.test(word) || isDash(clause, i));
};

/**
 * A content that opens with a quotation ends with it when an adverbial or a clause of the teller follows
 * (`said "we agree," when asked`), and goes on when its sentence does (`said "some deal" can be reached`).
 */
const quotationEnd = (clause: Clause, start: number, end: number, naming: boolean): number => {
  let i = start;
  while (i < end && isPlain(clause, i) && i < start + 2) i++;
  while (i < end && !isPlain(clause, i)) i++;
  if (i >= end) return end;
  // `what he called “a farce” [took] an hour`: what it is called ends before the verb.
  const joins = low(clause, i) === 'and' || low(clause, i) === 'but';
  if (naming && isFiniteAt(clause.grammar(), joins ? i + 1 : i)) return i;
  const word = low(clause, i);
  const tells = isComma(clause, i) || isDash(clause, i) || clause.timed[i] === 1 || closedByComma(clause, i);
  if (tells && !quotedWithin(clause, i, end)) return i;
  if (clause.words.adverbialOpeners.has(word) && !quotedWithin(clause, i, end)) return i;
  return end;
};

/** `"rash,"` with the comma of the sentence inside the marks, ending right before the token. */
const closedByComma = (clause: Clause, i: number): boolean => {
  if (!isPlain(clause, i) || isPlain(clause, i - 1)) return false;
  // Two apostrophes are one mark in some texts.
  const twice = low(clause, i - 1) === "'" && low(clause, i - 2) === "'";
  return isComma(clause, twice ? i - 3 : i - 2);
};

const quotedWithin = (clause: Clause, from: number, end: number): boolean => {
  for (let i = from; i < end; i++) if (!isPlain(clause, i)) return true;
  return false;
};

const nounContentEnd = (clause: Clause, start: number, end: number): number => {
  let finite = false;
  for (let i = start + 1; i < end; i++) {
    if (!isPlain(clause, i)) continue;
    const closed = closedByComma(clause, i);
    if (closed && (!quotedWithin(clause, i, end) || clause.words.clauseOpeners.has(low(clause, i)))) return i;
    if (
      isComma(clause, i) &&
      (clause.words.clauseOpeners.has(low(clause, i + 1)) || /ing$/.test(low(clause, i + 1)))
    )
      return i;
    if (low(clause, i) === ';' || (!finite && goesOnWithout(clause, i))) return i;
    finite ||= isFiniteAt(clause.grammar(), i);
  }
  return end;
};

/**
 * Whether the sentence goes on at a token without the object before it: `called Voss “rash” [and left]`, `calls it rash [while asking for
 * more]`, `defended the ban[, the shift was stark]`. Asked only while the object holds no verb.
 */
const goesOnWithout = (clause: Clause, i: number): boolean => {
  const word = low(clause, i);
  if (word === 'while') return /ing$/.test(low(clause, i + 1));
  if (word === 'and' || word === 'but') {
    const verb = isAdverb(clause, i + 1) ? i + 2 : i + 1;
    return isFiniteAt(clause.grammar(), verb);
  }
  if (!isComma(clause, i)) return false;
  const subject = nounPhraseAfter(clause, i + 1);
  return subject !== null && isPlain(clause, subject.to) && isFiniteAt(clause.grammar(), subject.to);
};

const isAdverb = (clause: Clause, i: number): boolean =>
  clause.words.adverbs.has(low(clause, i)) || /..ly$/.test(low(clause, i));

/** `endorsed Voss [last week]`, `condemned the plan [on Tuesday]`: the time behind an object is that of the act. */
const beforeTime = (clause: Clause, start: number, end: number): number => {
  let at = end;
  while (at > start + 1 && clause.timed[at - 1] === 1 && clause.mention[at - 1] === -1) at--;
  if (at === end) return end;
  return at > start + 1 && clause.words.placeOpeners.has(low(clause, at - 1)) ? at - 1 : at;
};

const MAX_SUMMARY = 4;

/**
 * Where the teller sums up what was told: `said the pier was lost[, a claim that Voss denied]`, `had been "rigged," [a charge …]`,
 * `would not talk — [a shift from last year]`.
 */
const summaryAt = (clause: Clause, start: number, end: number): number => {
  for (let i = start + 2; i < end - 2; i++) {
    if (!isPlain(clause, i)) continue;
    const mark = isComma(clause, i) || isDash(clause, i);
    if (!mark && !closedByComma(clause, i)) continue;
    const from = mark ? i + 1 : i;
    if (/^(?:a|an|another)$/.test(low(clause, from)) && isSummary(clause, from + 1, end)) return i;
  }
  return end;
};

const isSummary = (clause: Clause, from: number, end: number): boolean => {
  for (let i = from; i < Math.min(end, from + MAX_SUMMARY); i++) {
    if (!isNominal(clause, i)) return false;
    if (clause.words.summaryNouns.has(low(clause, i))) return true;
  }
  return false;
};

/** The trimmed span of the tokens `[from, to)`, or null when nothing is left of it. */
export const contentSpan = (clause: Clause, from: number, to: number): Span | null => {
  let first = from;
  while (
    first < to &&
    isPlain(clause, first) &&
    (isComma(clause, first) || isDash(clause, first) || low(clause, first) === ':')
  )
    first++;
  let last = to;
  while (last > first && isTrailing(clause, last - 1)) last--;
  if (last <= first) return null;
  const span = trimmed(clause.text, between(clause, first, last));
  return span.start < span.end ? span : null;
};
