import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { instant } from '../../model/brand.ts';
import type { ArticleHead, ClaimHead, VersionHead } from '../../model/store-port.ts';
import { recordCorrupt } from '../errors.ts';
import { intact } from './columns.ts';
import type { Connection, Db } from './connection.ts';
import { PAGE_HEAD, pageOf } from './pages.ts';
import type { ReadingRow, VersionRow } from './tables.ts';

/** Rows a read: each holds the process and the record up for some hundredths of a second, and its rows die young. */
const BATCH = { keys: 20_000, claims: 250, articles: 500 } as const;

interface Keys {
  readonly numbers: string;
  readonly last: string | null;
}

/** The row numbers of the present versions with the next ids after `after`: read from the index alone. */
const keysAfter = async (db: Db, dispute: string, after: string): Promise<Keys> => {
  const { rows } = await sql<Keys>`
    select json_group_array(number) as numbers, max(id) as last from (
      select rowid as number, id from claim_version indexed by claim_current
      where dispute = ${dispute} and recorded_to is null and id > ${after}
      order by id limit ${BATCH.keys})`.execute(db);
  return rows[0] ?? { numbers: '[]', last: null };
};

/** In order of place in the file, so that it is read from front to back. */
const presentRows = async ({ read }: Connection, dispute: string): Promise<Float64Array> => {
  const all: number[] = [];
  let after: string | null = '';
  while (after !== null) {
    const from: string = after;
    const { numbers, last }: Keys = await read((db) => keysAfter(db, dispute, from));
    for (const number of JSON.parse(numbers) as readonly number[]) all.push(number);
    after = last;
    await setImmediate();
  }
  return Float64Array.from(all).sort();
};

type PresentRow = Omit<VersionRow, 'dispute' | 'recorded_to'>;

const presentAt = (db: Db, numbers: Float64Array): Promise<readonly PresentRow[]> =>
  db
    .selectFrom('claim_version')
    .select([
      'id',
      'recorded_from',
      'kind',
      'valid_earliest',
      'valid_latest',
      'citations',
      'claim_sha256',
      'row_sha256',
      'claim',
    ])
    .where(sql<boolean>`rowid in (select value from json_each(${JSON.stringify([...numbers])}))`)
    .where('recorded_to', 'is', null)
    .execute();

const headOf = (dispute: string, row: PresentRow): VersionHead => {
  const whole: VersionRow = { dispute, recorded_to: null, ...row };
  const claim: ClaimHead = JSON.parse(intact('claim_version', row.id, whole).claim);
  return { claim, from: instant(row.recorded_from) };
};

/**
 * As the port has it. Each batch is one short transaction, and between two of them the process attends to its other
 * work. @throws DemarcheError `record-corrupt`
 */
export async function* readHeads(
  connection: Connection,
  dispute: string,
): AsyncGenerator<readonly VersionHead[]> {
  const numbers = await presentRows(connection, dispute);
  for (let at = 0; at < numbers.length; at += BATCH.claims) {
    const batch = numbers.subarray(at, at + BATCH.claims);
    const rows = await connection.read((db) => presentAt(db, batch));
    if (rows.length > 0) yield rows.map((row) => headOf(dispute, row));
    await setImmediate();
  }
}

type AboutRow = Pick<ReadingRow, 'article' | 'revision' | 'page' | 'about' | 'error'>;

const aboutOf = (row: AboutRow): Pick<ArticleHead, 'article' | 'error'> => {
  const damaged = (cause?: unknown): Error =>
    recordCorrupt(`what is known of article ${row.article} is of another`, row.article, cause);
  let about: ArticleHead['article'];
  let error: ArticleHead['error'];
  try {
    about = JSON.parse(row.about);
    error = row.error === null ? null : JSON.parse(row.error);
  } catch (cause) {
    throw damaged(cause);
  }
  // The row's digest covers the annotations too, which are not read here.
  if (about.id !== row.article || about.revision !== row.revision || about.page !== row.page) throw damaged();
  return { article: about, error };
};

const articlesAfter = async (db: Db, dispute: string, after: string): Promise<readonly ArticleHead[]> => {
  const readings = await db
    .selectFrom('reading')
    .select(['article', 'revision', 'page', 'about', 'error'])
    .where('dispute', '=', dispute)
    .where('article', '>', after)
    .orderBy('article')
    .limit(BATCH.articles)
    .execute();
  const ids = JSON.stringify(readings.map(({ page }) => page));
  const pages = await db
    .selectFrom('page')
    .select(PAGE_HEAD)
    .where('dispute', '=', dispute)
    .where(sql<boolean>`id in (select value from json_each(${ids}))`)
    .execute();
  const byId = new Map(pages.map((row) => [row.id, row]));
  return readings.map((row) => {
    const page = byId.get(row.page);
    if (!page) throw recordCorrupt(`the page of article ${row.article} is gone`, row.article);
    return { page: pageOf(intact('page', page.id, page)), ...aboutOf(row) };
  });
};

/** As the port has it, in batches as `readHeads`. @throws DemarcheError `record-corrupt` */
export async function* readArticleHeads(
  connection: Connection,
  dispute: string,
): AsyncGenerator<readonly ArticleHead[]> {
  let after = '';
  for (;;) {
    const from = after;
    const batch = await connection.read((db) => articlesAfter(db, dispute, from));
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    after = last.article.id;
    await setImmediate();
  }
}

/** As the port has it; within a transaction. */
export const readCounts = async (
  db: Db,
  dispute: string,
): Promise<{ readonly claims: number; readonly pages: number }> => {
  const claims = await db
    .selectFrom('claim_version')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('dispute', '=', dispute)
    .where('recorded_to', 'is', null)
    .executeTakeFirstOrThrow();
  const pages = await db
    .selectFrom('page')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('dispute', '=', dispute)
    .executeTakeFirstOrThrow();
  return { claims: claims.count, pages: pages.count };
};
