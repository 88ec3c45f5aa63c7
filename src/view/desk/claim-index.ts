import { formatDay } from '../../lib/calendar.ts';
import type { ClaimId, Day } from '../../model/brand.ts';
import type { ClaimKind } from '../../model/claim.ts';
import type { ClaimHead } from '../../model/store-port.ts';
import type { Certainty } from '../certainty.ts';
import { createTally, unknownValues } from './index-count.ts';
import { CERTAINTIES, COLUMNS, createFactsOf, NO_DAY } from './index-facts.ts';
import type { ClaimSets, Filter } from './index-filter.ts';
import { createFilter, MEETS } from './index-filter.ts';
import type { Orders } from './index-order.ts';
import { createOrders } from './index-order.ts';
import { relaxations } from './index-relax.ts';
import type { Rows } from './index-rows.ts';
import { createRows, NEVER } from './index-rows.ts';
import type { DeskLabels } from './labels.ts';
import type { ClaimList, ClaimListQuery, FacetCounts } from './types.ts';
import { FACETS } from './types.ts';

export type { ClaimSets } from './index-filter.ts';

/** What a query found. */
export interface IndexResult {
  /** All that match, in order, without regard to `offset` and `limit`. */
  readonly ids: readonly ClaimId[];
  readonly total: number;
  /** Claims there are without any filter. */
  readonly of: number;
  /** Every facet, in the order of `FACETS`. */
  readonly facets: readonly FacetCounts[];
  /** Empty unless nothing matches. */
  readonly relax: ClaimList['relax'];
  readonly known: ClaimList['known'];
  /** Chosen values that no claim has, as `name=value`. */
  readonly unknownValues: readonly string[];
}

/** Takes a claim that matches: the day is the number of its first one, or its last when the beginning is open. */
export type PlaceVisitor = (kind: ClaimKind, certainty: Certainty, day: number | null) => void;

/** The claims of a record, made ready to be filtered, counted and ordered at once. */
export interface ClaimIndex {
  /** Adds a claim, or takes the place of the one with its id. */
  readonly put: (head: ClaimHead) => void;
  readonly remove: (id: ClaimId) => void;
  readonly has: (id: ClaimId) => boolean;
  readonly size: () => number;
  /** In no certain order. */
  readonly ids: () => readonly ClaimId[];
  /** `query.q` and `query.article` stand for `sets`, which the caller gets from the store. */
  readonly run: (query: ClaimListQuery, sets: ClaimSets) => IndexResult;
  /** Shows where the clock of the query places what matches, the window left aside. */
  readonly places: (query: ClaimListQuery, sets: ClaimSets, visit: PlaceVisitor) => void;
}

/** An index without claims; `labels` names parties, issues and types of events. */
export const createClaimIndex = (labels: DeskLabels): ClaimIndex => {
  const rows = createRows(createFactsOf(labels));
  const orders = createOrders(rows);
  return {
    put: (head) => {
      const old = rows.remove(head.id);
      if (old !== null) orders.touch(old);
      orders.touch(rows.put(head));
    },
    remove: (id) => {
      const row = rows.remove(id);
      if (row !== null) orders.touch(row);
    },
    has: (id) => rows.rowOf(id) !== null,
    size: rows.size,
    ids: () => [...rows.ids()],
    run: (query, sets) => run(rows, orders, query, sets),
    places: (query, sets, visit) => visitPlaces(rows, query, sets, visit),
  };
};

const run = (rows: Rows, orders: Orders, query: ClaimListQuery, sets: ClaimSets): IndexResult => {
  const filter = createFilter(rows, query, sets);
  const tally = createTally(rows, filter, query);
  const entryOfRow = new Int32Array(rows.end()).fill(NONE);
  const matched = new Int32Array(rows.size());
  let [total, undated] = [0, 0];
  // In the order of rows, in which the columns lie in memory; the order asked for is made of what is left.
  for (let row = 0; row < rows.end(); row++) {
    if (!rows.isLive(row)) continue;
    const entry = filter.entryOf(row);
    const met = filter.meets(row, entry);
    if (met === MEETS.all) {
      matched[total++] = entry;
      entryOfRow[row] = entry;
    } else if (met >= 0) tally.near(met, entry);
    else if (met === MEETS.undated) undated++;
  }
  return {
    ids: idsOf(rows, orders, query, entryOfRow, total),
    total,
    of: rows.size(),
    facets: tally.counts(matched.subarray(0, total)),
    relax: total === 0 ? relaxOf(rows, query, sets) : [],
    known: query.asOf === null ? null : { first: firstKnown(rows), undated },
    unknownValues: unknownValues(rows, query),
  };
};

const NONE = -1;

const idsOf = (
  rows: Rows,
  orders: Orders,
  { sort, clock }: ClaimListQuery,
  entryOfRow: Int32Array,
  total: number,
): readonly ClaimId[] => {
  const inOrder = orders.rows(sort, clock);
  const entries = new Int32Array(total);
  let count = 0;
  for (let n = 0; n < inOrder.length; n++) {
    const entry = entryOfRow[inOrder[n] ?? 0] ?? NONE;
    if (entry !== NONE) entries[count++] = entry;
  }
  const arranged = orders.arrange(entries, sort, clock);
  const ids: ClaimId[] = [];
  for (let n = 0; n < arranged.length; n++) ids.push(rows.idOf(arranged[n] ?? 0));
  return ids;
};

const relaxOf = (rows: Rows, query: ClaimListQuery, sets: ClaimSets): IndexResult['relax'] =>
  relaxations(query, sets)
    .map(({ parameter, value, query: less, sets: left }) => ({
      parameter,
      value,
      total: countOf(rows, createFilter(rows, less, left)),
    }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);

const countOf = (rows: Rows, filter: Filter): number => {
  let count = 0;
  for (let row = 0; row < rows.end(); row++)
    if (rows.isLive(row) && filter.meets(row, filter.entryOf(row)) === MEETS.all) count++;
  return count;
};

const firstKnown = (rows: Rows): Day | null => {
  const knownFrom = rows.column(COLUMNS.knownFrom);
  let first = NEVER;
  for (let row = 0; row < rows.end(); row++)
    if (rows.isLive(row)) first = Math.min(first, knownFrom[row] ?? NEVER);
  return first === NEVER ? null : (formatDay(first) as Day);
};

const KIND = FACETS.indexOf('kind');

const visitPlaces = (rows: Rows, query: ClaimListQuery, sets: ClaimSets, visit: PlaceVisitor): void => {
  const filter = createFilter(rows, { ...query, from: null, to: null }, sets);
  const [kinds, certainties] = [filter.columnOf(KIND), rows.column(COLUMNS.certainty[query.clock])];
  const [firsts, lasts] = [rows.column(COLUMNS.first[query.clock]), rows.column(COLUMNS.last[query.clock])];
  const events = rows.tables[KIND]?.setOf([{ value: 'event', label: 'event' }]);
  for (let row = 0; row < rows.end(); row++) {
    if (!rows.isLive(row)) continue;
    const entry = filter.entryOf(row);
    if (filter.meets(row, entry) !== MEETS.all) continue;
    const [first, last] = [firsts[entry] ?? NO_DAY, lasts[entry] ?? NO_DAY];
    const day = first === NO_DAY ? last : first;
    visit(
      kinds[entry] === events ? 'event' : 'statement',
      CERTAINTIES[(certainties[entry] ?? 0) - 1] ?? 'undated',
      day === NO_DAY ? null : day,
    );
  }
};
