import { setImmediate } from 'node:timers/promises';
import { claimId, instant } from '../../model/brand.ts';
import { isNonEmpty } from '../../model/span.ts';
import type { VersionEvidence } from '../../model/store-port.ts';
import type { Connection, Db } from './connection.ts';
import type { CitationRow } from './tables.ts';
import { plainCitation } from './version-rows.ts';

/** Rows a read: it holds the process and the record up for some hundredths of a second. */
const BATCH = 2_000;

/** Where the next rows begin: behind this one. */
interface Place {
  readonly claim: string;
  readonly from: string;
  readonly n: number;
}

const rowsAfter = (db: Db, dispute: string, { claim, from, n }: Place): Promise<readonly CitationRow[]> =>
  db
    .selectFrom('citation')
    .selectAll()
    .where('dispute', '=', dispute)
    .where((eb) => eb(eb.refTuple('claim', 'recorded_from', 'n'), '>', eb.tuple(claim, from, n)))
    .orderBy('claim')
    .orderBy('recorded_from')
    .orderBy('n')
    .limit(BATCH)
    .execute();

/** Of these versions, those that stand now. */
const presentOf = async (
  db: Db,
  dispute: string,
  rows: readonly CitationRow[],
): Promise<ReadonlySet<string>> => {
  const claims = [...new Set(rows.map(({ claim }) => claim))];
  if (claims.length === 0) return new Set();
  const found = await db
    .selectFrom('claim_version')
    .select(['id', 'recorded_from'])
    .where('dispute', '=', dispute)
    .where('id', '>=', claims[0] ?? '')
    .where('id', '<=', claims.at(-1) ?? '')
    .where('recorded_to', 'is', null)
    .execute();
  return new Set(found.map((row) => keyOf(row.id, row.recorded_from)));
};

const keyOf = (claim: string, from: string): string => `${claim} ${from}`;

const versionOf = (rows: readonly CitationRow[]): VersionEvidence | null => {
  const evidence = rows.map(plainCitation).filter((citation) => citation !== null);
  const first = rows[0];
  if (first === undefined || !isNonEmpty(evidence)) return null;
  return { id: claimId(first.claim), from: instant(first.recorded_from), evidence };
};

const grouped = (rows: readonly CitationRow[]): readonly (readonly CitationRow[])[] => {
  const groups: CitationRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && last[0].claim === row.claim && last[0].recorded_from === row.recorded_from)
      last.push(row);
    else groups.push([row]);
  }
  return groups;
};

/** As the port has it: the table of citations from front to back. */
export async function* readEvidence(
  connection: Connection,
  dispute: string,
): AsyncGenerator<readonly VersionEvidence[]> {
  let place: Place = { claim: '', from: '', n: -1 };
  let open: readonly CitationRow[] = [];
  for (;;) {
    const from = place;
    const [rows, present] = await connection.read(async (db) => {
      const next = await rowsAfter(db, dispute, from);
      return [next, await presentOf(db, dispute, [...open, ...next])] as const;
    });
    const groups = grouped([...open, ...rows]);
    const isEnd = rows.length < BATCH;
    // The last version of a batch may go on in the next.
    open = isEnd ? [] : (groups.at(-1) ?? []);
    const whole = isEnd ? groups : groups.slice(0, -1);
    const batch = whole
      .filter(([row]) => row !== undefined && present.has(keyOf(row.claim, row.recorded_from)))
      .map(versionOf)
      .filter((version) => version !== null);
    if (batch.length > 0) yield batch;
    const last = rows.at(-1);
    if (isEnd || last === undefined) return;
    place = { claim: last.claim, from: last.recorded_from, n: last.n };
    await setImmediate();
  }
}
