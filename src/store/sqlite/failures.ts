import { pageId } from '../../model/brand.ts';
import type { FailedPage } from '../../model/store-port.ts';
import { fromColumn, intact, seal, toColumn } from './columns.ts';
import type { Db } from './connection.ts';

/** Remembers a page that could not be read; the last word on a path stands. */
export const saveFailure = async (db: Db, dispute: string, failure: FailedPage): Promise<void> => {
  const row = seal('failure', {
    dispute,
    path: toColumn(failure.path),
    page: failure.page,
    code: failure.code,
    message: toColumn(failure.message),
  });
  const { dispute: _, path: __, ...values } = row;
  await db
    .insertInto('failure')
    .values(row)
    .onConflict((at) => at.columns(['dispute', 'path']).doUpdateSet(values))
    .execute();
};

/** The pages that could not be read, in order of path. @throws DemarcheError `record-corrupt` */
export const readFailures = async (db: Db, dispute: string): Promise<readonly FailedPage[]> => {
  const rows = await db.selectFrom('failure').selectAll().where('dispute', '=', dispute).execute();
  return rows
    .map((row) => {
      const { path, page, code, message } = intact('failure', fromColumn(row.path), row);
      return {
        path: fromColumn(path),
        page: page === null ? null : pageId(page),
        code,
        message: fromColumn(message),
      };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
};
