import type { ArticleId } from '../../model/brand.ts';
import { articleId } from '../../model/brand.ts';
import type { Reading } from './address-values.ts';
import {
  createReading,
  readChoice,
  readCount,
  readDay,
  readFacet,
  writeFacet,
  writeUnless,
} from './address-values.ts';
import type { ClaimListQuery, Clock, FacetFilter, SourceListQuery } from './types.ts';
import { FACETS, SORTS, SOURCE_FACETS } from './types.ts';

export { writeFacetValue } from './address-values.ts';

/** The clocks, in the order of the switch. */
export const CLOCKS: readonly Clock[] = ['happened', 'said', 'published'];
/** The orders of a list of pages. */
export const SOURCE_SORTS: readonly SourceListQuery['sort'][] = [
  'published',
  '-published',
  'outlet',
  'statements',
];

/** The value of the facets `speaker` and `outlet` for who is not known. */
export const UNKNOWN = 'unknown';
/** The value of the facet `stance` for an issue that is spoken of without one. */
export const NO_STANCE = 'none stated';

/** Rows of one answer: as many as that unless asked otherwise, and never more than the most. */
const USUAL_LIMIT = 100;
const MOST_ROWS = 1000;
const MOST_OFFSET = 999_999_999;
/** The longest search, in UTF-16 units. */
const LONGEST_SEARCH = 1000;

/** A query of claims that was read, with what could not be understood as `name=value`. */
export interface ReadQuery<Q> {
  readonly query: Q;
  readonly unknown: readonly string[];
}

/** The query that asks for every claim, with what is given. */
export const claimQuery = (given: Partial<ClaimListQuery> = {}): ClaimListQuery => ({
  q: '',
  facets: {},
  from: null,
  to: null,
  clock: 'happened',
  asOf: null,
  article: null,
  sort: 'time',
  offset: 0,
  limit: USUAL_LIMIT,
  ...given,
});

/** The query that asks for every page, with what is given. */
export const sourceQuery = (given: Partial<SourceListQuery> = {}): SourceListQuery => ({
  q: '',
  facets: {},
  from: null,
  to: null,
  fold: true,
  sort: 'published',
  offset: 0,
  limit: USUAL_LIMIT,
  ...given,
});

const CLAIM_PARAMETERS: readonly string[] = [
  'q',
  ...FACETS,
  'from',
  'to',
  'clock',
  'as_of',
  'article',
  'sort',
  'offset',
  'limit',
];

/**
 * Reads what a list of claims is asked for from an address. Never throws: what is not known or malformed is named in
 * `unknown` and has no effect; empty values are as good as absent. Parameters named in `own` are the caller's, and passed by.
 */
export const readClaimQuery = (
  params: URLSearchParams,
  own: readonly string[] = [],
): ReadQuery<ClaimListQuery> => {
  const reading = createReading(params);
  const query: ClaimListQuery = {
    q: readSearch(reading),
    facets: readFacets(reading, FACETS),
    from: readDay(reading, 'from', 'first'),
    to: readDay(reading, 'to', 'last'),
    clock: readChoice(reading, 'clock', CLOCKS, 'happened'),
    asOf: readDay(reading, 'as_of', 'last'),
    article: readArticle(reading),
    sort: readChoice(reading, 'sort', SORTS, 'time'),
    offset: readCount(reading, 'offset', 0, MOST_OFFSET),
    limit: readCount(reading, 'limit', USUAL_LIMIT, MOST_ROWS),
  };
  return { query, unknown: reading.unknown([...CLAIM_PARAMETERS, ...own]) };
};

/** Writes a query of claims into an address, defaults left out, always in one order; `readClaimQuery` reads it back. */
export const writeClaimQuery = (query: ClaimListQuery): URLSearchParams => {
  const params = new URLSearchParams();
  const usual = claimQuery();
  writeUnless(params, 'q', query.q, usual.q);
  for (const facet of FACETS) writeFacet(params, facet, query.facets[facet]);
  writeUnless(params, 'from', query.from, usual.from);
  writeUnless(params, 'to', query.to, usual.to);
  writeUnless(params, 'clock', query.clock, usual.clock);
  writeUnless(params, 'as_of', query.asOf, usual.asOf);
  writeUnless(params, 'article', query.article, usual.article);
  writeUnless(params, 'sort', query.sort, usual.sort);
  writeUnless(params, 'offset', query.offset, usual.offset);
  writeUnless(params, 'limit', query.limit, usual.limit);
  return params;
};

const SOURCE_PARAMETERS: readonly string[] = [
  'q',
  ...SOURCE_FACETS,
  'from',
  'to',
  'fold',
  'sort',
  'offset',
  'limit',
];

/** Reads what a list of pages is asked for from an address, as `readClaimQuery` does. */
export const readSourceQuery = (
  params: URLSearchParams,
  own: readonly string[] = [],
): ReadQuery<SourceListQuery> => {
  const reading = createReading(params);
  const query: SourceListQuery = {
    q: readSearch(reading),
    facets: readFacets(reading, SOURCE_FACETS),
    from: readDay(reading, 'from', 'first'),
    to: readDay(reading, 'to', 'last'),
    fold: readChoice(reading, 'fold', ['yes', 'no'], 'yes') === 'yes',
    sort: readChoice(reading, 'sort', SOURCE_SORTS, 'published'),
    offset: readCount(reading, 'offset', 0, MOST_OFFSET),
    limit: readCount(reading, 'limit', USUAL_LIMIT, MOST_ROWS),
  };
  return { query, unknown: reading.unknown([...SOURCE_PARAMETERS, ...own]) };
};

/** Writes a query of pages into an address, defaults left out, always in one order; `readSourceQuery` reads it back. */
export const writeSourceQuery = (query: SourceListQuery): URLSearchParams => {
  const params = new URLSearchParams();
  const usual = sourceQuery();
  writeUnless(params, 'q', query.q, usual.q);
  for (const facet of SOURCE_FACETS) writeFacet(params, facet, query.facets[facet]);
  writeUnless(params, 'from', query.from, usual.from);
  writeUnless(params, 'to', query.to, usual.to);
  writeUnless(params, 'fold', query.fold ? 'yes' : 'no', 'yes');
  writeUnless(params, 'sort', query.sort, usual.sort);
  writeUnless(params, 'offset', query.offset, usual.offset);
  writeUnless(params, 'limit', query.limit, usual.limit);
  return params;
};

const readSearch = (reading: Reading): string => {
  const value = reading.one('q') ?? '';
  if (value.length <= LONGEST_SEARCH) return value;
  reading.refuse('q', value);
  return '';
};

const readFacets = <F extends string>(
  reading: Reading,
  names: readonly F[],
): Readonly<Partial<Record<F, FacetFilter>>> => {
  const facets: Partial<Record<F, FacetFilter>> = {};
  for (const name of names) {
    const filter = readFacet(reading, name);
    if (filter !== null) facets[name] = filter;
  }
  return facets;
};

const readArticle = (reading: Reading): ArticleId | null => {
  const value = reading.one('article');
  if (value === null) return null;
  if (/^[0-9a-f]{16}$/.test(value)) return articleId(value);
  reading.refuse('article', value);
  return null;
};
