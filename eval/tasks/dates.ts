import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { acquireBytes } from '../../src/acquire/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import type { CleanOptions } from '../../src/clean/index.ts';
import { cleanPage } from '../../src/clean/index.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { publishedOf } from '../../src/model/page.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { Item, Metric } from '../lib/metric.ts';

interface Row {
  readonly file: string;
  /** Rules were tuned on the pages of part a only; whole hosts fall into one part. */
  readonly part: 'a' | 'b';
  readonly gold: string | null;
  readonly found: string | null;
  readonly rule: string;
}

/** htmldate 1.10.0 on its 1,000 pages, extensive and fast, as its authors print them (read 2026-06-01). */
const PEERS = {
  accuracy: [
    { name: 'htmldate extensive', value: 0.903 },
    { name: 'htmldate fast', value: 0.861 },
  ],
  precision: [
    { name: 'htmldate extensive', value: 0.908 },
    { name: 'htmldate fast', value: 0.924 },
  ],
  recall: [
    { name: 'htmldate extensive', value: 0.993 },
    { name: 'htmldate fast', value: 0.927 },
  ],
  f: [
    { name: 'htmldate extensive', value: 0.949 },
    { name: 'htmldate fast', value: 0.925 },
  ],
} as const;

/**
 * Day of publication of saved HTML pages, day exact, by the formulae of htmldate: a wrong or superfluous day is a false
 * positive, a missing one a false negative. The address is not given to the cleaner. Whole, by part, and with the strict
 * dating. Empty without the corpus.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const folder = join(corpora, 'pages', 'dates');
  if (!existsSync(join(folder, 'ground-truth.json'))) return [];
  const knowledge = await loadKnowledge();
  const usual = readRows(folder, knowledge, {});
  const strict = readRows(folder, knowledge, { dating: 'strict' });
  printRules(usual);
  return [
    ...scores('dates', usual, true),
    ...scores(
      'dates/part-a',
      usual.filter(({ part }) => part === 'a'),
      false,
    ),
    ...scores(
      'dates/part-b',
      usual.filter(({ part }) => part === 'b'),
      false,
    ),
    ...scores('dates/strict', strict, false).filter(({ metric }) => !metric.endsWith('accuracy')),
  ];
};

const readRows = (folder: string, knowledge: Knowledge, options: CleanOptions): readonly Row[] => {
  const gold: Record<string, { url: string; date: string | null }> = JSON.parse(
    readFileSync(join(folder, 'ground-truth.json'), 'utf8').replaceAll(/:\s*NaN/g, ': null'),
  );
  return Object.entries(gold).flatMap(([name, { url, date }]): readonly Row[] => {
    const file = join(folder, 'html', name);
    if (!existsSync(file)) return [];
    const bytes = new Uint8Array(gunzipSync(readFileSync(file)));
    const acquired = acquireBytes(bytes, { path: name, url: null, capturedAt: null, mediaType: 'text/html' });
    const reading = acquired.ok ? publishedOf(cleanPage(acquired.capture, knowledge, options).output) : null;
    const isDay = reading !== null && reading.value.earliest === reading.value.latest;
    const found = isDay ? reading.value.edtf : null;
    return [{ file: name, part: partOf(url), gold: date, found, rule: reading?.rule ?? 'none' }];
  });
};

/** By the last bit of the first byte of the md5 of the host. */
const partOf = (url: string): Row['part'] => {
  const byte = createHash('md5').update(new URL(url).hostname).digest()[0] ?? 0;
  return byte % 2 === 0 ? 'a' : 'b';
};

/** What each rule won and lost: its right days, its wrong days, and pages it leaves without a day. */
const printRules = (rows: readonly Row[]): void => {
  for (const rule of [...new Set(rows.map((row) => row.rule))].sort()) {
    const of = rows.filter((row) => row.rule === rule);
    const right = of.filter(({ gold, found }) => found === gold).length;
    const missing = of.filter(({ gold, found }) => found === null && gold !== null).length;
    console.log(
      `  ${rule.padEnd(40)} ${right} right, ${of.length - right - missing} wrong, ${missing} missing`,
    );
  }
};

interface Counts {
  readonly tp: number;
  readonly tn: number;
  readonly fp: number;
  readonly fn: number;
}

const countsOf = (rows: readonly Row[]): Counts => {
  const count = (test: (row: Row) => boolean): number => rows.filter(test).length;
  return {
    tp: count(({ gold, found }) => found !== null && found === gold),
    tn: count(({ gold, found }) => found === null && gold === null),
    fp: count(({ gold, found }) => found !== null && found !== gold),
    fn: count(({ gold, found }) => found === null && gold !== null),
  };
};

const FIGURES: Readonly<Record<keyof typeof PEERS, (counts: Counts) => number>> = {
  accuracy: ({ tp, tn, fp, fn }) => (tp + tn) / Math.max(1, tp + tn + fp + fn),
  precision: ({ tp, fp }) => tp / Math.max(1, tp + fp),
  recall: ({ tp, fn }) => tp / Math.max(1, tp + fn),
  f: ({ tp, fp, fn }) => (2 * tp) / Math.max(1, 2 * tp + fp + fn),
};

const scores = (name: string, rows: readonly Row[], isWhole: boolean): readonly Metric[] =>
  (Object.keys(FIGURES) as (keyof typeof FIGURES)[]).map((figure) => ({
    metric: `${name}/${figure}`,
    value: FIGURES[figure](countsOf(rows)),
    n: rows.length,
    spread: bootstrap(rows, (sample) => FIGURES[figure](countsOf(sample))),
    ...(isWhole ? { baselines: PEERS[figure] } : {}),
    ...(isWhole && figure === 'accuracy' ? { items: rows.map(itemOf) } : {}),
  }));

const itemOf = ({ file, gold, found, rule }: Row): Item => ({ id: file, ok: gold === found, rule });
