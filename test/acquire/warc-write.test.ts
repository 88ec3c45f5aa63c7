import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import type { Acquired } from '../../src/acquire/index.ts';
import { acquirePath } from '../../src/acquire/index.ts';
import type { WarcInput } from '../../src/acquire/warc-write.ts';
import { packedWarc, recordId, warcRecord } from '../../src/acquire/warc-write.ts';
import { sha256Hex } from '../../src/lib/digest-bytes.ts';
import { instant } from '../../src/model/brand.ts';

const NOW = instant('2031-05-14T10:11:12.345Z');
const folder = mkdtempSync(join(tmpdir(), 'demarche-warc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readBack = async (name: string, bytes: Uint8Array): Promise<readonly Acquired[]> => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const all: Acquired[] = [];
  for await (const acquired of acquirePath(path)) all.push(acquired);
  return all;
};

const response = (
  url: string,
  body: Uint8Array = Buffer.from('5\r\nnot a chunk\r\n\r\nWARC/1.1\r\n'),
): WarcInput => ({
  url,
  capturedAt: NOW,
  ip: '192.0.2.1',
  content: {
    kind: 'response',
    status: 200,
    reason: 'OK',
    headers: [
      ['Content-Type', 'text/plain'],
      ['Transfer-Encoding', 'chunked'],
      ['Set-Cookie', 'session=secret'],
      ['X-Odd', 'a\r\nContent-Type: image/png'],
    ],
    body,
  },
});

test('records follow each other in one file, and a line break makes no header', async () => {
  const records = [response('https://a.example/'), response('https://b.example/\r\nWARC-Type: request')];
  const expected = [
    ['https://a.example/', '5\r\nnot a chunk\r\n\r\nWARC/1.1\r\n'],
    ['https://b.example/ WARC-Type: request', '5\r\nnot a chunk\r\n\r\nWARC/1.1\r\n'],
  ];
  for (const pages of [
    await readBack('plain.warc', Buffer.concat(records.map(warcRecord))),
    await readBack('packed.warc.gz', packedWarc(records)),
  ])
    expect(pages.map((page) => page.ok && [page.capture.page.url, page.capture.text])).toEqual(expected);
});

test('the same capture gives the same bytes', () => {
  const input: WarcInput = {
    url: 'https://a.example/',
    capturedAt: NOW,
    content: { kind: 'resource', mediaType: 'text/plain', body: Buffer.from('words') },
  };
  const text = Buffer.from(warcRecord(input)).toString();
  expect(text).toBe(Buffer.from(warcRecord(input)).toString());
  expect(text).toMatch(
    /^WARC\/1\.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}>\r\nWARC-Date: 2031-05-14T10:11:12\.345Z\r\n/,
  );
  expect(text.endsWith('Content-Length: 5\r\n\r\nwords\r\n\r\n')).toBe(true);
});

test('another program reads every kind of record', async () => {
  const body = gzipSync('<p>𝕏');
  const main = response('https://a.example/b?c=d', body);
  const file = packedWarc([
    { url: null, capturedAt: NOW, content: { kind: 'warcinfo', fields: [['software', 'demarche/test']] } },
    {
      url: main.url,
      capturedAt: NOW,
      content: { kind: 'request', headers: [['host', 'a.example']] },
      concurrentTo: recordId(main),
    },
    main,
  ]);
  const seen: unknown[] = [];
  for await (const record of new WARCParser([file] as unknown as AsyncIterable<Uint8Array>, {
    keepHeadersCase: true,
  })) {
    const { headers } = record.warcHeaders;
    seen.push([
      record.warcType,
      record.warcTargetURI,
      headers.get('WARC-IP-Address'),
      headers.get('WARC-Concurrent-To') === recordId(main),
      headers.get('WARC-Payload-Digest'),
      record.httpHeaders?.statusline ?? null,
    ]);
    await record.skipFully();
  }
  expect(seen).toEqual([
    ['warcinfo', undefined, undefined, false, undefined, null],
    ['request', main.url, undefined, true, undefined, 'GET /b?c=d HTTP/1.1'],
    ['response', main.url, '192.0.2.1', false, `sha256:${sha256Hex(body)}`, 'HTTP/1.1 200 OK'],
  ]);
});
