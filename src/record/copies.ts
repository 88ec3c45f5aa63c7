import { unionFind } from '../lib/union-find.ts';
import { gramHashes, hash32, winnow } from '../lib/winnow.ts';
import type { ArticleId } from '../model/brand.ts';
import type { Article } from '../model/page.ts';
import { wordsOfLines } from './body-words.ts';
import { storyLines } from './house-lines.ts';
import type { GramIndex, SharedPassage } from './passages.ts';
import { indexGrams, sharedPassages } from './passages.ts';

/** Words in a gram, and grams in a window of winnowing (measured: note on copies, section 2). */
const GRAM = 6;
const WINDOW = 8;
/** Fingerprints two articles must share to be compared word by word. */
const MIN_SHARED = 2;
/** A fingerprint in more articles than this is common; each of its articles is then compared with the first few only. */
const COMMON = 60;
const HUBS = 16;
/** Containment from which an article is a copy, or derived. */
const COPY = 0.5;
const DERIVED = 0.3;
/** Unquoted words two articles must share before containment means anything. */
const MIN_PROSE = 20;

/** How two articles hang together by their words; `fragment` is a shared passage too short for the tier `passage`. */
type CopyTier = 'copy' | 'derived' | 'passage' | 'fragment';

/** Two articles that share text. `a` is the one with fewer unquoted words. */
export interface CopyPair {
  readonly a: ArticleId;
  readonly b: ArticleId;
  readonly tier: CopyTier;
  /** Shared unquoted words over the unquoted words of `a`, 0 to 1. */
  readonly containment: number;
  /** Shared unquoted words. */
  readonly prose: number;
  readonly longestRun: number;
  readonly passages: readonly SharedPassage[];
}

/** What `findCopies` found. */
export interface Copies {
  /** In order of their two ids. */
  readonly pairs: readonly CopyPair[];
  /**
   * Articles held together by pairs of the tier `copy`, two or more a group. For views only: independence is decided
   * for each claim, because an article that mixes two wires would glue their copies.
   */
  readonly groups: readonly (readonly ArticleId[])[];
}

/**
 * Finds articles that share text: n-gram fingerprints by winnowing, an inverted index, and a word-by-word check in
 * which quoted words do not count. The same in any order of `articles`; no article may be given twice.
 */
export const findCopies = (articles: readonly Article[]): Copies => {
  const sorted = [...articles].sort((x, y) => (x.id < y.id ? -1 : x.id > y.id ? 1 : 0));
  const lines = storyLines(sorted);
  const indexes = sorted.map((article, i) => readBody(article, lines[i] ?? []));
  const pairs: CopyPair[] = [];
  for (const [i, j] of candidates(indexes.map(fingerprints))) {
    const [x, y] = [indexes[i], indexes[j]];
    const [idX, idY] = [sorted[i]?.id, sorted[j]?.id];
    if (x === undefined || y === undefined || idX === undefined || idY === undefined) continue;
    const pair = x.prose <= y.prose ? compare(x, y, idX, idY) : compare(y, x, idY, idX);
    if (pair !== null) pairs.push(pair);
  }
  return { pairs, groups: groupsOf(sorted, pairs) };
};

interface Body extends GramIndex {
  /** Number of unquoted words. */
  readonly prose: number;
}

const readBody = (article: Article, lines: ReturnType<typeof storyLines>[number]): Body => {
  const words = wordsOfLines(article.text, lines);
  const hashes = Uint32Array.from(words, ({ word }) => hash32(word));
  return {
    ...indexGrams(words, hashes, gramHashes(hashes, GRAM)),
    prose: words.filter((word) => !word.quoted).length,
  };
};

const NEVER = 0xffffffff;

/** Grams that lie wholly within quotation marks are no fingerprints: what two articles quote does not make them alike. */
const fingerprints = ({ words, grams }: Body): ReadonlySet<number> => {
  const masked = grams.slice();
  let unquoted = words.slice(0, GRAM - 1).filter(({ quoted }) => !quoted).length;
  for (let i = 0; i < masked.length; i++) {
    if (words[i + GRAM - 1]?.quoted === false) unquoted++;
    if (unquoted === 0) masked[i] = NEVER;
    if (words[i]?.quoted === false) unquoted--;
  }
  const prints = new Set(winnow(masked, WINDOW));
  prints.delete(NEVER);
  return prints;
};

const candidates = (prints: readonly ReadonlySet<number>[]): readonly (readonly [number, number])[] => {
  const holders = new Map<number, number[]>();
  for (const [i, set] of prints.entries())
    for (const print of set) {
      const list = holders.get(print);
      if (list === undefined) holders.set(print, [i]);
      else list.push(i);
    }
  const shared = new Map<number, number>();
  const size = prints.length;
  for (const list of holders.values()) countPairs(shared, list, size);
  return [...shared]
    .filter(([, count]) => count >= MIN_SHARED)
    .map(([key]) => key)
    .sort((x, y) => x - y)
    .map((key) => [Math.floor(key / size), key % size] as const);
};

const countPairs = (shared: Map<number, number>, list: readonly number[], size: number): void => {
  const hubs = list.length > COMMON ? HUBS : list.length;
  for (let x = 0; x < hubs; x++)
    for (let y = x + 1; y < list.length; y++) {
      const key = (list[x] ?? 0) * size + (list[y] ?? 0);
      shared.set(key, (shared.get(key) ?? 0) + 1);
    }
};

const compare = (a: Body, b: Body, idA: ArticleId, idB: ArticleId): CopyPair | null => {
  const passages = sharedPassages(a, b);
  const prose = passages.reduce((sum, passage) => sum + passage.prose, 0);
  const longestRun = passages.reduce((max, passage) => Math.max(max, passage.longestRun), 0);
  const containment = a.prose === 0 ? 0 : prose / a.prose;
  const tier = tierOf(containment, prose, longestRun, passages);
  return tier === null ? null : { a: idA, b: idB, tier, containment, prose, longestRun, passages };
};

const tierOf = (
  containment: number,
  prose: number,
  longestRun: number,
  passages: readonly SharedPassage[],
): CopyTier | null => {
  if (prose >= MIN_PROSE && containment >= COPY) return 'copy';
  if (prose >= MIN_PROSE && containment >= DERIVED) return 'derived';
  if (prose >= 40 && longestRun >= 14 && containment >= 0.125) return 'passage';
  return passages.some(isTelling) ? 'fragment' : null;
};

/** Whether a passage is long enough to show that what is told in it comes from one text: 14 words, 8 of them unquoted. */
export const isTelling = (passage: SharedPassage): boolean => passage.words >= 14 && passage.prose >= 8;

const groupsOf = (sorted: readonly Article[], pairs: readonly CopyPair[]): Copies['groups'] => {
  const place = new Map(sorted.map((article, index) => [article.id, index]));
  const sets = unionFind(sorted.length);
  for (const pair of pairs)
    if (pair.tier === 'copy') sets.union(place.get(pair.a) ?? 0, place.get(pair.b) ?? 0);
  return sets
    .sets()
    .filter((set) => set.length > 1)
    .map((set) => set.map((index) => sorted[index]?.id).filter((id) => id !== undefined));
};
