/**
 * Speed of the desk in the system's Chromium, over a record made from the samples by a generator.
 * Usage: npm run bench:desk [-- --articles N] [-- --record FILE] [-- --dry]
 *   --articles N    pages of the record; 20,000 when absent
 *   --record FILE   the record to use; made there when it does not exist (a temporary one otherwise)
 *   --dry           write no file
 * Writes bench/runs/desk-DAY-COMMIT.json. Ends with status 1 when a bar of issue 3 is missed at 20,000 pages.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CHROMIUM, launch } from '../test/browser/support/chromium.ts';
import { ROOT, type Served, serveRecord, tempFolder } from '../test/browser/support/served.ts';
import { makeScaleRecord } from './lib/scale-record.ts';

interface Result {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The bar of the issue: at most, or for frames at least, this. */
  readonly bar?: number;
}

const argument = (name: string): string | null => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};

const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? 0;
const worst = (values: readonly number[]): number => sorted(values).at(-1) ?? 0;

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

const untilOpen = async (served: Served): Promise<number> => {
  const started = performance.now();
  for (;;) {
    const response = await fetch(served.at('/overview.json'));
    const { state } = (await response.json()) as { readonly state: { readonly kind: string } };
    if (state.kind === 'ready') return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const ROWS = '.row .claim-line';

/** A fresh profile. The loader of this script wraps functions in a helper that pages do not have. */
const profile = async (browser: Browser): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript('globalThis.__name = (value) => value');
  return context;
};

/** Milliseconds from the start of the navigation until the first rows are painted, in a browser that has seen nothing. */
const firstView = async (browser: Browser, address: string, selector: string): Promise<number> => {
  const context = await profile(browser);
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForSelector(selector);
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame((now) => resolve(now))),
        ),
    );
  } finally {
    await context.close();
  }
};

/** Gzipped bytes of the scripts that the first view asks for. */
const scriptsOf = async (browser: Browser, address: string, selector: string): Promise<number> => {
  const context = await profile(browser);
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  });
  await page.goto(address);
  await page.waitForSelector(selector);
  await page.waitForLoadState('networkidle');
  await context.close();
  return [...scripts]
    .map((path) => gzipSync(readFileSync(join(ROOT, 'dist/web', path))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
};

/** Milliseconds from a click on something that filters until the rows it leaves are painted. */
const filterTime = (page: Page, find: string): Promise<number> =>
  page.evaluate(
    (selector) =>
      new Promise<number>((resolve, reject) => {
        const target = document.querySelector<HTMLElement>(selector);
        if (target === null) {
          reject(new Error(`nothing is at ${selector}`));
          return;
        }
        const before = location.href;
        const started = performance.now();
        let wasOld = false;
        const look = (): void => {
          const isOld = document.querySelector('.rows.is-old') !== null;
          wasOld ||= isOld || location.href !== before;
          if (wasOld && !isOld && document.querySelector('.row .claim-line') !== null)
            requestAnimationFrame(() => resolve(performance.now() - started));
          else if (performance.now() - started > 20_000) reject(new Error(`no answer to ${selector}`));
          else requestAnimationFrame(look);
        };
        target.click();
        look();
      }),
    find,
  );

/** Every filter of the panel in turn: in, then out again by going back. */
const filterTimes = async (page: Page, address: string): Promise<readonly number[]> => {
  await page.goto(address);
  await page.waitForSelector(ROWS);
  // The first view is measured by itself: a filter is clicked once it has settled.
  await page.waitForLoadState('networkidle');
  const times: number[] = [];
  const facets = await page.locator('.facet').count();
  for (let facet = 1; facet <= facets; facet++) {
    const selector = `.facets > .facet:nth-of-type(${facet}) .facet-in`;
    if ((await page.locator(selector).count()) === 0) continue;
    const ms = await filterTime(page, selector);
    tell(`${facet}: ${Math.round(ms)} ms`);
    times.push(ms);
    await page.goBack();
    await page.waitForSelector('.rows:not(.is-old) .claim-line');
    await page.waitForTimeout(150);
  }
  return times;
};

const QUERIES: readonly string[] = [
  'timeline.json?limit=100',
  'timeline.json?kind=event&limit=100',
  'timeline.json?party=rus&status=planned',
  'timeline.json?from=1990&to=1999',
  'timeline.json?as_of=2005-06-01',
  'timeline.json?clock=published&party=-jpn',
  'timeline.json?sort=witnesses',
  'timeline.json?offset=100000&limit=100',
  'statements.json?mode=direct&act=said',
  'statements.json?issue=sovereignty&stance=rejects',
  'statements.json?q=islands',
  'statements.json?q=%22peace+treaty%22&party=rus',
  'statements.json?q=terr*',
  'strip.json?bins=160',
  'sources.json?limit=100',
  'sources.json?caught=crawl-clock',
  'overview.json',
  'jump.json?q=ma&limit=12',
];

/** Milliseconds of the interface's answers that nobody asked for before. */
const answerTimes = async (served: Served): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (const query of QUERIES) {
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      // Another length of the same question, so that no kept answer helps.
      const path = `${query}${query.includes('?') ? '&' : '?'}${query.includes('limit') || !/^(?:tim|sta)/.test(query) ? '' : `limit=${60 + i}`}`;
      const started = performance.now();
      const response = await fetch(served.at(`/${path}`));
      await response.arrayBuffer();
      times.push(performance.now() - started);
    }
    results.push({ what: `GET ${query}, first`, value: Math.round(times[0] ?? 0), unit: 'ms' });
    results.push({ what: `GET ${query}, median`, value: Math.round(median(times)), unit: 'ms' });
  }
  return results;
};

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
}

const DRAG_MS = 2_000;

/** Frames a second that the compositor draws while the brush is dragged to and fro, from the browser's own trace. */
const brushFrames = async (page: Page, address: string): Promise<number> => {
  await page.goto(address);
  await page.waitForSelector('.strip-body');
  await page.waitForSelector(ROWS);
  const box = await page.locator('.strip-body').boundingBox();
  if (box === null) throw new Error('the timeline has no strip');
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as readonly TraceEvent[])
      if (event.name === 'DrawFrame') events.push(event);
  });
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 5 });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'],
    },
  });
  const started = performance.now();
  for (let i = 0; performance.now() - started < DRAG_MS; i++)
    await page.mouse.move(box.x + box.width * (0.5 + 0.35 * Math.sin(i / 25)), y);
  const ended = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await ended;
  await page.mouse.up();
  const times = events.map(({ ts }) => ts).toSorted((a, b) => a - b);
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  return times.length < 2 ? 0 : ((times.length - 1) / (last - first)) * 1e6;
};

const inBrowser = async (served: Served): Promise<readonly Result[]> => {
  const browser = await launch();
  try {
    const first: number[] = [];
    const overview: number[] = [];
    for (let i = 0; i < 5; i++) {
      first.push(await firstView(browser, served.at('/timeline'), ROWS));
      overview.push(await firstView(browser, served.at(''), '.numbers'));
    }
    const bytes = await scriptsOf(browser, served.at('/timeline'), ROWS);
    const page = await (await profile(browser)).newPage();
    const timeline = await filterTimes(page, served.at('/timeline'));
    const statements = await filterTimes(page, served.at('/statements'));
    const filters = [...timeline, ...statements];
    const frames: number[] = [];
    for (let i = 0; i < 3; i++) frames.push(await brushFrames(page, served.at('/timeline')));
    return [
      {
        what: 'first view of the timeline, median of 5',
        value: Math.round(median(first)),
        unit: 'ms',
        bar: 1_500,
      },
      {
        what: 'first view of the overview, median of 5',
        value: Math.round(median(overview)),
        unit: 'ms',
        bar: 1_500,
      },
      {
        what: `click on a filter to rows, median of ${filters.length}`,
        value: Math.round(median(filters)),
        unit: 'ms',
        bar: 200,
      },
      {
        what: `click on a filter to rows, worst of ${filters.length}`,
        value: Math.round(worst(filters)),
        unit: 'ms',
        bar: 200,
      },
      {
        what: 'scripts of the first view, gzip',
        value: Math.round(bytes / 102.4) / 10,
        unit: 'KB',
        bar: 180,
      },
      {
        what: 'frames while the brush is dragged, median of 3',
        value: Math.round(median(frames) * 10) / 10,
        unit: 'frames/s',
        bar: 50,
      },
    ];
  } finally {
    await browser.close();
  }
};

const isMet = ({ value, unit, bar }: Result): boolean =>
  bar === undefined || (unit === 'frames/s' ? value >= bar : value <= bar);

const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  } catch {
    return 'none';
  }
};

const recordOf = async (folder: string, articles: number): Promise<string> => {
  const file = argument('--record') ?? join(folder, 'scale.demarche');
  if (existsSync(file)) return file;
  tell(`making a record of ${articles} pages`);
  const started = performance.now();
  await makeScaleRecord(file, articles, tell);
  tell(`made in ${Math.round((performance.now() - started) / 1_000)} s`);
  return file;
};

/** After an opening the server reads on in the background; it is measured once that is over. */
const REST_MS = 15_000;

const answersWhenRested = async (served: Served): Promise<readonly Result[]> => {
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return answerTimes(served);
};

const main = async (): Promise<void> => {
  if (CHROMIUM === null) {
    tell('SKIPPED, LOUDLY: no Chromium was found (name one with DEMARCHE_CHROMIUM)');
    return;
  }
  const articles = Number(argument('--articles') ?? 20_000);
  const folder = tempFolder();
  const served = await serveRecord(await recordOf(folder, articles), folder);
  try {
    const opening = await untilOpen(served);
    const results: readonly Result[] = [
      {
        what: `opening a record of ${articles} pages, until all of it is read`,
        value: Math.round(opening),
        unit: 'ms',
      },
      ...(await answersWhenRested(served)),
      ...(await inBrowser(served)),
    ];
    for (const result of results)
      process.stdout.write(
        `${result.what}: ${result.value} ${result.unit}${result.bar === undefined ? '' : ` (bar ${result.bar}${isMet(result) ? '' : ', MISSED'})`}\n`,
      );
    const run = {
      commit: commit(),
      machine: {
        cpu: cpus()[0]?.model ?? '',
        cores: availableParallelism(),
        memory: totalmem(),
        load: loadavg(),
      },
      node: process.version,
      articles,
      results,
    };
    const runs = join(ROOT, 'bench', 'runs');
    mkdirSync(runs, { recursive: true });
    const name = `desk-${new Date().toISOString().slice(0, 10)}-${run.commit}.json`;
    if (!process.argv.includes('--dry')) writeFileSync(join(runs, name), `${JSON.stringify(run, null, 2)}\n`);
    if (!results.every(isMet)) process.exitCode = 1;
  } finally {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

await main();
