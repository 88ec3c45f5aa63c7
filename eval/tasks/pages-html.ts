import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { acquireBytes } from '../../src/acquire/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { cleanPage } from '../../src/clean/index.ts';
import { articleBody } from './article-body.ts';
import type { Shares } from './shingles.ts';
import { aggregate, shinglesShares } from './shingles.ts';

/** Body text of saved HTML pages against the article extraction benchmark, runs of four words. Empty without the corpus. */
export const run = async (
  corpora: string,
): Promise<{ metric: string; value: number; n: number; details?: unknown }[]> => {
  const folder = join(corpora, 'pages', 'articles');
  if (!existsSync(join(folder, 'ground-truth.json'))) return [];
  const gold: Record<string, { articleBody: string; url?: string }> = JSON.parse(
    readFileSync(join(folder, 'ground-truth.json'), 'utf8'),
  );
  const knowledge = await loadKnowledge();
  const rows: { readonly id: string; readonly shares: Shares }[] = [];
  for (const [id, { articleBody: body, url }] of Object.entries(gold)) {
    const file = join(folder, 'html', `${id}.html.gz`);
    if (!existsSync(file)) continue;
    const bytes = new Uint8Array(gunzipSync(readFileSync(file)));
    const acquired = acquireBytes(bytes, {
      path: file,
      url: url ?? null,
      capturedAt: null,
      mediaType: 'text/html',
    });
    const found = acquired.ok ? articleBody(cleanPage(acquired.capture, knowledge).output) : '';
    rows.push({ id, shares: shinglesShares(body, found) });
  }
  const { f1, precision, recall } = aggregate(rows.map((row) => row.shares));
  const n = rows.length;
  return [
    { metric: 'pages-html/body-f1', value: f1, n, details: rows },
    { metric: 'pages-html/body-precision', value: precision, n },
    { metric: 'pages-html/body-recall', value: recall, n },
  ];
};
