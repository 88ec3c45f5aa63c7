import type { Claim, Version } from '../../../model/claim.ts';
import type { VerifyFinding } from '../../../model/store-port.ts';
import { validKeys } from '../../claim-query.ts';
import { citationFault } from '../../errors.ts';
import { citationsOf } from '../claims-read.ts';
import { inBatches } from '../claims-write.ts';
import { fromColumn, isIntact } from '../columns.ts';
import type { Db } from '../connection.ts';
import type { CitationRow, VersionRow } from '../tables.ts';
import type { TextReader } from '../texts.ts';
import { textReader } from '../texts.ts';
import type { VersionKey } from '../version-rows.ts';
import { entityRows, versionOfRows, wordsOf } from '../version-rows.ts';
import type { Walk } from './walk.ts';
import { damageOf } from './walk.ts';

type Faults = VerifyFinding[];
type Key = Pick<VersionRow, 'id' | 'recorded_from'>;

const fault = (what: VerifyFinding['what'], id: string, message: string): VerifyFinding => ({
  what,
  id,
  message,
});

const rowsFault = (row: VersionRow, citations: readonly CitationRow[], error: unknown): VerifyFinding => {
  const isCitation =
    citations.length !== row.citations || !citations.every((one) => isIntact('citation', one));
  return fault(isCitation ? 'citation' : 'claim', row.id, damageOf(error));
};

const rebuilt = (row: VersionRow, citations: readonly CitationRow[], faults: Faults): Version | null => {
  try {
    return versionOfRows(row, citations);
  } catch (error) {
    faults.push(rowsFault(row, citations, error));
    return null;
  }
};

const listFaults = async (db: Db, row: VersionRow, claim: Claim): Promise<Faults> => {
  const key: VersionKey = { dispute: row.dispute, claim: row.id, recorded_from: row.recorded_from };
  const entities = await db
    .selectFrom('claim_entity')
    .select(['part', 'entity'])
    .where('dispute', '=', key.dispute)
    .where('claim', '=', key.claim)
    .where('recorded_from', '=', key.recorded_from)
    .execute();
  const names = (rows: readonly Pick<(typeof entities)[number], 'part' | 'entity'>[]): string =>
    rows
      .map(({ part, entity }) => `${part} ${fromColumn(entity)}`)
      .sort()
      .join('\n');
  const keys = validKeys(claim.valid);
  const isListed =
    row.kind === claim.kind && row.valid_earliest === keys.earliest && row.valid_latest === keys.latest;
  return [
    ...(names(entities) === names(entityRows(key, claim))
      ? []
      : [fault('claim', row.id, 'the claim is listed under other entities than it names')]),
    ...(isListed
      ? []
      : [fault('claim', row.id, 'the claim is listed under another kind or time than it has')]),
  ];
};

const indexFaults = async (db: Db, row: VersionRow, claim: Claim): Promise<Faults> => {
  const held = await db
    .selectFrom('passage')
    .leftJoin('claim_search', 'claim_search.rowid', 'passage.search_row')
    .select(['passage.n', 'claim_search.words'])
    .where('passage.dispute', '=', row.dispute)
    .where('passage.claim', '=', row.id)
    .where('passage.recorded_from', '=', row.recorded_from)
    .orderBy('passage.n')
    .execute();
  const expected = wordsOf(claim);
  const isSame = held.length === expected.length && held.every(({ n, words }) => words === expected[n]);
  return isSame ? [] : [fault('search-index', row.id, 'the search index has other words than the claim')];
};

const versionFaults = async (
  db: Db,
  row: VersionRow,
  citations: readonly CitationRow[],
  readText: TextReader,
): Promise<Faults> => {
  const faults: Faults = [];
  const version = rebuilt(row, citations, faults);
  if (version === null) return faults;
  for (const citation of version.claim.evidence) {
    const broken = citationFault(citation, await readText(citation));
    if (broken !== null) faults.push(fault('citation', row.id, `${citation.article}: ${broken}`));
  }
  faults.push(...(await listFaults(db, row, version.claim)), ...(await indexFaults(db, row, version.claim)));
  return faults;
};

const batchFaults = async (db: Db, dispute: string, keys: readonly Key[]): Promise<Faults> => {
  const citations = await citationsOf(db, dispute, keys);
  const readText = textReader(db, dispute);
  const faults: Faults = [];
  for (const { id, recorded_from } of keys) {
    const row = await db
      .selectFrom('claim_version')
      .selectAll()
      .where('dispute', '=', dispute)
      .where('id', '=', id)
      .where('recorded_from', '=', recorded_from)
      .executeTakeFirst();
    if (row) faults.push(...(await versionFaults(db, row, citations(row), readText)));
    else faults.push(fault('claim', id, 'the version is in the index and not in the table'));
  }
  return faults;
};

/** Every version of every claim: its digests, its citations against the text, and what it is listed and found by. */
export async function* verifyClaims({ connection, dispute, count }: Walk): AsyncGenerator<VerifyFinding> {
  const keys = await connection.read((db) =>
    db
      .selectFrom('claim_version')
      .select(['id', 'recorded_from', 'citations'])
      .where('dispute', '=', dispute)
      .orderBy('id')
      .orderBy('recorded_from')
      .execute(),
  );
  for (const batch of inBatches(keys)) {
    const faults = await connection
      .read((db) => batchFaults(db, dispute, batch))
      .catch((error: unknown) => [fault('claim', batch[0]?.id ?? '', damageOf(error))]);
    yield* faults;
    count({ claims: batch.length, citations: batch.reduce((sum, row) => sum + row.citations, 0) });
  }
}
