import type { Instant } from '../../model/brand.ts';
import type { Claim } from '../../model/claim.ts';
import type { ClaimChanges } from '../../model/store-port.ts';
import { citationBroken, citationFault, refuseTwins } from '../errors.ts';
import { nextInstant } from '../instants.ts';
import { intact, seal } from './columns.ts';
import type { Db } from './connection.ts';
import { readLastMoment, writeLastMoment } from './meta.ts';
import { textReader } from './texts.ts';
import type { VersionKey } from './version-rows.ts';
import { citationRows, claimDigest, entityRows, searchRows, versionRow } from './version-rows.ts';

/** Rows a statement: enough to spare most of the calls, few enough for SQLite's bound of 32,766 values. */
const BATCH = 200;

/** `list` in pieces of at most `BATCH`. */
export const inBatches = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / BATCH) }, (_, n) => list.slice(n * BATCH, (n + 1) * BATCH));

const checkEvidence = async (db: Db, dispute: string, claims: readonly Claim[]): Promise<void> => {
  const readings = await db
    .selectFrom('reading')
    .select(['article', 'revision'])
    .where('dispute', '=', dispute)
    .execute();
  const present = new Map(readings.map((row) => [row.article, row.revision]));
  const readText = textReader(db, dispute);
  for (const claim of claims)
    for (const citation of claim.evidence) {
      const isPresent = present.get(citation.article) === citation.revision;
      const held = isPresent ? await readText(citation) : null;
      const fault = citationFault(citation, held);
      if (fault === null) continue;
      const known = present.has(citation.article) && !isPresent;
      throw citationBroken(
        claim.id,
        citation,
        known ? 'the citation is of another revision of the article' : fault,
      );
    }
};

interface Plan {
  readonly added: readonly Claim[];
  readonly changed: readonly Claim[];
  readonly closed: readonly string[];
  readonly unchanged: number;
}

const planChanges = async (db: Db, dispute: string, claims: readonly Claim[]): Promise<Plan> => {
  const rows = await db
    .selectFrom('claim_version')
    .select(['id', 'claim_sha256'])
    .where('dispute', '=', dispute)
    .where('recorded_to', 'is', null)
    .execute();
  const current = new Map(rows.map((row) => [row.id, row.claim_sha256]));
  const kept = new Set<string>(claims.map(({ id }) => id));
  const added = claims.filter(({ id }) => !current.has(id));
  const changed = claims.filter(
    (claim) => current.has(claim.id) && current.get(claim.id) !== claimDigest(claim),
  );
  return {
    added,
    changed,
    closed: [...current.keys()].filter((id) => !kept.has(id)),
    unchanged: claims.length - added.length - changed.length,
  };
};

const closeVersion = async (db: Db, dispute: string, id: string, moment: Instant): Promise<void> => {
  const row = await db
    .selectFrom('claim_version')
    .selectAll()
    .where('dispute', '=', dispute)
    .where('id', '=', id)
    .where('recorded_to', 'is', null)
    .executeTakeFirstOrThrow();
  const { row_sha256 } = seal('claim_version', { ...intact('claim_version', id, row), recorded_to: moment });
  await db
    .updateTable('claim_version')
    .set({ recorded_to: moment, row_sha256 })
    .where('dispute', '=', dispute)
    .where('id', '=', id)
    .where('recorded_from', '=', row.recorded_from)
    .execute();
  await db
    .deleteFrom('present_passage')
    .where('search_row', 'in', (eb) =>
      eb
        .selectFrom('passage')
        .select('passage.search_row')
        .where('passage.dispute', '=', dispute)
        .where('passage.claim', '=', id)
        .where('passage.recorded_from', '=', row.recorded_from),
    )
    .execute();
};

const nextSearchRow = async (db: Db): Promise<number> => {
  const row = await db
    .selectFrom('passage')
    .select((eb) => eb.fn.max('search_row').as('last'))
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
};

const insertVersions = async (
  db: Db,
  dispute: string,
  claims: readonly Claim[],
  moment: Instant,
): Promise<void> => {
  let searchRow = await nextSearchRow(db);
  const keyed = claims.map((claim) => {
    const key: VersionKey = { dispute, claim: claim.id, recorded_from: moment };
    const found = searchRows(key, claim, searchRow);
    searchRow += found.length;
    return { key, claim, found };
  });
  for (const batch of inBatches(keyed))
    await db
      .insertInto('claim_version')
      .values(batch.map(({ key, claim }) => versionRow(key, claim)))
      .execute();
  for (const batch of inBatches(keyed.flatMap(({ key, claim }) => entityRows(key, claim))))
    await db.insertInto('claim_entity').values(batch).execute();
  for (const batch of inBatches(keyed.flatMap(({ key, claim }) => citationRows(key, claim))))
    await db.insertInto('citation').values(batch).execute();
  for (const batch of inBatches(keyed.flatMap(({ found }) => found))) {
    await db
      .insertInto('passage')
      .values(batch.map(({ passage }) => passage))
      .execute();
    await db
      .insertInto('claim_search')
      .values(batch.map(({ search }) => search))
      .execute();
    await db
      .insertInto('present_passage')
      .values(batch.map(({ passage: { search_row, claim } }) => ({ search_row, dispute, claim })))
      .execute();
  }
};

/** As the port has it; within a write transaction. `now` is asked only when something changes. */
export const applyClaims = async (
  db: Db,
  dispute: string,
  claims: readonly Claim[],
  now: () => Instant,
): Promise<ClaimChanges> => {
  refuseTwins(claims);
  await checkEvidence(db, dispute, claims);
  const { added, changed, closed, unchanged } = await planChanges(db, dispute, claims);
  const counts = { added: added.length, changed: changed.length, closed: closed.length, unchanged };
  if (added.length + changed.length + closed.length === 0) return counts;
  const moment = nextInstant(now(), await readLastMoment(db, dispute));
  for (const id of [...changed.map((claim) => claim.id), ...closed])
    await closeVersion(db, dispute, id, moment);
  await insertVersions(db, dispute, [...added, ...changed], moment);
  await writeLastMoment(db, dispute, moment);
  return counts;
};
