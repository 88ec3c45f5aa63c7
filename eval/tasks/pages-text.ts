import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireText } from '../../src/acquire/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { cleanPage } from '../../src/clean/index.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { Metric } from '../lib/metric.ts';
import { hostOf, isTrainedHost } from '../lib/part.ts';
import { articleBody } from './article-body.ts';
import type { Shares } from './shingles.ts';
import { aggregate, shinglesShares } from './shingles.ts';

interface Row {
  readonly id: string;
  readonly isTrained: boolean;
  readonly shares: Shares;
  /** What the rules reach without the line model. */
  readonly ruled: Shares;
}

/** A page counts as read well from this F1 on: what is gained and lost page by page. */
const GOOD = 0.9;

/**
 * Body text of plain-text page dumps, runs of four words: the whole half, the hosts that the line model was trained on,
 * and those that it was not (`held-out`). Empty without the corpus.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const file = join(corpora, 'pages', 'plaintext.jsonl');
  if (!existsSync(file)) return [];
  const knowledge = await loadKnowledge();
  const bare: Knowledge = { ...knowledge, lineModel: null };
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Row => {
      const { id, url, input, gold }: Record<'id' | 'url' | 'input' | 'gold', string> = JSON.parse(line);
      const sharesWith = (known: Knowledge): Shares => shinglesShares(gold, bodyOf(id, url, input, known));
      return {
        id,
        isTrained: isTrainedHost(hostOf(url)),
        shares: sharesWith(knowledge),
        ruled: sharesWith(bare),
      };
    });
  return [
    ...metricsOf('', rows),
    ...metricsOf(
      'trained/',
      rows.filter(({ isTrained }) => isTrained),
    ),
    ...metricsOf(
      'held-out/',
      rows.filter(({ isTrained }) => !isTrained),
    ),
  ];
};

const bodyOf = (id: string, url: string, text: string, knowledge: Knowledge): string => {
  const acquired = acquireText({ text, url, id });
  return acquired.ok ? articleBody(cleanPage(acquired.capture, knowledge).output) : '';
};

const FIGURES = ['f1', 'precision', 'recall'] as const;

const metricsOf = (part: string, rows: readonly Row[]): readonly Metric[] =>
  FIGURES.map((figure) => ({
    metric: `pages-text/${part}body-${figure}`,
    value: aggregate(rows.map(({ shares }) => shares))[figure],
    n: rows.length,
    spread: bootstrap(rows, (sample) => aggregate(sample.map(({ shares }) => shares))[figure]),
    baselines: [
      { name: 'rules without the model', value: aggregate(rows.map(({ ruled }) => ruled))[figure] },
    ],
    ...(figure === 'f1' ? { items: rows.map(({ id, shares }) => ({ id, ok: f1(shares) >= GOOD })) } : {}),
  }));

const f1 = (shares: Shares): number => aggregate([shares]).f1;
