/**
 * Speed and memory of reading archives and feeds, and what damage costs, beside warcio.
 * Usage: npx tsx bench/warc.ts
 *   each reader reads each archive in a process of its own; feeds are read after that
 * The archive is made by a generator: 5,000 responses of some 20 kB, one gzip member each.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { WARCParser } from 'warcio';
import { acquirePages, acquirePath } from '../src/acquire/index.ts';

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

const KINDS = ['whole', 'short', 'long', 'flipped', 'cut'] as const;
type Kind = (typeof KINDS)[number];

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

const makeArchive = (path: string, kind: Kind): void => {
  const parts = Array.from({ length: RECORDS }, (_, i) => {
    const member = gzipSync(recordOf(i + 1, kind), { level: 1 });
    if (kind === 'flipped' && isHit(i + 1)) member.fill(0xff, 2_000, 2_040);
    return member;
  });
  const bytes = Buffer.concat(parts);
  writeFileSync(path, kind === 'cut' ? bytes.subarray(0, bytes.length - 3_000) : bytes);
};

const readOurs = async (path: string): Promise<readonly [number, number]> => {
  let pages = 0;
  let failures = 0;
  for await (const one of acquirePath(path)) one.ok ? pages++ : failures++;
  return [pages, failures];
};

const readWarcio = async (path: string): Promise<readonly [number, number]> => {
  let pages = 0;
  try {
    for await (const record of new WARCParser(createReadStream(path)))
      if ((await record.contentText()).startsWith('<!doctype')) pages++;
    return [pages, 0];
  } catch {
    return [pages, 1];
  }
};

const one = async (reader: string, path: string): Promise<void> => {
  const before = process.cpuUsage();
  const [pages, failures] = await (reader === 'ours' ? readOurs(path) : readWarcio(path));
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const peakMb = process.resourceUsage().maxRSS / 1_024;
  const mb = (statSync(path).size / 1e6 / seconds).toFixed(1);
  process.stdout.write(
    `${pages} pages, ${failures} failures, ${seconds.toFixed(2)} CPU-s, ${mb} MB/s of gzip, peak ${Math.round(peakMb)} MB\n`,
  );
};

const feeds = async (): Promise<void> => {
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
  const median = times.toSorted((a, b) => a - b)[4] ?? 0;
  process.stdout.write(`feed of 500 items (${bytes.length} bytes): ${Math.round(median)} CPU-ms\n`);
};

const everything = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-warc-'));
  try {
    for (const kind of KINDS) {
      const path = join(folder, `${kind}.warc.gz`);
      makeArchive(path, kind);
      for (const reader of ['ours', 'warcio']) {
        process.stdout.write(`${kind.padEnd(8)} ${reader.padEnd(7)} `);
        const script = fileURLToPath(import.meta.url);
        const args = [...process.execArgv, script, reader, path];
        process.stdout.write(
          execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
        );
      }
      rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await feeds();
};

const [reader, path] = process.argv.slice(2);
if (reader !== undefined && path !== undefined && existsSync(path)) await one(reader, path);
else await everything();
