import type { Act } from '../../model/annotation.ts';
import type { Span } from '../../model/span.ts';
import { isNonEmpty, overlaps } from '../../model/span.ts';
import { accordingTo, closesOver } from './according-to.ts';
import type { Clause } from './clause.ts';
import { between, isComma, isPlain, low } from './clause.ts';
import { byColon, byLead, leadAtEnd } from './colon.ts';
import { openContent } from './content.ts';
import { firstOfRegion } from './content-before.ts';
import { contentOf } from './cue-content.ts';
import type { CueAt } from './cues.ts';
import { findCues } from './cues.ts';
import type { Draft } from './draft.ts';
import { findByNoun } from './noun-finder.ts';
import type { Progress } from './progress.ts';
import { findSource, isCoordinated, mainSubject, sourceSpan } from './source.ts';
import type { Sourced } from './sourced.ts';
import { rootSubject } from './tree-source.ts';

/** The attributions that one sentence tells by its own cues, in order. */
export const findInSentence = (clause: Clause, sentence: number): readonly Draft[] => {
  const cues = withoutRelays(clause, withoutCited(findCues(clause)));
  const sourced = withOpening(
    clause,
    cues.map((cue) => (cue.entry.verb === null ? null : findSource(clause, cue))),
  );
  const progress: Progress = { drafts: [], source: null, relative: null, free: 0 };
  for (const [k, cue] of cues.entries()) {
    const own = sourced[k] ?? null;
    if (own === null) accordingTo(clause, cue, sentence, progress);
    else byVerb(clause, own, nextJoined(clause, cues, sourced, k), sentence, progress);
  }
  progress.drafts.push(...findByNoun(clause, sentence, cues));
  if (progress.drafts.length === 0) byColon(clause, sentence, progress);
  if (progress.drafts.length === 0) byLead(clause, sentence, progress);
  return progress.drafts;
};

/** `The Lantern reported, [citing] officials, that …`: whom a report names is a way it came by, and nothing told beside it. */
const withoutCited = (cues: readonly CueAt[]): readonly CueAt[] =>
  cues.some(({ entry }) => entry.act === 'reported')
    ? cues.filter(({ entry }) => entry.verb?.lemma !== 'cite' || entry.form !== 'ing')
    : cues;

/** `Kestrel [quoted] Tal as saying …`: the words are those that Tal is said to have said. */
const withoutRelays = (clause: Clause, cues: readonly CueAt[]): readonly CueAt[] =>
  cues.some(({ entry, group }) => entry.form === 'ing' && low(clause, group - 1) === 'as')
    ? cues.filter(({ entry }) => entry.verb?.lemma !== 'quote' && entry.verb?.lemma !== 'cite')
    : cues;

/** `[Conceding] that it was late, [Voss] warned …`: a participle that opens the sentence shares the source of its first verb. */
const withOpening = (clause: Clause, sourced: readonly (Sourced | null)[]): readonly (Sourced | null)[] => {
  const [first = null, ...rest] = sourced;
  if (first === null || first.relation !== 'carried' || !opensSentence(clause, first.cue)) return sourced;
  const owner = rest.find((other) => other?.relation === 'subject' && isSetOff(clause, other, first.cue));
  const phrase = owner?.phrase ?? null;
  return phrase === null ? sourced : [{ ...first, phrase, described: true }, ...rest];
};

/** Whether a subject stands behind the comma or quotation that ends what the participle tells. */
const isSetOff = (clause: Clause, { phrase }: Sourced, cue: CueAt): boolean =>
  phrase !== null &&
  phrase.from > cue.to &&
  (isComma(clause, phrase.from - 1) || !isPlain(clause, phrase.from - 1));

/** `[Conceding] …`, `By [conceding] …`, `In addition to [stating] …` */
const opensSentence = (clause: Clause, { entry, group }: CueAt): boolean =>
  entry.form === 'ing' &&
  (group === 0 ||
    (group <= 3 &&
      [clause.words.prepositions, clause.words.conjunctions].some((set) => set.has(low(clause, 0)))));

/** A cue with its source in a sentence that holds nothing of what was said. */
export interface Pending {
  readonly source: Span;
  readonly cue: Span;
  readonly act: Act;
  /** Where the content is: in the quotation before (`"… why?" [Voss] asked.`) or in the one behind (`[Voss] replied:`). */
  readonly side: 'before' | 'behind';
}

/** The cue of a sentence without content, when it stands where a quotation of another sentence can belong to it. */
export const findPending = (clause: Clause): Pending | null => {
  const last = clause.tokens.length - 1;
  for (const cue of findCues(clause)) {
    if (cue.entry.verb === null || !takesQuotation(cue)) continue;
    const { phrase, relation } = findSource(clause, cue);
    if (phrase === null || relation === 'none' || relation === 'passive' || relation === 'as') continue;
    const found = {
      source: sourceSpan(clause, phrase),
      cue: between(clause, cue.group, cue.to),
      act: actOf(cue),
    };
    if (low(clause, last) === ':') return { ...found, side: 'behind' };
    if (Math.min(phrase.from, cue.group) === 0) return { ...found, side: 'before' };
  }
  const lead = leadAtEnd(clause);
  return lead === null ? null : { ...lead, act: 'said', side: 'behind' };
};

const takesQuotation = (cue: CueAt): boolean => cue.entry.verb?.frames.includes('q') ?? false;

/** First token of the next cue that ends this one's content: joined to it, or a new attribution after "while" or ", but". */
const nextJoined = (
  clause: Clause,
  cues: readonly CueAt[],
  sourced: readonly (Sourced | null)[],
  k: number,
): number | null => {
  for (let n = k + 1; n < cues.length; n++) {
    const source = sourced[n];
    if (source == null) {
      if (closesOver(clause, cues[n])) return cues[n]?.from ?? null;
      continue;
    }
    const from = endsQuestion(clause, cues[k], source) ?? boundaryOf(clause, source);
    if (from !== null) return from;
  }
  return null;
};

/** `Asked why he left, [Voss] said …`, `When asked whether it was safe, [Voss] said …`: the question ends before who answers. */
const endsQuestion = (
  clause: Clause,
  cue: CueAt | undefined,
  { phrase, relation }: Sourced,
): number | null =>
  cue?.voice === 'passive' && relation === 'subject' && phrase !== null && isComma(clause, phrase.from - 1)
    ? phrase.from
    : null;

/** Where a cue ends the content before it: at its verb when it is joined, at its source when it opens anew or closes. */
const boundaryOf = (clause: Clause, { cue, phrase, relation }: Sourced): number | null => {
  const open = opens(clause, cue);
  if (relation === 'carried') return open && isCoordinated(clause, cue) ? cue.group : null;
  if (relation === 'inverted') return isComma(clause, cue.group - 1) ? cue.group : null;
  if (relation !== 'subject' || phrase === null) return null;
  const ends = open ? opensAnew(clause, phrase.from) && !ofMind(cue) : closes(clause, phrase.from);
  return ends ? quotationBefore(clause, phrase.from) : null;
};

/** `Voss said the pier was lost: [“It is gone,”] he said`: a quotation behind a colon belongs to the cue that closes it. */
const quotationBefore = (clause: Clause, from: number): number => {
  const last = isComma(clause, from - 1) && isPlain(clause, from - 1) ? from - 2 : from - 1;
  if (last < 0 || isPlain(clause, last)) return from;
  const first = firstOfRegion(clause, last);
  return low(clause, first - 1) === ':' ? first : from;
};

const opens = (clause: Clause, cue: CueAt): boolean =>
  openContent(clause, cue, clause.tokens.length) !== null;

/** `…, but the ministry hopes`: what somebody else thinks belongs to what is being told. */
const ofMind = (cue: CueAt): boolean => ['hoped', 'believed', 'planned'].includes(cue.entry.act);

/** `… the accord," Voss said.` at the end of a sentence that another cue has opened. */
const closes = (clause: Clause, from: number): boolean =>
  isComma(clause, from - 1) || !isPlain(clause, from - 1);

/** `…, but [the ministry] says`, `while [Voss] says`, `“…,” [Voss] said`: a new attribution begins there. */
const opensAnew = (clause: Clause, from: number): boolean => {
  const before = low(clause, from - 1);
  if (from > 0 && !isPlain(clause, from - 1)) return true;
  if (['while', 'whereas', 'though', 'although'].includes(before)) return true;
  return (before === 'and' || before === 'but') && isComma(clause, from - 2);
};

const byVerb = (
  clause: Clause,
  sourced: Sourced,
  next: number | null,
  sentence: number,
  progress: Progress,
): void => {
  const { cue, relation } = sourced;
  if (relation === 'none') return;
  const source = sourceOf(clause, sourced, progress);
  if (source === null && relation !== 'passive') return;
  const found = contentOf(clause, sourced, startOf(sourced), endOf(sourced), next, progress.free);
  if (found === null) return;
  const { spans, rule, hearer, end } = found;
  if (!isNonEmpty(spans) || isMerePurpose(cue, rule)) return;
  if (rule === 'cue-noun' && isMereKind(clause, sourced, spans)) return;
  const relative = relativeOf(clause, sourced, source, progress);
  progress.drafts.push({
    source: source === null ? [] : [source],
    ...(relative === null ? {} : { relative }),
    cue: [between(clause, cueStart(clause, cue), cue.to)],
    content: spans,
    act: actOf(cue),
    negated: cue.negated,
    hearer,
    rule: `${rule}${suffixOf(sourced)}`,
    confidence: CONFIDENCE[rule] ?? 0.6,
    sentence,
  });
  if (source !== null && (relation !== 'carried' || progress.source === null)) {
    progress.source = source;
    progress.relative = relative;
  }
  progress.free = Math.max(progress.free, end, cue.to);
};

/** `a word [to describe] boats`: behind "to" an object, a bare clause or a quotation is as often no statement as one. */
const isMerePurpose = ({ voice }: CueAt, rule: string): boolean =>
  voice === 'infinitive' && ['cue-noun', 'cue-clause', 'cue-quote'].includes(rule);

/**
 * `the title, [which] echoes the war`: a thing tells by a clause or a quotation, and not by an object. Neither does somebody who is
 * meant as one of a kind: `any voter [who] requests a ballot`.
 */
const isMereKind = (clause: Clause, { phrase }: Sourced, spans: readonly Span[]): boolean => {
  if (phrase?.relative === undefined) return false;
  if (low(clause, phrase.relative) !== 'who') return true;
  const isNamed = clause.mention[phrase.head] !== -1 || isComma(clause, phrase.relative - 1);
  return !isNamed && !spans.some((span) => clause.regions.some((region) => overlaps(region, span)));
};

const sourceOf = (clause: Clause, sourced: Sourced, progress: Progress): Span | null => {
  if (sourced.relation === 'carried') return carriedSource(clause, sourced, progress);
  return sourced.phrase === null ? null : sourceSpan(clause, sourced.phrase);
};

/** The relative word that stands for a source: its own, or that of the cue it is carried from. */
const relativeOf = (
  clause: Clause,
  { phrase }: Sourced,
  source: Span | null,
  progress: Progress,
): Span | null => {
  if (source === null) return null;
  if (source === progress.source) return progress.relative;
  return phrase?.relative === undefined ? null : between(clause, phrase.relative, phrase.relative + 1);
};

/** First token of source and cue, where they stand together. */
const startOf = ({ cue, phrase, relation }: Sourced): number =>
  phrase !== null && (relation === 'subject' || relation === 'as') ? phrase.from : cue.group;

/** Token behind cue and source. */
const endOf = ({ cue, phrase, relation }: Sourced): number =>
  phrase !== null && relation === 'inverted' ? phrase.to : cue.to;

/** What the name of a rule says of how its verb stands. */
const suffixOf = ({ cue, relation }: Sourced): string => {
  if (cue.voice === 'passive') return '-passive';
  if (cue.voice === 'infinitive') return '-to';
  return relation === 'carried' ? '-carried' : '';
};

const CONFIDENCE: Readonly<Record<string, number>> = {
  'quote-cue': 0.95,
  'cue-quote': 0.92,
  'around-cue': 0.9,
  'cue-that': 0.9,
  'cue-clause': 0.8,
  'clause-cue': 0.75,
  'cue-noun': 0.6,
  'cue-infinitive': 0.7,
  'cue-preposition': 0.65,
  'as-cue': 0.75,
};

/**
 * The source of a verb that has none of its own: that of the earlier cue it is joined to, unless a phrase of its own stands before
 * that one's content; else its own phrase, else the subject of the sentence.
 */
const carriedSource = (
  clause: Clause,
  { cue, phrase, described }: Sourced,
  progress: Progress,
): Span | null => {
  const own = phrase === null ? null : sourceSpan(clause, phrase);
  if (progress.source !== null && (own === null || (described !== true && own.start > progress.source.end)))
    return progress.source;
  if (own !== null) return own;
  const grammar = clause.grammar();
  const subject =
    grammar === null
      ? mainSubject(clause, cue.group)
      : (rootSubject(clause, grammar) ?? mainSubject(clause, cue.group));
  return subject === null ? null : sourceSpan(clause, subject);
};

/** First token of a cue: `Voss on Thursday [sharply criticised]`, where the time between source and verb is no part of it. */
const cueStart = (clause: Clause, { group, from }: CueAt): number => {
  let start = group;
  while (start < from && clause.timed[start] === 1 && clause.mention[start] === -1) start++;
  return start;
};

/** What a negated verb of speech does: saying nothing is declining, and not believing is denying. */
const actOf = (cue: CueAt): Act => {
  const { act } = cue.entry;
  if (!cue.negated || act === 'declined' || act === 'refused') return act;
  return act === 'believed' || act === 'hoped' ? 'denied' : 'declined';
};
