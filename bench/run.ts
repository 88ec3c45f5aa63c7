/**
 * Speed and memory of the built program.
 * Usage: npm run bench [-- --corpora DIR] [-- --dry]
 *   --corpora DIR   also read the plain-text pages in DIR/seeds, the HTML pages in DIR/data/pages/articles and the texts in
 *                   DIR/data/time (their text goes nowhere)
 *   --dry           write no file
 * Writes bench/runs/DAY-COMMIT.json with the machine and the versions.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acquireText } from '../src/acquire/index.ts';
import { countWords } from '../src/lib/words.ts';
import type { Capture } from '../src/model/page.ts';
import type { HtmlFigures } from './lib/html-pages.ts';
import { stageTimes } from './lib/layer-shares.ts';
import { newsArticles } from './lib/news-articles.ts';
import { measureReaders } from './lib/readers.ts';
import { measureTime, plot, textFolder } from './lib/time-speed.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = join(ROOT, 'bin', 'demarche.js');

interface Result {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Below it the benchmark fails. Absent for most: a slow machine is no fault. */
  readonly least?: number;
}

const argument = (name: string): string | null => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const round = (value: number): number => Math.round(value * 100) / 100;

interface Timed {
  readonly ms: number;
  readonly peakMb: number;
}

const peakOf = (pid: number): number => {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1_024;
};

const time = (args: readonly string[], cwd: string, input = ''): Promise<Timed> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, stdio: ['pipe', 'ignore', 'ignore'] });
    let peakMb = 0;
    const timer = setInterval(() => {
      if (child.pid !== undefined) peakMb = Math.max(peakMb, peakOf(child.pid));
    }, 20);
    child.on('error', reject);
    child.on('close', () => {
      clearInterval(timer);
      resolve({ ms: performance.now() - started, peakMb });
    });
    child.stdin.end(input);
  });

const timeTimes = async (n: number, run: (i: number) => Promise<Timed>): Promise<number> => {
  const times: number[] = [];
  for (let i = 0; i < n; i++) times.push((await run(i)).ms);
  return median(times);
};

/** The plain-text pages to read: those of the samples, or the seeds when a folder of corpora is given. */
const textPages = (corpora: string | null): readonly string[] => {
  const seeds = corpora === null ? '' : join(corpora, 'seeds');
  const folder = existsSync(seeds) ? seeds : join(ROOT, 'samples', 'kurils', 'pages');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => join(folder, name));
};

const THROUGHPUT_MS = 5_000;
/** Before anything is measured articles are read for so long: Node compiles what it runs most for some ten seconds. */
const WARM_MS = 15_000;

/** Articles a second of processor time below which something has gone wrong, however slow or busy the machine is. */
const FEWEST_ARTICLES = 1;

/** Articles that are read over and over, and with which pack. */
interface Corpus {
  readonly name: string;
  readonly captures: readonly Capture[];
  readonly pack: string;
}

const capturesOf = (texts: readonly { readonly id: string; readonly text: string }[]): readonly Capture[] =>
  texts
    .map(({ id, text }) => acquireText({ text, url: null, id }))
    .flatMap((acquired) => (acquired.ok ? [acquired.capture] : []));

/** Articles a second on one core, warm: the compiled stages in this thread, over and over. */
const throughput = async ({ name, captures, pack }: Corpus): Promise<readonly Result[]> => {
  const { extractCapture } = (await import(
    join(ROOT, 'dist/app/extract.js')
  )) as typeof import('../src/app/extract.ts');
  const { loadKnowledge } = (await import(
    join(ROOT, 'dist/app/knowledge.js')
  )) as typeof import('../src/app/knowledge.ts');
  const knowledge = await loadKnowledge({ pack });
  const warmed = performance.now() + WARM_MS;
  while (performance.now() < warmed) for (const capture of captures) extractCapture(capture, knowledge);
  const before = process.cpuUsage();
  const started = performance.now();
  let articles = 0;
  let characters = 0;
  let words = 0;
  while (performance.now() - started < THROUGHPUT_MS)
    for (const capture of captures) {
      extractCapture(capture, knowledge);
      articles++;
      characters += capture.text.length;
      words += countWords(capture.text);
    }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const shares = stageTimes(captures, knowledge, THROUGHPUT_MS);
  const all = [...shares.values()].reduce((a, b) => a + b, 0);
  return [
    ...[...shares].map(([stage, ms]) => ({
      what: `extract ${name}: share of ${stage}`,
      value: round((100 * ms) / all),
      unit: '%',
    })),
    {
      what: `extract ${name}, one core`,
      value: round(articles / seconds),
      unit: 'articles/s',
      least: FEWEST_ARTICLES,
    },
    { what: `extract ${name}, one core`, value: round(characters / seconds / 1_000), unit: 'kB/s' },
    { what: `extract ${name}: mean length`, value: Math.round(words / articles), unit: 'words' },
  ];
};

/** The pages of plain text, and articles of the length of news. */
const corpora = (files: readonly string[]): readonly Corpus[] => {
  const pages = files.map((file) => ({ id: file, text: readFileSync(file, 'utf8') }));
  const { texts, pack } = newsArticles(ROOT);
  const news = texts.map((text, i) => ({ id: `news-${i}`, text }));
  return [
    { name: 'plain text', captures: capturesOf(pages), pack: 'kurils' },
    { name: 'news-length articles', captures: capturesOf(news), pack },
  ];
};

const commands = async (cwd: string, files: readonly string[]): Promise<readonly Result[]> => {
  const help = await timeTimes(7, () => time(['--help'], cwd));
  const cold = await timeTimes(3, async (i) => {
    const record = `bench-${i}.demarche`;
    await time(['init', '--pack', 'kurils', record], cwd);
    return time(['add', ...files, '--record', record, '--quiet'], cwd);
  });
  const known = await timeTimes(3, () =>
    time(['add', ...files, '--record', 'bench-0.demarche', '--quiet'], cwd),
  );
  return [
    { what: 'demarche --help', value: Math.round(help), unit: 'ms' },
    { what: `demarche add, cold, ${files.length} pages`, value: Math.round(cold), unit: 'ms' },
    { what: `demarche add again, ${files.length} known pages`, value: Math.round(known), unit: 'ms' },
  ];
};

/** Cleaning of the HTML pages of the article benchmark, in a process of its own: see `bench/lib/html-pages.ts`. */
const htmlPages = (corpora: string | null): readonly Result[] => {
  const folder = corpora === null ? '' : join(corpora, 'data', 'pages', 'articles', 'html');
  if (!existsSync(folder)) return [];
  const script = join(ROOT, 'bench', 'lib', 'html-pages.ts');
  const out = execFileSync(process.execPath, ['--import', 'tsx', script, folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const { pages, pagesACpuSecond, peerPagesACpuSecond, peakMb } = JSON.parse(out) as HtmlFigures;
  return [
    { what: `clean HTML, ${pages} pages, one core`, value: round(pagesACpuSecond), unit: 'pages/CPU-s' },
    {
      what: `Readability 0.6.0 + linkedom 0.18.14, the same ${pages} pages`,
      value: round(peerPagesACpuSecond),
      unit: 'pages/CPU-s',
    },
    { what: `clean HTML, ${pages} pages: peak memory`, value: Math.round(peakMb), unit: 'MB' },
  ];
};

/** Peak memory of a stream must not grow with its length. */
const memory = async (cwd: string, files: readonly string[]): Promise<readonly Result[]> => {
  const lines = files.map((file, i) => JSON.stringify({ id: i, text: readFileSync(file, 'utf8') }));
  const results: Result[] = [];
  for (const n of [100, 1_000]) {
    const input = Array.from({ length: n }, (_, i) => `${lines[i % lines.length] ?? ''}\n`).join('');
    const { ms, peakMb } = await time(['extract', '--jsonl', '--pack', 'kurils'], cwd, input);
    results.push({ what: `extract --jsonl, ${n} lines: peak memory`, value: Math.round(peakMb), unit: 'MB' });
    results.push({ what: `extract --jsonl, ${n} lines`, value: round((n / ms) * 1_000), unit: 'lines/s' });
  }
  return results;
};

/** Archives and feeds, beside warcio: `bench/warc.ts`. */
const readers = async (): Promise<readonly Result[]> => {
  const { mbPerSecond, feedMs } = await measureReaders();
  return [
    { what: 'read WARC.gz, one core', value: round(mbPerSecond), unit: 'MB/s of HTML' },
    { what: 'read a feed of 500 items', value: Math.round(feedMs), unit: 'CPU-ms' },
  ];
};

/** The tagger of times, with a plot of its time over length: `bench/time.ts`. */
const times = async (corpora: string | null): Promise<readonly Result[]> => {
  const { isCorpora, tagger, withSentences, series } = await measureTime(textFolder(corpora));
  process.stdout.write(`${series.map(plot).join('\n\n')}\n\n`);
  const of = isCorpora ? 'corpora' : 'own sentences';
  return [
    { what: `tag times given sentences, ${of}, one core`, value: Math.round(tagger), unit: 'kB/s' },
    { what: `tag times with sentences, ${of}, one core`, value: Math.round(withSentences), unit: 'kB/s' },
  ];
};

const eachInTurn = async (
  all: readonly Corpus[],
  measure: (corpus: Corpus) => Promise<readonly Result[]>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (const corpus of all) results.push(...(await measure(corpus)));
  return results;
};

const commit = (): string => {
  try {
    const options = { cwd: ROOT, encoding: 'utf8' } as const;
    const hash = execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], options).trim();
    return execFileSync('git', ['status', '--porcelain'], options).trim() === '' ? hash : `${hash}-changed`;
  } catch {
    return 'unknown';
  }
};

const main = async (): Promise<void> => {
  const cwd = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  const files = textPages(argument('--corpora'));
  const load = loadavg()[0] ?? 0;
  const results = [
    ...(await commands(cwd, files)),
    ...(await memory(cwd, files)),
    ...(await eachInTurn(corpora(files), throughput)),
    ...(await readers()),
    ...(await times(argument('--corpora'))),
    ...htmlPages(argument('--corpora')),
  ];
  rmSync(cwd, { recursive: true, force: true });
  const day = new Date().toISOString().slice(0, 10);
  const run = {
    day,
    commit: commit(),
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: `${platform()} ${release()}`,
      loadAtStart: round(load),
    },
    node: process.versions.node,
    results,
  };
  for (const { what, value, unit } of results) process.stdout.write(`${what.padEnd(48)} ${value} ${unit}\n`);
  for (const { what, value, unit, least = 0 } of results) {
    if (value >= least) continue;
    process.stderr.write(`${what}: ${value} ${unit}, and at least ${least} are asked for\n`);
    process.exitCode = 1;
  }
  if (process.argv.includes('--dry')) return;
  mkdirSync(join(ROOT, 'bench', 'runs'), { recursive: true });
  writeFileSync(
    join(ROOT, 'bench', 'runs', `${day}-${run.commit}.json`),
    `${JSON.stringify(run, null, 2)}\n`,
  );
};

await main();
