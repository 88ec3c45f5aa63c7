import { splitParagraph } from '../language/sentences.ts';
import type { Citation } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { bySpan, hull, isNonEmpty } from '../model/span.ts';

/** Where a citation lies in the text of a passage. */
export interface PassageMark extends Span {
  readonly role: Citation['role'];
}

/** Cited characters with the text around them, ready to show. */
export interface Passage {
  /** One line: white space is folded to blanks one to one; `…` stands where text was left out. */
  readonly text: string;
  /** Spans of `text`, in order; a citation that was cut has the part that is shown. */
  readonly marks: readonly PassageMark[];
  /** The stretch of the article that the passage is taken from; null when nothing was cited. */
  readonly at: Span | null;
}

/** Least characters of a citation that are shown, however narrow the passage. */
const LEAST = 24;
/** Pieces of a citation that are shown, however narrow the passage. */
const MIN_PIECES = 4;
/** How far before and after the citations a sentence's ends are looked for. */
const REACH = 2000;

/**
 * The citations of one article in their place: the whole sentences around them when these fit into `width` (UTF-16
 * units, 40 at least), else as much as fits, cut at word borders; a citation in several pieces may take a little more. `citations` must be of the article whose text is given.
 */
export const passage = (citations: readonly Citation[], text: string, width: number): Passage => {
  const spans = citations
    .map(({ span }) => span)
    .filter(({ start, end }) => start < end && end <= text.length)
    .sort(bySpan);
  if (!isNonEmpty(spans)) return { text: '', marks: [], at: null };
  const whole = sentencesAround(text, hull(spans));
  const windows = windowsFor(text, spans, whole, Math.max(40, width));
  return assemble(text, citations, toTheEnds(windows, whole), whole);
};

/** An ellipsis must not stand for less than itself: a stop or a quotation mark at an end is shown. */
const toTheEnds = (windows: readonly Span[], whole: Span): readonly Span[] =>
  windows.map(({ start, end }) => ({
    start: start - whole.start <= 2 ? whole.start : start,
    end: whole.end - end <= 2 ? whole.end : end,
  }));

const sentencesAround = (text: string, at: Span): Span => {
  const from = Math.max(text.lastIndexOf('\n', at.start - 1) + 1, at.start - REACH, 0);
  const newline = text.indexOf('\n', at.end);
  const to = Math.min(newline < 0 ? text.length : newline, at.end + REACH);
  const lineEnd = text.indexOf('\n', at.start);
  const opening = { start: from, end: lineEnd < 0 ? to : Math.min(lineEnd, to) };
  const closing = { start: Math.max(text.lastIndexOf('\n', at.end - 1) + 1, from), end: to };
  const first = splitParagraph(text, opening).find(({ end }) => at.start < end);
  const last = splitParagraph(text, closing).find(({ end }) => at.end <= end);
  return {
    start: Math.min(at.start, first?.start ?? at.start),
    end: Math.max(at.end, last?.end ?? at.end),
  };
};

const lengthOf = ({ start, end }: Span): number => end - start;

const windowsFor = (text: string, spans: readonly Span[], whole: Span, width: number): readonly Span[] => {
  if (lengthOf(whole) <= width) return [whole];
  const pieces = join(spans, 0).slice(0, Math.max(MIN_PIECES, Math.floor(width / LEAST)));
  // Each gap and each end may cost an ellipsis with its blanks.
  const budget = Math.max(LEAST, width - 4 - 3 * (pieces.length - 1));
  if (total(pieces) > budget) return join(shrink(text, pieces, budget), 3);
  const filled = fillGaps(pieces, budget);
  const rest = width - 4 - 3 * (filled.length - 1) - total(filled);
  const room = Math.max(0, Math.floor(rest / (2 * filled.length)));
  const grown = filled.map((span) => ({
    start: wordStart(text, Math.max(whole.start, span.start - room), span.start, whole.start),
    end: wordEnd(text, Math.min(whole.end, span.end + room), span.end, whole.end),
  }));
  return join(grown, 3);
};

const total = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + lengthOf(span), 0);

/** Joins neighbours, the nearest first, as long as all fits. */
const fillGaps = (spans: readonly Span[], budget: number): readonly Span[] => {
  let filled = spans;
  for (;;) {
    const gaps = filled.slice(1).map((span, index) => span.start - (filled[index]?.end ?? 0));
    const least = Math.min(...gaps);
    if (gaps.length === 0 || total(filled) + least > budget) return filled;
    filled = join(filled, least);
    if (total(filled) > budget) return filled;
  }
};

/** Joins spans that overlap or lie at most `gap` apart. */
const join = (spans: readonly Span[], gap: number): readonly Span[] => {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end + gap) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
};

/** Cuts the longest spans at their ends until all fit. */
const shrink = (text: string, spans: readonly Span[], budget: number): readonly Span[] => {
  const cut = [...spans];
  for (;;) {
    const excess = total(cut) - budget;
    const longest = cut.reduce(
      (best, span, index) => (lengthOf(span) > lengthOf(cut[best] ?? span) ? index : best),
      0,
    );
    const span = cut[longest];
    if (excess <= 0 || span === undefined || lengthOf(span) <= LEAST) return cut;
    const end = span.start + Math.max(LEAST, lengthOf(span) - excess);
    cut[longest] = { start: span.start, end: wordEnd(text, end, span.start + LEAST / 2, span.end) };
  }
};

/** The first word border at or after `at`, no later than `limit`; `edge` is a border by itself. */
const wordStart = (text: string, at: number, limit: number, edge: number): number => {
  if (at <= edge) return edge;
  for (let i = at; i < limit; i++) if (/\s/.test(text[i - 1] ?? '') && /\S/.test(text[i] ?? '')) return i;
  return /\s/.test(text.slice(at, limit)) ? limit : wholeCharacter(text, at);
};

/** The last word border at or before `at`, no earlier than `limit`; `edge` is a border by itself. */
const wordEnd = (text: string, at: number, limit: number, edge: number): number => {
  if (at >= edge) return edge;
  for (let i = at; i > limit; i--) if (/\s/.test(text[i] ?? '') && /\S/.test(text[i - 1] ?? '')) return i;
  return /\s/.test(text.slice(limit, at)) ? Math.max(limit, 1) : wholeCharacter(text, at);
};

/** Never between the two halves of an astral character. */
const wholeCharacter = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at;

const assemble = (
  text: string,
  citations: readonly Citation[],
  windows: readonly Span[],
  whole: Span,
): Passage => {
  const marks: PassageMark[] = [];
  let shown = '';
  for (const [index, window] of windows.entries()) {
    if (index > 0) shown += ' … ';
    else if (whole.start < window.start) shown += '… ';
    const shift = shown.length - window.start;
    shown += text.slice(window.start, window.end).replace(/\s/g, ' ');
    for (const { span, role } of citations) {
      const [start, end] = [Math.max(span.start, window.start), Math.min(span.end, window.end)];
      if (start < end) marks.push({ start: start + shift, end: end + shift, role });
    }
  }
  const last = windows.at(-1) ?? whole;
  if (last.end < whole.end) shown += ' …';
  return {
    text: shown,
    marks: marks.sort(bySpan),
    at: { start: windows[0]?.start ?? whole.start, end: last.end },
  };
};
