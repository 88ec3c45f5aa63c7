import type { Attribution } from '../model/annotation.ts';
import { overlap } from '../model/edtf/index.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Article } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { hull } from '../model/span.ts';
import type { ScoredPair } from './cluster.ts';
import { joinPairs } from './cluster.ts';
import type { Coverage } from './coverage.ts';
import { daysApart } from './coverage.ts';
import { compareText } from './order.ts';
import { candidatePairs } from './statement-candidates.ts';
import { matchWithinArticle, matchWordings } from './statement-match.ts';
import { isSharedText } from './witnesses.ts';
import type { Wording } from './wording.ts';
import { numbersDiffer, readWording, stopwordsOf } from './wording.ts';

/** An attribution of one article with its wording read for comparison. */
export interface StatementItem {
  readonly article: Article;
  readonly extraction: Extraction;
  readonly attribution: Attribution;
  readonly wording: Wording;
  /** The stretch from the first to the last character of the content. */
  readonly at: Span;
  /** Under whom it may be merged: the speaker's id, or the words of the source; null when it may not. */
  readonly speakerKey: string | null;
  readonly issues: readonly string[];
}

/** All attributions, in order of article and place. */
export const readStatements = (coverage: Coverage): readonly StatementItem[] => {
  const stopwords = new Map<string, ReadonlySet<string>>();
  const stopFor = (language: string): ReadonlySet<string> => {
    const lexicon = coverage.knowledge.languages[language]?.clean?.stopwords ?? [];
    const known = stopwords.get(language) ?? stopwordsOf(language, lexicon);
    stopwords.set(language, known);
    return known;
  };
  return coverage.extractions.flatMap((extraction) =>
    extraction.annotations.attributions
      .map((attribution) => readItem(extraction, attribution, stopFor(extraction.article.language)))
      .sort(
        (x, y) => x.at.start - y.at.start || x.at.end - y.at.end || compareText(orderKey(x), orderKey(y)),
      ),
  );
};

const orderKey = ({ attribution }: StatementItem): string => JSON.stringify(attribution);

const readItem = (
  extraction: Extraction,
  attribution: Attribution,
  stop: ReadonlySet<string>,
): StatementItem => {
  const { article } = extraction;
  return {
    article,
    extraction,
    attribution,
    wording: readWording(article.text, attribution.content, attribution.mode, stop),
    at: hull(attribution.content),
    speakerKey: speakerKeyOf(article, attribution, stop),
    issues: attribution.issues.map(({ id }) => id).sort(compareText),
  };
};

/** An unresolved source has to say more than `he` or `the official` to stand for one speaker. */
const MIN_SOURCE_WORDS = 2;

const speakerKeyOf = (
  article: Article,
  attribution: Attribution,
  stop: ReadonlySet<string>,
): string | null => {
  if (attribution.nested) return null;
  if (attribution.speaker !== null) return attribution.speaker.id;
  const source = readWording(article.text, attribution.source, 'indirect', stop);
  return source.content.size < MIN_SOURCE_WORDS ? null : `source:${article.language}:${source.form}`;
};

/** Groups the attributions that are one statement; each group ascending by index into `items`. */
export const groupStatements = (
  items: readonly StatementItem[],
  coverage: Coverage,
): readonly (readonly number[])[] => {
  const pairs: ScoredPair[] = [];
  for (const [a, b] of candidatePairs(items)) {
    const [x, y] = [items[a], items[b]];
    const score = x === undefined || y === undefined || !mayBeOne(x, y) ? null : scoreOf(x, y, coverage);
    if (score !== null) pairs.push({ a, b, score });
  }
  return joinPairs(items.length, pairs, (a, b) => {
    const [x, y] = [items[a], items[b]];
    return x !== undefined && y !== undefined && mayBeOne(x, y);
  });
};

/** What excludes that two attributions are one statement: another speaker, times apart, other numbers, yes against no. */
const mayBeOne = (x: StatementItem, y: StatementItem): boolean => {
  if (x.speakerKey !== y.speakerKey || x.attribution.nested !== y.attribution.nested) return false;
  if (x.attribution.speaker?.id !== y.attribution.speaker?.id) return false;
  const [a, b] = [x.attribution.said, y.attribution.said];
  if (a !== null && b !== null && !overlap(a, b)) return false;
  return !isYesAgainstNo(x, y) && !numbersDiffer(x.wording, y.wording);
};

const YES: ReadonlySet<string> = new Set(['confirmed', 'promised', 'welcomed']);
const NO: ReadonlySet<string> = new Set(['denied', 'refused']);

const isYesAgainstNo = ({ attribution: { act: a } }: StatementItem, y: StatementItem): boolean => {
  const b = y.attribution.act;
  return (YES.has(a) && NO.has(b)) || (NO.has(a) && YES.has(b));
};

const scoreOf = (x: StatementItem, y: StatementItem, coverage: Coverage): number | null => {
  if (x.article.id === y.article.id)
    return x.speakerKey === null ? null : (matchWithinArticle(x.wording, y.wording)?.score ?? null);
  const isCopied = isCopiedText(x, y, coverage);
  // Without a speaker of their own, or nested, only the characters of one text make two tellings one.
  if (x.speakerKey === null) return isCopied && x.wording.form === y.wording.form ? 2 : null;
  const match = matchWordings(x.wording, y.wording, x.issues, y.issues);
  if (match === null || !isTimely(x, y, isCopied)) return null;
  return match.score + (isCopied ? 1 : 0);
};

const isCopiedText = (x: StatementItem, y: StatementItem, coverage: Coverage): boolean => {
  const pair = coverage.link(x.article.id, y.article.id);
  return pair !== null && (pair.tier === 'copy' || isSharedText(pair, x.article.id, x.at, y.at));
};

/** Words of unknown day may be an old phrase said again: then the reports must be near in time, or the wording long. */
const isTimely = (x: StatementItem, y: StatementItem, isCopied: boolean): boolean => {
  if (isCopied || (x.attribution.said !== null && y.attribution.said !== null)) return true;
  const isLong = Math.min(x.wording.words.length, y.wording.words.length) >= 8;
  const isQuoted = x.attribution.mode !== 'indirect' && y.attribution.mode !== 'indirect';
  return (isLong && isQuoted) || (daysApart(x.article, y.article) ?? 0) <= 31;
};
