import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Acquired } from '../../../src/acquire/index.ts';
import type { WebOptions, WebOutcome } from '../../../src/app/fetch/web-pages.ts';
import { webPages } from '../../../src/app/fetch/web-pages.ts';
import type { BadServer } from '../../acquire/support/bad-server.ts';
import { slowAnswer, startBadServer } from '../../acquire/support/bad-server.ts';
import { fakeClock } from '../../acquire/support/fake-clock.ts';

let root = '';
let record = '';
let server: BadServer;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'demarche-pages-'));
  record = join(root, 'ferry.demarche');
  server = await startBadServer();
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

interface Seen {
  readonly pages: readonly Acquired[];
  readonly outcomes: readonly WebOutcome[];
}

const read = async (addresses: readonly string[], options: WebOptions = {}): Promise<Seen> => {
  const pages: Acquired[] = [];
  const outcomes: WebOutcome[] = [];
  const how = { allowPrivate: true, clock: fakeClock(), ...options };
  const onFetched = (outcome: WebOutcome): void => void outcomes.push(outcome);
  for await (const page of webPages(addresses, record, { ...how, onFetched })) pages.push(page);
  return { pages, outcomes };
};

const told = ({ pages }: Seen): readonly unknown[] =>
  pages.map((page) => (page.ok ? [page.capture.page.path, page.capture.text] : [page.path, page.code]));

test('pages come in the order given, under the addresses given, and failures among them', async () => {
  const at = (path: string): string => server.base + path;
  const seen = await read([at('/moved'), at('/none'), 'ftp://harbour.example/', at('/image'), at('/second')]);
  expect(told(seen)).toEqual([
    [at('/moved'), '<p>Привет —'],
    [at('/none'), 'not-found'],
    ['ftp://harbour.example/', 'usage'],
    [at('/image'), 'unsupported-format'],
    [at('/second'), '<p>second'],
  ]);
  expect(seen.outcomes.map(({ kind }) => kind)).toEqual(['kept', 'failed', 'failed', 'failed', 'kept']);
  expect(seen.pages[0]).toMatchObject({ capture: { page: { url: at('/page') } } });
  expect(readdirSync(`${record}.fetched`)).toHaveLength(3);
});

describe('a second time', () => {
  test('a page that has not changed is read from its archive, whether the server says so or sends it again', async () => {
    const addresses = ['/tagged', '/page'].map((path) => server.base + path);
    const first = await read(addresses);
    const files = readdirSync(`${record}.fetched`);
    // As if the program had been killed between fetching and adding: the pages come again, the very same.
    const second = await read(addresses);
    expect(second.pages).toEqual(first.pages);
    expect(second.outcomes).toEqual(first.outcomes.map((outcome) => ({ ...outcome, kind: 'unchanged' })));
    expect(readdirSync(`${record}.fetched`)).toEqual(files);
    const [, , again] = server.asked.filter(({ url }) => url === '/tagged' || url === '/page');
    expect(again?.headers).toMatchObject({ 'if-none-match': '"v1"' });
  });

  test('when it was stopped after the first page, the rest is fetched', async () => {
    const addresses = ['/page', '/second'].map((path) => server.base + path);
    for await (const page of webPages(addresses, record, { allowPrivate: true, clock: fakeClock() }))
      if (page.ok) break;
    expect(told(await read(addresses))).toEqual([
      [addresses[0], '<p>Привет —'],
      [addresses[1], '<p>second'],
    ]);
  });
});

test('different hosts are asked at the same time, but no more than four', async () => {
  const { answer: slow, most } = slowAnswer(30);
  const here = await startBadServer({ '/a': slow, '/b': slow });
  const hosts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const addresses = hosts.flatMap((host) =>
    ['/a', '/b'].map((path) => `http://${host}.example:${here.port}${path}`),
  );
  const seen = await read(addresses, { resolve: async () => ['127.0.0.1'] });
  await here.close();
  expect(seen.pages.map((page) => page.ok && page.capture.page.url)).toEqual(addresses);
  expect(most()).toBeGreaterThan(1);
  expect(most()).toBeLessThanOrEqual(4);
});

test('an answer without a page that is read is kept, and told of', async () => {
  const here = await startBadServer({
    '/empty': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(' \n'),
    '/picture': (response) =>
      void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')),
  });
  const seen = await read(['/empty', '/picture'].map((path) => here.base + path));
  await here.close();
  expect(told(seen)).toEqual([
    [`${here.base}/empty`, 'empty'],
    [`${here.base}/picture`, 'binary'],
  ]);
});
