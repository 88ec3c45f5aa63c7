import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { OutputLine } from '../../app/extract-stream.ts';
import { createTally, extractJsonl, extractPages } from '../../app/extract-stream.ts';
import { loadKnowledge } from '../../app/knowledge.ts';
import type { ExtractOptions } from '../../app/options.ts';
import { DEFAULT_OPTIONS } from '../../app/options.ts';
import { pagesOf } from '../../app/pages.ts';
import type { Pool } from '../../app/pool.ts';
import { createPool } from '../../app/pool.ts';
import type { Layer } from '../../model/annotation.ts';
import { LAYERS } from '../../model/annotation.ts';
import { isEdtf } from '../../model/edtf/index.ts';
import { DemarcheError } from '../../model/error.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { exactDay, numberOf, textOf, textsOf } from '../given.ts';
import type { Io } from '../io.ts';
import { tellAnalyses } from '../outside-report.ts';
import { tellError, warn } from '../page-report.ts';
import { createProgress } from '../progress.ts';

const usage = (message: string, hint = 'demarche extract --help'): DemarcheError =>
  new DemarcheError('usage', message, { hint });

const isLayer = (name: string): name is Layer => LAYERS.some((layer) => layer === name);

const layersOf = (given: Given): readonly Layer[] => {
  const list = textOf(given, 'layers');
  if (list === undefined) return LAYERS;
  const names = list.split(',').map((name) => name.trim());
  const wrong = names.filter((name) => !isLayer(name));
  if (wrong.length > 0)
    throw usage(`no such layer: ${wrong.join(', ')}`, `the layers are ${LAYERS.join(', ')}`);
  return LAYERS.filter((layer) => names.includes(layer));
};

const publishedOf = (given: Given): string | null => {
  const published = textOf(given, 'published');
  if (published !== undefined && !isEdtf(published))
    throw usage(
      `--published is no date: ${JSON.stringify(published)}`,
      'write dates as 2016, 2016-12, 2016-12-15',
    );
  return published ?? null;
};

const optionsOf = (given: Given): ExtractOptions => ({
  ...DEFAULT_OPTIONS,
  published: publishedOf(given),
  today: exactDay(given, 'today'),
  layers: layersOf(given),
  language: textOf(given, 'language') ?? null,
  dating: given.strictDates === true ? 'strict' : 'usual',
});

const checkCall = (paths: readonly string[], given: Given): void => {
  const jsonl = given.jsonl !== undefined;
  if (jsonl && paths.length > 0) throw usage('--jsonl reads lines, not pages: leave the paths out');
  if (!jsonl && paths.length === 0) throw usage('name a file, a folder or - for standard input');
  if (!jsonl && given.eof === true) throw usage('--eof goes with --jsonl');
  if (given.url !== undefined && (jsonl || paths.length > 1)) throw usage('--url goes with one page');
};

const extractFiles = async (
  io: Io,
  paths: readonly string[],
  given: Given,
  pool: Pool,
  options: ExtractOptions,
): Promise<number> => {
  const progress = createProgress(io, 'reading pages');
  const pages = pagesOf(paths, { url: textOf(given, 'url') ?? null, stdin: process.stdin });
  let done = 0;
  let failed = 0;
  for await (const { line, where, error, diagnostics } of extractPages(pages, pool, options)) {
    await io.out(`${line}\n`);
    progress.update(++done, null, where);
    if (error !== null || diagnostics.length > 0) progress.clear();
    for (const diagnostic of diagnostics) warn(io, where, diagnostic);
    if (error === null) continue;
    failed++;
    tellError(io, where, error);
  }
  progress.clear();
  return failed > 0 ? EXIT.findings : EXIT.ok;
};

const inputOf = async (given: Given): Promise<AsyncIterable<Uint8Array>> => {
  const file = given.jsonl;
  if (typeof file !== 'string' || file === '-') return process.stdin;
  const info = await stat(file).catch((cause: unknown) => {
    throw new DemarcheError('not-found', `cannot read ${file}`, {
      hint: 'check the path after --jsonl',
      cause,
    });
  });
  if (info.isDirectory()) throw usage(`${file} is a folder; --jsonl reads one file`);
  return createReadStream(file, { highWaterMark: 1 << 18 });
};

const emit = async (
  io: Io,
  lines: AsyncIterable<OutputLine>,
  wrote: (line: OutputLine) => void,
): Promise<void> => {
  for await (const line of lines) {
    await io.out(`${line.line}\n`);
    wrote(line);
  }
};

const extractLines = async (io: Io, given: Given, pool: Pool, options: ExtractOptions): Promise<number> => {
  const progress = createProgress(io, 'reading lines');
  const tally = createTally();
  let done = 0;
  const lines = extractJsonl(await inputOf(given), pool, options, tally.read);
  await emit(io, lines, ({ line, where, error }) => {
    tally.wrote(line, error !== null);
    progress.update(++done, null, where);
  });
  if (given.eof === true) await io.out(`${JSON.stringify(tally.eof())}\n`);
  progress.clear();
  return EXIT.ok;
};

/** `demarche extract`: pages in, annotations out, nothing stored. */
export const run = async (io: Io, [list]: readonly unknown[], given: Given): Promise<number> => {
  const paths = textsOf(list);
  checkCall(paths, given);
  const options = optionsOf(given);
  const pack = textOf(given, 'pack') ?? null;
  // A wrong pack is told of before the first line is read, not by the first thread that starts.
  if (pack !== null) await loadKnowledge({ pack });
  const outside = await tellAnalyses(io, textOf(given, 'analysis'));
  const pool = createPool({ pack, analysis: outside?.path ?? null, jobs: numberOf(given, 'jobs') });
  try {
    if (given.jsonl !== undefined) return await extractLines(io, given, pool, options);
    return await extractFiles(io, paths, given, pool, options);
  } finally {
    await pool.close();
  }
};
