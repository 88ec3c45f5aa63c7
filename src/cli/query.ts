import type { Claim } from '../model/claim.ts';
import { DemarcheError } from '../model/error.ts';
import type { ClaimQuery, RecordStore } from '../model/store-port.ts';
import type { Part } from './entities.ts';
import { entitiesOf, pickEntity } from './entities.ts';
import type { Given } from './given.ts';
import { dayOf, momentOf, textOf } from './given.ts';

const PARTS: readonly Part[] = ['speaker', 'party', 'outlet'];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The query that the filters of the command line make. Names are looked up among those that the record holds. */
export const queryOf = async (store: RecordStore, given: Given): Promise<ClaimQuery> => {
  const query: Mutable<ClaimQuery> = {};
  const asOf = momentOf(given, 'asOf');
  if (asOf !== undefined) query.asOf = asOf;
  const from = dayOf(given, 'from', 'earliest');
  if (from !== undefined) query.from = from;
  const to = dayOf(given, 'to', 'latest');
  if (to !== undefined) query.to = to;
  const kind = textOf(given, 'kind');
  if (kind === 'statement' || kind === 'event') query.kind = kind;
  const asked = PARTS.filter((part) => textOf(given, part) !== undefined);
  if (asked.length === 0) return query;
  const held = await store.claims(asOf === undefined ? {} : { asOf });
  for (const part of asked) query[part] = pickEntity(textOf(given, part) ?? '', entitiesOf(held, part), part);
  return query;
};

/** The claims on one issue of the pack. @throws DemarcheError `usage` when no statement of the record is on it. */
export const onIssue = (claims: readonly Claim[], issue: string | undefined): readonly Claim[] => {
  if (issue === undefined) return claims;
  const known = new Set<string>();
  for (const claim of claims)
    if (claim.kind === 'statement') for (const { id } of claim.issues) known.add(id);
  if (!known.has(issue))
    throw new DemarcheError('usage', `no statement listed is on the issue ${JSON.stringify(issue)}`, {
      hint:
        known.size === 0
          ? 'no statement listed is on any issue of the pack'
          : `the issues met: ${[...known].toSorted().join(', ')}`,
    });
  return claims.filter((claim) => claim.kind === 'statement' && claim.issues.some(({ id }) => id === issue));
};
