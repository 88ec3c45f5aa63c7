import type { Instant } from '../../model/brand.ts';
import { disputeId, instant } from '../../model/brand.ts';
import type { RecordInfo } from '../../model/store-port.ts';
import { recordCorrupt } from '../errors.ts';
import { intact, seal } from './columns.ts';
import type { Db } from './connection.ts';

/** Writes what the record says of itself. */
export const writeInfo = async (db: Db, { dispute, title, pack, created }: RecordInfo): Promise<void> => {
  const rows = Object.entries({ title, pack, created }).map(([key, value]) =>
    seal('meta', { dispute, key, value }),
  );
  await db.insertInto('meta').values(rows).execute();
};

/**
 * Reads what the record says of itself; `schema` is the version of its tables.
 * @throws DemarcheError `record-corrupt` when it does not say it, or was changed.
 */
export const readInfo = async (db: Db, schema: number): Promise<RecordInfo> => {
  const rows = await db.selectFrom('meta').selectAll().execute();
  const values = new Map(rows.map((row) => [row.key, intact('meta', row.key, row).value]));
  const [title, created] = [values.get('title'), values.get('created')];
  const [dispute, ...others] = new Set(rows.map((row) => row.dispute));
  if (dispute === undefined || others.length > 0 || typeof title !== 'string' || typeof created !== 'string')
    throw recordCorrupt('it does not say what it is about', 'meta');
  return {
    dispute: disputeId(dispute),
    title,
    pack: values.get('pack') ?? null,
    schema,
    created: instant(created),
  };
};

/** The moment of the last transaction that changed claims, or null. @throws DemarcheError `record-corrupt` */
export const readLastMoment = async (db: Db, dispute: string): Promise<Instant | null> => {
  const row = await db
    .selectFrom('meta')
    .selectAll()
    .where('dispute', '=', dispute)
    .where('key', '=', 'recorded')
    .executeTakeFirst();
  if (!row?.value) return null;
  return instant(intact('meta', row.key, row).value ?? '');
};

/** Keeps the moment of the transaction under way. */
export const writeLastMoment = async (db: Db, dispute: string, moment: Instant): Promise<void> => {
  const { value, row_sha256 } = seal('meta', { dispute, key: 'recorded', value: moment });
  await db
    .insertInto('meta')
    .values({ dispute, key: 'recorded', value, row_sha256 })
    .onConflict((at) => at.columns(['dispute', 'key']).doUpdateSet({ value, row_sha256 }))
    .execute();
};
