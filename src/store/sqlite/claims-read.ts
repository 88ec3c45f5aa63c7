import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { ClaimId, Instant } from '../../model/brand.ts';
import type { Claim, Version } from '../../model/claim.ts';
import type { ClaimQuery, SearchHit } from '../../model/store-port.ts';
import { windowOf } from '../claim-query.ts';
import { citationFault, pickClaim, recordCorrupt } from '../errors.ts';
import { toMilliseconds } from '../instants.ts';
import { hitOf } from '../search-hit.ts';
import type { SearchTerm } from '../search-query.ts';
import { parseSearch } from '../search-query.ts';
import { inBatches } from './claims-write.ts';
import { toColumn } from './columns.ts';
import type { Db } from './connection.ts';
import { ftsPhrase } from './find.ts';
import type { CitationRow, Tables, VersionRow } from './tables.ts';
import type { TextReader } from './texts.ts';
import { heldTexts } from './texts.ts';
import { versionOfRows } from './version-rows.ts';

type Condition = Expression<SqlBool>;
type VersionBuilder = ExpressionBuilder<Tables, 'claim_version'>;

/** Whether a version stood at the moment; stands now when `asOf` is null. */
const stoodAt = (eb: VersionBuilder, asOf: Instant | null): Condition =>
  asOf === null
    ? eb('claim_version.recorded_to', 'is', null)
    : eb.and([
        eb('claim_version.recorded_from', '<=', asOf),
        eb.or([eb('claim_version.recorded_to', 'is', null), eb('claim_version.recorded_to', '>', asOf)]),
      ]);

const inWindow = (eb: VersionBuilder, query: ClaimQuery): readonly Condition[] => {
  const { from, to } = windowOf(query);
  if (from === null && to === null) return [];
  const isKnown = eb.or([eb('valid_earliest', 'is not', null), eb('valid_latest', 'is not', null)]);
  const begins =
    to === null ? [] : [eb.or([eb('valid_earliest', 'is', null), eb('valid_earliest', '<=', to)])];
  const ends = from === null ? [] : [eb.or([eb('valid_latest', 'is', null), eb('valid_latest', '>=', from)])];
  return [isKnown, ...begins, ...ends];
};

const listedUnder = (eb: VersionBuilder, query: ClaimQuery): readonly Condition[] =>
  (['speaker', 'party', 'outlet'] as const).flatMap((part) => {
    const entity = query[part];
    if (entity === undefined) return [];
    return eb.exists(
      eb
        .selectFrom('claim_entity')
        .select('claim_entity.claim')
        .whereRef('claim_entity.dispute', '=', 'claim_version.dispute')
        .whereRef('claim_entity.claim', '=', 'claim_version.id')
        .whereRef('claim_entity.recorded_from', '=', 'claim_version.recorded_from')
        .where('claim_entity.part', '=', part)
        .where('claim_entity.entity', '=', toColumn(entity)),
    );
  });

/** A version has the term in one of its passages. */
const hadTerm = (term: SearchTerm): Condition => sql<SqlBool>`
  (claim_version.dispute, claim_version.id, claim_version.recorded_from) in (
    select passage.dispute, passage.claim, passage.recorded_from
    from claim_search join passage on passage.search_row = claim_search.rowid
    where claim_search match ${ftsPhrase(term)})`;

/** A present version has the term in one of its passages. */
const hasTerm = (dispute: string, term: SearchTerm): Condition => sql<SqlBool>`
  claim_version.id in (
    select present_passage.claim
    from claim_search cross join present_passage on present_passage.search_row = claim_search.rowid
    where claim_search match ${ftsPhrase(term)} and present_passage.dispute = ${dispute})`;

/** One value for all ids, so that there may be any number of them. */
const isOneOf = (ids: readonly ClaimId[]): Condition =>
  sql<SqlBool>`claim_version.id in (select value from json_each(${JSON.stringify(ids)}))`;

interface Selection {
  readonly query: ClaimQuery;
  readonly terms: readonly SearchTerm[];
  readonly limit: number | null;
}

const selectVersions = (
  db: Db,
  dispute: string,
  { query, terms, limit }: Selection,
): Promise<readonly VersionRow[]> => {
  const asOf = query.asOf === undefined ? null : toMilliseconds(query.asOf);
  let selection = db
    .selectFrom('claim_version')
    .selectAll('claim_version')
    .where('claim_version.dispute', '=', dispute)
    .where((eb) =>
      eb.and([
        stoodAt(eb, asOf),
        ...(query.kind === undefined ? [] : [eb('kind', '=', query.kind)]),
        ...inWindow(eb, query),
        ...listedUnder(eb, query),
        ...(query.ids === undefined ? [] : [isOneOf(query.ids)]),
        ...terms.map((term) => (asOf === null ? hasTerm(dispute, term) : hadTerm(term))),
      ]),
    )
    .orderBy(sql`coalesce(valid_earliest, valid_latest) is null`)
    .orderBy(sql`coalesce(valid_earliest, valid_latest)`)
    .orderBy(sql`valid_latest is null`)
    .orderBy('valid_latest')
    .orderBy('claim_version.id');
  if (limit !== null) selection = selection.limit(Math.max(0, limit));
  return selection.execute();
};

const keyOf = (claim: string, from: string): string => `${claim} ${from}`;

/** The citations of the versions, by claim and beginning of the version. */
export const citationsOf = async (
  db: Db,
  dispute: string,
  versions: readonly Pick<VersionRow, 'id' | 'recorded_from'>[],
): Promise<(version: Pick<VersionRow, 'id' | 'recorded_from'>) => readonly CitationRow[]> => {
  const lists = new Map<string, CitationRow[]>(versions.map((row) => [keyOf(row.id, row.recorded_from), []]));
  for (const batch of inBatches([...new Set(versions.map((row) => row.id))])) {
    const rows = await db
      .selectFrom('citation')
      .selectAll()
      .where('dispute', '=', dispute)
      .where('claim', 'in', batch)
      .execute();
    for (const row of rows) lists.get(keyOf(row.claim, row.recorded_from))?.push(row);
  }
  return (version) => lists.get(keyOf(version.id, version.recorded_from)) ?? [];
};

const checkCitations = async ({ claim }: Version, readText: TextReader): Promise<void> => {
  for (const citation of claim.evidence) {
    const fault = citationFault(citation, await readText(citation));
    if (fault !== null)
      throw recordCorrupt(`claim ${claim.id} cites ${citation.article}: ${fault}`, claim.id);
  }
};

/** The versions of the rows, every digest and every citation checked. @throws DemarcheError `record-corrupt` */
const readVersions = async (
  db: Db,
  dispute: string,
  rows: readonly VersionRow[],
): Promise<readonly Version[]> => {
  const citations = await citationsOf(db, dispute, rows);
  const texts = heldTexts(db, dispute);
  const versions: Version[] = [];
  for (const batch of inBatches(rows)) {
    const read = batch.map((row) => versionOfRows(row, citations(row)));
    await texts.fetch(read.flatMap(({ claim }) => claim.evidence));
    for (const version of read) await checkCitations(version, texts.read);
    versions.push(...read);
  }
  return versions;
};

const select = async (db: Db, dispute: string, selection: Selection): Promise<readonly Claim[]> => {
  const versions = await readVersions(db, dispute, await selectVersions(db, dispute, selection));
  return versions.map(({ claim }) => claim);
};

/** As the port has it; within a transaction, as all that follow. */
export const readClaims = (db: Db, dispute: string, query: ClaimQuery): Promise<readonly Claim[]> =>
  select(db, dispute, { query, terms: [], limit: null });

/** Up to so many claims are read to see whether they have the words: quicker than to ask the index which ones have. */
const READ_RATHER = 500;

/** As the port has it. */
export const searchClaims = async (
  db: Db,
  dispute: string,
  query: string,
  options: ClaimQuery & { readonly limit?: number },
): Promise<readonly SearchHit[]> => {
  const terms = parseSearch(query);
  if (terms.length === 0) return [];
  const limit = options.limit ?? null;
  if (options.ids !== undefined && options.ids.length <= READ_RATHER) {
    const claims = await select(db, dispute, { query: options, terms: [], limit: null });
    const hits = claims.flatMap((claim) => hitOf(claim, terms) ?? []);
    return hits.slice(0, Math.max(0, limit ?? hits.length));
  }
  const claims = await select(db, dispute, { query: options, terms, limit });
  return claims.map((claim) => {
    const hit = hitOf(claim, terms);
    if (hit === null)
      throw recordCorrupt(`the search index has words that claim ${claim.id} has not`, claim.id);
    return hit;
  });
};

/** As the port has it. */
export const readHistory = async (db: Db, dispute: string, id: ClaimId): Promise<readonly Version[]> => {
  const rows = await db
    .selectFrom('claim_version')
    .selectAll()
    .where('dispute', '=', dispute)
    .where('id', '=', id)
    .orderBy('recorded_from')
    .execute();
  return readVersions(db, dispute, rows);
};

const versionsFrom = (
  db: Db,
  dispute: string,
  start: string,
  asOf: Instant | null,
): Promise<readonly VersionRow[]> =>
  db
    .selectFrom('claim_version')
    .selectAll('claim_version')
    .where('claim_version.dispute', '=', dispute)
    .where('claim_version.id', '>=', start)
    // "~" is behind every character of an id.
    .where('claim_version.id', '<', `${start}~`)
    .where((eb) => stoodAt(eb, asOf))
    .execute();

/** As the port has it. */
export const readClaim = async (
  db: Db,
  dispute: string,
  id: string,
  asOf: Instant | undefined,
): Promise<Claim | null> => {
  const moment = asOf === undefined ? null : toMilliseconds(asOf);
  const start = id.toLowerCase();
  const rows = /^[a-z0-9-]+$/.test(start) ? await versionsFrom(db, dispute, start, moment) : [];
  const picked = pickClaim(
    start,
    rows.map((row) => row.id),
  );
  const [version] = await readVersions(
    db,
    dispute,
    rows.filter((row) => row.id === picked),
  );
  return version?.claim ?? null;
};
