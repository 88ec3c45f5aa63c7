import type { Telling } from '../../model/claim.ts';
import type { EntityRef } from '../../model/page.ts';
import type { NonEmpty } from '../../model/span.ts';
import type { ArticleHead, ClaimHead } from '../../model/store-port.ts';

/** Makes claims small enough to keep all of a record's in memory. */
export type Slim = (head: ClaimHead) => ClaimHead;

type Published = Telling['published'];

/**
 * Keeps what rows, overview, map, jump and the grouping of copies ask of a claim: labels, times, places, witnesses. What tellings
 * say word for word goes, and outlets and days that many tellings share are kept once.
 */
export const createSlim = (): Slim => {
  const outlets = new Map<string, EntityRef>();
  const days = new Map<string, Published>();
  const shared = <T>(table: Map<string, T>, key: string, value: T): T => {
    const held = table.get(key);
    if (held !== undefined) return held;
    table.set(key, value);
    return value;
  };
  const outletOf = (outlet: EntityRef | null): EntityRef | null =>
    outlet === null ? null : shared(outlets, `${outlet.id}\n${outlet.name}`, outlet);
  const publishedOf = (published: Published): Published =>
    published === null
      ? null
      : shared(days, `${published.edtf} ${published.earliest} ${published.latest}`, published);
  const slimTelling = (telling: Telling): Telling => ({
    ...telling,
    outlet: outletOf(telling.outlet),
    published: publishedOf(telling.published),
    values: kept(telling.values),
  });
  return (head) => {
    const [first, ...rest] = head.tellings;
    const tellings: NonEmpty<Telling> = [slimTelling(first), ...rest.map(slimTelling)];
    return { ...head, tellings };
  };
};

/** When an event was told of, and the words of a source that is no known speaker. */
const kept = ({ said, source }: Telling['values']): Telling['values'] => ({
  ...(said === undefined ? {} : { said }),
  ...(source === undefined ? {} : { source }),
});

/** A page without its segments, which a list does not show. */
export const slimArticle = (head: ArticleHead): ArticleHead => ({
  ...head,
  article: { ...head.article, segments: [] },
});
