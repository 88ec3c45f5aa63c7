import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Acquired, AcquireFailure } from '../../src/acquire/index.ts';
import { acquirePath, DEFAULT_LIMITS } from '../../src/acquire/index.ts';
import type { Unchanged } from '../../src/acquire/web.ts';
import { createFetcher } from '../../src/acquire/web.ts';
import type { FetchedPage } from '../../src/acquire/web-answer.ts';
import type { FetchOptions } from '../../src/acquire/web-send.ts';
import { instant } from '../../src/model/brand.ts';
import type { Answer, BadServer } from './support/bad-server.ts';
import { slowAnswer, startBadServer } from './support/bad-server.ts';
import { fakeClock } from './support/fake-clock.ts';

const NOW = instant('2031-05-14T10:11:12.345Z');
const folder = mkdtempSync(join(tmpdir(), 'demarche-web-'));
let server: BadServer;

beforeAll(async () => {
  server = await startBadServer();
});
beforeEach(() => {
  server.robots = null;
  server.asked.length = 0;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const optionsOf = (options: Partial<FetchOptions>): FetchOptions => ({
  agent: 'demarche/test',
  now: () => NOW,
  allowPrivate: true,
  clock: fakeClock(),
  ...options,
});
const addressOf = (path: string): string => (path.startsWith('/') ? server.base + path : path);
const get = (
  path: string,
  options: Partial<FetchOptions> = {},
): Promise<FetchedPage | Unchanged | AcquireFailure> =>
  createFetcher(optionsOf(options)).fetch(addressOf(path));

/** The paths that were asked for, `robots.txt` left out. */
const pagesAsked = (): readonly string[] =>
  server.asked.map(({ url }) => url ?? '').filter((url) => url !== '/robots.txt');

const fetchWhole = async (path: string, options: Partial<FetchOptions> = {}): Promise<FetchedPage> => {
  const fetched = await get(path, options);
  if (!fetched.ok) throw new Error(fetched.message);
  if (fetched.kind !== 'page') throw new Error('a page was expected');
  return fetched;
};

let files = 0;
const pageOf = async (path: string): Promise<Acquired & { ok: true }> => {
  const file = join(folder, `${files++}.warc.gz`);
  writeFileSync(file, (await fetchWhole(path)).archive);
  const all: Acquired[] = [];
  for await (const acquired of acquirePath(file)) all.push(acquired);
  const [only, ...others] = all;
  if (only?.ok !== true || others.length > 0) throw new Error('one page was expected');
  return only;
};

describe('a page', () => {
  test('keeps address, charset and moment of capture as an archive does', async () => {
    const { capture } = await pageOf('/page');
    expect(capture.text).toBe('<p>Привет —');
    expect(capture.page).toMatchObject({
      url: `${server.base}/page`,
      charset: 'windows-1251',
      capturedAt: NOW,
      mediaType: 'text/html',
    });
    expect(server.asked.map(({ url, headers }) => [url, headers['user-agent']])).toEqual([
      ['/robots.txt', 'demarche/test'],
      ['/page', 'demarche/test'],
    ]);
  });

  test.each([
    ['/chunked', '<p>one two 𝕏'],
    ['/gzip', '<p>packed'],
    ['/br', '<p>packed'],
    ['/deflate', '<p>packed'],
    ['/deflate-raw', '<p>packed'],
    ['/gzip-lie', '<p>not packed'],
    ['/charset-lie', '<meta charset="windows-1251"><p>Привет'],
    ['/silent', '<!doctype html><p>told from its bytes'],
    ['/length-short', '<p>short'],
    ['/busy', '<p>calm again'],
    ['/gateway', '<p>calm again'],
    ['/hangs-up-once', '<p>calm again'],
    ['/reset-midway', '<p>calm again'],
  ])('%s is read whole', async (path, text) => {
    expect((await pageOf(path)).capture.text).toBe(text);
  });

  test.each(['/feed', '/json-feed'])('%s is kept', async (path) => {
    expect(gunzipSync((await fetchWhole(path)).archive).toString()).toContain(
      `Target-URI: ${server.base}${path}`,
    );
  });

  test('a redirect is followed, and the page has the address that answered', async () => {
    expect((await pageOf('/moved')).capture.page.url).toBe(`${server.base}/page`);
    const archive = gunzipSync((await fetchWhole('/moved')).archive).toString('latin1');
    expect(archive).toContain(`WARC-Target-URI: ${server.base}/moved\r\nWARC-IP-Address: 127.0.0.1\r\n`);
  });

  test('cookies are neither sent nor kept', async () => {
    const { archive } = await fetchWhole('/cookie');
    expect(server.asked.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, undefined]);
    expect(gunzipSync(archive).toString()).not.toMatch(/secret/);
  });
});

describe('an answer that is none', () => {
  test.each<[string, string, RegExp]>([
    ['/loop', 'fetch-failed', /in a circle/],
    ['/ping', 'fetch-failed', /in a circle/],
    ['/moved-far', 'fetch-failed', /more than 5 times/],
    ['/nowhere', 'fetch-failed', /301/],
    ['/to-nonsense', 'fetch-failed', /302/],
    ['/to-file', 'fetch-failed', /redirects elsewhere: only addresses/],
    ['/to-ftp', 'fetch-failed', /redirects elsewhere: only addresses/],
    ['/to-data', 'fetch-failed', /redirects elsewhere: only addresses/],
    ['/to-password', 'fetch-failed', /redirects elsewhere: .*password/],
    ['/image', 'unsupported-format', /image\/png/],
    ['/video', 'unsupported-format', /video\/mp4/],
    ['/silent-noise', 'unsupported-format', /octet-stream/],
    ['/zstd', 'unsupported-format', /zstd/],
    ['/gzip-cut', 'fetch-failed', /unpacked/],
    ['/login', 'permission', /403/],
    ['/none', 'not-found', /404/],
    ['/gone', 'not-found', /410/],
    ['/broken', 'fetch-failed', /500/],
    ['/teapot', 'fetch-failed', /418/],
    ['/partial', 'fetch-failed', /206/],
    ['/unasked-304', 'fetch-failed', /304/],
    ['/always-busy', 'fetch-failed', /503/],
    ['/hangs-up', 'fetch-failed', /connection failed/],
    ['/chunks-cut', 'fetch-failed', /connection failed/],
    ['/chunks-bad', 'fetch-failed', /no HTTP/],
    ['/length-long', 'fetch-failed', /connection failed|no whole/],
    ['/length-twice', 'fetch-failed', /no HTTP|connection failed/],
    ['/length-and-chunks', 'fetch-failed', /no HTTP|connection failed/],
    ['/head-bad', 'fetch-failed', /no HTTP/],
    ['/head-huge', 'fetch-failed', /headers .* too large/],
    ['/head-many', 'fetch-failed', /headers .* too large/],
    ['/no-http', 'fetch-failed', /no HTTP/],
    ['http://no-such-host.invalid/', 'fetch-failed', /no such host|connection failed/],
    ['ftp://harbour.example/a', 'usage', /https:\/\//],
    ['file:///etc/hostname', 'usage', /https:\/\//],
    ['javascript:alert(1)', 'usage', /https:\/\//],
    ['no address', 'usage', /no address/],
    [`https://harbour.example/${'a'.repeat(5_000)}`, 'usage', /longer than/],
    ['https://ada:secret@harbour.example/', 'usage', /password/],
  ])('%s: %s', async (path, code, message) => {
    const result = await get(path);
    expect(result).toMatchObject({ ok: false, code });
    if (result.ok) throw new Error('no failure');
    expect(result.message).toMatch(message);
    expect(result.path).toBe(addressOf(path));
  });

  test.each(['/large', '/large-said', '/grows', '/bomb-gzip', '/bomb-br', '/bomb-deflate'])(
    '%s: more than one page may have is refused',
    async (path) => {
      const limits = { ...DEFAULT_LIMITS, pageBytes: path.startsWith('/bomb') ? 100_000 : 1_000 };
      expect(await get(path, { limits })).toMatchObject({ ok: false, code: 'too-large' });
    },
  );

  const patient = { connectMs: 10_000, headersMs: 10_000, idleMs: 10_000 };
  // Only what a case is about is short, so that a busy machine does not fail at another step.
  test.each<[string, Partial<FetchOptions>, RegExp]>([
    ['/never', { patience: { ...patient, headersMs: 200 } }, /did not answer/],
    ['/never', { timeoutMs: 400 }, /within 0\.4 s/],
    ['/half-head', { patience: { ...patient, headersMs: 200 } }, /did not answer/],
    ['/stalls', { patience: { ...patient, idleMs: 200 } }, /stopped midway/],
    ['/stalls', { patience: patient, timeoutMs: 400 }, /within 0\.4 s/],
    ['/drips', { patience: patient, timeoutMs: 400 }, /within 0\.4 s/],
  ])('%s does not end, and is given up after one try: %o', async (path, options, message) => {
    expect(await get(path, { ignoreRobots: true, ...options })).toMatchObject({
      code: 'fetch-failed',
      message: expect.stringMatching(message),
    });
    expect(pagesAsked().length).toBeLessThanOrEqual(1);
  });

  test('a secure connection that does not come about is given up', async () => {
    const address = `https://127.0.0.1:${server.port}/page`;
    expect(await get(address)).toMatchObject({ message: expect.stringMatching(/no secure connection/) });
    const silent = createServer((socket) => void socket.on('error', () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    expect(
      await get(`https://127.0.0.1:${port}/`, { patience: { ...patient, connectMs: 200 } }),
    ).toMatchObject({
      message: expect.stringMatching(/no connection came about in time/),
    });
    silent.close();
  });

  test('a stop is told of as one', async () => {
    const stop = new AbortController();
    const here = await startBadServer({ '/page': () => stop.abort() });
    expect(await get(`${here.base}/page`, { signal: stop.signal })).toMatchObject({ message: 'stopped' });
    expect(await get(`${here.base}/page`, { signal: stop.signal })).toMatchObject({ message: 'stopped' });
    expect(here.asked.map(({ url }) => url)).toEqual(['/robots.txt', '/page']);
    await here.close();
  });
});

describe('tries and waiting', () => {
  test.each<[string, number, readonly number[]]>([
    ['/always-busy', 4, [1_000, 2_000, 4_000]],
    ['/hangs-up', 4, [1_000, 2_000, 4_000]],
    ['/chunks-cut', 4, [1_000, 2_000, 4_000]],
    ['/too-often', 3, [7_000, 7_000]],
    ['/too-often-long', 1, []],
    ['/none', 1, []],
    ['/broken', 1, []],
    ['/login', 1, []],
    ['/chunks-bad', 1, []],
  ])('%s is asked %i times', async (path, times, waits) => {
    // A server of its own, for it counts.
    const here = await startBadServer();
    const clock = fakeClock();
    try {
      await get(here.base + path, { clock });
      expect(here.asked.filter(({ url }) => url === path)).toHaveLength(times);
      expect(clock.slept).toEqual(waits);
    } finally {
      await here.close();
    }
  });

  test('a long rest is told of, and not waited for', async () => {
    const here = await startBadServer();
    expect(await get(`${here.base}/too-often-long`)).toMatchObject({
      code: 'fetch-failed',
      message: expect.stringMatching(/429.*86400 s/),
    });
    await here.close();
  });

  test('pages of a host are a second apart and never at once; its robots.txt is asked for once', async () => {
    const clock = fakeClock();
    const { fetch } = createFetcher(optionsOf({ clock }));
    await Promise.all(['/page', '/second', '/gzip'].map((path) => fetch(server.base + path)));
    expect(server.asked.map(({ url }) => url)).toEqual(['/robots.txt', '/page', '/second', '/gzip']);
    expect(clock.slept).toEqual([1_000, 1_000]);
  });

  test('one request at a time goes to a host', async () => {
    const { answer: slow, most } = slowAnswer(20);
    const here = await startBadServer({ '/a': slow, '/b': slow, '/c': slow });
    const { fetch } = createFetcher(optionsOf({ delayMs: 0 }));
    await Promise.all(['/a', '/b', '/c'].map((path) => fetch(here.base + path)));
    expect(most()).toBe(1);
    await here.close();
  });
});

describe('what has not changed', () => {
  test('is asked for with its tag and date, and not sent again', async () => {
    const page = await fetchWhole('/tagged');
    expect(page).toMatchObject({ etag: '"v1"', lastModified: 'Wed, 14 May 2031 10:00:00 GMT' });
    const known = (url: string) => (url === page.url ? page : null);
    expect(await get('/tagged', { known })).toEqual({ ok: true, kind: 'unchanged', url: page.url });
    expect(await get('/page', { known })).toMatchObject({ kind: 'page' });
  });
});

describe('robots.txt', () => {
  const says =
    (text: string, status = 200): Answer =>
    (response) =>
      void response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
  const to =
    (location: string): Answer =>
    (response) =>
      void response.writeHead(302, { location }).end();
  const everyone = 'User-agent: *\nDisallow: /';

  test.each<[string, Answer, boolean]>([
    ['everything is forbidden', says(everyone), false],
    ['this program alone is forbidden', says('User-agent: Demarche\nDisallow: /page'), false],
    ['this program is meant by name and version', says('User-agent: demarche/2.0\nDisallow: /'), false],
    ['another page is forbidden', says('User-agent: *\nDisallow: /pages'), true],
    ['a longer rule allows it', says('User-agent: *\nDisallow: /\nAllow: /page'), true],
    ['another program is forbidden', says('User-agent: otherbot\nDisallow: /'), true],
    [
      'what is said to us counts, not what is said to all',
      says(`${everyone}\nUser-agent: demarche\nAllow: /`),
      true,
    ],
    ['a pattern', says('User-agent: *\nDisallow: /*age$'), false],
    ['one group for several', says('User-agent: otherbot\nUser-agent: demarche\nDisallow: /'), false],
    ['a mark before and line ends of all kinds', says('\ufeffUser-agent: *\r\rDisallow: / # all\r\n'), false],
    ['noise', says('<!doctype html><p>User-agent: * Disallow: /'), true],
    ['nothing', says(''), true],
    ['missing', says(everyone, 404), true],
    ['secret', says(everyone, 401), true],
    ['broken', says('', 500), false],
    ['busy', says('', 503), false],
    ['asked too often', says('', 429), false],
    ['a redirect to one that forbids', to('/rules'), false],
    ['a redirect without end', to('/robots.txt?a'), true],
    ['a redirect to nowhere', to('file:///robots.txt'), true],
    ['huge, and clear at its beginning', says(`${everyone}\n${'# x\n'.repeat(400_000)}`), false],
    ['huge, and clear only beyond what is read', says(`${'# x\n'.repeat(400_000)}${everyone}`), true],
    [
      'a group of very many names and very many rules',
      says(`${'User-agent: a\n'.repeat(15_000)}User-agent: *\n${'Disallow: /page\n'.repeat(15_000)}`),
      false,
    ],
    ['patterns of stars alone', says(`User-agent: *\nDisallow: ${'*a'.repeat(200_000)}`), true],
  ])('%s', async (_, robots, isAllowed) => {
    const here = await startBadServer({ '/page': says('<p>a'), '/rules': says(everyone) });
    here.robots = robots;
    try {
      const result = await get(`${here.base}/page`);
      expect(result.ok).toBe(isAllowed);
      if (!result.ok) expect(result).toMatchObject({ code: 'robots-disallowed', path: `${here.base}/page` });
      expect(here.asked.some(({ url }) => url === '/page')).toBe(isAllowed);
      expect(await get(`${here.base}/page`, { ignoreRobots: true })).toMatchObject({ ok: true });
    } finally {
      await here.close();
    }
  });

  test('is asked of each host that a redirect leads to', async () => {
    const other = await startBadServer();
    other.robots = says(everyone);
    const here = await startBadServer({ '/away': to(`${other.base}/page`) });
    expect(await get(`${here.base}/away`)).toMatchObject({ code: 'robots-disallowed' });
    expect(other.asked.map(({ url }) => url)).toEqual(['/robots.txt']);
    await Promise.all([here.close(), other.close()]);
  });

  test.each([
    ['2.5', 2_500],
    ['0.1', 1_000],
    ['86400', 30_000],
    ['-5', 1_000],
    ['soon', 1_000],
  ])('Crawl-delay: %s makes pages %i ms apart', async (delay, ms) => {
    server.robots = says(`User-agent: *\nCrawl-delay: ${delay}\nDisallow: /private`);
    const clock = fakeClock();
    const { fetch } = createFetcher(optionsOf({ clock }));
    await fetch(`${server.base}/page`);
    await fetch(`${server.base}/second`);
    expect(clock.slept).toEqual([ms]);
  });
});
