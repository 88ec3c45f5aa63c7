import { writeFacetValue } from './address.ts';
import type { ClaimSets } from './index-filter.ts';
import type { ClaimListQuery, Facet, FacetFilter } from './types.ts';
import { FACETS } from './types.ts';

/** A query with one filter less, and that filter as the address has it. */
export interface Relaxed {
  readonly parameter: string;
  /** Empty where all wanted values of a facet go together: taking one of several away would only narrow it. */
  readonly value: string;
  readonly query: ClaimListQuery;
  readonly sets: ClaimSets;
}

/** Every way to take one filter away from a query. */
export const relaxations = (query: ClaimListQuery, sets: ClaimSets): readonly Relaxed[] => [
  ...(sets.hits === null
    ? []
    : [{ parameter: 'q', value: query.q, query: { ...query, q: '' }, sets: { ...sets, hits: null } }]),
  ...(sets.citing === null
    ? []
    : [
        {
          parameter: 'article',
          value: query.article ?? '',
          query: { ...query, article: null },
          sets: { ...sets, citing: null },
        },
      ]),
  ...FACETS.flatMap((facet) => facetRelaxations(facet, query, sets)),
  ...(['from', 'to'] as const).flatMap((end) => {
    const value = query[end];
    return value === null ? [] : [{ parameter: end, value, query: { ...query, [end]: null }, sets }];
  }),
  ...(query.asOf === null
    ? []
    : [{ parameter: 'as_of', value: query.asOf, query: { ...query, asOf: null }, sets }]),
];

const facetRelaxations = (facet: Facet, query: ClaimListQuery, sets: ClaimSets): readonly Relaxed[] => {
  const filter = query.facets[facet];
  if (filter === undefined) return [];
  const without = (left: FacetFilter, value: string): Relaxed => ({
    parameter: facet,
    value,
    query: { ...query, facets: { ...query.facets, [facet]: left } },
    sets,
  });
  const [first, ...others] = filter.in;
  const wanted = first === undefined ? [] : [others.length === 0 ? writeFacetValue(first, false) : ''];
  return [
    ...wanted.map((value) => without({ in: [], out: filter.out }, value)),
    ...filter.out.map((value) =>
      without(
        { in: filter.in, out: filter.out.filter((other) => other !== value) },
        writeFacetValue(value, true),
      ),
    ),
  ];
};
