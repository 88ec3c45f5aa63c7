import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDemarcheError } from '../../src/model/error.ts';
import type { VerifyFinding } from '../../src/model/store-port.ts';
import { openSqliteRecord } from '../../src/store/sqlite/index.ts';
import { bytesOf } from '../support/builders.ts';
import { collect } from './contract-fixtures.ts';
import { aPage, aRecordFile, claimsOf, dump, meddle, NOW, scratch } from './sqlite-record.ts';

const { at, remove } = scratch();
const whole = at('whole.demarche');
const FLIPS = Number(process.env.DEMARCHE_FLIPS ?? 100);
const SEED = Number(process.env.DEMARCHE_SEED ?? 20_310_514);
let names = 0;
const copy = (): string => {
  const path = at(`${names++}.demarche`);
  copyFileSync(whole, path);
  return path;
};
// For reading only: the switch to a log and back costs more than all the rest.
const open = (path: string) => openSqliteRecord(path, { now: NOW, readonly: true });
const damaged = async (path: string): Promise<readonly VerifyFinding[]> => {
  const store = await open(path);
  const findings = await collect(store.verify());
  await store.close();
  return findings;
};
/** A generator of whole numbers below 2 ** 32 (mulberry32), so that a failing run can be run again. */
const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
};

beforeAll(() => aRecordFile(whole, 6));
afterAll(remove);

describe('verify', () => {
  test('finds nothing in a whole record', async () => {
    expect(await damaged(copy())).toEqual([]);
  });

  const claim = claimsOf(5)[0].id;
  test.each<[string, string, VerifyFinding['what']]>([
    [
      'a byte of a page',
      "update page set bytes = cast(substr(bytes, 1, 40) || x'ff' || substr(bytes, 42) as blob)",
      'page-bytes',
    ],
    ['the charset of a page', "update page set charset = 'utf-7'", 'page-bytes'],
    ['a word of an article', "update article set text = replace(text, 'berth', 'perth')", 'article-text'],
    ['an annotation', "update reading set annotations = replace(annotations, 'said', 'sang')", 'annotations'],
    ['a cited text', "update citation set exact = replace(exact, 'open', 'shut')", 'citation'],
    ['the place of a citation', 'update citation set span_start = span_start - 1', 'citation'],
    ['a citation that is gone', `delete from citation where claim = '${claim}' and n = 1`, 'citation'],
    ['a word of a claim', "update claim_version set claim = replace(claim, 'open', 'shut')", 'claim'],
    [
      'when a claim was recorded',
      "update claim_version set recorded_to = '2032-01-01T00:00:00.000Z' where recorded_to is null",
      'claim',
    ],
    [
      'an entity that a claim is listed under',
      "update claim_entity set entity = entity || '-2' where part = 'party'",
      'claim',
    ],
    [
      'the index',
      "update claim_search set words = 'we keep berth 5 shut' where words = 'we keep berth 5 open'",
      'search-index',
    ],
    [
      'the words behind the index',
      "update claim_search_content set c0 = 'we keep berth 5 shut' where c0 = 'we keep berth 5 open'",
      'search-index',
    ],
    ['a row of the index that is gone', 'delete from claim_search where rowid = 3', 'search-index'],
    ['a stray row of the index', "insert into claim_search (words) values ('stray')", 'search-index'],
    ['a present claim that the index takes for a past one', 'delete from present_passage', 'search-index'],
    [
      'a past claim that the index takes for a present one',
      'insert or replace into present_passage select search_row, dispute, claim from passage',
      'search-index',
    ],
    [
      'a stray row of the present passages',
      "insert into present_passage values (99999, 'harbour', 's-ffffffffffff')",
      'search-index',
    ],
    ['a failed page', "update failure set code = 'empty'", 'file'],
    ['a page that is gone', `delete from page where id = '${aPage(5).page.id}'`, 'file'],
  ])('finds %s', async (_, statement, what) => {
    const path = copy();
    meddle(path, 'pragma foreign_keys = off', 'pragma ignore_check_constraints = on', statement);
    expect((await damaged(path)).map((finding) => finding.what)).toContain(what);
  });

  test.each([
    'create table other (a)',
    'create trigger t after insert on page begin delete from failure; end',
    'drop index citation_article',
  ])('finds a changed schema, at opening or later: %s', async (statement) => {
    const path = copy();
    const store = await open(path);
    meddle(path, statement);
    expect((await collect(store.verify())).map(({ what }) => what)).toContain('file');
    await store.close();
    await expect(open(path)).rejects.toMatchObject({ code: 'record-corrupt' });
  });

  test('finds bytes that unpack and are not the page’s, and a read refuses them', async () => {
    const path = copy();
    const { page } = aPage(5);
    const bytes = bytesOf(aPage(5));
    bytes[bytes.length - 1] = 0x21;
    meddle(
      path,
      `update page set bytes = x'${brotliCompressSync(bytes).toString('hex')}' where id = '${page.id}'`,
    );
    expect((await damaged(path)).map(({ what, id }) => [what, id])).toEqual([['page-bytes', page.id]]);
    const store = await open(path);
    await expect(store.bytes(page.id)).rejects.toMatchObject({ code: 'record-corrupt' });
    await store.close();
  });

  test('finds what was changed while the record was open', async () => {
    const path = copy();
    const store = await open(path);
    meddle(path, "update meta set value = '2030-01-01T00:00:00.000Z' where key = 'created'");
    expect((await collect(store.verify())).map(({ what, id }) => [what, id])).toEqual([['file', 'created']]);
    await store.close();
  });

  test('goes on behind the first damage', async () => {
    const path = copy();
    meddle(
      path,
      "update page set charset = 'utf-7'",
      "update failure set code = 'empty'",
      "update citation set exact = 'x'",
    );
    const found = new Set((await damaged(path)).map((finding) => finding.what));
    expect([...found].sort()).toEqual(['citation', 'file', 'page-bytes']);
  });

  const columns = (): readonly (readonly [table: string, column: string])[] => {
    const database = new Libsql(whole);
    const tables = [
      'meta',
      'page',
      'article',
      'reading',
      'failure',
      'claim_version',
      'claim_entity',
      'citation',
      'passage',
      'present_passage',
    ];
    const all = tables.flatMap((table) =>
      (database.prepare(`pragma table_info(${table})`).all() as readonly { name: string }[]).map(
        ({ name }) => [table, name] as const,
      ),
    );
    database.close();
    return all;
  };

  test('covers every column of every table', async () => {
    const all = columns();
    expect(all.length).toBeGreaterThan(60);
    for (const [table, column] of all) {
      const path = copy();
      const changed = `case typeof(${column}) when 'integer' then ${column} + 1 when 'blob' then zeroblob(9) when 'null' then case '${column}' when 'valid_earliest' then 1 when 'valid_latest' then 1 else 'x' end else ${column} || 'x' end`;
      const key =
        table === 'meta'
          ? "key = 'title'"
          : `${column} = (select max(${column}) from ${table}) or (${column} is null and not exists (select 1 from ${table} where ${column} is not null))`;
      meddle(
        path,
        'pragma foreign_keys = off',
        'pragma ignore_check_constraints = on',
        `update ${table} set ${column} = ${changed} where ${key}`,
      );
      const found = await damaged(path).catch((error: unknown) =>
        isDemarcheError(error) ? [error.code] : [],
      );
      expect(found, `${table}.${column}`).not.toEqual([]);
    }
  });
});

describe('reading', () => {
  test.each<[string, string, (store: Awaited<ReturnType<typeof open>>) => Promise<unknown>]>([
    ['claims', "update citation set exact = replace(exact, 'open', 'shut')", (store) => store.claims({})],
    [
      'a claim',
      "update article set text = replace(text, 'berth', 'perth')",
      (store) => store.claim(claimsOf(5)[0].id),
    ],
    [
      'a search',
      "update claim_version set claim = replace(claim, 'open', 'shut')",
      (store) => store.search('berth', {}),
    ],
    ['a history', 'delete from citation where n = 0', (store) => store.history(claimsOf(5)[0].id)],
    ['bytes', 'update page set bytes = zeroblob(20)', (store) => store.bytes(aPage(5).page.id)],
    ['an extraction', "update reading set about = '{}'", (store) => store.extraction(aPage(5).article.id)],
    ['extractions', "update article set text = text || ' '", (store) => collect(store.extractions())],
    [
      'heads',
      "update claim_version set claim = replace(claim, 'open', 'shut')",
      (store) => collect(store.heads()),
    ],
    [
      'heads, with another day,',
      'update claim_version set valid_latest = 19000101 where recorded_to is null',
      (store) => collect(store.heads()),
    ],
    [
      'heads of articles, by their page,',
      "update page set charset = 'utf-7'",
      (store) => collect(store.articleHeads()),
    ],
    [
      'heads of articles, by their id,',
      `update reading set about = replace(about, '${aPage(5).article.id}', '${aPage(4).article.id}')`,
      (store) => collect(store.articleHeads()),
    ],
    [
      'heads of articles that are no JSON',
      'update reading set about = substr(about, 2)',
      (store) => collect(store.articleHeads()),
    ],
    ['heads of articles without a page', 'delete from page', (store) => collect(store.articleHeads())],
    [
      'a text',
      "update article set text = replace(text, 'berth', 'perth')",
      (store) => store.articleText(aPage(5).article.id, aPage(5).article.revision),
    ],
    [
      'claims by their ids',
      "update article set text = replace(text, 'berth', 'perth')",
      (store) => store.claims({ ids: [claimsOf(5)[0].id] }),
    ],
    [
      'a search among ids',
      "update citation set exact = replace(exact, 'open', 'shut')",
      (store) => store.search('berth', { ids: [claimsOf(5)[0].id] }),
    ],
    ['failures', "update failure set message = 'fine'", (store) => store.failures()],
  ])('%s that were changed is refused', async (_, statement, read) => {
    const path = copy();
    meddle(path, 'pragma foreign_keys = off', statement);
    const store = await open(path);
    await expect(read(store)).rejects.toMatchObject({ code: 'record-corrupt' });
    await store.close();
  });

  test('the damaged claim is named', async () => {
    const path = copy();
    const { id } = claimsOf(5)[0];
    meddle(path, `update citation set exact = 'x' where claim = '${id}'`);
    const store = await open(path);
    await expect(store.claims({})).rejects.toMatchObject({ message: expect.stringContaining(id) });
    await store.close();
  });
});

describe('a flipped bit', () => {
  test(`is refused, found, or without effect (${FLIPS} flips)`, async () => {
    const original = readFileSync(whole);
    const intact = await open(copy());
    const expected = await dump(intact);
    await intact.close();
    const next = numbers(SEED);
    const outcomes = { refused: 0, found: 0, harmless: 0 };
    for (let n = 0; n < FLIPS; n++) {
      const offset = next() % original.length;
      const bit = next() % 8;
      const bytes = Buffer.from(original);
      bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
      const path = at('flipped.demarche');
      writeFileSync(path, bytes);
      const store = await open(path).catch((error: unknown) => {
        if (!isDemarcheError(error) || error.code === 'internal') throw error;
        return null;
      });
      if (store === null) {
        outcomes.refused++;
        continue;
      }
      const findings = await collect(store.verify());
      if (findings.length > 0) outcomes.found++;
      else {
        expect(await dump(store), `byte ${offset}, bit ${bit}`).toEqual(expected);
        outcomes.harmless++;
      }
      await store.close();
    }
    expect(outcomes.found).toBeGreaterThan(FLIPS / 4);
    if (process.env.DEMARCHE_FLIPS) process.stdout.write(`${JSON.stringify(outcomes)}\n`);
  });
});
