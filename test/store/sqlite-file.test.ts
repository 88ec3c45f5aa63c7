import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DemarcheError } from '../../src/model/error.ts';
import { fromDriver, fromSystem } from '../../src/store/sqlite/driver-errors.ts';
import { createSqliteRecord, openSqliteRecord } from '../../src/store/sqlite/index.ts';
import { anExtraction, bytesOf } from '../support/builders.ts';
import { asOrdinaryUser } from '../support/ordinary-user.ts';
import { collect, INFO } from './contract-fixtures.ts';
import { aPage, aRecordFile, claimsOf, dump, fill, meddle, NOW, scratch } from './sqlite-record.ts';

const { at, remove } = scratch();
const whole = at('whole.demarche');
let names = 0;
const fresh = (): string => at(`${names++}.demarche`);
const copy = (): string => {
  const path = fresh();
  copyFileSync(whole, path);
  return path;
};
const open = (
  path: string,
  options: { readonly readonly?: boolean; readonly busyTimeoutMs?: number; readonly maxPages?: number } = {},
) => openSqliteRecord(path, { now: NOW, ...options });
const failure = async (work: Promise<unknown>): Promise<DemarcheError> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DemarcheError)) throw new Error(`not ours: ${String(error)}`);
  return error;
};

beforeAll(() => aRecordFile(whole, 6));
afterAll(remove);

describe('making', () => {
  test('a record that is there already is not touched', async () => {
    const path = copy();
    const error = await failure(createSqliteRecord(path, INFO, { now: NOW }));
    expect(error).toMatchObject({ code: 'record-exists', context: { path } });
    expect(error.hint).toContain('demarche add');
    expect(readFileSync(path).equals(readFileSync(whole))).toBe(true);
  });

  test('any file that is there already is not touched', async () => {
    const path = fresh();
    writeFileSync(path, 'my notes');
    expect((await failure(createSqliteRecord(path, INFO, { now: NOW }))).code).toBe('record-exists');
    expect(readFileSync(path, 'utf8')).toBe('my notes');
  });

  test.each(['-wal', '-journal'])(
    'a %s left by a removed record is not read into the new one',
    async (suffix) => {
      const path = fresh();
      writeFileSync(`${path}${suffix}`, 'old frames');
      const error = await failure(createSqliteRecord(path, INFO, { now: NOW }));
      expect(error).toMatchObject({ code: 'record-exists', context: { path: `${path}${suffix}` } });
      expect(error.hint).toContain(suffix);
    },
  );

  test.each<[string, (path: string) => string]>([
    ['no folder', (path) => `${path}/missing/record.demarche`],
    ['a file for a folder', () => `${whole}/record.demarche`],
  ])('in %s is not found', async (_, place) => {
    const error = await failure(createSqliteRecord(place(at('none')), INFO, { now: NOW }));
    expect(error.code).toBe('not-found');
  });

  test('nothing else is left in the folder', async () => {
    const path = at('own/record.demarche');
    mkdirSync(dirname(path));
    const store = await createSqliteRecord(path, INFO, { now: NOW });
    await fill(store, 2);
    await store.close();
    await store.close();
    expect(readdirSync(dirname(path))).toEqual(['record.demarche']);
  });
});

describe('opening', () => {
  test('again gives the same record', async () => {
    const store = await open(copy());
    const again = await createSqliteRecord(fresh(), INFO, { now: NOW });
    await fill(again, 6);
    expect(await dump(store)).toEqual(await dump(again));
    await Promise.all([store.close(), again.close()]);
  });

  test.each<[string, (path: string) => void, string, string]>([
    ['nothing there', () => undefined, 'not-found', 'demarche init'],
    ['a folder', (path) => mkdirSync(path), 'not-a-record', 'demarche init'],
    ['an empty file', (path) => writeFileSync(path, ''), 'not-a-record', 'demarche init'],
    [
      'a text',
      (path) => writeFileSync(path, 'SQLite is a fine thing, and this is a text about it'.repeat(9)),
      'not-a-record',
      'demarche init',
    ],
    ['a short text', (path) => writeFileSync(path, 'SQL'), 'record-corrupt', 'demarche verify'],
    ['another SQLite file', (path) => meddle(path, 'create table t (a)'), 'not-a-record', 'demarche init'],
    [
      'a newer record',
      (path) => {
        copyFileSync(whole, path);
        meddle(path, 'pragma user_version = 99');
      },
      'record-newer',
      'update',
    ],
    [
      'a record without tables',
      (path) =>
        meddle(path, 'create table t (a)', 'pragma application_id = 0x646d7263', 'pragma user_version = 1'),
      'record-corrupt',
      'copy',
    ],
    [
      'a record that says nothing of itself',
      (path) => {
        copyFileSync(whole, path);
        meddle(path, 'delete from meta');
      },
      'record-corrupt',
      'copy',
    ],
  ])('%s', async (_, make, code, hint) => {
    const path = fresh();
    make(path);
    const before = existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null;
    const error = await failure(open(path));
    expect(error.code).toBe(code);
    expect(error.hint).toContain(hint);
    if (before !== null && code === 'not-a-record') expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a file below a file is not found', async () => {
    expect((await failure(open(`${whole}/record.demarche`))).code).toBe('not-found');
  });

  test.each([16, 60, 99, 100, 1000, 4095, 4096, 5000, 40_000, -4096, -1])(
    'cut off at %i bytes',
    async (length) => {
      const path = copy();
      truncateSync(path, length > 0 ? length : statSync(path).size + length);
      expect((await failure(open(path))).code).toBe('record-corrupt');
    },
  );

  test('a name that looks like an address stays a file', async () => {
    expect((await failure(open('libsql://example.invalid'))).code).toBe('not-found');
  });

  test('for reading only: every read works and no write does', async () => {
    const path = copy();
    const [usual, store] = [await open(copy()), await open(path, { readonly: true })];
    expect(await dump(store)).toEqual(await dump(usual));
    expect(await collect(store.verify())).toEqual([]);
    expect((await failure(store.savePage(aPage(90), bytesOf(aPage(90))))).code).toBe('permission');
    expect((await failure(store.applyClaims([]))).code).toBe('permission');
    await Promise.all([store.close(), usual.close()]);
    expect(readFileSync(path).equals(readFileSync(whole))).toBe(true);
  });

  test('in a folder that may not be written', async () => {
    const path = at('locked/record.demarche');
    chmodSync(dirname(dirname(path)), 0o755);
    mkdirSync(dirname(path), { mode: 0o555 });
    const error = await asOrdinaryUser(() => failure(createSqliteRecord(path, INFO, { now: NOW })));
    expect(error.code).toBe('permission');
  });
});

describe('two at a time', () => {
  test('a writer waits, then says that the record is locked, and loses nothing', async () => {
    const path = copy();
    const store = await open(path, { busyTimeoutMs: 80 });
    const other = new Libsql(path);
    other.exec('begin immediate');
    const start = performance.now();
    const error = await failure(store.savePage(aPage(90), bytesOf(aPage(90))));
    expect(performance.now() - start).toBeGreaterThan(60);
    expect(error.code).toBe('record-locked');
    expect(error.hint).toContain('again');
    expect(await store.claims({})).toHaveLength(8);
    other.exec('rollback');
    other.close();
    expect(await store.savePage(aPage(90), bytesOf(aPage(90)))).toBe('added');
    await store.close();
  });

  test('two stores on one file lose none of each other’s pages', async () => {
    const path = copy();
    const [one, two] = [await open(path), await open(path)];
    for (let n = 20; n < 30; n++) await (n % 2 === 0 ? one : two).savePage(aPage(n), bytesOf(aPage(n)));
    await one.close();
    expect(await collect(two.extractions())).toHaveLength(16);
    expect(await collect(two.verify())).toEqual([]);
    await two.close();
  });
});

describe('reading while another program writes', () => {
  /** A writer in the middle of a transaction that has changed what the record says. */
  const writing = (path: string): Libsql.Database => {
    const other = new Libsql(path);
    other.exec('pragma journal_mode = wal');
    other.exec('begin immediate');
    other.exec("update failure set code = 'empty'");
    return other;
  };

  test.each([true, false])(
    'a record opens, and is read as it was before (readonly: %s)',
    async (readonly) => {
      const path = copy();
      const usual = await open(copy(), { readonly: true });
      const expected = await dump(usual);
      await usual.close();
      const other = writing(path);
      const store = await open(path, { readonly, busyTimeoutMs: 50 });
      expect(await dump(store)).toEqual(expected);
      other.exec('commit');
      await expect(store.failures()).rejects.toMatchObject({ code: 'record-corrupt' });
      other.close();
      await store.close();
    },
  );

  test('the token of change tells of its commits, and not before', async () => {
    const path = copy();
    meddle(path, 'pragma journal_mode = wal');
    const store = await open(path, { readonly: true });
    const before = await store.change();
    const other = writing(path);
    expect(await store.change()).toBe(before);
    other.exec('commit');
    const after = await store.change();
    expect(after).not.toBe(before);
    expect(await store.change()).toBe(after);
    other.close();
    await store.close();
  });

  test('a list in batches goes on while claims come and go', async () => {
    const path = copy();
    const [reader, writer] = [await open(path, { readonly: true }), await open(path)];
    const many = Array.from({ length: 900 }, (_, n) => ({ ...claimsOf(5)[0], id: claimsOf(1000 + n)[0].id }));
    await writer.applyClaims(many);
    const token = await reader.change();
    const met = new Set<string>();
    let batches = 0;
    for await (const batch of reader.heads()) {
      if (batches++ === 0) await writer.applyClaims([...many.slice(0, 450), claimsOf(5)[1]]);
      for (const { claim } of batch) met.add(claim.id);
    }
    expect(await reader.change()).not.toBe(token);
    for (const { id } of many.slice(0, 450)) expect(met).toContain(id);
    expect((await reader.counts()).claims).toBe(451);
    await Promise.all([reader.close(), writer.close()]);
  });

  test('a file that is bound to a rollback journal says that it is locked', async () => {
    const path = copy();
    const store = await open(path, { readonly: true, busyTimeoutMs: 50 });
    const other = new Libsql(path);
    other.exec('begin exclusive');
    expect((await failure(store.counts())).code).toBe('record-locked');
    expect((await failure(collect(store.heads()))).code).toBe('record-locked');
    other.exec('rollback');
    other.close();
    expect((await store.counts()).pages).toBe(6);
    await store.close();
  });
});

describe('a full disk', () => {
  const noise = (n: number) =>
    anExtraction({
      text: Array.from({ length: 9000 }, (_, k) =>
        String.fromCodePoint(0x4e00 + ((k * 7919 * (n + 3)) % 20_000)),
      ).join(''),
    });

  test('is said, leaves the record as it was, and the work goes on when there is room', async () => {
    const path = copy();
    const store = await open(path, { maxPages: Math.ceil(statSync(path).size / 4096) + 20 });
    const before = await dump(store);
    let error: DemarcheError | null = null;
    let added = 0;
    for (let n = 0; n < 9 && error === null; n++) {
      const page = noise(n);
      const outcome = await store.savePage(page, bytesOf(page)).catch((reason: DemarcheError) => reason);
      if (outcome === 'added') added++;
      else if (outcome instanceof DemarcheError) error = outcome;
    }
    expect(error).toMatchObject({ code: 'disk-full' });
    expect(error?.hint).toContain('free some space');
    expect(added).toBeLessThan(4);
    expect(await collect(store.extractions())).toHaveLength(6 + added);
    await store.close();
    const roomy = await open(path);
    expect(await collect(roomy.verify())).toEqual([]);
    if (added === 0) expect(await dump(roomy)).toEqual(before);
    const last = noise(20);
    expect(await roomy.savePage(last, bytesOf(last))).toBe('added');
    await roomy.close();
  });

  test('in the middle of the claims leaves none of them', async () => {
    const path = copy();
    const store = await open(path, { maxPages: Math.ceil(statSync(path).size / 4096) + 3 });
    const before = await store.claims({});
    const many = Array.from({ length: 400 }, (_, n) => ({ ...claimsOf(1)[0], id: claimsOf(1000 + n)[0].id }));
    expect((await failure(store.applyClaims(many))).code).toBe('disk-full');
    expect(await store.claims({})).toEqual(before);
    expect(await collect(store.verify())).toEqual([]);
    await store.close();
  });
});

describe('errors of the driver and the system', () => {
  const driver = (rawCode: number, message = 'x'): Error => Object.assign(new Error(message), { rawCode });
  test.each<[unknown, string]>([
    [driver(5), 'record-locked'],
    [driver(261), 'record-locked'],
    [driver(13), 'disk-full'],
    [driver(8), 'permission'],
    [driver(14), 'permission'],
    [driver(11), 'record-corrupt'],
    [driver(267), 'record-corrupt'],
    [driver(26), 'record-corrupt'],
    [driver(1, 'malformed database schema'), 'record-corrupt'],
    [driver(10), 'internal'],
    [driver(19), 'internal'],
    [new Error('ConnectionFailed("Unable to open connection to local database x: 14")'), 'permission'],
  ])('%s is %s', (error, code) => {
    expect(fromDriver(error, 'record.demarche')).toMatchObject({ code, cause: error });
  });

  test.each([
    ['ENOENT', 'not-found'],
    ['ENOTDIR', 'not-found'],
    ['EACCES', 'permission'],
    ['EPERM', 'permission'],
    ['EROFS', 'permission'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
  ])('%s is %s', (system, code) => {
    const error = Object.assign(new Error(system), { code: system });
    expect(fromSystem(error, 'record.demarche')).toMatchObject({ code, cause: error });
  });

  test('what is not theirs stays as it is', () => {
    const error = new Error('other');
    expect(fromDriver(error, 'x')).toBe(error);
    expect(fromSystem(error, 'x')).toBe(error);
  });
});
