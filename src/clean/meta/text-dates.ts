import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Span } from '../../model/span.ts';
import { cover } from '../../model/span.ts';
import type { Words } from '../lexicon.ts';
import { foldLine } from '../lexicon.ts';
import type { Dateline } from '../marks/dateline.ts';
import { findDates } from '../marks/dates.ts';
import type { Piece } from '../split.ts';
import { DATE_LINE } from '../text/sure.ts';
import type { DateCandidate } from './candidate.ts';

/** A clock of the capture: kept as a reading, never taken. */
export const CLOCK_DATE: RuleId = ruleId('clean/published/crawl-clock@1');
/** A line of its own near the headline. Example: `[Published 3 March 2020 06:12]`. */
export const LINE_DATE: RuleId = ruleId('clean/published/date-line@1');
/** A date in the byline. Example: `By Ana Kestrel, [3 March 2020]`. */
export const BYLINE_DATE: RuleId = ruleId('clean/published/byline@1');
/** Year, month and day in the address. Example: `/news/[2020/03/03]/strait-talks`. */
export const URL_DATE: RuleId = ruleId('clean/published/url@1');
/** A dateline with its year. Example: `VALDORIA, [March 3, 2020] (Kestrel) --`. */
export const DATELINE_DATE: RuleId = ruleId('clean/published/dateline@1');

/** Order of trust of the kinds of candidates. */
export const RANKS = {
  jsonLd: 10,
  meta: 20,
  url: 30,
  microdata: 40,
  datedClass: 50,
  line: 60,
  byline: 62,
  dateline: 70,
  bodyGuess: 80,
} as const;

const NEAR_BODY = 8;

/** Candidates that stand in the labelled text: clocks, date lines around the body, bylines and the dateline. */
export const textDates = (
  text: string,
  pieces: readonly Piece[],
  dateline: Dateline | null,
  words: Words,
): readonly DateCandidate[] => {
  const first = pieces.findIndex((piece) => piece.kind === 'body' || piece.kind === 'dateline');
  const last = pieces.findLastIndex((piece) => piece.kind === 'body');
  const found: DateCandidate[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'clock')
      found.push(...datesAt(text, piece.at, CLOCK_DATE, RANKS.line, 'crawl-clock', words));
    const near = first < 0 || (i > first - NEAR_BODY && i < last + NEAR_BODY);
    if (piece.rule === DATE_LINE && near) found.push(...lineDates(text, piece.at, words));
    if (piece.kind === 'byline' && near)
      found.push(...datesAt(text, piece.at, BYLINE_DATE, RANKS.byline, null, words));
  }
  if (dateline?.day) found.push(...datesAt(text, dateline.day, DATELINE_DATE, RANKS.dateline, null, words));
  return found;
};

/** `Published 3 March, updated 4 March` gives two candidates, the second marked as an update. */
const lineDates = (text: string, at: Span, words: Words): readonly DateCandidate[] => {
  const line = foldLine(cover(text, at));
  return datesAt(text, at, LINE_DATE, RANKS.line, null, words).map((candidate) => {
    const before = line.slice(0, (candidate.at?.start ?? at.start) - at.start);
    return isUpdate(before, words) ? { ...candidate, rejected: 'updated' } : candidate;
  });
};

/** Whether of the words before a date the last that says anything says that it is a change. */
export const isUpdate = (before: string, words: Words): boolean => {
  const lastOf = (list: readonly string[]): number =>
    Math.max(-1, ...list.map((word) => before.lastIndexOf(word)));
  const updated = lastOf(words.updatedWords);
  return (
    updated >= 0 &&
    updated > lastOf(words.publishedWords.filter((word) => word.length > 2 && word !== 'date'))
  );
};

const MAX = 600;

const datesAt = (
  text: string,
  at: Span,
  rule: RuleId,
  rank: number,
  rejected: string | null,
  words: Words,
): readonly DateCandidate[] =>
  findDates(text.slice(at.start, Math.min(at.end, at.start + MAX)), words).map((date) => ({
    year: date.year,
    month: date.month,
    day: date.day,
    raw: cover(text, at).slice(0, MAX),
    at: { start: at.start + date.start, end: at.start + date.end },
    rule,
    rank,
    rejected,
  }));

const URL_FORMS = [
  /\/(?<y>(?:19|20)\d\d)[/-](?<m>0?[1-9]|1[0-2])[/-](?<d>0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/,
  /[/_-](?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?=[/_.T-]|$|\d{4,6}\b)/,
];

/** The day in a URL, or nothing. */
export const urlDates = (url: string | null): readonly DateCandidate[] => {
  if (url === null) return [];
  for (const form of URL_FORMS) {
    const match = form.exec(url);
    if (match?.groups === undefined) continue;
    const { y = '', m = '', d = '' } = match.groups;
    const [year, month, day] = [Number(y), Number(m), Number(d)];
    return [{ year, month, day, raw: match[0], at: null, rule: URL_DATE, rank: RANKS.url, rejected: null }];
  }
  return [];
};
