import { utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256Hex } from '../lib/digest-bytes.ts';
import type { Day, Digest } from '../model/brand.ts';
import { articleOf, day, digest } from '../model/brand.ts';
import type { Diagnostic, StageResult } from '../model/diagnostic.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Article, Capture, DateRange, EntityRef, Reading, Segment } from '../model/page.ts';
import { cover } from '../model/span.ts';
import type { Draft } from './draft.ts';
import type { Evidence, Upper } from './evidence/date-by-evidence.ts';
import { dateByEvidence, wordsOfBounds } from './evidence/date-by-evidence.ts';
import { datelineDay } from './evidence/dateline-day.ts';
import { detectLanguage } from './language.ts';
import type { Words } from './lexicon.ts';
import { wordsOfKnowledge } from './lexicon.ts';
import { cleanByline } from './meta/byline.ts';
import { guessDates } from './meta/guess.ts';
import { findOutlet, hostOf, ownOutlet } from './meta/outlet.ts';
import type { Published } from './meta/published.ts';
import { isGuess, judgeDates, nextDay, overlaps, withoutChosen } from './meta/published.ts';
import { textDates } from './meta/text-dates.ts';
import { chooseTitle, foldTitle, siteNames } from './meta/title.ts';
import { archiveDates, originalUrl, urlDates } from './meta/url-dates.ts';
import { findWires } from './meta/wires.ts';
import type { CleanOptions } from './options.ts';
import { outletsOf } from './outlets.ts';
import type { Piece, Split } from './split.ts';
import { splitBody } from './split.ts';

/** Part of every revision: texts or labels that come out differently get another number. */
export const CLEANER_VERSION = 2;

const NUL = '\u0000';

/** Makes the article of a labelled page: cuts datelines and credits off, reads the metadata, names the revision. */
export const finishArticle = (
  capture: Capture,
  draft: Draft,
  knowledge: Knowledge,
  options: CleanOptions,
): StageResult<Article> => {
  const words = wordsOfKnowledge(knowledge);
  const outlets = outletsOf(knowledge);
  const split =
    options.asIs === true
      ? { pieces: draft.pieces, dateline: null }
      : splitBody(draft.text, draft.pieces, words, outlets);
  const { page } = capture;
  const address = page.url ?? draft.meta?.canonical ?? null;
  const url = originalUrl(address);
  const outlet = findOutlet(
    url,
    draft.meta,
    split.dateline,
    outlets,
    ownOutlet(draft.text, split.pieces, outlets),
  );
  const language = languageOf(draft, split.pieces, words);
  const published = readPublished(capture, draft, split, knowledge, options, address, language);
  const article: Article = {
    id: articleOf(page.id),
    page: page.id,
    text: draft.text,
    revision: revisionOf(draft.text),
    language,
    segments: split.pieces.map((piece) => segmentOf(piece, draft)),
    title: titleOf(draft, split.pieces, outlet, url),
    byline: bylineOf(draft, split.pieces, namesOfSite(draft, outlet, url)),
    outlet,
    wires: findWires(draft.text, split.pieces, split.dateline, outlet?.id ?? null, words, outlets),
    dateline: datelineOf(split),
    published: published.readings,
    updated: published.updated,
    url,
  };
  return { output: article, diagnostics: [...published.diagnostics, ...diagnosticsOf(article)] };
};

const revisionOf = (text: string): Digest =>
  digest(sha256Hex(utf8ToBytes(`demarche clean ${CLEANER_VERSION}${NUL}${text}`)));

const segmentOf = (piece: Piece, draft: Draft): Segment => ({
  kind: piece.kind,
  article: piece.at,
  page: draft.pageSpan(piece.at),
  rule: piece.rule,
});

const datelineOf = ({ dateline }: Split): Article['dateline'] =>
  dateline?.place ? { place: dateline.place, at: dateline.at } : null;

const languageOf = (draft: Draft, pieces: readonly Piece[], words: Words): string => {
  const body = pieces
    .filter((piece) => piece.kind === 'body')
    .map((piece) => cover(draft.text, piece.at).slice(0, 4000));
  const sample = body.length > 0 ? body.slice(0, 8).join('\n') : draft.text;
  return detectLanguage(sample, words, draft.meta?.language ?? null);
};

const readPublished = (
  capture: Capture,
  draft: Draft,
  split: Split,
  knowledge: Knowledge,
  options: CleanOptions,
  address: string | null,
  language: string,
): Published => {
  const words = wordsOfKnowledge(knowledge);
  const candidates = [
    ...(draft.meta?.dates ?? []),
    ...urlDates(originalUrl(address)),
    ...archiveDates(address),
    ...textDates(draft.text, split.pieces, split.dateline, words),
    ...(draft.meta === null ? [] : guessDates(draft.text, split.pieces, words)),
  ];
  const captured = capture.page.capturedAt === null ? null : day(capture.page.capturedAt.slice(0, 10));
  const latest = captured === null ? (options.today ?? null) : nextDay(captured);
  const judged = judgeDates(candidates, {
    given: options.published ?? null,
    latest,
    dating: options.dating ?? 'usual',
  });
  const chosen = judged.readings.find((reading) => reading.rejected === null);
  if (chosen !== undefined && !isGuess(chosen)) return judged;
  const upper = upperBound(judged, captured);
  const evidence = dateByEvidence(draft.text, split.pieces, split.dateline, knowledge, upper, language);
  const isLikely =
    chosen !== undefined && (evidence.reading === null || overlaps(chosen.value, evidence.reading.value));
  if (isLikely) return judged;
  const left = chosen === undefined ? judged : withoutChosen(judged, 'out-of-bounds');
  return datedByEvidence(left, evidence, draft, split, words);
};

/** What is left when no reading dates the page: the bounds that its text tells, and the dateline's day within them. */
const datedByEvidence = (
  judged: Published,
  evidence: Evidence,
  draft: Draft,
  split: Split,
  words: Words,
): Published => {
  const bounded = evidence.reading;
  const diagnostics = [...judged.diagnostics, ...evidence.diagnostics, undated(bounded)];
  if (bounded === null) return { ...judged, diagnostics };
  const exact = datelineDay(draft.text, split.dateline, bounded, words);
  if (exact === null) return { ...judged, readings: [bounded, ...judged.readings], diagnostics };
  return { ...judged, readings: [exact, { ...bounded, rejected: 'outranked' }, ...judged.readings] };
};

const undated = (bounded: Reading<DateRange> | null): Diagnostic => {
  const message =
    bounded === null
      ? 'no day of publication was found'
      : `no day of publication was found; it lies in ${bounded.value.edtf} by ${wordsOfBounds(bounded.because ?? [])}`;
  return { code: 'date-none', severity: 'warning', message };
};

/** A page captured or changed on a day was published on it or before. Today is no such day: the reading would change daily. */
const upperBound = (judged: Published, captured: Day | null): Upper | null => {
  const told = judged.readings.flatMap(({ rejected, value, at, raw }): readonly Upper[] =>
    (rejected === 'crawl-clock' || rejected === 'updated') && value.latest !== null
      ? [{ day: value.latest, at, raw }]
      : [],
  );
  const all = captured === null ? told : [...told, { day: captured, at: null, raw: null }];
  return [...all].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0] ?? null;
};

const titleOf = (
  draft: Draft,
  pieces: readonly Piece[],
  outlet: EntityRef | null,
  url: string | null,
): string | null => {
  const headline = pieces.find((piece) => piece.kind === 'headline');
  const shown = headline === undefined ? null : cover(draft.text, headline.at).replace(/\s+/g, ' ').trim();
  if (shown !== null) return shown;
  return chooseTitle(draft.meta?.titles ?? [], namesOfSite(draft, outlet, url));
};

const namesOfSite = (draft: Draft, outlet: EntityRef | null, url: string | null): readonly string[] =>
  siteNames(outlet, draft.meta?.siteName ?? null, draft.meta?.publisher ?? null, hostOf(url));

/** The people of the mark-up, else of the byline. An author that is the site itself is nobody. */
const bylineOf = (draft: Draft, pieces: readonly Piece[], site: readonly string[]): string | null => {
  const names = new Set(site.map(foldTitle));
  for (const author of draft.meta?.authors ?? []) {
    const name = cleanByline(author);
    if (name !== null && !names.has(foldTitle(name))) return name;
  }
  const line = pieces.find((piece) => piece.kind === 'byline');
  return line === undefined ? null : cleanByline(cover(draft.text, line.at));
};

const READ_LANGUAGES: readonly string[] = ['en', 'ru', 'ja'];

const diagnosticsOf = (article: Article): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  const hasBody = article.segments.some((segment) => segment.kind === 'body');
  if (!hasBody)
    found.push({ code: 'no-article', severity: 'warning', message: 'no running text was found on the page' });
  if (hasBody && !READ_LANGUAGES.includes(article.language))
    found.push({
      code: 'language-unsupported',
      severity: 'warning',
      message: `the text is in none of the languages that are read (${READ_LANGUAGES.join(', ')})`,
    });
  return found.map((diagnostic) => ({ ...diagnostic, article: article.id }));
};
