import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireText } from '../../src/acquire/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { cleanPage } from '../../src/clean/index.ts';
import { articleBody } from './article-body.ts';
import type { Shares } from './shingles.ts';
import { aggregate, shinglesShares } from './shingles.ts';

/** Body text of plain-text page dumps, runs of four words. Empty without the corpus. */
export const run = async (
  corpora: string,
): Promise<{ metric: string; value: number; n: number; details?: unknown }[]> => {
  const file = join(corpora, 'pages', 'plaintext.jsonl');
  if (!existsSync(file)) return [];
  const knowledge = await loadKnowledge();
  const rows: { readonly id: string; readonly shares: Shares }[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { id, url, input, gold }: { id: string; url: string; input: string; gold: string } =
      JSON.parse(line);
    const acquired = acquireText({ text: input, url, id });
    const found = acquired.ok ? articleBody(cleanPage(acquired.capture, knowledge).output) : '';
    rows.push({ id, shares: shinglesShares(gold, found) });
  }
  const { f1, precision, recall } = aggregate(rows.map((row) => row.shares));
  const n = rows.length;
  return [
    { metric: 'pages-text/body-f1', value: f1, n, details: rows },
    { metric: 'pages-text/body-precision', value: precision, n },
    { metric: 'pages-text/body-recall', value: recall, n },
  ];
};
