import type { Span } from '../../model/span.ts';
import type { Clause } from './clause.ts';
import { between, isComma, isPlain, low } from './clause.ts';
import type { Opening } from './content.ts';
import { openContent } from './content.ts';
import { boundaryAfter, contentBefore, hasVerb, isClauseLike } from './content-before.ts';
import { boundaryBefore, closeContent, contentSpan } from './content-end.ts';
import type { CueAt } from './cues.ts';
import { takes } from './cues.ts';
import { nounPhraseAfter } from './noun-phrase.ts';
import type { Sourced } from './sourced.ts';

/** The content of a cue, the rule that found it, and how far it reaches. */
export interface Found {
  readonly spans: readonly Span[];
  readonly rule: string;
  readonly hearer: Span | null;
  /** Token behind the last content token. */
  readonly end: number;
}

/**
 * The content of a cue whose source is known: before it, behind it, or on both sides. `from` is the first token of source and
 * cue, `after` the token behind them, `next` where a joined cue begins, `free` the first token no content has taken yet.
 */
export const contentOf = (
  clause: Clause,
  sourced: Sourced,
  from: number,
  after: number,
  next: number | null,
  free: number,
): Found | null => {
  const limit = clause.tokens.length;
  const { cue, relation } = sourced;
  const opening =
    relation === 'inverted' ? null : (namedGap(clause, sourced, from) ?? openContent(clause, cue, limit));
  if (relation === 'as') return asContent(clause, from - 1, after, limit);
  if (relation === 'passive') return passiveContent(clause, sourced, opening, next, limit);
  const before = relation === 'carried' ? null : contentBefore(clause, sourced, from, after, opening, free);
  if (before !== null) return aroundCue(clause, cue, before, after, next, limit, opening);
  return opening === null ? null : contentBehind(clause, sourced, from, next, opening);
};

/** The content that an opening behind the cue begins. */
const contentBehind = (
  clause: Clause,
  sourced: Sourced,
  from: number,
  next: number | null,
  opening: Opening,
): Found | null => {
  const limit = clause.tokens.length;
  const { cue } = sourced;
  const joined = Math.min(
    next !== null && next > opening.start ? next : limit,
    tellerBehind(sourced, opening.start) ?? limit,
  );
  const resumed = resumedAt(clause, sourced, from, opening.start, limit);
  const behind = Math.min(joined, resumed) === limit ? null : Math.min(joined, resumed);
  const whole = closeContent(clause, cue, opening, behind, limit);
  // `claimed self-defense and was acquitted`: without a verb of its own it is no clause.
  const isNoun =
    opening.by === 'clause' &&
    clause.grammar() !== null &&
    isPlain(clause, opening.start) &&
    !hasVerb(clause, opening.start, whole);
  // `added [sugar]`, `advised [the envoy]`: with a thing behind it the verb tells nothing.
  if (isNoun && takes(cue, 'c!')) return null;
  const end = isNoun ? closeContent(clause, cue, { ...opening, by: 'noun' }, behind, limit) : whole;
  const span = contentSpan(clause, opening.start, end);
  if (span === null) return null;
  const filled = opening.by === 'gap' ? gapFiller(clause, from) : null;
  const spans = filled === null ? [span] : [filled, span];
  return { spans, rule: `cue-${opening.by}`, hearer: hearerSpan(clause, opening), end };
};

/** `Recalling that day, [Voss], who …, smiled`: where the source stands behind what a participle tells. */
const tellerBehind = ({ relation, phrase }: Sourced, start: number): number | null =>
  relation === 'carried' && phrase !== null && phrase.from > start ? phrase.from : null;

/**
 * Where the sentence goes on behind a clause that stands in it, by words alone: `While [Voss] says the pier is safe, [nobody] …` at
 * the comma; `[Voss], who said he had seen it, [left]` at a comma before a verb. The limit where it does not.
 */
const resumedAt = (
  clause: Clause,
  { phrase }: Sourced,
  from: number,
  start: number,
  limit: number,
): number => {
  const opened = from <= 1 && low(clause, 0) !== 'but' && clause.words.clauseOpeners.has(low(clause, 0));
  const related = low(clause, from - 1) === 'who' || isRelated(clause, phrase?.relative, from, start);
  if (clause.grammar() === null || !(opened || related)) return limit;
  for (let i = start + 1; i < limit - 1; i++) {
    if (!isPlain(clause, i) || !isComma(clause, i)) continue;
    const verb =
      clause.words.adverbs.has(low(clause, i + 1)) || /..ly$/.test(low(clause, i + 1)) ? i + 2 : i + 1;
    if (opened || hasVerb(clause, verb, verb + 1)) return i;
  }
  return limit;
};

/** `[Voss], who [said] …`: a relative word stands between the source and what was said. */
const isRelated = (clause: Clause, relative: number | undefined, from: number, start: number): boolean => {
  if (relative !== undefined) return isComma(clause, relative - 1);
  for (let i = from; i < start; i++) if (low(clause, i) === 'who') return isComma(clause, i - 1);
  return false;
};

/** `[what] he called “a farce”`, `[which] she described as “rash”`: only what something is called stands behind the verb. */
const namedGap = (clause: Clause, { cue, relation }: Sourced, from: number): Opening | null => {
  const names = takes(cue, 'as') || low(clause, cue.to) === 'as';
  if (!names || relation !== 'subject' || gapFiller(clause, from) === null) return null;
  const quoted = low(clause, cue.to) === 'as' ? cue.to + 1 : cue.to;
  const at = clause.words.determiners.has(low(clause, quoted)) ? quoted + 1 : quoted;
  return at < clause.tokens.length && !isPlain(clause, at)
    ? { start: cue.to, hearer: null, by: 'gap' }
    : null;
};

/** `[what] he said was safe`: the word before the source that what was said lacks. */
const gapFiller = (clause: Clause, from: number): Span | null =>
  from > 0 && (low(clause, from - 1) === 'what' || clause.words.relatives.has(low(clause, from - 1)))
    ? between(clause, from - 1, from)
    : null;

/** `It was reported that [the ferry had sunk]`; `[the plan] was criticised by …`: the clause behind, or what the verb was done to. */
const passiveContent = (
  clause: Clause,
  { cue }: Sourced,
  opening: Opening | null,
  next: number | null,
  limit: number,
): Found | null => {
  if (opening === null || !['that', 'clause', 'quote'].includes(opening.by)) return null;
  // `Asked by Moreau about it, Voss said, “…”`: the quotation is the answer.
  if (opening.by === 'quote' && next !== null && next <= opening.start) return null;
  if (isDue(clause, cue)) return null;
  const joined = Math.min(
    next !== null && next > opening.start ? next : limit,
    questionEnd(clause, cue, opening.start) ?? limit,
  );
  const end = closeContent(clause, cue, opening, joined === limit ? null : joined, limit);
  const span = contentSpan(clause, opening.start, end);
  return span === null
    ? null
    : { spans: [span], rule: `cue-${opening.by}`, hearer: hearerSpan(clause, opening), end };
};

/** `It [should be] noted that …`: what somebody ought to say is the writer's word. */
const isDue = (clause: Clause, { group, from }: CueAt): boolean => {
  for (let i = group; i < from; i++) if (/^(?:should|must)$/.test(low(clause, i))) return true;
  return false;
};

/** `Asked which pier he liked[, he] shrugged`: a question that opens the sentence ends at the comma before whoever it was put to. */
const questionEnd = (clause: Clause, { group, entry }: CueAt, start: number): number | null => {
  if (entry.act !== 'asked' || group > 1) return null;
  for (let i = start + 1; i < clause.tokens.length; i++) {
    if (!isPlain(clause, i) || !isComma(clause, i)) continue;
    const subject = nounPhraseAfter(clause, i + 1);
    if (subject !== null && hasVerb(clause, subject.to, subject.to + 1)) return i;
  }
  return null;
};

const hearerSpan = (clause: Clause, opening: Opening | null): Span | null =>
  opening?.hearer ? between(clause, opening.hearer[0], opening.hearer[1]) : null;

/** Content before the cue, and what goes on behind it: `"A," Voss said, "B"`; `A, Voss said, but B`. */
const aroundCue = (
  clause: Clause,
  cue: CueAt,
  before: Span,
  after: number,
  next: number | null,
  limit: number,
  opening: Opening | null,
): Found => {
  const rule = quotedAt(clause, before) ? 'quote-cue' : 'clause-cue';
  const rest = resumes(clause, after, next, limit, endsQuoted(clause, before));
  const hearer = hearerSpan(clause, opening) ?? toldHearer(clause, cue);
  if (rest === null) return { spans: [before], rule, hearer, end: after };
  return { spans: [before, rest.span], rule: 'around-cue', hearer, end: rest.end };
};

const toldHearer = (clause: Clause, cue: CueAt): Span | null => {
  if (!cue.entry.verb?.frames.includes('h+')) return null;
  const phrase = nounPhraseAfter(clause, cue.to);
  return phrase === null ? null : between(clause, phrase.from, phrase.to);
};

/** Whether the content before the cue ends with a quotation: then only another goes on with it (`"…," said Voss, who left`). */
const endsQuoted = (clause: Clause, before: Span): boolean =>
  clause.regions.some((r) => r.start < before.end && before.end <= r.end);

const quotedAt = (clause: Clause, at: Span): boolean =>
  clause.regions.some((r) => r.start < at.end && at.start < r.end);

/** Behind the cue and a comma the content goes on with a quotation or with a clause that has a verb of its own. */
const resumes = (
  clause: Clause,
  after: number,
  next: number | null,
  limit: number,
  onlyQuoted: boolean,
): { readonly span: Span; readonly end: number } | null => {
  let i = after;
  while (i < limit && isPlain(clause, i) && !isComma(clause, i) && low(clause, i) !== ':') i++;
  if (i >= limit) return null;
  const end = next === null ? limit : Math.min(limit, boundaryBefore(clause, next));
  if (i >= end) return null;
  if (isPlain(clause, i)) i++;
  if (!isPlain(clause, i)) return piece(clause, i, end);
  if (onlyQuoted) return null;
  const word = low(clause, i);
  if (
    i > after + 1 ||
    /ing$/.test(word) ||
    clause.words.prepositions.has(word) ||
    clause.words.relatives.has(word)
  )
    return null;
  if (['while', 'when', 'as', 'after', 'before', 'a', 'an'].includes(word)) return null;
  return isClauseLike(clause, i, end) && end - i >= 4
    ? piece(clause, boundaryAfter(clause, i, end), end)
    : null;
};

const piece = (
  clause: Clause,
  from: number,
  end: number,
): { readonly span: Span; readonly end: number } | null => {
  const span = contentSpan(clause, from, end);
  return span === null ? null : { span, end };
};

/** `As the Herald notes, …` and `…, as the Herald notes.`: the clause it is set in, without the parenthesis. */
const asContent = (clause: Clause, as: number, after: number, limit: number): Found | null => {
  const rest = isComma(clause, after) ? contentSpan(clause, after + 1, limit) : null;
  if (rest !== null) return { spans: [rest], rule: 'as-cue', hearer: null, end: limit };
  const before = contentSpan(clause, 0, as);
  return before === null ? null : { spans: [before], rule: 'as-cue', hearer: null, end: after };
};
