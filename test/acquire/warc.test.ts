import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { Acquired } from '../../src/acquire/index.ts';
import { acquirePath } from '../../src/acquire/index.ts';
import { rssOf } from './support/feeds.ts';
import { HTML, http, page, record } from './support/warc.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-warc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = async (bytes: Uint8Array, name = 'a.warc'): Promise<readonly Acquired[]> => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const found: Acquired[] = [];
  for await (const one of acquirePath(path)) found.push(one);
  return found;
};

const brief = (one: Acquired): string =>
  one.ok
    ? `#${one.capture.page.path?.split('#').slice(1).join('#')} ${one.capture.page.url}`
    : `${one.path.replace(/^.*\/[^/#]*/, '')} ${one.code}`;
const text = (one: Acquired | undefined): string => (one?.ok === true ? one.capture.text : '');
const codes = (one: Acquired | undefined): readonly string[] =>
  one?.ok === true ? one.capture.diagnostics.map(({ code }) => code) : [];

const X = 'https://x.example';
const ID = (n: number): string => `<urn:uuid:00000000-0000-4000-8000-00000000000${n}>`;

describe('revisits', () => {
  const first = (n: number, more: readonly string[] = []): Buffer =>
    record('response', `${X}/${n}`, http(`<html><p>page ${n}`, HTML), [
      `WARC-Record-ID: ${ID(n)}`,
      `WARC-Payload-Digest: sha1:PAGE${n}`,
      ...more,
    ]);
  const revisit = (url: string, more: readonly string[], head = http('', HTML)): Buffer =>
    Buffer.from(
      record('revisit', url, head, more)
        .toString('latin1')
        .replace('2020-03-03T06:12:00Z', '2021-05-05T00:00:00Z')
        .replace(
          'Content-Type: text/html\r\nContent-Length',
          'Content-Type: application/http; msgtype=response\r\nContent-Length',
        ),
      'latin1',
    );

  test.each([
    ['by the record that is named', [`WARC-Refers-To: ${ID(1)}`]],
    [
      'by address and moment',
      [`WARC-Refers-To-Target-URI: ${X}/1`, 'WARC-Refers-To-Date: 2020-03-03T06:12:00Z'],
    ],
    ['by the digest of the payload', ['WARC-Payload-Digest: sha1:PAGE1']],
  ])('%s', async (_, more) => {
    const list = await read(Buffer.concat([first(1), first(2), revisit(`${X}/again`, more)]));
    expect(list.map(brief)).toEqual([`#1 ${X}/1`, `#2 ${X}/2`, `#3 ${X}/again`]);
    expect(text(list[2])).toBe('<html><p>page 1');
    expect(list[2]).toMatchObject({ capture: { page: { capturedAt: '2021-05-05T00:00:00.000Z' } } });
  });

  test('one whose page is not there says so', async () => {
    const list = await read(
      Buffer.concat([
        first(1),
        revisit(`${X}/away`, [`WARC-Refers-To: ${ID(7)}`, 'WARC-Refers-To-Date: 2019-01-01T00:00:00Z']),
      ]),
    );
    expect(list.map(brief)).toEqual([`#1 ${X}/1`, '#2 not-found']);
    expect(list[1]).toMatchObject({ message: expect.stringContaining('2019-01-01T00:00:00Z') });
  });

  test('one of a picture is as silent as the picture', async () => {
    const picture = record('response', `${X}/pic`, http('xx', ['Content-Type: image/png']), [
      'WARC-Payload-Digest: sha1:PIC',
    ]);
    const list = await read(
      Buffer.concat([
        picture,
        revisit(`${X}/pic`, ['WARC-Payload-Digest: sha1:PIC'], Buffer.alloc(0)),
        revisit(`${X}/other`, ['WARC-Payload-Digest: sha1:NONE'], http('', ['Content-Type: image/gif'])),
        first(4),
      ]),
    );
    expect(list.map(brief)).toEqual([`#4 ${X}/4`]);
  });
});

describe('what else a record may hold', () => {
  test('the text of a conversion record (WET)', async () => {
    const wet = Buffer.from(
      record('conversion', `${X}/c`, Buffer.from('Talks in Lakeport\n\nThe ministers met.'))
        .toString()
        .replace('Content-Type: text/html', 'Content-Type: text/plain'),
    );
    expect(await read(wet)).toMatchObject([
      {
        capture: {
          text: 'Talks in Lakeport\n\nThe ministers met.',
          page: { mediaType: 'text/plain', url: `${X}/c` },
        },
      },
    ]);
  });

  test.each([
    ['application/rss+xml', 2],
    ['text/xml; charset=utf-8', 2],
    ['application/xml', 2],
  ])('a feed as %s', async (type, count) => {
    const list = await read(record('response', `${X}/feed`, http(rssOf(2), [`Content-Type: ${type}`])));
    expect(list.filter(({ ok }) => ok)).toHaveLength(count);
    expect(list.map(brief)[1]).toBe('#1#2 https://herald.example/talks/2');
    expect(list[0]).toMatchObject({ capture: { page: { capturedAt: '2020-03-03T06:12:00.000Z' } } });
  });

  test('XML and JSON that are no feed are no pages', async () => {
    const list = await read(
      Buffer.concat([
        record('response', `${X}/a`, http('{"a":1}', ['Content-Type: application/json'])),
        record('response', `${X}/b`, http('<a>1</a>', ['Content-Type: text/xml'])),
        page(3),
      ]),
    );
    expect(list.map(brief)).toEqual([`#3 ${X}/3`]);
  });
});

describe('bodies', () => {
  const WORDS = `<html><p>${Array.from({ length: 900 }, (_, i) => `word${i * 7919}`).join(' ')}`;
  const chunked = (body: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`${body.length.toString(16)};x=1\r\n`),
      body,
      Buffer.from('\r\n0\r\nTrailer: x\r\n\r\n'),
    ]);

  test.each([
    ['gzip', gzipSync(WORDS), 'gzip'],
    [
      'gzip of two members',
      Buffer.concat([gzipSync(WORDS.slice(0, 100)), gzipSync(WORDS.slice(100))]),
      'gzip',
    ],
    ['deflate', deflateSync(WORDS), 'deflate'],
    ['deflate without a head', deflateRawSync(WORDS), 'deflate'],
    ['Brotli', brotliCompressSync(WORDS), 'br'],
    ['gzip put on twice', gzipSync(gzipSync(WORDS)), 'gzip, gzip'],
    ['Brotli in gzip', gzipSync(brotliCompressSync(WORDS)), 'br, gzip'],
    ['a coding that was undone', Buffer.from(WORDS), 'gzip'],
    ['an unknown coding that was undone', Buffer.from(WORDS), 'zstd'],
  ])('%s', async (_, body, coding) => {
    const headers = [...HTML, `Content-Encoding: ${coding}`];
    expect(text((await read(record('response', `${X}/1`, http(body, headers))))[0])).toBe(WORDS);
    const inChunks = http(chunked(body), [...headers, 'Transfer-Encoding: chunked']);
    expect(text((await read(record('response', `${X}/1`, inChunks)))[0])).toBe(WORDS);
  });

  test.each([
    ['gzip', gzipSync(WORDS)],
    ['deflate', deflateSync(WORDS)],
    ['br', brotliCompressSync(WORDS)],
  ])('%s that breaks off gives its beginning', async (coding, body) => {
    const cut = body.subarray(0, body.length - 200);
    const [one] = await read(
      record('response', `${X}/1`, http(Buffer.from(cut), [...HTML, `Content-Encoding: ${coding}`])),
    );
    expect(WORDS.startsWith(text(one).replace(/\uFFFD$/, ''))).toBe(true);
    expect(text(one).length).toBeGreaterThan(WORDS.length / 4);
    expect(codes(one)).toContain('archive-repaired');
  });

  test('a coding that is not read', async () => {
    const list = await read(record('response', `${X}/1`, http('(/x', [...HTML, 'Content-Encoding: zstd'])));
    expect(list).toMatchObject([
      { ok: false, code: 'broken-archive', message: expect.stringContaining('zstd') },
    ]);
  });
});

describe('wrong lengths', () => {
  const html = http('<html><p>a page of words', HTML);
  const wrong = (by: number): Buffer => record('response', `${X}/wrong`, html, [], html.length + by);

  test.each([
    ['too short', -9],
    ['too long, into the next record', 150],
    ['far too long', 100_000],
  ])('%s', async (_, by) => {
    const list = await read(Buffer.concat([page(1), wrong(by), page(3), page(4)]));
    expect(list.map(brief)).toEqual([`#1 ${X}/1`, `#2 ${X}/wrong`, `#3 ${X}/3`, `#4 ${X}/4`]);
    expect(text(list[1])).toBe('<html><p>a page of words');
    expect(codes(list[1])).toEqual(['archive-repaired']);
    expect(codes(list[2])).toEqual([]);
  });

  test.each([
    ['that is no number', 'Content-Length: many'],
    ['below zero', 'Content-Length: -5'],
  ])('%s', async (_, line) => {
    const bytes = Buffer.from(
      wrong(0)
        .toString('latin1')
        .replace(/Content-Length: \d+/, line),
      'latin1',
    );
    expect((await read(Buffer.concat([bytes, page(2)]))).map(brief)).toEqual([
      '#1 broken-archive',
      `#2 ${X}/2`,
    ]);
  });

  test('one of a request', async () => {
    const ask = record('request', `${X}/1`, Buffer.from('GET / HTTP/1.1\r\n\r\n'), [], 4_000);
    expect((await read(Buffer.concat([ask, page(2), page(3)]))).map(brief)).toEqual([
      `#2 ${X}/2`,
      `#3 ${X}/3`,
    ]);
  });

  test('a page that tells of archives is not cut in two', async () => {
    const inner = 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n';
    const list = await read(
      Buffer.concat([record('response', `${X}/1`, http(`<html><pre>\r\n\r\n${inner}`, HTML)), page(2)]),
    );
    expect(list.map(brief)).toEqual([`#1 ${X}/1`, `#2 ${X}/2`]);
    expect(text(list[0])).toContain('abc');
  });
});

describe('damage in a gzip file', () => {
  const noise = (n: number, length: number): string => {
    let state = n;
    let out = '';
    while (out.length < length) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      out += state.toString(36);
    }
    return out;
  };
  const big = (n: number): Buffer =>
    gzipSync(
      record('response', `${X}/${n}`, http(`<html><p>page ${n} ${noise(n, 20_000)}`, HTML), [
        `WARC-Record-ID: ${ID(n % 10)}${n}`,
      ]),
    );
  const members = Array.from({ length: 12 }, (_, i) => big(i + 1));
  const offset = (n: number): number => members.slice(0, n - 1).reduce((sum, { length }) => sum + length, 0);
  const hit = (at: number, length = 40): Buffer => {
    const bytes = Buffer.concat(members);
    bytes.fill(0xff, at, at + length);
    return bytes;
  };
  const read12 = async (bytes: Buffer): Promise<readonly string[]> => {
    const list = await read(bytes, 'g.warc.gz');
    for (const one of list)
      if (one.ok) {
        const n = Number(one.capture.page.url?.split('/').at(-1));
        expect(text(one)).toBe(`<html><p>page ${n} ${noise(n, 20_000)}`);
      }
    return list.map((one) => (one.ok ? (one.capture.page.url?.split('/').at(-1) ?? '') : one.code));
  };
  const others = (lost: number): readonly string[] =>
    members.map((_, i) => String(i + 1)).filter((n) => n !== String(lost));

  test.each([1, 2, 6, 11, 12])('in the body of member %i: the others are read, each once', async (n) => {
    const found = await read12(hit(offset(n) + 4_000));
    expect(found.filter((one) => /^\d/.test(one))).toEqual(others(n));
    expect(found.at(-1)).toBe('broken-archive');
  });

  test.each([2, 7])('at the head of member %i', async (n) => {
    const found = await read12(hit(offset(n), 4));
    expect(found.filter((one) => /^\d/.test(one))).toEqual(others(n));
    expect(found.at(-1)).toBe('broken-archive');
  });

  test('bytes hung on at the end, and zeros', async () => {
    const all = others(0);
    expect(await read12(Buffer.concat([...members, Buffer.alloc(5_000)]))).toEqual(all);
    expect(await read12(Buffer.concat([...members, Buffer.from('bye, and thanks for the fish')]))).toEqual(
      all,
    );
  });

  test('bytes between members', async () => {
    const found = await read12(
      Buffer.concat([...members.slice(0, 5), Buffer.from('rubbish'), ...members.slice(5)]),
    );
    expect(found.filter((one) => /^\d/.test(one))).toEqual(others(0));
  });

  test('a file that breaks off', async () => {
    const bytes = Buffer.concat(members);
    const found = await read12(bytes.subarray(0, bytes.length - 5_000));
    expect(found).toEqual([...others(12), 'broken-archive']);
  });

  test('a plain file with bytes hung on', async () => {
    expect((await read(Buffer.concat([page(1), Buffer.from('rubbish\nand more')]))).map(brief)).toEqual([
      `#1 ${X}/1`,
    ]);
  });
});
