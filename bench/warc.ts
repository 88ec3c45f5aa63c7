/**
 * Speed and memory of reading archives and feeds, and what damage costs, beside warcio.
 * Usage: npx tsx bench/warc.ts
 *   each reader reads each archive in a process of its own; feeds are read after that
 * The archive is made by a generator: 5,000 responses of some 20 kB, one gzip member each.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WARCParser } from 'warcio';
import { acquirePath } from '../src/acquire/index.ts';
import { KINDS, makeArchive, measureReaders } from './lib/readers.ts';

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
  const { mbPerSecond, feedMs } = await measureReaders();
  process.stdout.write(
    `${mbPerSecond.toFixed(1)} MB/s of HTML from gzip; feed of 500 items: ${Math.round(feedMs)} CPU-ms\n`,
  );
};

const [reader, path] = process.argv.slice(2);
if (reader !== undefined && path !== undefined && existsSync(path)) await one(reader, path);
else await everything();
