import type { Attribution } from '../../model/annotation.ts';
import type { Span } from '../../model/span.ts';
import { hull, isNonEmpty } from '../../model/span.ts';
import type { PhraseTable } from './phrases.ts';
import { findPhrases } from './phrases.ts';

/** What of an attribution its issues are read by. */
export type Told = Pick<Attribution, 'source' | 'cue' | 'content' | 'act'>;

/** How far around an attribution its sentence and the one before it are sought, in characters. */
const REACH = 300;
/** A content with fewer characters says little by itself and goes on with what was spoken of. */
const SHORT = 40;

const STOPS = '.!?…。！？';

/**
 * Where the issue of a statement is named when its own words do not: the rest of its sentence; then, for words that take up
 * what was spoken of (`it`, `the plan`) and for very short ones, the sentence before in the paragraph; then, where it opens a
 * paragraph as an answer, the last sentence of the paragraph before. Each list is tried in turn.
 */
export const contextsOf = (
  text: string,
  told: Told,
  anaphora: PhraseTable<true>,
): readonly (readonly Span[])[] => {
  const { source, cue, content } = told;
  const parts = [...source, ...cue, ...content];
  const core = isNonEmpty(parts) ? hull(parts) : hull(content);
  const sentence = sentenceAround(text, core);
  const rest = without(sentence, [...source, ...cue, ...content]);
  const short = content.reduce((sum, { start, end }) => sum + end - start, 0) < SHORT;
  const takesUp = content.some((at) => findPhrases(anaphora, text, at).length > 0);
  if (!short && !takesUp) return [rest];
  const before = sentenceBefore(text, sentence.start);
  const two = before === null ? null : sentenceBefore(text, before.start);
  const earlier = [before, two].filter((at): at is Span => at !== null).map((at) => [at]);
  const question = before === null ? questionBefore(text, sentence.start) : null;
  return [rest, ...earlier, ...(question === null ? [] : [[question]])];
};

/** A sentence, the two before it and the one after it. */
interface Around {
  readonly sentence: Span;
  readonly before: Span | null;
  readonly two: Span | null;
  readonly after: Span | null;
}

/** The sentence that holds a statement, the two before it (or the question that it answers), and the one after it. */
export const sentencesAround = (text: string, core: Span): Around => {
  const sentence = sentenceAround(text, core);
  const before = sentenceBefore(text, sentence.start) ?? questionBefore(text, sentence.start);
  const two = before === null ? null : sentenceBefore(text, before.start);
  const next = Math.min(text.length, sentence.end + 1);
  const after =
    next >= text.length || text[sentence.end] === '\n'
      ? null
      : sentenceAround(text, { start: next, end: next });
  return { sentence, before, two, after };
};

const sentenceAround = (text: string, core: Span): Span => {
  const start = openingOf(text, core.start);
  const after = text.slice(core.end, core.end + REACH);
  const closing = after.search(/[.!?…。\n]/u);
  return { start, end: core.end + (closing < 0 ? after.length : closing) };
};

/** Where the sentence that holds `at` begins. */
const openingOf = (text: string, at: number): number => {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const c = text.charAt(i);
    if (c === '\n') return i + 1;
    if (STOPS.includes(c) && /^$|[\s”»"』」]/u.test(text[i + 1] ?? '')) return i + 1;
    if (c === '。') return i + 1;
  }
  return Math.max(0, at - REACH);
};

/** The sentence before `at` in the same paragraph, or null. */
const sentenceBefore = (text: string, at: number): Span | null => {
  let end = at;
  while (end > 0 && /[^\S\n]/.test(text[end - 1] ?? '')) end--;
  if (end === 0 || text[end - 1] === '\n') return null;
  const start = openingOf(text, end - 1);
  return start < end ? { start, end } : null;
};

/** The last sentence of the paragraph before, when it asks: `– А паром?`, `――通航料は。`. */
const questionBefore = (text: string, at: number): Span | null => {
  let end = at;
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--;
  if (end === 0) return null;
  const start = text.lastIndexOf('\n', end - 1) + 1;
  const paragraph = text.slice(start, end);
  const asks = /[?？]["”»]?$/u.test(paragraph) || /^(?:[–—―-]|[^\n:]{1,40}:)/u.test(paragraph);
  return asks && paragraph.length < REACH ? { start, end } : null;
};

/** A span less the characters of others. */
const without = (whole: Span, taken: readonly Span[]): readonly Span[] => {
  const rest: Span[] = [];
  let from = whole.start;
  for (const { start, end } of [...taken].sort((a, b) => a.start - b.start)) {
    if (start > from) rest.push({ start: from, end: Math.min(start, whole.end) });
    from = Math.max(from, end);
  }
  if (from < whole.end) rest.push({ start: from, end: whole.end });
  return rest;
};

/** The sentences of some spans, each for itself. */
export const sentencesOf = (text: string, spans: readonly Span[]): readonly Span[] =>
  spans.flatMap(({ start, end }) => {
    const found: Span[] = [];
    let from = start;
    for (let i = start; i < end; i++) {
      if (i < from || !isStop(text, i)) continue;
      const to = pastMarks(text, i + 1, end);
      found.push({ start: from, end: to });
      from = to;
    }
    if (from < end) found.push({ start: from, end });
    return found;
  });

const isStop = (text: string, i: number): boolean => {
  const c = text[i] ?? '';
  return STOPS.includes(c) && (c !== '.' || /^$|[\s”»"]/u.test(text[i + 1] ?? ''));
};

/** The mark that closes a quotation stays with its sentence. */
const pastMarks = (text: string, from: number, end: number): number => {
  let i = from;
  while (i < end && /[”»"』」’]/u.test(text[i] ?? '')) i++;
  return i;
};
