import { setImmediate as breathe } from 'node:timers/promises';
import type { ArticleId, ClaimId } from '../../model/brand.ts';
import type { ArticleHead, FailedPage, RecordStore, VersionHead } from '../../model/store-port.ts';
import type { Holdings } from './holdings.ts';

/** How a record is read into memory. */
export interface RefreshOptions {
  readonly store: RecordStore;
  readonly holdings: Holdings;
  /** Show what comes as it comes, instead of all of it at once in the end. */
  readonly isOpening: boolean;
  /** Called while what is shown is not whole: claims read, of all. */
  readonly onProgress: (done: number, total: number) => void;
  readonly isClosed: () => boolean;
}

/** Claims that are taken in without letting anybody else have a turn; a claim takes about 50 microseconds. */
const AT_ONCE = 2_000;

interface Changes {
  readonly articles: ArticleHead[];
  readonly claims: VersionHead[];
  readonly goneArticles: readonly ArticleId[];
  readonly goneClaims: readonly ClaimId[];
  readonly failures: readonly FailedPage[];
}

/** Goes through everything in batches, passes on what is not held, and gives what is held but was not met. */
const compare = async <T, Id>(
  batches: AsyncIterable<readonly T[]>,
  idOf: (one: T) => Id,
  isHeld: (one: T) => boolean,
  take: (one: T) => void,
  {
    held,
    onBatch,
    isClosed,
  }: { held: Iterable<Id>; onBatch: (met: number) => void; isClosed: () => boolean },
): Promise<readonly Id[]> => {
  const met = new Set<Id>();
  for await (const batch of batches) {
    for (const one of batch) {
      met.add(idOf(one));
      if (!isHeld(one)) take(one);
    }
    onBatch(met.size);
    await breathe();
    if (isClosed()) return [];
  }
  return [...held].filter((id) => !met.has(id));
};

const readChanges = async (options: RefreshOptions): Promise<Changes> => {
  const { store, holdings, isOpening, isClosed, onProgress } = options;
  const failures = await store.failures();
  const { claims: total } = await store.counts();
  const articles: ArticleHead[] = [];
  const claims: VersionHead[] = [];
  const goneArticles = await compare(
    store.articleHeads(),
    ({ article }) => article.id,
    isOpening ? () => false : holdings.holdsArticle,
    isOpening ? holdings.putArticle : (head) => void articles.push(head),
    { held: holdings.articleIds(), onBatch: () => undefined, isClosed },
  );
  const goneClaims = await compare(
    store.heads(),
    ({ claim }) => claim.id,
    holdings.holds,
    isOpening ? holdings.putClaim : (head) => void claims.push(head),
    {
      held: holdings.claimIds(),
      onBatch: (met) => {
        if (isOpening) onProgress(met, Math.max(met, total));
      },
      isClosed,
    },
  );
  return { articles, claims, goneArticles, goneClaims, failures };
};

/** All but the last claims of a large change are taken in by and by, and what is shown meanwhile is not whole. */
const takeFirst = async (
  claims: readonly VersionHead[],
  total: number,
  { holdings, onProgress, isClosed }: RefreshOptions,
): Promise<void> => {
  for (let at = 0; at < claims.length && !isClosed(); at += AT_ONCE) {
    onProgress(at, total);
    for (const head of claims.slice(at, at + AT_ONCE)) holdings.putClaim(head);
    await breathe();
  }
};

/**
 * Brings what is held in memory to the present state of the record. Everything is read without holding up anybody; a change
 * of up to 2,000 claims is then taken in at one stroke, so that no answer mixes two states.
 * @throws DemarcheError as the store does; what was held before is held still
 */
export const refresh = async (options: RefreshOptions): Promise<void> => {
  const { holdings } = options;
  const changes = await readChanges(options);
  if (options.isClosed()) return;
  const total = changes.claims.length;
  if (total > AT_ONCE) await takeFirst(changes.claims.splice(AT_ONCE), total, options);
  for (const id of changes.goneClaims) holdings.removeClaim(id);
  for (const id of changes.goneArticles) holdings.removeArticle(id);
  for (const head of changes.articles) holdings.putArticle(head);
  for (const head of changes.claims) holdings.putClaim(head);
  holdings.putFailures(changes.failures);
};
