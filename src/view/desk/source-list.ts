import { parseDay } from '../../lib/calendar.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { Day } from '../../model/brand.ts';
import { boundsOf } from '../../model/edtf/index.ts';
import { UNKNOWN } from './address.ts';
import { foldText } from './fold.ts';
import type { NamedValue } from './index-values.ts';
import type { FacetFilter, SourceFacet, SourceList, SourceListQuery, SourceRow } from './types.ts';
import { SOURCE_FACETS } from './types.ts';
import { ownValue } from './words.ts';

/** Values of a facet that are listed; those chosen are listed always. */
const MAX_VALUES = 40;

/** What `listSources` gives: a list but for what only the server knows. */
export type ListedSources = Omit<SourceList, 'state' | 'version' | 'unknown' | 'failures'>;

/**
 * The pages that match, in order, a page of them. Filters, search and days hold for each page by itself; copies of one text
 * that match are then folded below the earliest of them when wanted, where the first of them stands. The counts of a facet are under all filters but its
 * own, with copies counted once when they are folded.
 */
export const listSources = (rows: readonly SourceRow[], query: SourceListQuery): ListedSources => {
  const words = foldText(query.q)
    .split(' ')
    .filter((word) => word !== '');
  const window = windowOf(query);
  const inScope = rows.map(factsOf).filter((facts) => hasWords(facts, words) && window(facts));
  const { matching, facets } = applyFacets(inScope, query);
  const sorted = matching.sort(ORDERS[query.sort]);
  const texts = [...groupBy(sorted, ({ row }) => textOf(row)).values()];
  const page = <T>(all: readonly T[]): readonly T[] => all.slice(query.offset, query.offset + query.limit);
  return {
    q: query.q,
    fold: query.fold,
    total: sorted.length,
    of: rows.length,
    texts: texts.length,
    offset: query.offset,
    limit: query.limit,
    rows: query.fold ? page(texts).flatMap(foldPages) : page(sorted).map(({ row }) => row),
    facets,
  };
};

/** Names the text of a page: copies of one text have one name. */
export const textOf = ({ id, group }: SourceRow): string => group?.id ?? id;

/** What filters and orders ask of a page again and again. */
interface Facts {
  readonly row: SourceRow;
  readonly text: string;
  /** First and last day of publication as day numbers; null when open or not known. */
  readonly first: number | null;
  readonly last: number | null;
  /** By facet, in the order of `SOURCE_FACETS`; each value once. */
  readonly values: readonly (readonly NamedValue[])[];
}

// Reading 20,000 titles and days anew for every letter typed would take longer than the filter itself.
const kept = new WeakMap<SourceRow, Facts>();

const factsOf = (row: SourceRow): Facts => {
  const known = kept.get(row);
  if (known !== undefined) return known;
  const parts = [row.title, row.outlet?.name, row.byline, row.path, row.url];
  const bounds = row.published === null ? null : boundsOf(row.published.edtf);
  const facts: Facts = {
    row,
    text: foldText(parts.filter((part) => part !== null && part !== undefined).join('\n')),
    first: dayNumber(bounds?.earliest ?? null),
    last: dayNumber(bounds?.latest ?? null),
    values: SOURCE_FACETS.map((facet) => VALUES[facet](row)),
  };
  kept.set(row, facts);
  return facts;
};

const dayNumber = (day: Day | null): number | null => (day === null ? null : parseDay(day));

const hasWords = ({ text }: Facts, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/** Tells whether a page may have been published in the window. One of which no day is known is in none. */
const windowOf = (query: SourceListQuery): ((facts: Facts) => boolean) => {
  const [from, to] = [dayNumber(query.from), dayNumber(query.to)];
  if (from === null && to === null) return () => true;
  return ({ first, last }) =>
    (first !== null || last !== null) &&
    (from === null || last === null || last >= from) &&
    (to === null || first === null || first <= to);
};

const entity = ({ id, name }: { readonly id: string; readonly name: string }): NamedValue => ({
  value: id,
  label: name,
});
const plain = (value: string): NamedValue => ({ value, label: value });

/** The values that a page has for a facet, each once. */
const VALUES: Readonly<Record<SourceFacet, (row: SourceRow) => readonly NamedValue[]>> = {
  outlet: ({ outlet }) => [outlet === null ? { value: UNKNOWN, label: 'unnamed outlet' } : entity(outlet)],
  wire: ({ wires }) => wires.map(entity),
  language: ({ language }) => [plain(language)],
  dated: ({ dated }) => [plain(dated)],
  caught: ({ rejected }) => {
    const reasons = rejected.flatMap((reading) => reading.rejected ?? []);
    return [
      ...new Map(reasons.map(({ reason, words }) => [reason, { value: reason, label: words }])).values(),
    ];
  },
  trouble: ({ error }) => (error === null ? [] : [plain(error.code)]),
};

const NO_FILTER: FacetFilter = { in: [], out: [] };

const passes = (values: readonly NamedValue[], { in: wanted, out }: FacetFilter): boolean =>
  (wanted.length === 0 || values.some(({ value }) => wanted.includes(value))) &&
  (out.length === 0 || !values.some(({ value }) => out.includes(value)));

/** The number of the one facet whose filter the page fails; -1 when it passes all, null when it fails several. */
const failedFacet = ({ values }: Facts, filters: readonly FacetFilter[]): number | null => {
  let failed = -1;
  for (let n = 0; n < filters.length; n++) {
    if (passes(values[n] ?? [], filters[n] ?? NO_FILTER)) continue;
    if (failed >= 0) return null;
    failed = n;
  }
  return failed;
};

/** Filters, and counts in the same pass: a page that fails one facet alone counts for that facet. */
const applyFacets = (
  pages: readonly Facts[],
  query: SourceListQuery,
): { readonly matching: Facts[]; readonly facets: SourceList['facets'] } => {
  const filters = SOURCE_FACETS.map((facet) => ownValue(query.facets, facet) ?? NO_FILTER);
  const counters = filters.map((filter) => createCounter(query.fold, filter));
  const matching: Facts[] = [];
  for (const facts of pages) {
    const failed = failedFacet(facts, filters);
    if (failed === null) continue;
    if (failed >= 0) counters[failed]?.add(facts.row, facts.values[failed] ?? []);
    else {
      matching.push(facts);
      for (const [n, counter] of counters.entries()) counter.add(facts.row, facts.values[n] ?? []);
    }
  }
  const facets = SOURCE_FACETS.map((facet, n) => ({
    facet,
    ...(counters[n]?.result() ?? { values: [], more: 0 }),
  }));
  return { matching, facets };
};

interface Counter {
  readonly add: (row: SourceRow, values: readonly NamedValue[]) => void;
  readonly result: () => Omit<SourceList['facets'][number], 'facet'>;
}

const createCounter = (fold: boolean, filter: FacetFilter): Counter => {
  const found = new Map<string, { readonly label: string; pages: number; readonly texts: Set<string> }>();
  const add: Counter['add'] = (row, values) => {
    for (const { value, label } of values) {
      const entry = found.get(value) ?? { label, pages: 0, texts: new Set<string>() };
      if (entry.pages++ === 0) found.set(value, entry);
      // Most pages have no copies: only those that do can be counted twice.
      if (fold && row.group !== null) {
        if (entry.texts.has(row.group.id)) entry.pages--;
        else entry.texts.add(row.group.id);
      }
    }
  };
  const chosen = (value: string): 'in' | 'out' | null =>
    filter.in.includes(value) ? 'in' : filter.out.includes(value) ? 'out' : null;
  const result: Counter['result'] = () => {
    const all = [...new Set([...found.keys(), ...filter.in, ...filter.out])]
      .map((value) => {
        const { label = value, pages: count = 0 } = found.get(value) ?? {};
        return { value, label, count, chosen: chosen(value) };
      })
      .sort((x, y) => y.count - x.count || compareText(x.label, y.label) || compareText(x.value, y.value));
    const values = all.filter((value, n) => n < MAX_VALUES || value.chosen !== null);
    return { values, more: all.length - values.length };
  };
  return { add, result };
};

/** The pages of one text as one row: the earliest, with the others below it, earliest first. */
const foldPages = (pages: readonly Facts[]): readonly SourceRow[] => {
  const [first, ...copies] = [...pages].sort(ORDERS.published);
  if (first === undefined) return [];
  return [copies.length === 0 ? first.row : { ...first.row, copies: copies.map(({ row }) => row) }];
};

const compareText = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

type Order = (x: Facts, y: Facts) => number;

const byId: Order = (x, y) => compareText(x.row.id, y.row.id);

/** By two days, ascending or not, the second among equals; a page with one of them only has it for both, one with none is last. */
const byDays =
  (major: 'first' | 'last', minor: 'first' | 'last', direction: 1 | -1): Order =>
  (x, y) => {
    const [a, b] = [x[major] ?? x[minor], y[major] ?? y[minor]];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byId(x, y);
    const minors = (x[minor] ?? a) - (y[minor] ?? b);
    return direction * (a - b || minors) || byId(x, y);
  };

const byPublished = byDays('first', 'last', 1);

const ORDERS: Readonly<Record<SourceListQuery['sort'], Order>> = {
  published: byPublished,
  '-published': byDays('last', 'first', -1),
  outlet: (x, y) =>
    Number(x.row.outlet === null) - Number(y.row.outlet === null) ||
    compareText(x.row.outlet?.name ?? '', y.row.outlet?.name ?? '') ||
    byPublished(x, y),
  statements: (x, y) =>
    y.row.statements - x.row.statements || y.row.events - x.row.events || byPublished(x, y),
};
