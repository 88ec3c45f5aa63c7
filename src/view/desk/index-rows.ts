import { parseDay } from '../../lib/calendar.ts';
import type { ClaimId, Day } from '../../model/brand.ts';
import type { ClaimHead } from '../../model/store-port.ts';
import type { Facts, FactsOf } from './index-facts.ts';
import { CERTAINTIES, COLUMNS } from './index-facts.ts';
import type { FacetTable } from './index-values.ts';
import { createFacetTable } from './index-values.ts';
import { knownBy } from './known-by.ts';
import { FACETS } from './types.ts';

/**
 * The claims as columns of small numbers. An *entry* is a line of the columns. Every claim has one for its present state,
 * its *row*; claims whose accounts came on different days have further entries, one for each state they were known in.
 */
export interface Rows {
  readonly put: (head: ClaimHead) => number;
  /** The row that is free now; null when there was none. */
  readonly remove: (id: ClaimId) => number | null;
  readonly rowOf: (id: ClaimId) => number | null;
  readonly size: () => number;
  /** Rows are below this number. */
  readonly end: () => number;
  /** Whether an entry is the row of a claim that is held. */
  readonly isLive: (entry: number) => boolean;
  /** Ids of the rows held, in no certain order. */
  readonly ids: () => IterableIterator<ClaimId>;
  /** The claim of an entry. */
  readonly idOf: (entry: number) => ClaimId;
  /** Orders entries as the ids of their claims. */
  readonly idKey: (entry: number) => number;
  /** A column of `COLUMNS`, by entry; good until the next `put`. */
  readonly column: (number: number) => Int32Array;
  /** By number of the facet. */
  readonly tables: readonly FacetTable[];
  /** The entry of the state in which a claim that is known by the end of a day (by its number) was known then. */
  readonly entryAt: (row: number, day: number) => number;
}

/** In the column `knownFrom`, when no account has a day: later than every day. */
export const NEVER = 2_147_483_647;

interface Step {
  readonly from: number;
  readonly entry: number;
}

interface State {
  readonly columns: Int32Array[];
  readonly tables: readonly FacetTable[];
  readonly free: number[];
  readonly ids: (ClaimId | undefined)[];
  readonly idKeys: number[];
  /** By row. */
  readonly steps: (readonly Step[] | undefined)[];
  readonly rows: Map<ClaimId, number>;
  end: number;
}

/** No claims; `factsOf` reads those that come. */
export const createRows = (factsOf: FactsOf): Rows => {
  const tables: readonly FacetTable[] = FACETS.map((facet) =>
    createFacetTable(facet === 'certainty' ? CERTAINTIES : []),
  );
  const state: State = {
    columns: Array.from({ length: COLUMNS.all }, () => new Int32Array(1024)),
    tables,
    free: [],
    ids: [],
    idKeys: [],
    steps: [],
    rows: new Map(),
    end: 0,
  };
  const remove = (id: ClaimId): number | null => {
    const row = state.rows.get(id);
    if (row === undefined) return null;
    for (const { entry } of state.steps[row] ?? []) if (entry !== row) release(state, entry);
    release(state, row);
    state.steps[row] = undefined;
    state.rows.delete(id);
    return row;
  };
  return {
    put: (head) => {
      remove(head.id);
      const row = write(state, head.id, vectorOf(factsOf(head), tables));
      state.rows.set(head.id, row);
      set(state, COLUMNS.isRow, row, 1);
      putSteps(state, row, head, factsOf);
      return row;
    },
    remove,
    rowOf: (id) => state.rows.get(id) ?? null,
    size: () => state.rows.size,
    end: () => state.end,
    isLive: (entry) => state.columns[COLUMNS.isRow]?.[entry] === 1,
    ids: () => state.rows.keys(),
    idOf: (entry) => state.ids[entry] as ClaimId,
    idKey: (entry) => state.idKeys[entry] ?? 0,
    column: (number) => state.columns[number] as Int32Array,
    tables,
    entryAt: (row, day) => entryAt(state.steps[row], day) ?? row,
  };
};

/** The tables' number for a column of sets: the certainty by every clock has one table. */
const tableOf = (tables: readonly FacetTable[], column: number): FacetTable =>
  tables[column < COLUMNS.facets ? column : COLUMNS.certainty.happened] as FacetTable;

const vectorOf = ({ values, numbers }: Facts, tables: readonly FacetTable[]): Int32Array => {
  const vector = new Int32Array(COLUMNS.all);
  for (const [column, named] of values.entries()) vector[column] = tableOf(tables, column).setOf(named);
  vector.set(numbers, COLUMNS.sets);
  return vector;
};

const write = (state: State, id: ClaimId, vector: Int32Array): number => {
  const entry = state.free.pop() ?? state.end++;
  if (entry >= (state.columns[0]?.length ?? 0)) grow(state.columns);
  for (const [column, values] of state.columns.entries()) values[entry] = vector[column] ?? 0;
  for (let column = 0; column < COLUMNS.facets; column++) state.tables[column]?.refer(vector[column] ?? 0, 1);
  state.ids[entry] = id;
  state.steps[entry] = undefined;
  state.idKeys[entry] = idKeyOf(id);
  return entry;
};

const set = ({ columns }: State, column: number, entry: number, value: number): void => {
  const values = columns[column];
  if (values !== undefined) values[entry] = value;
};

const grow = (columns: Int32Array[]): void => {
  for (const [number, values] of columns.entries()) {
    const wider = new Int32Array(values.length * 2);
    wider.set(values);
    columns[number] = wider;
  }
};

const release = (state: State, entry: number): void => {
  for (let column = 0; column < COLUMNS.facets; column++)
    state.tables[column]?.refer(state.columns[column]?.[entry] ?? 0, -1);
  state.ids[entry] = undefined;
  set(state, COLUMNS.isRow, entry, 0);
  state.free.push(entry);
};

/** The kind letter and 48 bits of a claim id as one number that orders like the id. */
const idKeyOf = (id: ClaimId): number =>
  (id.charCodeAt(0) - 97) * 0x1_0000_0000_0000 + Number.parseInt(id.slice(2), 16);

/** Writes the states the claim was known in before its present one, where they are others. */
const putSteps = (state: State, row: number, head: ClaimHead, factsOf: FactsOf): void => {
  const days = knownDays(head);
  set(state, COLUMNS.knownFrom, row, days[0]?.number ?? NEVER);
  const isOne =
    days.length === 1 && head.tellings.every((telling) => telling.published?.latest === days[0]?.day);
  if (days.length === 0 || isOne) return;
  const present = read(state, row);
  const steps: Step[] = [];
  let before: Int32Array | null = null;
  for (const { day, number } of days) {
    const known = knownBy(head, day);
    if (known === null) continue;
    const vector = known === head ? present : vectorOf(factsOf(known), state.tables);
    if (before !== null && isEqual(vector, before)) continue;
    steps.push({ from: number, entry: isEqual(vector, present) ? row : write(state, head.id, vector) });
    before = vector;
  }
  if (steps.every(({ entry }) => entry === row)) return;
  state.steps[row] = steps;
  set(state, COLUMNS.hasSteps, row, 1);
};

interface KnownDay {
  readonly day: Day;
  readonly number: number;
}

/** The days on which the last day of publication of some telling comes, ascending. */
const knownDays = ({ tellings }: ClaimHead): readonly KnownDay[] => {
  const days = new Map<number, Day>();
  for (const { published } of tellings) {
    const number = published?.latest ? parseDay(published.latest) : null;
    if (published?.latest && number !== null) days.set(number, published.latest);
  }
  return [...days].map(([number, day]) => ({ day, number })).sort((a, b) => a.number - b.number);
};

const read = (state: State, entry: number): Int32Array =>
  Int32Array.from(state.columns, (column) => column[entry] ?? 0);

const isEqual = (a: Int32Array, b: Int32Array): boolean =>
  a.every((value, column) => column >= COLUMNS.own || value === b[column]);

const entryAt = (steps: readonly Step[] | undefined, day: number): number | undefined => {
  for (let n = (steps?.length ?? 0) - 1; n >= 0; n--) {
    const step = steps?.[n];
    if (step !== undefined && step.from <= day) return step.entry;
  }
  return undefined;
};
