import { sql } from 'kysely';
import type { VerifyFinding } from '../../../model/store-port.ts';
import { fromColumn, isIntact } from '../columns.ts';
import type { Db } from '../connection.ts';
import { readLastMoment } from '../meta.ts';
import { hasOurSchema } from '../schema.ts';
import type { Walk } from './walk.ts';

const messages = async (db: Db, statement: string): Promise<readonly string[]> => {
  const { rows } = await sql.raw<Readonly<Record<string, string | number | null>>>(statement).execute(db);
  return rows.map((row) => Object.values(row).join(' ')).filter((message) => message !== 'ok');
};

/** The file itself, as SQLite checks it: its structure, its references, the full-text index, and its schema. */
export async function* verifyFile({ connection }: Walk): AsyncGenerator<VerifyFinding> {
  const { path } = connection;
  if (!(await connection.read(hasOurSchema)))
    yield { what: 'file', id: path, message: 'the tables are not as this program makes them' };
  for (const message of await connection.read((db) => messages(db, 'pragma integrity_check')))
    yield { what: message.includes('FTS5') ? 'search-index' : 'file', id: path, message };
  for (const message of await connection.read((db) => messages(db, 'pragma foreign_key_check')))
    yield { what: 'file', id: path, message: `a reference leads nowhere: ${message}` };
}

const STRAYS = `
  select 'words without a claim, row ' || rowid as message from claim_search where rowid not in (select search_row from passage)
  union all
  select 'no words for claim ' || claim from passage where search_row not in (select rowid from claim_search)
  union all
  select 'a present passage of no claim, ' || claim from present_passage where search_row not in (select search_row from passage)`;

/** The full-text index and the passages, row against row. */
export async function* verifyIndex({ connection }: Walk): AsyncGenerator<VerifyFinding> {
  for (const message of await connection.read((db) => messages(db, STRAYS)))
    yield { what: 'search-index', id: connection.path, message };
}

const lastMomentFault = async (db: Db, dispute: string): Promise<string | null> => {
  const held = await db
    .selectFrom('claim_version')
    .select((eb) => [eb.fn.max('recorded_from').as('from'), eb.fn.max('recorded_to').as('to')])
    .where('dispute', '=', dispute)
    .executeTakeFirst();
  const newest = [held?.from, held?.to].filter((moment) => typeof moment === 'string').sort();
  const known = await readLastMoment(db, dispute);
  return (newest.at(-1) ?? null) === known
    ? null
    : 'the moment of the last change is not that of the newest version';
};

/** What the record says of itself, and the pages that could not be read, against their digests. */
export async function* verifyNotes({ connection, dispute }: Walk): AsyncGenerator<VerifyFinding> {
  const meta = await connection.read((db) => db.selectFrom('meta').selectAll().execute());
  for (const row of meta)
    if (!isIntact('meta', row))
      yield {
        what: 'file',
        id: row.key,
        message: 'what the record says of itself does not match its digest',
      };
  const moment = await connection.read((db) => lastMomentFault(db, dispute));
  if (moment !== null) yield { what: 'claim', id: connection.path, message: moment };
  const failures = await connection.read((db) => db.selectFrom('failure').selectAll().execute());
  for (const row of failures)
    if (!isIntact('failure', row))
      yield {
        what: 'file',
        id: fromColumn(row.path),
        message: 'the note of a failed page does not match its digest',
      };
}
