import type { ClaimId } from '../../../src/model/brand.ts';
import type { ClaimHead } from '../../../src/model/store-port.ts';
import { differs } from '../../../src/view/accounts.ts';
import type { ClaimSets } from '../../../src/view/desk/claim-index.ts';
import { knownBy } from '../../../src/view/desk/known-by.ts';
import { timesOf } from '../../../src/view/desk/placed.ts';
import type { ClaimListQuery, Facet } from '../../../src/view/desk/types.ts';
import { FACETS } from '../../../src/view/desk/types.ts';
import { markOf } from '../../../src/view/timeline.ts';

/** The values of a claim in every facet, read anew from the shapes of claims. */
const valuesOf = (head: ClaimHead, facet: Facet, query: ClaimListQuery): readonly string[] => {
  const statement = head.kind === 'statement' ? head : null;
  const event = head.kind === 'event' ? head : null;
  const credited = head.tellings.flatMap(({ via }) => via.map(({ id }) => String(id)));
  const values: Record<Facet, readonly (string | null | undefined)[]> = {
    kind: [head.kind],
    speaker: statement ? [statement.speaker?.id ?? 'unknown'] : [],
    party: statement
      ? [statement.behalf?.id]
      : (event?.participants ?? []).map(({ party }) => party?.id ?? null),
    outlet: head.tellings.map(({ outlet }) => outlet?.id ?? 'unknown'),
    via: credited,
    issue: (statement?.issues ?? []).map(({ id }) => id),
    stance: (statement?.issues ?? []).map(({ stance }) => stance ?? 'none stated'),
    act: [statement?.act],
    mode: [statement?.mode],
    type: [event?.type],
    status: event ? [markOf(event) ?? 'happened'] : [],
    place: [event?.place],
    certainty: [timesOf(head)[query.clock]?.certainty ?? 'undated'],
    language: [statement?.language],
    differs: [differs(head) ? 'yes' : null],
    background: [event?.background ? 'yes' : null],
  };
  return [...new Set(values[facet].flatMap((value) => value ?? []))];
};

const meetsFacet = (head: ClaimHead, facet: Facet, query: ClaimListQuery): boolean => {
  const filter = query.facets[facet];
  if (filter === undefined) return true;
  const values = valuesOf(head, facet, query);
  const isIn = filter.in.length === 0 || filter.in.some((value) => values.includes(value));
  return isIn && !filter.out.some((value) => values.includes(value));
};

const inWindow = (head: ClaimHead, { from, to, clock }: ClaimListQuery): boolean => {
  if (from === null && to === null) return true;
  const place = timesOf(head)[clock];
  if (place === null) return false;
  return (
    (from === null || place.latest === null || place.latest >= from) &&
    (to === null || place.earliest === null || place.earliest <= to)
  );
};

const meetsRest = (head: ClaimHead, query: ClaimListQuery, { hits, citing }: ClaimSets): boolean =>
  inWindow(head, query) && (hits?.has(head.id) ?? true) && (citing?.has(head.id) ?? true);

/** What the index must answer, worked out claim by claim. */
export const answerSlowly = (
  heads: readonly ClaimHead[],
  query: ClaimListQuery,
  sets: ClaimSets,
): {
  ids: ReadonlySet<ClaimId>;
  known: readonly ClaimHead[];
  facets: Record<string, Record<string, number>>;
} => {
  const { asOf } = query;
  const seen = heads.flatMap((head) => (asOf === null ? head : (knownBy(head, asOf) ?? [])));
  const able = seen.filter((head) => meetsRest(head, query, sets));
  const without = (head: ClaimHead, left: Facet | null): boolean =>
    FACETS.every((facet) => facet === left || meetsFacet(head, facet, query));
  const facets: Record<string, Record<string, number>> = {};
  for (const facet of FACETS) {
    const counts: Record<string, number> = {};
    for (const head of able.filter((one) => without(one, facet)))
      for (const value of valuesOf(head, facet, query)) counts[value] = (counts[value] ?? 0) + 1;
    facets[facet] = counts;
  }
  const known = able.filter((head) => without(head, null));
  return { ids: new Set(known.map(({ id }) => id)), known, facets };
};
