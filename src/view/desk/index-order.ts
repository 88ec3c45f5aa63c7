import { UNKNOWN } from './address.ts';
import { COLUMNS, NO_DAY } from './index-facts.ts';
import type { Rows } from './index-rows.ts';
import type { Clock, Sort } from './types.ts';
import { FACETS } from './types.ts';

/** Numbers by which entries are ordered: by the first, then the second, then the id. */
interface Keys {
  readonly first: (entry: number) => number;
  readonly second: (entry: number) => number;
}

/** The rows in the orders of lists, kept from query to query. */
export interface Orders {
  /** Tells that a row came, changed or went. */
  readonly touch: (row: number) => void;
  /** All rows in an order. */
  readonly rows: (sort: Sort, clock: Clock) => Int32Array;
  /**
   * `entries` in their order, of which those that are no rows (earlier states of claims) stand where their rows belong.
   * For `-time` and `-published` turned round, but so that undated claims stay last.
   */
  readonly arrange: (entries: Int32Array, sort: Sort, clock: Clock) => Int32Array;
}

interface Kept {
  rows: Int32Array;
  readonly dirty: Set<number>;
}

/** More changed rows than this share of all are sorted in with all the rest. */
const RESORT_SHARE = 1 / 8;

/** Orders of `rows`; made when first asked for, and mended when rows have changed. */
export const createOrders = (rows: Rows): Orders => {
  const kept = new Map<string, Kept>();
  return {
    touch: (row) => {
      for (const order of kept.values()) order.dirty.add(row);
    },
    rows: (sort, clock) => {
      const name = nameOf(sort, clock);
      const known = kept.get(name);
      if (known === undefined || known.dirty.size > Math.max(256, known.rows.length * RESORT_SHARE)) {
        const fresh: Kept = { rows: sortAll(rows, keysOf(rows, sort, clock)), dirty: new Set() };
        kept.set(name, fresh);
        return fresh.rows;
      }
      if (known.dirty.size > 0) mend(known, rows, comparing(rows, keysOf(rows, sort, clock)));
      return known.rows;
    },
    arrange: (entries, sort, clock) => {
      const placed = settle(entries, rows, () => comparing(rows, keysOf(rows, sort, clock)));
      return sort.startsWith('-') ? turn(placed, rankOf(rows, clockOf(sort, clock))) : placed;
    },
  };
};

const isPublished = (sort: Sort): boolean => sort === 'published' || sort === '-published';
const clockOf = (sort: Sort, clock: Clock): Clock => (isPublished(sort) ? 'published' : clock);

const nameOf = (sort: Sort, clock: Clock): string =>
  sort === 'witnesses' || sort === 'speaker' ? sort : `time ${clockOf(sort, clock)}`;

const none = (): number => 0;

const keysOf = (rows: Rows, sort: Sort, clock: Clock): Keys => {
  if (sort === 'witnesses') return { first: widthKey(rows), second: timeKey(rows, 'happened') };
  if (sort === 'speaker') return { first: speakerKey(rows), second: timeKey(rows, 'happened') };
  return { first: timeKey(rows, clockOf(sort, clock)), second: none };
};

/** The more independent witnesses the earlier; then the more articles. */
const widthKey = (rows: Rows): Keys['first'] => {
  const [independent, articles] = [rows.column(COLUMNS.independent), rows.column(COLUMNS.articles)];
  return (entry) => -((independent[entry] ?? 0) * 0x100_0000 + (articles[entry] ?? 0));
};

/** By the name of the speaker without regard to case; unknown speakers, then events, last. */
const speakerKey = (rows: Rows): Keys['first'] => {
  const number = FACETS.indexOf('speaker');
  const [column, table] = [rows.column(number), rows.tables[number]];
  if (table === undefined) return none;
  const names = Array.from({ length: table.sets() }, (_, set) => {
    const member = table.members(set)[0];
    return { set, name: member === undefined ? null : nameKey(table.named(member)) };
  });
  names.sort((a, b) => compareNames(a.name, b.name) || a.set - b.set);
  const ranks = new Int32Array(names.length);
  for (const [rank, { set }] of names.entries()) ranks[set] = rank;
  return (entry) => ranks[column[entry] ?? 0] ?? 0;
};

const nameKey = ({ value, label }: { readonly value: string; readonly label: string }): string =>
  `${value === UNKNOWN ? '1' : '0'}${label.toLowerCase()} ${value}`;

const compareNames = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

// Days lie between these numbers as long as years have four digits.
const FIRST_DAY = -4_400_000;
const OPEN = 0x7f_ffff;
const dayKey = (day: number): number => day - FIRST_DAY;

const rankOf = (rows: Rows, clock: Clock): Keys['first'] => {
  const certainty = rows.column(COLUMNS.certainty[clock]);
  return (entry) => certainty[entry] ?? 0;
};

/**
 * The order of the timeline as a number of 49 bits: certainty, then the first day, or the last where the beginning is open,
 * which come behind the others of that day; then the last, an open end last.
 */
const timeKey = (rows: Rows, clock: Clock): Keys['first'] => {
  const rank = rankOf(rows, clock);
  const [firsts, lasts] = [rows.column(COLUMNS.first[clock]), rows.column(COLUMNS.last[clock])];
  return (entry) => {
    const [first, last] = [firsts[entry] ?? NO_DAY, lasts[entry] ?? NO_DAY];
    const begin = first !== NO_DAY ? first : last;
    const day = begin === NO_DAY ? OPEN : dayKey(begin);
    const isOpen = first === NO_DAY ? 1 : 0;
    const end = isOpen === 1 ? 0 : last === NO_DAY ? OPEN : dayKey(last);
    return ((rank(entry) * 0x80_0000 + day) * 2 + isOpen) * 0x80_0000 + end;
  };
};

type Compare = (a: number, b: number) => number;

const comparing =
  (rows: Rows, { first, second }: Keys): Compare =>
  (a, b) =>
    first(a) - first(b) || second(a) - second(b) || rows.idKey(a) - rows.idKey(b);

/** Sorting reads each key many times: they are worked out once. */
const sortAll = (rows: Rows, { first, second }: Keys): Int32Array => {
  const end = rows.end();
  const all = new Int32Array(rows.size());
  const [one, two, three] = [new Float64Array(end), new Float64Array(end), new Float64Array(end)];
  let count = 0;
  for (let row = 0; row < end; row++) {
    if (!rows.isLive(row)) continue;
    all[count++] = row;
    one[row] = first(row);
    two[row] = second(row);
    three[row] = rows.idKey(row);
  }
  return all.sort(
    (a, b) =>
      (one[a] ?? 0) - (one[b] ?? 0) || (two[a] ?? 0) - (two[b] ?? 0) || (three[a] ?? 0) - (three[b] ?? 0),
  );
};

const mend = (order: Kept, rows: Rows, compare: Compare): void => {
  const rest = order.rows.filter((row) => !order.dirty.has(row));
  const changed = Int32Array.from([...order.dirty].filter(rows.isLive)).sort(compare);
  order.rows = merge(rest, changed, compare);
  order.dirty.clear();
};

const settle = (entries: Int32Array, rows: Rows, comparer: () => Compare): Int32Array => {
  const moved = entries.filter((entry) => !rows.isLive(entry));
  if (moved.length === 0) return entries;
  const compare = comparer();
  const kept = entries.filter((entry) => rows.isLive(entry));
  return merge(kept, moved.sort(compare), compare);
};

const merge = (a: Int32Array, b: Int32Array, compare: Compare): Int32Array => {
  if (b.length === 0) return a;
  const merged = new Int32Array(a.length + b.length);
  let [i, j] = [0, 0];
  for (let at = 0; at < merged.length; at++) {
    const takesA = j >= b.length || (i < a.length && compare(a[i] ?? 0, b[j] ?? 0) <= 0);
    merged[at] = (takesA ? a[i++] : b[j++]) ?? 0;
  }
  return merged;
};

/** Turns each stretch of one rank round. */
const turn = (entries: Int32Array, rankOfEntry: (entry: number) => number): Int32Array => {
  const turned = Int32Array.from(entries);
  let start = 0;
  for (let end = 1; end <= turned.length; end++) {
    if (end < turned.length && rankOfEntry(turned[end] ?? 0) === rankOfEntry(turned[start] ?? 0)) continue;
    turned.subarray(start, end).reverse();
    start = end;
  }
  return turned;
};
