import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { SegmentKind } from '../../model/page.ts';
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
/** A short line around the headline that holds a date among other words. Example: `Valdoria | Politics | [3 March 2020]` */
export const NEAR_HEADLINE: RuleId = ruleId('clean/published/near-headline@1');
/** A short line that says so, wherever it stands. Example: `Posted by Ana on [3 March 2020] in Politics` */
export const SAYS_SO: RuleId = ruleId('clean/published/says-so@1');
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
  nearHeadline: 64,
  saysSo: 66,
  dateline: 70,
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
  found.push(...headDates(text, pieces, first, words));
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
    if (!mayHoldDate(text, piece)) return [];
    const near =
      from >= 0 &&
      i >= from - HEAD_ABOVE &&
      i <= Math.max(from, first) + HEAD_BELOW &&
      piece.kind !== 'headline';
    const line = foldLine(cover(text, piece.at));
    return datesAt(
      text,
      piece.at,
      near ? NEAR_HEADLINE : SAYS_SO,
      near ? RANKS.nearHeadline : RANKS.saysSo,
      null,
      words,
    )
      .filter((candidate) => candidate.year >= EARLIEST)
      .slice(0, 2)
      .flatMap((candidate) => {
        const before = line.slice(0, (candidate.at?.start ?? 0) - piece.at.start);
        if (isUpdate(before, words)) return [{ ...candidate, rejected: 'updated' }];
        return near || saysPublished(before, words) ? [candidate] : [];
      });
  });
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

const saysPublished = (before: string, words: Words): boolean =>
  words.publishedWords.some(
    (word) => word.length > 4 && before.lastIndexOf(word) >= Math.max(0, before.length - 40),
  );

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

/** The hour of capture in the address of a web archive. Example: `web.archive.org/web/[20200303]061200/…` */
export const ARCHIVE_DATE: RuleId = ruleId('clean/published/archive-url@1');

const ARCHIVED =
  /^https?:\/\/(?:web\.archive\.org\/web|archive\.(?:today|ph|is|org)|arquivo\.pt\/wayback)\/(\d{4})(\d{2})(\d{2})\d{0,6}[a-z_]{0,4}\/(?=.)/;

/** The address a web archive's address stands for; any other address as it is. */
export const originalUrl = (url: string | null): string | null => {
  const rest = url?.replace(ARCHIVED, '') ?? null;
  return rest === null || rest === url || /^[a-z]+:\/\//i.test(rest) ? rest : `http://${rest}`;
};

/** The day of capture in a web archive's address, as a reading that is never taken. */
export const archiveDates = (url: string | null): readonly DateCandidate[] => {
  const match = ARCHIVED.exec(url ?? '');
  if (match === null) return [];
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return [
    {
      year,
      month,
      day,
      raw: match[0],
      at: null,
      rule: ARCHIVE_DATE,
      rank: RANKS.url,
      rejected: 'crawl-clock',
    },
  ];
};

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
