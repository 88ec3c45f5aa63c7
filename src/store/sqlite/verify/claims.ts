import type { Claim, Version } from '../../../model/claim.ts';
import type { VerifyFinding } from '../../../model/store-port.ts';
import { validKeys } from '../../claim-query.ts';
import { citationFault } from '../../errors.ts';
import { citationsOf } from '../claims-read.ts';
import { inBatches } from '../claims-write.ts';
import { fromColumn, isIntact } from '../columns.ts';
import type { Db } from '../connection.ts';
import type { CitationRow, EntityRow, VersionRow } from '../tables.ts';
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

const names = (rows: readonly Pick<EntityRow, 'part' | 'entity'>[]): string =>
  rows
    .map(({ part, entity }) => `${part} ${fromColumn(entity)}`)
    .sort()
    .join('\n');

const listFaults = (row: VersionRow, claim: Claim, entities: readonly EntityRow[]): Faults => {
  const key: VersionKey = { dispute: row.dispute, claim: row.id, recorded_from: row.recorded_from };
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

/** The folded words of a passage as the index holds them; null when it does not. */
interface FoundBy extends Owned {
  readonly n: number;
  readonly words: string | null;
  /** The claim that the passage is listed under as one of the present; null when it is not. */
  readonly present: string | null;
}

const indexFaults = (row: VersionRow, claim: Claim, held: readonly FoundBy[]): Faults => {
  const expected = wordsOf(claim);
  const isSame = held.length === expected.length && held.every(({ n, words }) => words === expected[n]);
  const listedAs = row.recorded_to === null ? row.id : null;
  const isListed = held.every(({ present }) => present === listedAs);
  return [
    ...(isSame ? [] : [fault('search-index', row.id, 'the search index has other words than the claim')]),
    ...(isListed
      ? []
      : [fault('search-index', row.id, 'the search index does not know whether the claim is present')]),
  ];
};

/** What belongs to a version of a claim. */
interface Owned {
  readonly claim: string;
  readonly recorded_from: string;
}

const byOwner = <T extends Owned>(rows: readonly T[]): ((version: Key) => readonly T[]) => {
  const owned = new Map<string, T[]>();
  for (const row of rows) {
    const key = `${row.claim} ${row.recorded_from}`;
    const list = owned.get(key);
    if (list) list.push(row);
    else owned.set(key, [row]);
  }
  return ({ id, recorded_from }) => owned.get(`${id} ${recorded_from}`) ?? [];
};

/** All that is stored of a batch of versions. */
interface Batch {
  readonly rows: ReadonlyMap<string, VersionRow>;
  readonly citations: (version: Key) => readonly CitationRow[];
  readonly entities: (version: Key) => readonly EntityRow[];
  readonly passages: (version: Key) => readonly FoundBy[];
  readonly readText: TextReader;
}

const loadBatch = async (db: Db, dispute: string, keys: readonly Key[]): Promise<Batch> => {
  const ids = [...new Set(keys.map(({ id }) => id))];
  const rows = await db
    .selectFrom('claim_version')
    .selectAll()
    .where('dispute', '=', dispute)
    .where('id', 'in', ids)
    .execute();
  const entities = await db
    .selectFrom('claim_entity')
    .selectAll()
    .where('dispute', '=', dispute)
    .where('claim', 'in', ids)
    .execute();
  const passages = await db
    .selectFrom('passage')
    .leftJoin('claim_search', 'claim_search.rowid', 'passage.search_row')
    .leftJoin('present_passage', (join) =>
      join
        .onRef('present_passage.search_row', '=', 'passage.search_row')
        .onRef('present_passage.dispute', '=', 'passage.dispute'),
    )
    .select([
      'passage.claim',
      'passage.recorded_from',
      'passage.n',
      'claim_search.words',
      'present_passage.claim as present',
    ])
    .where('passage.dispute', '=', dispute)
    .where('passage.claim', 'in', ids)
    .orderBy('passage.n')
    .execute();
  return {
    rows: new Map(rows.map((row) => [`${row.id} ${row.recorded_from}`, row])),
    citations: await citationsOf(db, dispute, keys),
    entities: byOwner(entities),
    passages: byOwner(passages),
    readText: textReader(db, dispute),
  };
};

const versionFaults = async (key: Key, batch: Batch): Promise<Faults> => {
  const row = batch.rows.get(`${key.id} ${key.recorded_from}`);
  if (!row) return [fault('claim', key.id, 'the version is in the index and not in the table')];
  const faults: Faults = [];
  const version = rebuilt(row, batch.citations(key), faults);
  if (version === null) return faults;
  for (const citation of version.claim.evidence) {
    const broken = citationFault(citation, await batch.readText(citation));
    if (broken !== null) faults.push(fault('citation', row.id, `${citation.article}: ${broken}`));
  }
  faults.push(...listFaults(row, version.claim, batch.entities(key)));
  faults.push(...indexFaults(row, version.claim, batch.passages(key)));
  return faults;
};

const batchFaults = async (db: Db, dispute: string, keys: readonly Key[]): Promise<Faults> => {
  const batch = await loadBatch(db, dispute, keys);
  const faults: Faults = [];
  for (const key of keys) faults.push(...(await versionFaults(key, batch)));
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
