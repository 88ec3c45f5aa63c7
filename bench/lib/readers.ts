/** Archives and feeds made by a generator, and the time it takes to read them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { acquirePages, acquirePath } from '../../src/acquire/index.ts';

const RECORDS = 5_000;
const WORDS =
  'talks ministers of on the ferry Lakeport Valdoria Orland fish islands said that would not agree before spring'.split(
    ' ',
  );

/** Words drawn by a fixed rule, so that every run reads the same bytes. */
const words = (seed: number, count: number): string => {
  let state = seed + 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return `${WORDS[state % WORDS.length]}${(state >>> 8) % 97 === 0 ? `-${state % 999}` : ''}`;
  }).join(' ');
};

/** What is wrong with an archive. */
export const KINDS = ['whole', 'short', 'long', 'flipped', 'cut'] as const;
export type Kind = (typeof KINDS)[number];

/** Every hundredth record is hit. */
const isHit = (n: number): boolean => n % 100 === 50;

const recordOf = (n: number, kind: Kind): Buffer => {
  const body = `<!doctype html><title>Page ${n}</title><article><p>${words(n, 3_000)}</p></article>`;
  const block = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}`);
  const by = !isHit(n) ? 0 : kind === 'short' ? -500 : kind === 'long' ? 700 : 0;
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}>`,
    `WARC-Target-URI: https://herald.example/${n}`,
    'WARC-Date: 2020-03-03T06:12:00Z',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${block.length + by}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
};

/** Writes an archive of `records` responses, one gzip member each. */
export const makeArchive = (path: string, kind: Kind, records: number = RECORDS): void => {
  const parts = Array.from({ length: records }, (_, i) => {
    const member = gzipSync(recordOf(i + 1, kind), { level: 1 });
    if (kind === 'flipped' && isHit(i + 1)) member.fill(0xff, 2_000, 2_040);
    return member;
  });
  const bytes = Buffer.concat(parts);
  writeFileSync(path, kind === 'cut' ? bytes.subarray(0, bytes.length - 3_000) : bytes);
};

const feedTime = async (): Promise<number> => {
  const item = (n: number): string =>
    `<item><title>Talks ${n}</title><link>https://herald.example/${n}</link><pubDate>Tue, 03 Mar 2020 23:10:00 +0900</pubDate><description>${words(n, 120)}</description></item>`;
  const items = Array.from({ length: 500 }, (_, i) => item(i)).join('');
  const bytes = new TextEncoder().encode(
    `<rss version="2.0"><channel><title>Herald</title>${items}</channel></rss>`,
  );
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    const before = process.cpuUsage();
    for await (const one of acquirePages(bytes, { path: 'f', url: null, capturedAt: null }))
      if (!one.ok) throw new Error(one.message);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000);
  }
  return times.toSorted((a, b) => a - b)[4] ?? 0;
};

const MEASURED = 1_000;

/** Uncompressed megabytes a CPU-second of a gzip archive, and CPU-milliseconds of a feed of 500 items. */
export const measureReaders = async (): Promise<{
  readonly mbPerSecond: number;
  readonly feedMs: number;
}> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-readers-'));
  try {
    const path = join(folder, 'whole.warc.gz');
    makeArchive(path, 'whole', MEASURED);
    let bytes = 0;
    const before = process.cpuUsage();
    for await (const one of acquirePath(path)) if (one.ok) bytes += one.capture.bytes.length;
    const { user, system } = process.cpuUsage(before);
    return { mbPerSecond: bytes / (user + system), feedMs: await feedTime() };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
