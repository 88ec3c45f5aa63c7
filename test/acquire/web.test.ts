import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AcquireFailure } from '../../src/acquire/acquired.ts';
import type { Acquired } from '../../src/acquire/index.ts';
import { acquirePath, DEFAULT_LIMITS } from '../../src/acquire/index.ts';
import { isPrivateAddress } from '../../src/acquire/private-network.ts';
import { warcRecord } from '../../src/acquire/warc-write.ts';
import { type Fetched, type FetchOptions, fetchPage } from '../../src/acquire/web.ts';
import { instant } from '../../src/model/brand.ts';

const NOW = instant('2031-05-14T10:11:12.345Z');
const folder = mkdtempSync(join(tmpdir(), 'demarche-web-'));
let server: Server;
let base = '';
const seen: IncomingMessage[] = [];
let busy = 0;

const PAGES: Readonly<Record<string, (response: ServerResponse, request: IncomingMessage) => void>> = {
  '/page': (response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=windows-1251' })
      .end(Buffer.from([0x3c, 0x70, 0x3e, 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0x97])),
  '/chunked': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write('<p>one ');
    response.end('two 𝕏');
  },
  '/gzip': (response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
      .end(gzipSync('<p>packed')),
  '/silent': (response) => response.writeHead(200).end('<!doctype html><p>told from its bytes'),
  '/image': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/moved': (response) => response.writeHead(302, { location: '/page' }).end(),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
  '/nowhere': (response) => response.writeHead(301).end(),
  '/file': (response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
  '/login': (response) => response.writeHead(403).end('no'),
  '/large': (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>${'x'.repeat(5_000)}`),
  '/grows': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    for (let i = 0; i < 50; i++) response.write('x'.repeat(100));
    response.end();
  },
  '/hangs': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'),
  '/busy': (response) => {
    busy++;
    if (busy === 1) response.writeHead(503).end();
    else response.writeHead(200, { 'content-type': 'text/plain' }).end('calm again');
  },
  '/breaks': (_, request) => request.socket.destroy(),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    const page = PAGES[request.url ?? ''];
    if (page === undefined) response.writeHead(404).end();
    else page(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, options: Partial<FetchOptions> = {}): Promise<Fetched | AcquireFailure> =>
  fetchPage(path.startsWith('/') ? base + path : path, {
    agent: 'demarche/test',
    now: () => NOW,
    allowPrivate: true,
    retryMs: 1,
    ...options,
  });

let files = 0;
const readBack = async (record: Uint8Array): Promise<readonly Acquired[]> => {
  const path = join(folder, `${files++}.warc`);
  writeFileSync(path, record);
  const all: Acquired[] = [];
  for await (const acquired of acquirePath(path)) all.push(acquired);
  return all;
};

const pageOf = async (path: string): Promise<Acquired & { ok: true }> => {
  const fetched = await get(path);
  if (!fetched.ok) throw new Error(fetched.message);
  const [only, ...others] = await readBack(fetched.record);
  if (only?.ok !== true || others.length > 0) throw new Error('one page was expected');
  return only;
};

describe('fetchPage', () => {
  test('keeps address, charset and moment of capture as an archive does', async () => {
    const { capture } = await pageOf('/page');
    expect(capture.text).toBe('<p>Привет —');
    expect(capture.page).toMatchObject({
      url: `${base}/page`,
      charset: 'windows-1251',
      capturedAt: NOW,
      mediaType: 'text/html',
    });
    expect(seen.at(-1)?.headers).toMatchObject({ 'user-agent': 'demarche/test' });
  });

  test.each([
    ['/chunked', '<p>one two 𝕏'],
    ['/gzip', '<p>packed'],
    ['/silent', '<!doctype html><p>told from its bytes'],
    ['/busy', 'calm again'],
  ])('%s is read whole', async (path, text) => {
    expect((await pageOf(path)).capture.text).toBe(text);
  });

  test('a redirect is followed, and the page has the address that answered', async () => {
    expect((await pageOf('/moved')).capture.page.url).toBe(`${base}/page`);
  });

  test.each<[string, string, RegExp]>([
    ['/loop', 'fetch-failed', /more than 5 times/],
    ['/nowhere', 'fetch-failed', /301/],
    ['/file', 'fetch-failed', /redirects elsewhere/],
    ['/image', 'unsupported-format', /image\/png/],
    ['/login', 'permission', /403/],
    ['/none', 'not-found', /404/],
    ['/breaks', 'fetch-failed', /connection failed/],
    ['ftp://harbour.example/a', 'usage', /https:\/\//],
    ['file:///etc/hostname', 'usage', /https:\/\//],
    ['javascript:alert(1)', 'usage', /https:\/\//],
    ['no address', 'usage', /no address/],
    ['https://ada:secret@harbour.example/', 'usage', /password/],
  ])('%s: %s', async (path, code, message) => {
    const result = await get(path);
    expect(result).toMatchObject({ ok: false, code });
    expect(result.ok ? '' : result.message).toMatch(message);
    expect(result.ok ? '' : result.path).toBe(path.startsWith('/') ? base + path : path);
  });

  test.each(['/large', '/grows'])('%s: more than one page may have is refused', async (path) => {
    const limits = { ...DEFAULT_LIMITS, pageBytes: 1_000 };
    expect(await get(path, { limits })).toMatchObject({ ok: false, code: 'too-large' });
  });

  test('an answer that does not end is given up, and a stop is told of as one', async () => {
    expect(await get('/hangs', { timeoutMs: 150 })).toMatchObject({
      code: 'fetch-failed',
      message: expect.stringMatching(/0\.15 s/),
    });
    expect(await get('/hangs', { signal: AbortSignal.timeout(100) })).toMatchObject({ message: 'stopped' });
  });
});

describe('private networks', () => {
  const closed = { allowPrivate: false };
  const asked = (): number => seen.length;

  test.each([
    '/page',
    'http://localhost:1/',
    'http://[::1]:1/',
    'http://0x7f000001:1/',
    'http://2130706433/',
  ])('%s is not asked', async (address) => {
    const before = asked();
    expect(await get(address, closed)).toMatchObject({
      code: 'fetch-failed',
      message: expect.stringMatching(/private network/),
    });
    expect(asked()).toBe(before);
  });

  test('a name that leads inside is refused at the connection itself, whatever it said before', async () => {
    let calls = 0;
    const resolve = async (): Promise<readonly string[]> => {
      calls++;
      return ['93.184.216.34', '127.0.0.1'];
    };
    const port = new URL(base).port;
    const result = await get(`http://harbour.example:${port}/page`, { ...closed, resolve });
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(/private network/) });
    expect(calls).toBe(1);
  });

  test.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.31.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['224.0.0.1', true],
    ['8.8.8.8', false],
    ['::1', true],
    ['::', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:8.8.8.8', false],
    ['::ffff:0:1', true],
    ['64:ff9b::7f00:1', true],
    ['64:ff9b::808:808', false],
    ['64:ff9b::', true],
    ['fe80::1%eth0', true],
    ['fd00::1', true],
    ['2002:7f00:1::', true],
    ['2606:4700::1111', false],
    ['harbour.example', true],
    ['', true],
  ])('%s private: %s', (address, isPrivate) => {
    expect(isPrivateAddress(address)).toBe(isPrivate);
  });
});

describe('warcRecord', () => {
  test('records follow each other in one file, and a line break makes no header', async () => {
    const record = (url: string): Uint8Array =>
      warcRecord({
        url,
        capturedAt: NOW,
        content: {
          kind: 'response',
          status: 200,
          reason: 'OK',
          headers: [
            ['Content-Type', 'text/plain'],
            ['Transfer-Encoding', 'chunked'],
            ['X-Odd', 'a\r\nContent-Type: image/png'],
          ],
          body: Buffer.from('5\r\nnot a chunk\r\n\r\nWARC/1.1\r\n'),
        },
      });
    const pages = await readBack(
      Buffer.concat([record('https://a.example/'), record('https://b.example/\r\nWARC-Type: request')]),
    );
    expect(pages.map((page) => page.ok && [page.capture.page.url, page.capture.text])).toEqual([
      ['https://a.example/', '5\r\nnot a chunk\r\n\r\nWARC/1.1\r\n'],
      ['https://b.example/ WARC-Type: request', '5\r\nnot a chunk\r\n\r\nWARC/1.1\r\n'],
    ]);
  });

  test('the same capture gives the same record', () => {
    const input = {
      url: 'https://a.example/',
      capturedAt: NOW,
      content: { kind: 'resource', mediaType: 'text/plain', body: Buffer.from('words') },
    } as const;
    const text = Buffer.from(warcRecord(input)).toString();
    expect(text).toBe(Buffer.from(warcRecord(input)).toString());
    expect(text).toMatch(
      /^WARC\/1\.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}>\r\nWARC-Date: 2031-05-14T10:11:12\.345Z\r\n/,
    );
    expect(text.endsWith('Content-Length: 5\r\n\r\nwords\r\n\r\n')).toBe(true);
  });
});
