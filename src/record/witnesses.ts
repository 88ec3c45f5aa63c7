import { groupBy } from '../lib/group-by.ts';
import { unionFind } from '../lib/union-find.ts';
import type { ArticleId } from '../model/brand.ts';
import type { Witnesses } from '../model/claim.ts';
import type { Article, EntityRef } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import type { CopyPair } from './copies.ts';
import { isTelling } from './copies.ts';
import type { Coverage } from './coverage.ts';
import { daysApart } from './coverage.ts';
import { houseOf } from './house-lines.ts';

/** What one article contributes to a claim, for the question whether it knows it by itself. */
export interface WitnessAccount {
  readonly article: Article;
  /** The passages that tell the claim. */
  readonly at: readonly Span[];
  /** Whom the telling credits. */
  readonly via: readonly EntityRef[];
}

/** The witness number of each account, counted from 0 in order of first appearance, and the counts. */
export interface WitnessNumbers {
  readonly numbers: readonly number[];
  readonly witnesses: Witnesses;
}

/**
 * Counts independent witnesses among the tellings of one claim. Two tellings are one witness when (1) one outlet
 * published both, (2) their articles are copies (`copy` tier), (3) the passages that tell it lie within one shared
 * passage, or (4) one credits the other's outlet: as the wire of its text, from the same place and within three days,
 * or as the one through whom it knows what was said. Within the claim only: who copied elsewhere decides nothing here.
 */
export const countWitnesses = (accounts: readonly WitnessAccount[], coverage: Coverage): WitnessNumbers => {
  const sets = unionFind(accounts.length);
  joinOutlets(accounts, sets.union);
  joinCopies(accounts, coverage, sets.union);
  joinCredits(accounts, sets.union);
  const numberOf = new Map<number, number>();
  const numbers = accounts.map((_, index) => {
    const root = sets.find(index);
    const number = numberOf.get(root) ?? numberOf.size;
    numberOf.set(root, number);
    return number;
  });
  const articles = new Set(accounts.map(({ article }) => article.id)).size;
  const outlets = new Set(accounts.map(({ article }) => article.outlet?.id ?? `article:${article.id}`)).size;
  return { numbers, witnesses: { articles, outlets, independent: numberOf.size } };
};

type Join = (a: number, b: number) => void;

const joinOutlets = (accounts: readonly WitnessAccount[], join: Join): void => {
  const first = new Map<string, number>();
  for (const [index, { article }] of accounts.entries()) {
    const house = houseOf(article);
    if (house === null) continue;
    const other = first.get(house);
    if (other === undefined) first.set(house, index);
    else join(other, index);
  }
};

const joinCopies = (accounts: readonly WitnessAccount[], coverage: Coverage, join: Join): void => {
  const byArticle = new Map<ArticleId, number>(accounts.map(({ article }, index) => [article.id, index]));
  for (const [index, account] of accounts.entries())
    for (const id of coverage.linked(account.article.id)) {
      const other = byArticle.get(id);
      const pair = coverage.link(account.article.id, id);
      const partner = other === undefined ? undefined : accounts[other];
      if (other === undefined || other <= index || pair === null || partner === undefined) continue;
      if (pair.tier === 'copy' || sharesPassage(pair, account, partner)) join(index, other);
    }
};

const sharesPassage = (pair: CopyPair, x: WitnessAccount, y: WitnessAccount): boolean =>
  x.at.some((one) => y.at.some((other) => isSharedText(pair, x.article.id, one, other)));

/** Whether `at` of the article `id` and `other` of its partner lie, by at least .8 of their length, in one shared passage. */
export const isSharedText = (pair: CopyPair, id: ArticleId, at: Span, other: Span): boolean =>
  pair.passages.some((passage) => {
    const [own, theirs] = pair.a === id ? [passage.a, passage.b] : [passage.b, passage.a];
    return isTelling(passage) && isMostlyIn(own, at) && isMostlyIn(theirs, other);
  });

const isMostlyIn = (outer: Span, inner: Span): boolean => {
  const shared = Math.min(outer.end, inner.end) - Math.max(outer.start, inner.start);
  return shared >= 0.8 * (inner.end - inner.start);
};

const joinCredits = (accounts: readonly WitnessAccount[], join: Join): void => {
  const byOutlet = groupBy(accounts.keys(), (index) => accounts[index]?.article.outlet?.id ?? null);
  for (const [index, { article, via }] of accounts.entries()) {
    for (const other of via.flatMap(({ id }) => byOutlet.get(id) ?? [])) join(index, other);
    for (const other of article.wires.flatMap(({ id }) => byOutlet.get(id) ?? [])) {
      const credited = accounts[other]?.article;
      if (credited !== undefined && isSameDispatch(article, credited)) join(index, other);
    }
  }
};

const isSameDispatch = (a: Article, b: Article): boolean => {
  const [from, to] = [a.dateline?.place.toLowerCase(), b.dateline?.place.toLowerCase()];
  if (from !== undefined && to !== undefined && from !== to) return false;
  return (daysApart(a, b) ?? 0) <= 3;
};
