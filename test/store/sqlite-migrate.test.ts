import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { connect } from '../../src/store/sqlite/connection.ts';
import { openSqliteRecord } from '../../src/store/sqlite/index.ts';
import { migrate, versionOf } from '../../src/store/sqlite/migrate.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/store/sqlite/migrations/index.ts';
import type { Migration } from '../../src/store/sqlite/migrations/migration.ts';
import { collect } from './contract-fixtures.ts';
import { aRecordFile, dump, meddle, NOW, scratch } from './sqlite-record.ts';

const { at, remove } = scratch();
afterAll(remove);

const ONE: Migration = { version: 1, statements: ['create table a (x integer)', 'insert into a values (1)'] };
const TWO: Migration = {
  version: 2,
  statements: ['alter table a add column y integer', 'update a set y = x + 1'],
};
const BROKEN: Migration = {
  version: 2,
  statements: ['update a set x = 5', 'insert into nowhere values (1)'],
};

const opened = (name: string) => connect(at(name), { busyTimeoutMs: 0, readonly: false, maxPages: null });
const rows = async (connection: Awaited<ReturnType<typeof opened>>, columns = 'x') =>
  (await connection.read((db) => sql.raw(`select ${columns} from a`).execute(db))).rows;

describe('migrations', () => {
  test('are numbered without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, n) => n + 1));
    expect(SCHEMA_VERSION).toBe(MIGRATIONS.at(-1)?.version);
  });

  test('each runs once, from whatever version the file has', async () => {
    const connection = await opened('a.db');
    await migrate(connection, [ONE]);
    await migrate(connection, [ONE]);
    expect(await rows(connection)).toEqual([{ x: 1 }]);
    await migrate(connection, [ONE, TWO]);
    expect(await rows(connection, 'x, y')).toEqual([{ x: 1, y: 2 }]);
    expect(await versionOf(connection)).toBe(2);
    await connection.close();
  });

  test('one that fails leaves the version and the data before it', async () => {
    const connection = await opened('b.db');
    await expect(migrate(connection, [ONE, BROKEN])).rejects.toMatchObject({ code: 'record-corrupt' });
    expect(await versionOf(connection)).toBe(1);
    expect(await rows(connection)).toEqual([{ x: 1 }]);
    await migrate(connection, [ONE, TWO]);
    expect(await versionOf(connection)).toBe(2);
    await connection.close();
  });

  test('a record of the first version is brought up to date, and nothing in it is lost', async () => {
    const path = at('first.demarche');
    await aRecordFile(path, 5);
    const whole = await openSqliteRecord(path, { now: NOW, readonly: true });
    const expected = await dump(whole);
    await whole.close();
    meddle(path, 'drop table present_passage', 'pragma user_version = 1');
    await expect(openSqliteRecord(path, { now: NOW, readonly: true })).rejects.toMatchObject({
      code: 'permission',
      context: { version: 1 },
    });
    const store = await openSqliteRecord(path, { now: NOW });
    expect(await dump(store)).toEqual(expected);
    expect(expected.found[0]?.length).toBeGreaterThan(0);
    expect(await collect(store.verify())).toEqual([]);
    await store.close();
  });

  test('a newer file is left alone', async () => {
    const connection = await opened('c.db');
    await migrate(connection, [ONE, TWO]);
    await expect(migrate(connection, [ONE])).rejects.toMatchObject({
      code: 'record-newer',
      context: { found: 2, known: 1 },
    });
    expect(await versionOf(connection)).toBe(2);
    await connection.close();
  });
});
