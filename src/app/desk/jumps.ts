import type { ClaimId } from '../../model/brand.ts';
import type { ClaimHead } from '../../model/store-port.ts';
import { jumpClaim, jumpItems } from '../../view/desk/jump.ts';
import type { JumpItem } from '../../view/desk/types.ts';
import type { DeskParts } from './lists.ts';
import { createLru } from './lru.ts';
import type { Desk } from './types.ts';

/** The share of the places that names leave to claims, when there are claims. */
const CLAIM_SHARE = 1 / 3;
const KEPT = 32;

/** What is typed as a search: the last word may not be finished. */
const asSearch = (q: string): string => (/[\p{L}\p{N}]$/u.test(q) ? `${q}*` : q);

/** The claims told by most articles; among equals by id. */
const mostTold = (
  ids: readonly ClaimId[],
  claim: (id: ClaimId) => ClaimHead | null,
  limit: number,
): readonly JumpItem[] =>
  ids
    .map(claim)
    .filter((head) => head !== null)
    .sort((x, y) => y.witnesses.articles - x.witnesses.articles || (x.id < y.id ? -1 : 1))
    .slice(0, limit)
    .map(jumpClaim);

/** What one can jump to: names from memory, claims by the words of their full text. */
export const createJumps = ({ store, holdings }: DeskParts): Pick<Desk, 'jump'> => {
  const found = createLru<readonly JumpItem[]>(KEPT);
  const claimsFor = (q: string, limit: number): Promise<readonly JumpItem[]> =>
    found.get(`${holdings.version()} ${limit} ${q}`, async () =>
      mostTold(await store.searchIds(asSearch(q)), holdings.claim, limit),
    );
  return {
    jump: async (q, limit) => {
      const asked = q.trim();
      if (asked === '' || limit < 1) return [];
      const names = jumpItems(asked, holdings.jump(), limit);
      const claims = await claimsFor(asked, limit);
      const kept = Math.max(limit - claims.length, Math.ceil(limit * (1 - CLAIM_SHARE)));
      return [...names.slice(0, kept), ...claims].slice(0, limit);
    },
  };
};
