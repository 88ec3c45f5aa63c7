import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Acquired } from '../../src/acquire/index.ts';
import { acquirePath } from '../../src/acquire/index.ts';
import { ATOM, JSON_FEED, RDF, rssOf } from './support/feeds.ts';
import { HTML, http, page, record } from './support/warc.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = async (bytes: Uint8Array): Promise<readonly Acquired[]> => {
  const path = join(folder, 'any');
  writeFileSync(path, bytes);
  const found: Acquired[] = [];
  for await (const one of acquirePath(path)) found.push(one);
  return found;
};

/** Something comes of everything, and all of it can be written down. */
const isHonest = (list: readonly Acquired[]): void => {
  expect(list.length).toBeGreaterThan(0);
  for (const one of list) {
    if (one.ok) {
      const { page: captured, text, diagnostics } = one.capture;
      const line = JSON.stringify({ captured, text, diagnostics });
      expect(JSON.parse(line)).toEqual({ captured, text, diagnostics });
      expect(captured.id).toMatch(/^[0-9a-f]{64}$/);
    } else expect(one.message.length).toBeGreaterThan(10);
  }
};

const MHTML = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<html><p>one\r\n--b--\r\n`;
const WARC = Buffer.concat([
  page(1),
  record(
    'response',
    'https://x.example/z',
    http(gzipSync('<html>zipped'), [...HTML, 'Content-Encoding: gzip']),
  ),
  page(3),
]);
const SEEDS: readonly Uint8Array[] = [
  ...[rssOf(3), ATOM, RDF, JSON_FEED, MHTML].map((text) => new TextEncoder().encode(text)),
  new Uint8Array(WARC),
  new Uint8Array(gzipSync(WARC)),
  new Uint8Array(Buffer.concat([gzipSync(page(1)), gzipSync(page(2))])),
];

const CHANGES = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(60),
    put: fc.uint8Array({ maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 6 },
);

const RUNS = { numRuns: 150, seed: 4 };

test('any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => isHonest(await read(bytes))),
    RUNS,
  );
});

test('any text', async () => {
  const opening = fc.constantFrom(
    '',
    '<rss version="2.0">',
    '<feed>',
    '{"version":"https://jsonfeed.org/version/1",',
    '<opml>',
    'WARC/1.0\r\n',
  );
  await fc.assert(
    fc.asyncProperty(opening, fc.string({ unit: 'binary', maxLength: 200 }), async (head, text) =>
      isHonest(await read(new TextEncoder().encode(head + text))),
    ),
    RUNS,
  );
});

test('archives and feeds with bytes changed, cut out and put in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SEEDS), CHANGES, async (seed, changes) => {
      let bytes = Buffer.from(seed);
      for (const { at, cut, put } of changes) {
        const place = Math.floor(at * bytes.length);
        bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
      }
      isHonest(await read(new Uint8Array(bytes)));
    }),
    { numRuns: 400, seed: 4 },
  );
});
