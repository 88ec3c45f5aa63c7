import type { ClaimId } from '../model/brand.ts';
import type { EventClaim } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import type { EventItem } from './event-items.ts';

/** A claim with the mentions that it was made of. */
export interface ToldEvent {
  readonly claim: EventClaim;
  readonly items: readonly EventItem[];
}

const keyOf = ({ article }: EventItem, trigger: Span): string => `${article.id} ${trigger.start}`;

/**
 * Claims with the claim of the occasion that each was done at: what a telling names as its setting, in the claim that this
 * occasion became part of. The first telling that names one decides.
 */
export const linkSettings = (told: readonly ToldEvent[]): readonly EventClaim[] => {
  const claims = new Map<string, ClaimId>();
  for (const { claim, items } of told)
    for (const item of items) claims.set(keyOf(item, item.event.trigger), claim.id);
  return told.map(({ claim, items }) => {
    const setting = items
      .map((item) =>
        item.event.setting === undefined ? null : (claims.get(keyOf(item, item.event.setting)) ?? null),
      )
      .find((id) => id !== null && id !== claim.id);
    return setting === undefined || setting === null ? claim : { ...claim, setting };
  });
};
