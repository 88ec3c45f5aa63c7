import { overlap } from '../model/edtf/index.ts';
import type { ScoredPair } from './cluster.ts';
import { joinPairs } from './cluster.ts';
import type { Coverage } from './coverage.ts';
import { daysApart } from './coverage.ts';
import { candidatePairs } from './statement-candidates.ts';
import type { StatementItem } from './statement-items.ts';
import { matchWithinArticle, matchWordings } from './statement-match.ts';
import { isSharedText } from './witnesses.ts';
import { numbersDiffer } from './wording.ts';

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
