/**
 * Cleans every HTML page of a folder and prints how fast and with how much memory, as JSON. A process of its own, so that
 * its peak memory is that of the reading.
 * Usage: node --import tsx bench/lib/html-pages.ts DIR   (DIR with *.html.gz; needs dist)
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** What is printed. */
export interface HtmlFigures {
  readonly pages: number;
  /** Pages a second of processor time, user and system, all threads of the process: the median of the rounds. */
  readonly pagesACpuSecond: number;
  readonly peakMb: number;
}

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const ROUNDS = 5;

const main = async (): Promise<void> => {
  const { acquireBytes } = (await import(
    join(DIST, 'acquire/index.js')
  )) as typeof import('../../src/acquire/index.ts');
  const { cleanPage } = (await import(
    join(DIST, 'clean/index.js')
  )) as typeof import('../../src/clean/index.ts');
  const { loadKnowledge } = (await import(
    join(DIST, 'app/knowledge.js')
  )) as typeof import('../../src/app/knowledge.ts');
  const knowledge = await loadKnowledge();
  const folder = process.argv[2] ?? '.';
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.html.gz'))
    .sort()
    .map((name) => new Uint8Array(gunzipSync(readFileSync(join(folder, name)))));
  const speeds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    for (const bytes of pages) {
      const given = { path: null, url: null, capturedAt: null, mediaType: 'text/html' };
      const acquired = acquireBytes(bytes, given);
      if (acquired.ok) cleanPage(acquired.capture, knowledge);
    }
    const { user, system } = process.cpuUsage(before);
    speeds.push(pages.length / ((user + system) / 1e6));
  }
  const median = speeds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  const figures: HtmlFigures = {
    pages: pages.length,
    pagesACpuSecond: median,
    peakMb: process.resourceUsage().maxRSS / 1_024,
  };
  process.stdout.write(JSON.stringify(figures));
};

await main();
