import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { WARCParser, WARCRecord, WARCSerializer } from 'warcio';
import { acquirePath } from '../../src/acquire/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-warcio-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Seen {
  readonly url: string;
  readonly at: string;
  readonly text: string;
}

/** Archives as another program writes them: plain or compressed, of either version. */
const written = async (gzip: boolean, warcVersion: 'WARC/1.0' | 'WARC/1.1'): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for (let n = 1; n <= 40; n++) {
    const body = `<!doctype html><title>Talks ${n} 𝕏</title><p>${`The ministers of Valdoria met, day ${n}. `.repeat(n * 9)}`;
    const record = WARCRecord.create(
      {
        url: `https://herald.example/${n}?q=a&b=ü`,
        date: `2020-03-${String((n % 28) + 1).padStart(2, '0')}T06:12:00Z`,
        type: n % 5 === 0 ? 'resource' : 'response',
        warcVersion,
        warcHeaders: n % 5 === 0 ? { 'Content-Type': 'text/html; charset=utf-8' } : {},
        httpHeaders: { 'Content-Type': 'text/html; charset=utf-8', 'X-Long': 'x'.repeat(n * 40) },
        statusline: 'HTTP/1.1 200 OK',
      },
      (async function* () {
        yield new TextEncoder().encode(body);
      })(),
    );
    parts.push(await WARCSerializer.serialize(record, { gzip }));
  }
  return new Uint8Array(Buffer.concat(parts));
};

const byWarcio = async (bytes: Uint8Array): Promise<readonly Seen[]> => {
  const seen: Seen[] = [];
  const source = (async function* () {
    for (let at = 0; at < bytes.length; at += 1_000) yield bytes.slice(at, at + 1_000);
  })();
  for await (const record of new WARCParser(source))
    seen.push({
      url: record.warcTargetURI ?? '',
      at: new Date(record.warcDate ?? '').toISOString(),
      text: await record.contentText(),
    });
  return seen;
};

const byUs = async (bytes: Uint8Array, name: string): Promise<readonly Seen[]> => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const seen: Seen[] = [];
  for await (const one of acquirePath(path)) {
    if (!one.ok) throw new Error(one.message);
    const { page, text } = one.capture;
    seen.push({ url: page.url ?? '', at: page.capturedAt ?? '', text });
  }
  return seen;
};

test.each([
  ['a.warc', false, 'WARC/1.0'],
  ['b.warc', false, 'WARC/1.1'],
  ['c.warc.gz', true, 'WARC/1.0'],
  ['d.warc.gz', true, 'WARC/1.1'],
] as const)('warcio and this reader see the same pages in %s', async (name, gzip, version) => {
  const bytes = await written(gzip, version);
  const reference = await byWarcio(bytes);
  expect(reference).toHaveLength(40);
  expect(await byUs(bytes, name)).toEqual(reference);
});
