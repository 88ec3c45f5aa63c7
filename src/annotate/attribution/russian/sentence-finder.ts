import type { Act } from '../../../model/annotation.ts';
import type { Span } from '../../../model/span.ts';
import { isNonEmpty } from '../../../model/span.ts';
import type { Draft } from '../draft.ts';
import { between, type Clause, contentSpan, isBreak, isDash, isPlain } from './clause.ts';
import { openedBy } from './content.ts';
import { type CueAt, findCues } from './cues.ts';
import { type Phrase, phraseSpan, subjectAfter, subjectBefore } from './source.ts';

interface Progress {
  readonly drafts: Draft[];
  source: Span | null;
  /** First token that no content and no cue has taken. */
  free: number;
}

/** The attributions that one clause tells by its own cues, in order. `paragraph` groups those that may hold each other. */
export const findInClause = (clause: Clause, paragraph: number): readonly Draft[] => {
  const cues = findCues(clause);
  const limits = limitsOf(clause, cues);
  const progress: Progress = { drafts: [], source: null, free: 0 };
  for (const [k, cue] of cues.entries()) {
    const draft = cue.words.preposition
      ? byPreposition(clause, cue, progress)
      : byVerb(clause, cue, cues[k - 1]?.to ?? 0, limits[k] ?? clause.tokens.length, progress);
    if (draft === null) continue;
    const { spans, source, rule, hearer, end } = draft;
    if (!isNonEmpty(spans)) continue;
    progress.drafts.push({
      source: source === null ? [] : [source],
      cue: [between(clause, cue.group, cue.to)],
      content: spans,
      act: actOf(cue),
      negated: cue.negated,
      hearer,
      rule,
      confidence: CONFIDENCE[rule] ?? 0.6,
      sentence: paragraph,
    });
    if (source !== null) progress.source = source;
    progress.free = Math.max(progress.free, end);
  }
  return progress.drafts;
};

const CONFIDENCE: Readonly<Record<string, number>> = {
  'quote-cue': 0.95,
  'cue-colon': 0.92,
  'cue-quote': 0.9,
  'cue-that': 0.9,
  'clause-cue': 0.8,
  'by-words-of': 0.85,
  'cue-infinitive': 0.7,
  'cue-preposition': 0.65,
};

interface Told {
  readonly spans: readonly Span[];
  readonly source: Span | null;
  readonly rule: string;
  readonly hearer: Span | null;
  readonly end: number;
}

const actOf = ({ words, negated }: CueAt): Act => {
  if (!negated || words.act === 'declined' || words.act === 'refused') return words.act;
  return words.act === 'believed' || words.act === 'hoped' ? 'denied' : 'declined';
};

/**
 * Where the content of each cue must end: at the next cue that is joined to it (`…, добавив, что …`, `… и подчеркнул, что …`).
 */
const limitsOf = (clause: Clause, cues: readonly CueAt[]): readonly number[] => {
  const limits: number[] = [];
  let limit = clause.tokens.length;
  for (let k = cues.length - 1; k >= 0; k--) {
    limits[k] = limit;
    const cue = cues[k];
    const end = cue === undefined || cue.words.preposition ? null : endBefore(clause, cue);
    limit = end ?? limit;
  }
  return limits;
};

/** The token at which a cue ends the content before it, or null when it stands within that. */
const endBefore = (clause: Clause, next: CueAt): number | null => {
  const before = clause.low[next.group - 1] ?? '';
  if (before === ',')
    return closesSentence(clause, next) || (next.participle && opens(clause, next)) ? next.group - 1 : null;
  if (!/^(?:и|а|но)$/.test(before) || !opens(clause, next)) return null;
  return clause.low[next.group - 2] === ',' ? next.group - 2 : next.group - 1;
};

/** `…, сообщил журналистам Пелль.`: the last words of the sentence tell who said all of it. */
const closesSentence = (clause: Clause, cue: CueAt): boolean => {
  if (cue.participle || !cue.words.frames.includes('i') || opens(clause, cue)) return false;
  const subject = subjectAfter(clause, cue);
  return (
    subject !== null &&
    clause.tokens.length - subject.to <= 2 &&
    /^[.!?…]*$/.test(clause.low.slice(subject.to).join(''))
  );
};

const opens = (clause: Clause, cue: CueAt): boolean =>
  openedBy(clause, cue, cue.to, clause.tokens.length) !== null;

const byVerb = (
  clause: Clause,
  cue: CueAt,
  floor: number,
  limit: number,
  progress: Progress,
): Told | null => {
  const before = cue.participle ? null : subjectBefore(clause, cue, floor, opens(clause, cue));
  if (cue.words.frames.includes('s')) return byQuoted(clause, cue, limit);
  if (before !== null) return bySubject(clause, cue, before, limit, progress);
  const joined = cue.participle || /^(?:и|но|а)$/.test(clause.low[cue.group - 1] ?? '');
  const inverted = joined ? null : byInverted(clause, cue, limit, progress);
  if (inverted !== null) return inverted;
  const opened = openedBy(clause, cue, cue.to, limit);
  return opened === null ? null : { ...opened, source: joined ? progress.source : null };
};

/** A verb behind its subject: `[Санд] заявила, что …`, `«…», – [он] добавил.`, `[Таль] от комментариев воздержался.` */
const bySubject = (
  clause: Clause,
  cue: CueAt,
  before: Phrase,
  limit: number,
  progress: Progress,
): Told | null => {
  const source = phraseSpan(clause, before);
  const closing = closedBy(clause, cue, before, progress);
  if (closing !== null) return { ...closing, source };
  const opened = openedBy(clause, cue, cue.to, limit);
  return opened === null ? objectBefore(clause, cue, before) : { ...opened, source };
};

/** `Судно отпущено. Об этом [сообщил] журналистам [министр].`: what was said is the sentence before. */
export const findSummed = (clause: Clause, before: Span, paragraph: number): Draft | null => {
  if (!/^(?:об|о) (?:этом|том)$/.test(clause.low.slice(0, 2).join(' '))) return null;
  const cue = findCues(clause).find(({ words }) => words.frames.includes('c'));
  if (cue === undefined || opens(clause, cue)) return null;
  const phrase = subjectAfter(clause, cue) ?? subjectBefore(clause, cue, 2, false);
  if (phrase === null) return null;
  return {
    source: [phraseSpan(clause, phrase)],
    cue: [between(clause, cue.group, cue.to)],
    content: [{ start: before.start, end: before.end }],
    act: actOf(cue),
    negated: cue.negated,
    hearer: hearerIn(clause, cue),
    rule: 'about-this',
    confidence: 0.75,
    sentence: paragraph,
  };
};

/** `Таль [от комментариев] воздержался.` */
const objectBefore = (clause: Clause, cue: CueAt, before: Phrase): Told | null => {
  const { frames } = cue.words;
  if (!isBreak(clause, cue.to) && cue.to < clause.tokens.length) return null;
  for (let i = before.from + 1; i < before.to; i++) {
    if (!frames.includes(clause.low[i] ?? '')) continue;
    const span = contentSpan(clause, i, cue.group);
    if (span === null) return null;
    const source = phraseSpan(clause, { from: before.from, to: i });
    return { spans: [span], source, rule: 'object-cue', hearer: null, end: cue.to };
  }
  const at = personEnd(clause, before);
  if (!frames.includes('n') || at === null) return null;
  const span = contentSpan(clause, at, cue.group);
  if (span === null) return null;
  const source = phraseSpan(clause, { from: before.from, to: at });
  return { spans: [span], source, rule: 'object-cue', hearer: null, end: cue.to };
};

/** The token behind the last name of a person in the phrase, when something follows it there. */
const personEnd = (clause: Clause, { from, to }: Phrase): number | null => {
  const start = clause.tokens[from]?.start ?? 0;
  const end = clause.tokens[to - 1]?.end ?? 0;
  const last = clause.mentions.findLast(
    ({ span, type, form }) => form === 'name' && type === 'PERSON' && span.start >= start && span.end <= end,
  );
  if (last === undefined || last.span.end === end) return null;
  const at = clause.tokens.findIndex((token) => token.start >= last.span.end);
  return at > from && at < to ? at : null;
};

/** `цитирует министра: «…»`: the object speaks. */
const byQuoted = (clause: Clause, cue: CueAt, limit: number): Told | null => {
  const colon = clause.low.findIndex((word, i) => i >= cue.to && word === ':' && isPlain(clause, i));
  if (colon < 0 || colon >= limit || colon === cue.to) return null;
  const span = contentSpan(clause, colon + 1, limit);
  if (span === null) return null;
  return {
    spans: [span],
    source: between(clause, cue.to, colon),
    rule: 'cue-colon',
    hearer: null,
    end: limit,
  };
};

/** `«…», – он заявил`; `…, он считает.` */
const closedBy = (
  clause: Clause,
  cue: CueAt,
  { from }: Phrase,
  progress: Progress,
): Omit<Told, 'source'> | null => {
  if (!cue.words.frames.includes('i')) return null;
  if (openedBy(clause, cue, cue.to, clause.tokens.length) !== null) return null;
  const spans = around(clause, cue, from, cue.to, progress);
  return spans === null ? null : { spans: spans.pieces, rule: spans.rule, hearer: null, end: spans.end };
};

/** `«…», – заявила Санд.`, `…, сообщил Пелль.`, `Страна, считает он, «…»`, `Как утверждают источники, …`. */
const byInverted = (clause: Clause, cue: CueAt, limit: number, progress: Progress): Told | null => {
  if (!cue.words.frames.includes('i')) return null;
  const phrase = subjectAfter(clause, cue);
  const end = phrase === null ? cue.to : phrase.to;
  const source = phrase === null ? null : phraseSpan(clause, phrase);
  if (clause.low[cue.group - 1] === 'как') return asTold(clause, cue, source, end);
  const spans = around(clause, cue, cue.group, end, progress);
  if (spans === null) return null;
  if (phrase === null && spans.rule !== 'quote-cue') return null;
  const opened = phrase === null ? null : openedBy(clause, cue, phrase.to, limit);
  if (spans.rule === 'clause-cue' && opened !== null && opened.rule !== 'cue-noun')
    return { ...opened, source };
  return {
    spans: spans.pieces,
    source,
    rule: spans.rule,
    hearer: opened?.hearer ?? hearerIn(clause, cue),
    end: spans.end,
  };
};

/** The word for a hearer beside the verb. */
const hearerIn = (clause: Clause, cue: CueAt): Span | null => {
  for (let i = cue.to; i < Math.min(cue.to + 6, clause.tokens.length); i++) {
    if (isBreak(clause, i)) return null;
    if (clause.words.hearers.has(clause.low[i] ?? '')) return between(clause, i, i + 1);
  }
  return null;
};

/** `Как утверждают источники издания, [Бренн согласился]`; at the end of a sentence the content stands before. */
const asTold = (clause: Clause, cue: CueAt, source: Span | null, end: number): Told | null => {
  const as = cue.group - 1;
  const opening = as === 0 || (as <= 2 && !isPlainWord(clause, 0));
  const to = clause.low.findIndex((word, i) => i >= end && word === ',' && isPlain(clause, i));
  const spans = opening
    ? [contentSpan(clause, (to < 0 ? end : to) + 1, clause.tokens.length)]
    : [contentSpan(clause, 0, as), to < 0 ? null : contentSpan(clause, to + 1, clause.tokens.length)];
  const pieces = spans.filter((span): span is Span => span !== null);
  if (pieces.length === 0) return null;
  return { spans: pieces, source, rule: 'as-cue', hearer: null, end: clause.tokens.length };
};

const isPlainWord = (clause: Clause, i: number): boolean => /^[\p{L}\p{N}]/u.test(clause.low[i] ?? '');

interface Around {
  readonly pieces: readonly Span[];
  readonly rule: string;
  readonly end: number;
}

/** What stands before a cue (and behind its source, when the sentence goes on): a quotation, else a clause. */
const around = (clause: Clause, cue: CueAt, from: number, end: number, progress: Progress): Around | null => {
  const last = Math.min(from, cue.group) - 1;
  const at = beforeMarks(clause, last);
  if (at < 0 || (at === last && isPlain(clause, at))) return null;
  const rest = goesOn(clause, end);
  const quoted = (clause.quoted[at] ?? -1) >= 0;
  const before = quoted ? quotationBefore(clause, at, progress) : clauseBefore(clause, cue, at, progress);
  if (before === null) return null;
  return {
    pieces: rest === null ? [before] : [before, rest],
    rule: quoted ? 'quote-cue' : 'clause-cue',
    end: rest === null ? end : clause.tokens.length,
  };
};

/** The clause that ends at token `at`; all of the sentence where the cue ends it and others have taken what is before. */
const clauseBefore = (clause: Clause, cue: CueAt, at: number, { free }: Progress): Span | null => {
  if (free <= at) return contentSpan(clause, free, at + 1);
  return closesSentence(clause, cue) ? contentSpan(clause, 0, at + 1) : null;
};

/** The last token before the commas and dashes that end at token `i`. */
const beforeMarks = (clause: Clause, i: number): number => {
  let at = i;
  while (at >= 0 && isPlain(clause, at) && (isDash(clause, at) || clause.low[at] === ',')) at--;
  return at;
};

/** The quotation that ends at token `at`, with the comma behind its marks; with its clause when it is a part of one. */
const quotationBefore = (clause: Clause, at: number, progress: Progress): Span | null => {
  const start = clause.quoted.indexOf(clause.quoted[at] ?? -1);
  const ends = at + 1;
  if (isWholeClause(clause, start)) return between(clause, start, clause.low[ends] === ',' ? ends + 1 : ends);
  return contentSpan(clause, progress.free >= ends ? 0 : progress.free, ends);
};

/** Whether a quotation opens its sentence (or follows a break): then it is all that was said. */
const isWholeClause = (clause: Clause, start: number): boolean => start === 0 || isBreak(clause, start - 1);

/** What follows behind `…, – сказал он, – …`. */
const goesOn = (clause: Clause, end: number): Span | null => {
  if (end >= clause.tokens.length) return null;
  const word = clause.low[end] ?? '';
  if (word !== ',' && !isDash(clause, end) && word !== ':' && isPlain(clause, end)) return null;
  return contentSpan(clause, end, clause.tokens.length);
};

/** `По словам [Пелля], …`, `…, по словам [Пелля], …`, `По [его] словам, …`. */
const byPreposition = (clause: Clause, cue: CueAt, progress: Progress): Told | null => {
  const possessed = cue.to - cue.from > cue.words.words.length;
  let to = cue.to;
  while (!possessed && to < clause.tokens.length && !isBreak(clause, to) && isPlain(clause, to)) to++;
  const source = possessed
    ? between(clause, cue.from + 1, cue.from + 2)
    : to > cue.to
      ? between(clause, cue.to, to)
      : null;
  const opening = cue.from === 0 || (cue.from <= 2 && clause.words.openers.has(clause.low[0] ?? ''));
  const spans = opening
    ? [contentSpan(clause, to, clause.tokens.length)]
    : [contentSpan(clause, progress.free, cue.from), contentSpan(clause, to, clause.tokens.length)];
  const pieces = spans.filter((span): span is Span => span !== null);
  if (source === null || pieces.length === 0) return null;
  return { spans: pieces, source, rule: 'by-words-of', hearer: null, end: to };
};
