import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../src/api/openapi.ts';
import { VERSION } from '../../src/app/version.ts';
import { CLAIMS, MEETING, OPEN, PAGES, TALKS } from '../app/desk/coverage.ts';
import { fill, makePlace, STORES } from '../app/desk/support.ts';
import { askMany, troubleOf } from './support/described.ts';
import type { Description, Operation } from './support/generate.ts';
import { choiceOf } from './support/generate.ts';
import { ARTICLE, PAGE, REVISION } from './support/rows.ts';
import { testServer } from './support/server.ts';

const REQUESTS = 2000;
const SEED = 20_161_215;

test('docs/reference/openapi.json is fresh (npx tsx tools/build-openapi.ts)', () => {
  const file = readFileSync(new URL('../../docs/reference/openapi.json', import.meta.url), 'utf8');
  expect(file).toBe(`${JSON.stringify(openApiDocument(VERSION), null, 2)}\n`);
});

test('the server sends it, of its own version', async () => {
  const sent = await testServer().json<Description & { readonly openapi: string }>('/openapi.json');
  expect(sent.openapi).toBe('3.1.0');
  expect(sent).toEqual(JSON.parse(JSON.stringify(openApiDocument('9.9.9'))));
});

describe('docs/reference/api.md', () => {
  const page = readFileSync(new URL('../../docs/reference/api.md', import.meta.url), 'utf8');

  test('names every address', () => {
    const { paths } = openApiDocument(VERSION) as unknown as Description;
    const addresses = Object.keys(paths);
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((path) => !page.includes(`\`${path}\``) && !page.includes(` ${path}\``))).toEqual(
      [],
    );
  });

  test('has every code that only the server has, and no other', () => {
    const source = readFileSync(new URL('../../src/api/problem.ts', import.meta.url), 'utf8');
    const union = source.split('export type ServerCode =')[1]?.split(';')[0] ?? '';
    const codes = [...union.matchAll(/'([a-z-]+)'/g)].map((match) => match[1]);
    expect(codes.length).toBeGreaterThan(5);
    expect([...page.matchAll(/^\| `([a-z-]+)` \| \d{3} \|/gm)].map((match) => match[1]).toSorted()).toEqual(
      codes.toSorted(),
    );
  });
});

test('every part it refers to is there', () => {
  const text = JSON.stringify(openApiDocument(VERSION));
  const names = new Set(
    [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]),
  );
  const { schemas } = (openApiDocument(VERSION) as { components: { schemas: object } }).components;
  expect(names.size).toBeGreaterThan(20);
  expect([...names].filter((name) => !Object.hasOwn(schemas, name ?? ''))).toEqual([]);
});

/** What means something on the small desk of the tests. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  d: ['orland'],
  id: ['s-0000000aaaa1', 'e-0000000bbbb1', 's-00', 's-0000', 's-00000000dead', 'j1', 'j9'],
  article: [ARTICLE, 'ffffffffffffffff'],
  page: [PAGE, 'f'.repeat(64)],
  revision: [REVISION, REVISION.slice(0, 8), 'ffffffff'],
  kind: ['statement', 'event'],
  speaker: ['ada-voss', 'tam-brill', 'unknown'],
  q: ['light', 'Ada', '"we keep"', 'keep*'],
};

/** What means something on a real desk. */
const REAL: Readonly<Record<string, readonly string[]>> = {
  d: ['straits'],
  id: [OPEN.id, MEETING.id, TALKS.id, 'j1'],
  article: PAGES.map(({ article }) => article.id),
  page: PAGES.map(({ page }) => page.id),
  revision: PAGES.map(({ article }) => article.revision),
  kind: ['statement', 'event'],
  speaker: ['ada-voss', 'unknown'],
  q: ['straits', 'Ada', '"every flag"', 'toll*'],
};

const WORDS = ['orl', 'yes', 'en', 'harbour-post', 'crawl-clock', '1'] as const;
const among =
  (known: typeof KNOWN) =>
  (name: string): readonly string[] =>
    known[name] ?? WORDS;

describe('requests made from the description', () => {
  test(`${REQUESTS} of them, valid and hostile, meet no fault, and every answer is as described`, async () => {
    const { troubles, statuses } = await askMany(testServer().ask, choiceOf(SEED), REQUESTS, among(KNOWN));
    expect(troubles).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 2);
    expect(statuses.get(400)).toBeGreaterThan(20);
    expect(statuses.get(404)).toBeGreaterThan(50);
  });

  test.each(STORES)('so do they on a real desk over a %s record', async (kind) => {
    const place = makePlace();
    const store = await place.store(kind);
    await fill(store, PAGES, CLAIMS);
    const desk = await place.desk(store);
    await desk.ready();
    const { ask } = testServer({ desk });
    const { troubles, statuses } = await askMany(ask, choiceOf(SEED), REQUESTS / 4, among(REAL));
    await place.close();
    expect(troubles).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 10);
  });

  test('the check of answers can fail', async () => {
    const operation: Operation = { responses: { 200: {} } };
    const path = '/{d}/overview.json';
    const answer = (body: unknown, status = 200): Response => Response.json(body, { status });
    expect(await troubleOf(answer({}, 500), 'get', path, operation)).toContain('fault');
    expect(await troubleOf(answer({}, 418), 'get', path, operation)).toContain('not described');
    expect(await troubleOf(answer({ dispute: 'orland' }), 'get', path, operation)).toContain('title');
  });
});
