import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { BadServer } from '../acquire/support/bad-server.ts';
import { ANSWERS, startBadServer } from '../acquire/support/bad-server.ts';
import { PAGES } from './pages.ts';
import type { Run } from './run.ts';
import { demarche, jsonLines, scratch } from './run.ts';

let cwd = '';
let server: BadServer;
const RECORD = 'ferry.demarche';

// Most tests start the program several times.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  cwd = scratch();
  server = await startBadServer({
    ...ANSWERS,
    '/ferry': (response) =>
      void response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(PAGES['harbour-post.html']),
  });
  expect((await demarche(['init', RECORD, '--title', 'The ferry'], { cwd })).status).toBe(0);
});
afterAll(async () => {
  await server.close();
  rmSync(cwd, { recursive: true, force: true });
});

const add = (...args: string[]): Promise<Run> =>
  demarche(['add', '--jobs', '1', '--delay', '0', ...args], { cwd });
const addHere = (...args: string[]): Promise<Run> => add('--allow-private', ...args);

test('a private address is not asked unless that is allowed', async () => {
  const { status, out, err } = await add(`${server.base}/ferry`);
  expect([status, out]).toEqual([1, expect.stringMatching(/^0 pages added, 1 not readable\n/)]);
  expect(err).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ferry: error\[private-address\]: .*--allow-private/);
  expect(server.asked).toEqual([]);
  expect(existsSync(join(cwd, `${RECORD}.fetched`))).toBe(false);
});

test('addresses are added, told of one by one, and unchanged the second time', async () => {
  const addresses = [`${server.base}/ferry`, `${server.base}/none`];
  const first = await addHere(...addresses, `${server.base}/ferry#part`);
  expect(first.status).toBe(1);
  expect(first.out).toMatch(
    /^added +http:\/\/127\.0\.0\.1:\d+\/ferry\n1 page added, 1 not readable\n[1-9]\d* claims added/,
  );
  expect(first.err).toMatch(/\/none: error\[not-found\]: .*404.*save the page by hand/);
  expect(readdirSync(join(cwd, `${RECORD}.fetched`))).toHaveLength(2);

  const second = await addHere(...addresses);
  expect(second.out).toMatch(
    /^unchanged +http:\/\/127\.0\.0\.1:\d+\/ferry\n0 pages added, 1 known already, 1 not/,
  );

  const { out } = await addHere('--json', ...addresses);
  expect(jsonLines(out)).toMatchObject([
    {
      added: 0,
      known: 1,
      failed: 1,
      addresses: [
        { address: addresses[0], outcome: 'unchanged', pages: 1, file: expect.stringMatching(/\.warc\.gz$/) },
        { address: addresses[1], outcome: 'failed', pages: 0, file: null, code: 'not-found' },
      ],
    },
  ]);
});

test('the folder of what was fetched can be added to another record', async () => {
  const other = 'other.demarche';
  expect((await demarche(['init', other, '--title', 'Another'], { cwd })).status).toBe(0);
  const { status, out } = await demarche(
    ['add', '--jobs', '1', '--record', other, `${RECORD}.fetched`, '--json'],
    { cwd },
  );
  expect([status, jsonLines(out)[0]]).toMatchObject([0, { added: 1, failed: 0 }]);
  rmSync(join(cwd, other));
});

test('what robots.txt forbids is not fetched unless that is asked for', async () => {
  server.robots = (response) => void response.writeHead(200).end('User-agent: demarche\nDisallow: /');
  const address = `${server.base}/second`;
  const refused = await addHere(address);
  expect([refused.status, refused.err]).toEqual([
    1,
    expect.stringMatching(/error\[robots-disallowed\]: .*--ignore-robots/),
  ]);
  expect((await addHere('--ignore-robots', address)).status).toBe(0);
  server.robots = null;
});

test('--timeout ends what does not end, and a scheme that is not fetched is no path', async () => {
  const { status, err } = await addHere('--timeout', '1', `${server.base}/drips`, 'ftp://harbour.example/a');
  expect(status).toBe(1);
  expect(err).toMatch(/\/drips: error\[fetch-failed\]: .*within 1 s/);
  expect(err).toMatch(/ftp:\/\/harbour\.example\/a: error\[usage\]: only addresses/);
});

test.each([
  ['--timeout', '0'],
  ['--timeout', 'soon'],
  ['--delay', '601'],
])('%s %s is a mistake', async (option, value) => {
  const { status, err } = await add(option, value, 'https://harbour.example/');
  expect([status, err]).toEqual([2, expect.stringMatching(/^error\[usage\]: .*seconds/)]);
});
