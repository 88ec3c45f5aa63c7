import type { ClaimId, Day } from '../../model/brand.ts';
import type { Claim } from '../../model/claim.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { RecordStore, SearchHit } from '../../model/store-port.ts';
import type { ClaimSets, IndexResult } from '../../view/desk/claim-index.ts';
import { explainSearch } from '../../view/desk/explain.ts';
import { knownBy } from '../../view/desk/known-by.ts';
import { mapOf } from '../../view/desk/map.ts';
import { deskRow, headRow } from '../../view/desk/row.ts';
import { stripOf } from '../../view/desk/strip.ts';
import type { ClaimListQuery, DeskRow, DeskState } from '../../view/desk/types.ts';
import { codesOf } from '../../view/index.ts';
import type { Holdings } from './holdings.ts';
import { createLru } from './lru.ts';
import type { Desk } from './types.ts';

/** What answers are made from. */
export interface DeskParts {
  readonly store: RecordStore;
  readonly holdings: Holdings;
  readonly state: () => DeskState;
}

const KEPT_SEARCHES = 16;
const KEPT_RESULTS = 16;
/** Rows that are read at once when all are asked for. */
const BATCH = 200;

/** A claim as a row, as it was known by a day; null when it was not yet. */
export const rowKnownBy = (
  claim: Claim,
  { holdings }: Pick<DeskParts, 'holdings'>,
  asOf: Day | null,
  hit: SearchHit | null = null,
): DeskRow | null => {
  const known = asOf === null ? claim : knownBy(claim, asOf);
  if (known === null) return null;
  const isShown = hit !== null && (asOf === null || says(known, hit.text));
  return deskRow(known, holdings.labels, isShown ? { text: hit.text, marks: hit.marks } : null);
};

/** Whether the passage that was hit is one of those known; a later account may have brought it. */
const says = (claim: Claim, text: string): boolean =>
  text === (claim.kind === 'statement' ? claim.wording : claim.label) ||
  claim.evidence.some(({ exact }) => exact === text);

const present = <T>(value: T | null): value is T => value !== null;

/** The row of a claim from memory; null when where its characters stand is not known yet. */
const heldRow = (id: ClaimId, { holdings }: DeskParts): DeskRow | null => {
  const [head, at] = [holdings.claim(id), holdings.anchors.of(id)];
  return head === null || at === null ? null : headRow(head, at, holdings.labels);
};

/** Rows in the order of the ids: from memory where that is enough, read from the record where it is not. */
const rowsOf = async (
  ids: readonly ClaimId[],
  query: ClaimListQuery,
  parts: DeskParts,
): Promise<readonly DeskRow[]> => {
  // A hit shows the passage that was hit; what was known by a day is not what is held.
  if (query.q.trim() !== '' || query.asOf !== null) return hydrate(ids, query, parts);
  const held = ids.map((id) => heldRow(id, parts));
  const read = new Map(
    (
      await hydrate(
        ids.filter((_, i) => held[i] === null),
        query,
        parts,
      )
    ).map((row) => [row.id, row]),
  );
  return ids.map((id, i) => held[i] ?? read.get(id) ?? null).filter(present);
};

/** Reads the claims of these ids and makes rows of them, in the order of the ids; those gone meanwhile are left out. */
const hydrate = async (
  ids: readonly ClaimId[],
  { q, asOf }: ClaimListQuery,
  parts: DeskParts,
): Promise<readonly DeskRow[]> => {
  if (ids.length === 0) return [];
  const found: readonly (readonly [Claim, SearchHit | null])[] =
    q.trim() === ''
      ? (await parts.store.claims({ ids })).map((claim) => [claim, null])
      : (await parts.store.search(q, { ids })).map((hit) => [hit.claim, hit]);
  const rows = new Map(found.map(([claim, hit]) => [claim.id, rowKnownBy(claim, parts, asOf, hit)]));
  return ids.map((id) => rows.get(id) ?? null).filter(present);
};

/** One key for all queries that find the same: what is shown of it does not count. */
const keyOf = (query: ClaimListQuery, version: string): string =>
  JSON.stringify([version, { ...query, offset: 0, limit: 0 }]);

/** What a query found, and in which state of the record. */
interface Found extends IndexResult {
  readonly version: string;
}

const createFinder = ({ store, holdings }: DeskParts) => {
  const searches = createLru<ReadonlySet<ClaimId>>(KEPT_SEARCHES);
  const results = createLru<Found>(KEPT_RESULTS);
  const setsOf = async ({ q, article }: ClaimListQuery): Promise<ClaimSets> => {
    const search = async (): Promise<ReadonlySet<ClaimId>> => new Set(await store.searchIds(q));
    return {
      hits: q.trim() === '' ? null : await searches.get(`${holdings.version()} ${q}`, search),
      citing: article === null ? null : new Set(await store.citing(article)),
    };
  };
  const find = (query: ClaimListQuery): Promise<Found> =>
    results.get(keyOf(query, holdings.version()), async () => {
      const sets = await setsOf(query);
      return { ...holdings.index.run(query, sets), version: holdings.version() };
    });
  return { setsOf, find };
};

/** The lists of claims, and what is drawn from them. */
export const createLists = (
  parts: DeskParts & { readonly knowledge: Knowledge },
): Pick<Desk, 'list' | 'rows' | 'events' | 'strip' | 'map'> => {
  const { store, holdings, state, knowledge } = parts;
  const { setsOf, find } = createFinder(parts);
  const list: Desk['list'] = async (query, unknown = []) => {
    const result = await find(query);
    const ids = result.ids.slice(query.offset, query.offset + query.limit);
    return {
      state: state(),
      version: result.version,
      unknown: [...unknown, ...result.unknownValues],
      total: result.total,
      of: result.of,
      offset: query.offset,
      limit: query.limit,
      query,
      rows: await rowsOf(ids, query, parts),
      facets: result.facets,
      explained: explainSearch(query.q),
      relax: result.relax,
      known: result.known,
    };
  };
  async function* rows(query: ClaimListQuery): AsyncGenerator<DeskRow> {
    const { ids } = await find(query);
    for (let at = 0; at < ids.length; at += BATCH)
      yield* await rowsOf(ids.slice(at, at + BATCH), query, parts);
  }
  const events: Desk['events'] = async (query) => {
    const { ids } = await find(query);
    const claims = await store.claims({ ids: ids.filter((id) => holdings.claim(id)?.kind === 'event') });
    const known = claims.map((claim) => (query.asOf === null ? claim : knownBy(claim, query.asOf)));
    return { events: known.filter((claim) => claim?.kind === 'event'), codes: codesOf(knowledge) };
  };
  const strip: Desk['strip'] = async (query, bins) => {
    const sets = await setsOf(query);
    return { ...stripOf(holdings.index, query, sets, bins), version: holdings.version() };
  };
  const map: Desk['map'] = async (query) => {
    const { ids, version } = await find(query);
    const placed = new Map<string, number>();
    let unplaced = 0;
    for (const id of ids) {
      const claim = holdings.claim(id);
      if (claim?.kind !== 'event') continue;
      if (claim.place === null) unplaced++;
      else placed.set(claim.place, (placed.get(claim.place) ?? 0) + 1);
    }
    return { state: state(), version, ...mapOf(placed, unplaced, holdings.gazetteer) };
  };
  return { list, rows, events, strip, map };
};
