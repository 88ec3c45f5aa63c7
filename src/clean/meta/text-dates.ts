import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { SegmentKind } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';
import { cover } from '../../model/span.ts';
import type { Words } from '../lexicon.ts';
import { foldLine } from '../lexicon.ts';
import type { Dateline } from '../marks/dateline.ts';
import type { DateStyle } from '../marks/dates.ts';
import { findDates } from '../marks/dates.ts';
import type { Piece } from '../split.ts';
import { DATE_LINE } from '../text/sure.ts';
import type { DateCandidate, DateKind } from './candidate.ts';
import { WEIGHTS, weighed } from './candidate.ts';

/** A clock of the capture: kept as a reading, never taken. */
export const CLOCK_DATE: RuleId = ruleId('clean/published/crawl-clock@1');
/** A line of its own near the headline. Example: `[Published 3 March 2020 06:12]`. */
export const LINE_DATE: RuleId = ruleId('clean/published/date-line@2');
/** A date in the byline. Example: `By Ana Kestrel, [3 March 2020]`. */
export const BYLINE_DATE: RuleId = ruleId('clean/published/byline@2');
/** A short line around the headline that holds a date among other words. Example: `Valdoria | Politics | [3 March 2020]` */
export const NEAR_HEADLINE: RuleId = ruleId('clean/published/near-headline@2');
/** A short line that says so, wherever it stands. Example: `Posted by Ana on [3 March 2020] in Politics` */
export const SAYS_SO: RuleId = ruleId('clean/published/says-so@2');
/** A dateline with its year. Example: `VALDORIA, [March 3, 2020] (Kestrel) --`. */
export const DATELINE_DATE: RuleId = ruleId('clean/published/dateline@1');

const kindOf = (rule: RuleId, weight: number): DateKind => ({ rule, source: 'shown', weight });
const CLOCK_KIND = kindOf(CLOCK_DATE, WEIGHTS.line);
const LINE_KIND = kindOf(LINE_DATE, WEIGHTS.line);
const BYLINE_KIND = kindOf(BYLINE_DATE, WEIGHTS.byline);
const NEAR_KIND = kindOf(NEAR_HEADLINE, WEIGHTS.nearHeadline);
const SAYS_SO_KIND = kindOf(SAYS_SO, WEIGHTS.saysSo);
const DATELINE_KIND: DateKind = { rule: DATELINE_DATE, source: 'dateline', weight: WEIGHTS.dateline };

const NEAR_BODY = 8;
// Behind the story stand the lines of other stories and of comments.
const BEHIND_BODY = 0.5;

/** Candidates that stand in the labelled text: clocks, date lines around the body, bylines and the dateline. */
export const textDates = (
  text: string,
  pieces: readonly Piece[],
  dateline: Dateline | null,
  words: Words,
): readonly DateCandidate[] => {
  const first = pieces.findIndex((piece) => piece.kind === 'body' || piece.kind === 'dateline');
  const last = pieces.findLastIndex((piece) => piece.kind === 'body');
  const found: DateCandidate[] = [...headDates(text, pieces, first, words)];
  for (const [i, piece] of pieces.entries()) {
    const near = first < 0 || (i > first - NEAR_BODY && i < last + NEAR_BODY);
    const factor = first >= 0 && i > last ? BEHIND_BODY : 1;
    found.push(...lineOrByline(text, piece, pieces[i - 1], near, factor, words));
  }
  if (dateline?.day) found.push(...datesAt(text, dateline.day, DATELINE_KIND, null, words));
  return found;
};

/** The dates of a clock, of a date line near the body (or one that says `published`) and of a byline near it. */
const lineOrByline = (
  text: string,
  piece: Piece,
  before: Piece | undefined,
  near: boolean,
  factor: number,
  words: Words,
): readonly DateCandidate[] => {
  if (piece.kind === 'clock') return datesAt(text, piece.at, CLOCK_KIND, 'crawl-clock', words);
  if (piece.rule === DATE_LINE) {
    const label = labelBefore(text, before);
    const counts = near || saysPublished(label, words);
    return counts ? lineDates(text, piece.at, label, weighed(LINE_KIND, factor), words) : [];
  }
  return piece.kind === 'byline' && near
    ? datesAt(text, piece.at, weighed(BYLINE_KIND, factor), null, words)
    : [];
};

const HEAD_ABOVE = 5;
const HEAD_BELOW = 3;
const SHORT_LINE = 160;
const NO_DATES: readonly SegmentKind[] = ['clock', 'caption', 'related', 'legal', 'promo'];

/** Short lines around the headline, and short lines anywhere that say `published` before the date. */
const headDates = (
  text: string,
  pieces: readonly Piece[],
  first: number,
  words: Words,
): readonly DateCandidate[] => {
  const headline = pieces.findIndex((piece) => piece.kind === 'headline');
  const from = headline >= 0 ? headline : first;
  return pieces.flatMap((piece, i) => {
    if (!mayHoldDate(text, piece) || !holdsDigit(text, piece.at)) return [];
    const near =
      from >= 0 &&
      i >= from - HEAD_ABOVE &&
      i <= Math.max(from, first) + HEAD_BELOW &&
      piece.kind !== 'headline';
    const line = foldLine(cover(text, piece.at));
    const label = labelBefore(text, pieces[i - 1]);
    return datesAt(text, piece.at, near ? NEAR_KIND : SAYS_SO_KIND, null, words)
      .filter((candidate) => candidate.year >= EARLIEST)
      .slice(0, 2)
      .flatMap((candidate) => {
        const before = `${label} ${line.slice(0, (candidate.at?.start ?? 0) - piece.at.start)}`;
        if (isUpdate(before, words)) return [{ ...candidate, rejected: 'updated' }];
        if (saysPublished(before, words)) return [weighed(candidate, near ? SAID : 1)];
        return near ? [candidate] : [];
      });
  });
};

/** Whether the first characters of a stretch have a digit at all: most lines have none and need no further look. */
export const holdsDigit = (text: string, at: Span): boolean =>
  /\d/.test(text.slice(at.start, Math.min(at.end, at.start + MAX)));

const LABEL = 30;

/** A short line with a colon is the label of the line behind it: `Published:` above `3 March 2020`. Empty without one. */
export const labelBefore = (text: string, piece: Piece | undefined): string => {
  if (piece === undefined || piece.at.end - piece.at.start > LABEL) return '';
  const label = foldLine(cover(text, piece.at));
  return label.endsWith(':') ? label : '';
};

/** Not a sentence of the story: that a treaty was signed on a day says nothing about the page. */
const mayHoldDate = (text: string, piece: Piece): boolean => {
  if (piece.at.end - piece.at.start > SHORT_LINE || NO_DATES.includes(piece.kind) || piece.rule === DATE_LINE)
    return false;
  return (
    piece.kind !== 'body' ||
    !/[.!?…。]["”’»)]{0,2}$/.test(text.slice(Math.max(piece.at.start, piece.at.end - 4), piece.at.end))
  );
};

// Pages older than the web are none.
const EARLIEST = 1995;

/** `Published` before a date makes it a better witness. */
export const SAID = 1.25;

/** Whether a word for publication stands within 40 characters before a date. */
export const saysPublished = (before: string, words: Words): boolean =>
  words.publishedWords.some(
    (word) => word.length > 4 && lastWord(before, word) >= Math.max(0, before.length - 40),
  );

/** Where a word last begins in a folded line, or -1: `date:` does not begin in `update:`. */
const lastWord = (line: string, word: string): number => {
  for (let at = line.lastIndexOf(word); at >= 0; at = at === 0 ? -1 : line.lastIndexOf(word, at - 1))
    if (!/\p{L}/u.test(line[at - 1] ?? ' ')) return at;
  return -1;
};

/** `Published 3 March, updated 4 March` gives two candidates, the second marked as an update. */
const lineDates = (
  text: string,
  at: Span,
  label: string,
  kind: DateKind,
  words: Words,
): readonly DateCandidate[] => {
  const line = foldLine(cover(text, at));
  return datesAt(text, at, kind, null, words).map((candidate) => {
    const before = `${label} ${line.slice(0, (candidate.at?.start ?? at.start) - at.start)}`;
    if (isUpdate(before, words)) return { ...candidate, rejected: 'updated' };
    return saysPublished(before, words) ? weighed(candidate, SAID) : candidate;
  });
};

/** Whether of the words before a date the last that says anything says that it is a change. */
export const isUpdate = (before: string, words: Words): boolean => {
  const lastOf = (list: readonly string[]): number =>
    Math.max(-1, ...list.map((word) => lastWord(before, word)));
  const updated = lastOf(words.updatedWords);
  return (
    updated >= 0 &&
    updated > lastOf(words.publishedWords.filter((word) => word.length > 2 && word !== 'date'))
  );
};

const MAX = 600;

/** The dates written in a stretch of the text, as candidates. */
export const datesAt = (
  text: string,
  at: Span,
  kind: DateKind,
  rejected: string | null,
  words: Words,
  style: DateStyle = {},
): readonly DateCandidate[] =>
  findDates(text.slice(at.start, Math.min(at.end, at.start + MAX)), words, style).map(
    ({ year, month, day, ambiguous, start, end }) => ({
      ...kind,
      year,
      month,
      day,
      ambiguous,
      raw: cover(text, at).slice(0, MAX),
      at: { start: at.start + start, end: at.start + end },
      guess: false,
      rejected,
    }),
  );
