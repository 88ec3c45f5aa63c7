import { setImmediate as breathe } from 'node:timers/promises';
import type { ArticleId, ClaimId, Digest, Instant } from '../../model/brand.ts';
import type { Claim } from '../../model/claim.ts';
import type { ClaimHead, RecordStore } from '../../model/store-port.ts';
import { rowAnchor } from '../../view/desk/row.ts';
import type { Anchor } from '../../view/desk/types.ts';

/** Where the characters of claims stand, so that a row need not be read from the record. */
export interface Anchors {
  /** Null while it is not known. */
  readonly of: (id: ClaimId) => Anchor | null;
  readonly forget: (id: ClaimId) => void;
  /** Reads what is not known yet, little by little. */
  readonly fill: (isClosed: () => boolean) => Promise<void>;
}

/** What anchors are read for. */
export interface AnchorParts {
  readonly store: RecordStore;
  readonly claims: ReadonlyMap<ClaimId, { readonly from: Instant; readonly head: ClaimHead }>;
}

/** Up to so many claims are read one by one; for more the whole record is gone through. */
const FEW = 2_000;
const BATCH = 100;

interface Held {
  readonly from: Instant;
  readonly at: Anchor;
}

/** Nothing is known at first. */
export const createAnchors = ({ store, claims }: AnchorParts): Anchors => {
  const held = new Map<ClaimId, Held>();
  const names = new Map<string, string>();
  // One string for each article and revision, not one for each claim.
  const shared = <T extends ArticleId | Digest>(name: T): T => {
    const known = names.get(name);
    if (known !== undefined) return known as T;
    names.set(name, name);
    return name;
  };
  const put = (id: ClaimId, from: Instant, evidence: Claim['evidence']): void => {
    const claim = claims.get(id);
    if (claim?.from !== from) return;
    const { start, end, article, revision } = rowAnchor({ ...claim.head, evidence } as Claim);
    held.set(id, { from, at: { start, end, article: shared(article), revision: shared(revision) } });
  };
  const missing = (): readonly ClaimId[] =>
    [...claims].filter(([id, { from }]) => held.get(id)?.from !== from).map(([id]) => id);
  const readFew = async (ids: readonly ClaimId[], isClosed: () => boolean): Promise<void> => {
    for (let at = 0; at < ids.length && !isClosed(); at += BATCH) {
      for (const claim of await store.claims({ ids: ids.slice(at, at + BATCH) })) {
        const from = claims.get(claim.id)?.from;
        if (from !== undefined) put(claim.id, from, claim.evidence);
      }
      await breathe();
    }
  };
  return {
    of: (id) => {
      const known = held.get(id);
      return known !== undefined && known.from === claims.get(id)?.from ? known.at : null;
    },
    forget: (id) => void held.delete(id),
    fill: async (isClosed) => {
      const ids = missing();
      if (ids.length <= FEW) return readFew(ids, isClosed);
      for await (const batch of store.evidence()) {
        for (const { id, from, evidence } of batch) put(id, from, evidence);
        if (isClosed()) return;
        await breathe();
      }
    },
  };
};
