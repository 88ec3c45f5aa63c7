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
  /** The same for Readability over linkedom alone, the usual way in Node: machines differ, so it is measured beside. */
  readonly peerPagesACpuSecond: number;
  /** Peak memory before the peer was run. */
  readonly peakMb: number;
}

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const ROUNDS = 5;

/** Pages a second of processor time: the median of the rounds. */
const speedOf = (pages: readonly Uint8Array[], read: (bytes: Uint8Array) => void): number => {
  const speeds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    for (const bytes of pages) read(bytes);
    const { user, system } = process.cpuUsage(before);
    speeds.push(pages.length / ((user + system) / 1e6));
  }
  return speeds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
};

/** Readability over linkedom; a page that it cannot read counts as read. */
const peer = async (): Promise<(bytes: Uint8Array) => void> => {
  const { parseHTML } = await import('linkedom');
  const { Readability } = await import('@mozilla/readability');
  return (bytes) => {
    const { document } = parseHTML(new TextDecoder().decode(bytes));
    try {
      new Readability(document as never).parse();
    } catch {
      // Its time is spent all the same.
    }
  };
};

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
  const pagesACpuSecond = speedOf(pages, (bytes) => {
    const acquired = acquireBytes(bytes, { path: null, url: null, capturedAt: null, mediaType: 'text/html' });
    if (acquired.ok) cleanPage(acquired.capture, knowledge);
  });
  const peakMb = process.resourceUsage().maxRSS / 1_024;
  const peerPagesACpuSecond = speedOf(pages, await peer());
  const figures: HtmlFigures = { pages: pages.length, pagesACpuSecond, peerPagesACpuSecond, peakMb };
  process.stdout.write(JSON.stringify(figures));
};

await main();
