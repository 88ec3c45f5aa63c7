import { parseDay } from '../../lib/calendar.ts';
import type { ClaimId } from '../../model/brand.ts';
import { COLUMNS, NO_DAY, UNDATED } from './index-facts.ts';
import type { Rows } from './index-rows.ts';
import { NEVER } from './index-rows.ts';
import type { ClaimListQuery } from './types.ts';
import { FACETS } from './types.ts';

/** What else must hold: the claims that a search found, and those that rest on an article; null when that was not asked. */
export interface ClaimSets {
  readonly hits: ReadonlySet<ClaimId> | null;
  readonly citing: ReadonlySet<ClaimId> | null;
}

/** What a claim meets of a query. */
export const MEETS = { all: -1, undated: -2, no: -3 } as const;

/** A query made ready for going through the rows. */
export interface Filter {
  /** The entry that stands for a row: its state by `asOf`, or the present one where nothing was known by then. */
  readonly entryOf: (row: number) => number;
  /**
   * `MEETS.all`; the number of the facet that alone is not met; `MEETS.undated` when all is met, but `asOf` is asked for and
   * no account has a day; else `MEETS.no`.
   */
  readonly meets: (row: number, entry: number) => number;
  /** The column of a facet on the clock of the query. */
  readonly columnOf: (facet: number) => Int32Array;
}

/** Prepares a query for one pass over the rows as they are now. */
export const createFilter = (rows: Rows, query: ClaimListQuery, sets: ClaimSets): Filter => {
  const columnOf = (facet: number): Int32Array =>
    rows.column(FACETS[facet] === 'certainty' ? COLUMNS.certainty[query.clock] : facet);
  const asOf = query.asOf === null ? null : (parseDay(query.asOf) ?? null);
  const isWanted = wanted(rows, query, sets);
  const failing = facetTest(rows, query, columnOf);
  const meets = (row: number, entry: number): number => (isWanted(row, entry) ? failing(entry) : MEETS.no);
  if (asOf === null) return { columnOf, entryOf: (row) => row, meets };
  const [knownFrom, hasSteps] = [rows.column(COLUMNS.knownFrom), rows.column(COLUMNS.hasSteps)];
  const isKnown = (row: number): boolean => (knownFrom[row] ?? 0) <= asOf;
  return {
    columnOf,
    entryOf: (row) => (hasSteps[row] === 1 && isKnown(row) ? rows.entryAt(row, asOf) : row),
    meets: (row, entry) => {
      if (isKnown(row)) return meets(row, entry);
      return knownFrom[row] === NEVER && meets(row, entry) === MEETS.all ? MEETS.undated : MEETS.no;
    },
  };
};

/** Whether a row meets all that is no facet: search, article and window. */
const wanted = (
  rows: Rows,
  { from, to, clock }: ClaimListQuery,
  { hits, citing }: ClaimSets,
): ((row: number, entry: number) => boolean) => {
  const marks = [hits, citing].flatMap((ids) => (ids === null ? [] : [marked(rows, ids)]));
  const isMarked = (row: number): boolean => marks.every((mark) => mark[row] === 1);
  if (from === null && to === null) return marks.length === 0 ? () => true : isMarked;
  const [first, last] = [rows.column(COLUMNS.first[clock]), rows.column(COLUMNS.last[clock])];
  const certainty = rows.column(COLUMNS.certainty[clock]);
  // An open beginning is stored as a number before every day, and so needs no case of its own.
  const begin = (from === null ? null : parseDay(from)) ?? Number.NEGATIVE_INFINITY;
  const end = (to === null ? null : parseDay(to)) ?? Number.POSITIVE_INFINITY;
  return (row, entry) =>
    certainty[entry] !== UNDATED &&
    (first[entry] ?? 0) <= end &&
    (last[entry] === NO_DAY || (last[entry] ?? 0) >= begin) &&
    isMarked(row);
};

const marked = (rows: Rows, ids: ReadonlySet<ClaimId>): Uint8Array => {
  const marks = new Uint8Array(rows.end());
  for (const id of ids) {
    const row = rows.rowOf(id);
    if (row !== null) marks[row] = 1;
  }
  return marks;
};

interface FacetTest {
  readonly facet: number;
  readonly column: Int32Array;
  readonly passing: Uint8Array;
}

/** Gives the number of the facet that alone is not met; `MEETS.all` when all are, `MEETS.no` when several are not. */
const facetTest = (
  rows: Rows,
  { facets }: ClaimListQuery,
  columnOf: (facet: number) => Int32Array,
): ((entry: number) => number) => {
  const tests = FACETS.flatMap((name, facet): readonly FacetTest[] => {
    const filter = facets[name];
    const table = rows.tables[facet];
    if (filter === undefined || table === undefined) return [];
    return [{ facet, column: columnOf(facet), passing: table.passing(filter.in, filter.out) }];
  });
  return (entry) => {
    let failing: number = MEETS.all;
    for (const { facet, column, passing } of tests) {
      if (passing[column[entry] ?? 0] === 1) continue;
      if (failing !== MEETS.all) return MEETS.no;
      failing = facet;
    }
    return failing;
  };
};
