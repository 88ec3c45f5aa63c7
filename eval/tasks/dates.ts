import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { acquireBytes } from '../../src/acquire/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { cleanPage } from '../../src/clean/index.ts';
import { publishedOf } from '../../src/model/page.ts';

interface Row {
  readonly file: string;
  readonly gold: string | null;
  readonly found: string | null;
  readonly rule: string | null;
}

/**
 * Day of publication of saved HTML pages, day exact, by the formulae of htmldate: a wrong or superfluous day is a false
 * positive, a missing one a false negative. The address is not given to the cleaner. Empty without the corpus.
 */
export const run = async (
  corpora: string,
): Promise<{ metric: string; value: number; n: number; details?: unknown }[]> => {
  const folder = join(corpora, 'pages', 'dates');
  if (!existsSync(join(folder, 'ground-truth.json'))) return [];
  const gold: Record<string, { date: string | null }> = JSON.parse(
    readFileSync(join(folder, 'ground-truth.json'), 'utf8').replaceAll(/:\s*NaN/g, ': null'),
  );
  const knowledge = await loadKnowledge();
  const rows: Row[] = [];
  for (const [name, { date }] of Object.entries(gold)) {
    const file = join(folder, 'html', name);
    if (!existsSync(file)) continue;
    const bytes = new Uint8Array(gunzipSync(readFileSync(file)));
    const acquired = acquireBytes(bytes, { path: name, url: null, capturedAt: null, mediaType: 'text/html' });
    const reading = acquired.ok ? publishedOf(cleanPage(acquired.capture, knowledge).output) : null;
    const isDay = reading !== null && reading.value.earliest === reading.value.latest;
    rows.push({
      file: name,
      gold: date,
      found: isDay ? reading.value.edtf : null,
      rule: reading?.rule ?? null,
    });
  }
  return scores(rows);
};

const scores = (rows: readonly Row[]): { metric: string; value: number; n: number; details?: unknown }[] => {
  const count = (test: (row: Row) => boolean): number => rows.filter(test).length;
  const tp = count(({ gold, found }) => found !== null && found === gold);
  const tn = count(({ gold, found }) => found === null && gold === null);
  const fp = count(({ gold, found }) => found !== null && found !== gold);
  const fn = count(({ gold, found }) => found === null && gold !== null);
  const n = rows.length;
  return [
    { metric: 'dates/accuracy', value: (tp + tn) / Math.max(1, n), n, details: rows },
    { metric: 'dates/precision', value: tp / Math.max(1, tp + fp), n },
    { metric: 'dates/recall', value: tp / Math.max(1, tp + fn), n },
    { metric: 'dates/f', value: (2 * tp) / Math.max(1, 2 * tp + fp + fn), n },
  ];
};
