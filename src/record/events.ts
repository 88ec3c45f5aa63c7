import { groupBy } from '../lib/group-by.ts';
import { pairSet } from '../lib/pair-set.ts';
import type { ArticleId } from '../model/brand.ts';
import { overlaps } from '../model/span.ts';
import type { ScoredPair } from './cluster.ts';
import { joinPairs } from './cluster.ts';
import type { Coverage } from './coverage.ts';
import type { EventItem } from './event-items.ts';
import type { EventMatcher } from './event-match.ts';
import { isLasting } from './event-match.ts';
import { NEWS_DAYS } from './fresh.ts';
import { compareText } from './order.ts';

/** Mentions that one mention is compared with in one list, at most: enough to reach every copy through the first ones. */
const MAX_PARTNERS = 64;
/** Wider times are compared only with mentions of articles that share text, and of the same gathering. */
const MAX_WIDTH = 366;

/** Groups the mentions that are one event; each group ascending by index into `items`. */
export const groupEvents = (
  items: readonly EventItem[],
  coverage: Coverage,
  matcher: EventMatcher,
): readonly (readonly number[])[] => {
  const pairs: ScoredPair[] = [];
  for (const [a, b] of candidatePairs(items, coverage)) {
    const [x, y] = [items[a], items[b]];
    if (x === undefined || y === undefined || !matcher.mayBeOne(x, y)) continue;
    const score = matcher.score(x, y);
    if (score !== null) pairs.push({ a, b, score });
  }
  return joinPairs(items.length, pairs, (a, b) => {
    const [x, y] = [items[a], items[b]];
    return x !== undefined && y !== undefined && matcher.mayBeOne(x, y);
  });
};

const candidatePairs = (
  items: readonly EventItem[],
  coverage: Coverage,
): Iterable<readonly [number, number]> => {
  const { add, pairs } = pairSet(items.length);
  byArticle(items, coverage, add);
  for (const list of bucketsOf(items, sideKeysOf)) sweep(items, list, add);
  for (const list of [...bucketsOf(items, gatheringKeysOf), ...bucketsOf(items, newsKeysOf)])
    for (const [n, a] of list.entries()) for (const b of list.slice(0, Math.min(n, MAX_PARTNERS))) add(a, b);
  return pairs();
};

type Add = (a: number, b: number) => void;

/** Mentions of one article, and of articles that share text. */
const byArticle = (items: readonly EventItem[], coverage: Coverage, add: Add): void => {
  const own = groupBy(items.keys(), (index) => `${items[index]?.article.id} ${items[index]?.group}`);
  for (const [index, item] of items.entries())
    for (const id of [item.article.id, ...coverage.linked(item.article.id)]) {
      if (!mayShareText(item, id, coverage)) continue;
      for (const other of (own.get(`${id} ${item.group}`) ?? []).slice(0, MAX_PARTNERS)) add(index, other);
    }
};

/** Of articles that share a fragment only, what is told outside it is not compared. */
const mayShareText = (item: EventItem, id: ArticleId, coverage: Coverage): boolean => {
  const pair = coverage.link(item.article.id, id);
  if (pair === null || pair.tier !== 'fragment') return true;
  return pair.passages.some((passage) =>
    overlaps(pair.a === item.article.id ? passage.a : passage.b, item.event.span),
  );
};

const sideKeysOf = (item: EventItem): readonly string[] => {
  const actors = [...item.actors].sort(compareText);
  if (!item.isReciprocal) return actors.map((party) => `${item.group} ${party}`);
  const keys: string[] = [];
  for (const [n, one] of actors.entries())
    for (const other of actors.slice(n + 1)) keys.push(`${item.group} ${one} ${other}`);
  return keys;
};

const gatheringKeysOf = (item: EventItem): readonly string[] =>
  [...item.gatherings].map((gathering) => `${item.group} ${gathering}`);

/** News told up to two days apart shares a key. */
const newsKeysOf = (item: EventItem): readonly string[] => {
  const reported = item.newsDay;
  if (reported === null) return [];
  const days = Array.from({ length: NEWS_DAYS + 1 }, (_, later) => reported + later);
  return sideKeysOf(item).flatMap((key) => days.map((day) => `${key} ${day}`));
};

const bucketsOf = (
  items: readonly EventItem[],
  keysOf: (item: EventItem) => readonly string[],
): Iterable<readonly number[]> => {
  const buckets = new Map<string, number[]>();
  for (const [index, item] of items.entries())
    for (const key of keysOf(item)) {
      const list = buckets.get(key);
      if (list === undefined) buckets.set(key, [index]);
      else list.push(index);
    }
  return buckets.values();
};

/** Compares what overlaps in time: sorted by first day, each with those that begin before it ends. Standing states are compared among themselves. */
const sweep = (items: readonly EventItem[], list: readonly number[], add: Add): void => {
  const earliest = (index: number): string => items[index]?.event.time?.earliest ?? '';
  const latest = (index: number): string => items[index]?.event.time?.latest ?? '';
  const width = (index: number): number => items[index]?.width ?? Number.POSITIVE_INFINITY;
  const dated = list
    .filter((index) => width(index) <= MAX_WIDTH)
    .sort((x, y) => compareText(earliest(x), earliest(y)) || x - y);
  for (const [n, a] of dated.entries()) {
    let compared = 0;
    for (let k = n + 1; k < dated.length && compared < MAX_PARTNERS; k++, compared++) {
      const b = dated[k] ?? a;
      if (latest(a) < earliest(b)) break;
      add(a, b);
    }
  }
  const standing = list.filter((index) => {
    const item = items[index];
    return item !== undefined && isLasting(item);
  });
  for (const [n, a] of standing.entries())
    for (const b of standing.slice(0, Math.min(n, MAX_PARTNERS))) add(a, b);
};
