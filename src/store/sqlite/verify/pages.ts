import type { VerifyFinding } from '../../../model/store-port.ts';
import { isIntact } from '../columns.ts';
import type { Db } from '../connection.ts';
import { unpacked } from '../pages.ts';
import type { Walk } from './walk.ts';
import { damageOf } from './walk.ts';

const pageFaults = async (db: Db, dispute: string, id: string): Promise<readonly string[]> => {
  const row = await db
    .selectFrom('page')
    .selectAll()
    .where('dispute', '=', dispute)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return ['the page is in the index and not in the table'];
  const faults = isIntact('page', row) ? [] : ['what is known of the page does not match its digest'];
  const bytes = await unpacked(row).catch((error: unknown) => faults.push(damageOf(error)));
  if (typeof bytes !== 'number' && bytes.length !== row.byte_length)
    faults.push('the page has another length');
  return faults;
};

/** Every page: its row against its digest, its bytes against its id. */
export async function* verifyPages({ connection, dispute, count }: Walk): AsyncGenerator<VerifyFinding> {
  const ids = await connection.read((db) =>
    db.selectFrom('page').select('id').where('dispute', '=', dispute).orderBy('id').execute(),
  );
  for (const { id } of ids) {
    const faults = await connection
      .read((db) => pageFaults(db, dispute, id))
      .catch((error: unknown) => [damageOf(error)]);
    for (const message of faults) yield { what: 'page-bytes', id, message };
    count({ pages: 1 });
  }
}

const ARTICLE_FAULT = 'the text of the article does not match its digest';
const READING_FAULT = 'the reading of the article does not match its digest';

/** Every revision of every article's text against its digest. */
export async function* verifyArticles({ connection, dispute }: Walk): AsyncGenerator<VerifyFinding> {
  const keys = await connection.read((db) =>
    db
      .selectFrom('article')
      .select(['id', 'revision'])
      .where('dispute', '=', dispute)
      .orderBy('id')
      .orderBy('revision')
      .execute(),
  );
  for (const { id, revision } of keys) {
    const message = await connection
      .read(async (db) => {
        const row = await db
          .selectFrom('article')
          .selectAll()
          .where('dispute', '=', dispute)
          .where('id', '=', id)
          .where('revision', '=', revision)
          .executeTakeFirst();
        return row && isIntact('article', row) ? null : ARTICLE_FAULT;
      })
      .catch(damageOf);
    if (message !== null) yield { what: 'article-text', id, message };
  }
}

/** Every reading (metadata, segments, annotations, diagnostics) against its digest. */
export async function* verifyReadings({ connection, dispute }: Walk): AsyncGenerator<VerifyFinding> {
  const keys = await connection.read((db) =>
    db.selectFrom('reading').select('article').where('dispute', '=', dispute).orderBy('article').execute(),
  );
  for (const { article } of keys) {
    const message = await connection
      .read(async (db) => {
        const row = await db
          .selectFrom('reading')
          .selectAll()
          .where('dispute', '=', dispute)
          .where('article', '=', article)
          .executeTakeFirst();
        return row && isIntact('reading', row) ? null : READING_FAULT;
      })
      .catch(damageOf);
    if (message !== null) yield { what: 'annotations', id: article, message };
  }
}
