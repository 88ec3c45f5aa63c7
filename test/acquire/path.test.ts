import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { Acquired, Limits } from '../../src/acquire/index.ts';
import { acquirePath } from '../../src/acquire/index.ts';
import { asOrdinaryUser } from '../support/ordinary-user.ts';
import { HTML, http, page, record } from './support/warc.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-acquire-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const all = async (path: string, limits?: Limits): Promise<readonly Acquired[]> => {
  const items: Acquired[] = [];
  for await (const item of acquirePath(path, limits === undefined ? {} : { limits })) items.push(item);
  return items;
};

const brief = (item: Acquired): string =>
  item.ok
    ? `${item.capture.page.path?.split('/').at(-1)} ${item.capture.page.url}`
    : `${item.path.split('/').at(-1)} ${item.code}`;

describe('one file, one page', () => {
  test('text, HTML and Markdown', async () => {
    const [text] = await all(write('a.txt', 'one two'));
    expect(text).toMatchObject({
      ok: true,
      capture: { text: 'one two', page: { mediaType: 'text/plain', url: null } },
    });
    expect(await all(write('a.html', '<html><p>one'))).toMatchObject([
      { capture: { page: { mediaType: 'text/html' } } },
    ]);
    expect(await all(write('a.md', '# one'))).toMatchObject([
      { capture: { page: { mediaType: 'text/plain' } } },
    ]);
  });

  test('the address the caller gives', async () => {
    const path = write('b.txt', 'one two');
    for await (const item of acquirePath(path, { url: 'https://x.example/' }))
      expect(item).toMatchObject({ capture: { page: { url: 'https://x.example/' } } });
  });

  test.each([
    ['empty.txt', '', 'empty'],
    ['pdf.txt', '%PDF-1.4', 'unsupported-format'],
    ['plain.gz', gzipSync('words'), 'unsupported-format'],
    ['broken.gz', new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 'broken-archive'],
    ['not.warc', 'WARC-less text', 'ok'],
  ])('%s', async (name, bytes, code) => {
    const [item] = await all(write(name, bytes));
    expect(item?.ok === true ? 'ok' : item?.code).toBe(code);
  });

  test('no such file', async () =>
    expect(await all(join(folder, 'none.txt'))).toMatchObject([{ ok: false, code: 'not-found' }]));
  test('a folder', async () =>
    expect(await all(folder)).toMatchObject([{ ok: false, code: 'unsupported-format' }]));

  test('a file that may not be read', async () => {
    const path = write('secret.txt', 'x');
    chmodSync(folder, 0o755);
    chmodSync(path, 0);
    expect(await asOrdinaryUser(() => all(path))).toMatchObject([{ ok: false, code: 'permission' }]);
  });

  test('200 MB cost no memory', async () => {
    const path = write('large.txt', 'words ');
    truncateSync(path, 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const [item] = await all(path);
    expect(item).toMatchObject({ ok: false, code: 'too-large' });
    // Half of the file: what else the process holds comes and goes by tens of megabytes.
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('WARC', () => {
  const parts = (): readonly Buffer[] => [
    record('warcinfo', '', Buffer.from('software: test')),
    page(1),
    record('request', 'https://x.example/1', Buffer.from('GET / HTTP/1.1\r\n\r\n')),
    record('response', 'https://x.example/pic.png', http('xx', ['Content-Type: image/png'])),
    record('response', 'https://x.example/gone', http('<p>gone', HTML, '404 Not Found')),
    record(
      'response',
      'https://x.example/zip',
      http(gzipSync('<html><p>zipped'), [...HTML, 'Content-Encoding: gzip']),
    ),
    record(
      'response',
      'https://x.example/chunks',
      http('6\r\n<html>\r\n5\r\nwords\r\n0\r\n\r\n', [...HTML, 'Transfer-Encoding: chunked']),
    ),
    record(
      'response',
      'https://x.example/unchunked',
      http('<html>words', [...HTML, 'Transfer-Encoding: chunked']),
    ),
    record('resource', 'https://x.example/r', Buffer.from('<html><p>resource')),
    record('response', 'https://x.example/robots.txt', http('User-agent: *', ['Content-Type: text/plain'])),
  ];
  const want = [
    '#2 https://x.example/1',
    '#6 https://x.example/zip',
    '#7 https://x.example/chunks',
    '#8 https://x.example/unchunked',
    '#9 https://x.example/r',
  ];

  test.each([
    ['plain', (list: readonly Buffer[]) => Buffer.concat(list), 'a.warc'],
    [
      'gzip, one member a record',
      (list: readonly Buffer[]) => Buffer.concat(list.map((part) => gzipSync(part))),
      'b.warc.gz',
    ],
    ['gzip, one member', (list: readonly Buffer[]) => gzipSync(Buffer.concat(list)), 'c.warc.gz'],
    ['named otherwise', (list: readonly Buffer[]) => Buffer.concat(list), 'd.bin'],
  ])('%s', async (_, pack, name) => {
    const items = await all(write(name, pack(parts())));
    expect(items.map(brief)).toEqual(want.map((entry) => name + entry));
    expect(items[0]).toMatchObject({
      capture: { text: '<html><p>page 1 — 𝕏', page: { capturedAt: '2020-03-03T06:12:00.000Z' } },
    });
    expect(items.map((item) => item.ok && item.capture.text).slice(1, 4)).toEqual([
      '<html><p>zipped',
      '<html>words',
      '<html>words',
    ]);
  });

  test('a broken record costs only itself', async () => {
    const broken = record(
      'response',
      'https://x.example/bad',
      http('not gzip at all', [...HTML, 'Content-Encoding: gzip']).subarray(0),
      [],
    );
    const corrupt = record(
      'response',
      'https://x.example/corrupt',
      http(Buffer.from([0x1f, 0x8b, 8, 0, 9, 9, 9, 9, 9, 9, 9]), [...HTML, 'Content-Encoding: gzip']),
    );
    const noLength = Buffer.from(
      'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/nolen\r\n\r\nHTTP/1.1 200 OK\r\n\r\n\r\n',
    );
    const items = await all(
      write('broken.warc', Buffer.concat([page(1), broken, corrupt, noLength, page(5)])),
    );
    expect(items.map(brief)).toEqual([
      'broken.warc#1 https://x.example/1',
      'broken.warc#2 https://x.example/bad',
      'broken.warc#3 broken-archive',
      'broken.warc#4 broken-archive',
      'broken.warc#5 https://x.example/5',
    ]);
  });

  test('a record that is cut off', async () => {
    const whole = Buffer.concat([page(1), page(2)]);
    expect((await all(write('cut.warc', whole.subarray(0, whole.length - 12)))).map(brief)).toEqual([
      'cut.warc#1 https://x.example/1',
      'cut.warc#2 broken-archive',
    ]);
  });

  test('a truncated gzip gives what was readable, then says so', async () => {
    const whole = Buffer.concat([gzipSync(page(1)), gzipSync(page(2))]);
    const items = await all(write('cut.warc.gz', whole.subarray(0, whole.length - 30)));
    expect(items[0]).toMatchObject({ ok: true });
    expect(items.at(-1)).toMatchObject({ ok: false, code: 'broken-archive' });
  });

  test('a gzip bomb in a record stops at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000, 0x20));
    const items = await all(
      write(
        'bomb.warc',
        Buffer.concat([
          record('response', 'https://x.example/b', http(bomb, [...HTML, 'Content-Encoding: gzip'])),
          page(2),
        ]),
      ),
      { pageBytes: 1_000_000, headerBytes: 65_536 },
    );
    expect(items.map(brief)).toEqual(['bomb.warc#1 too-large', 'bomb.warc#2 https://x.example/2']);
  });

  test('a record larger than the limit is passed over without being held', async () => {
    const large = record('response', 'https://x.example/l', http(Buffer.alloc(3_000_000, 0x61), HTML));
    const items = await all(write('large.warc', Buffer.concat([large, page(2)])), {
      pageBytes: 1_000_000,
      headerBytes: 65_536,
    });
    expect(items.map(brief)).toEqual(['large.warc#1 too-large', 'large.warc#2 https://x.example/2']);
  });

  test('an empty archive', async () => {
    expect(await all(write('none.warc', 'WARC/1.0\r\n'))).toMatchObject([
      { ok: false, code: 'broken-archive' },
    ]);
    expect(await all(write('none.warc.gz', gzipSync('')))).toMatchObject([{ ok: false, code: 'empty' }]);
  });
});
