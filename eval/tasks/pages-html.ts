import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { acquireBytes } from '../../src/acquire/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { cleanPage } from '../../src/clean/index.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Article, Capture } from '../../src/model/page.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { hostOfUrl, type Part, partOf } from '../lib/parts.ts';
import { articleBody } from './article-body.ts';
import type { RuleShare } from './rule-shares.ts';
import { ruleShares, sumShares } from './rule-shares.ts';
import type { Shares } from './shingles.ts';
import { aggregate, shinglesShares } from './shingles.ts';

/** A gold page, cleaned and compared. */
interface Row {
  readonly id: string;
  readonly part: Part;
  readonly shares: Shares;
  readonly rules: readonly RuleShare[];
}

/** F1 of a page from which it counts as read well; half of the peers' pages reach it. */
const GOOD = 0.95;

/** The stored answers of others to the whole set (both halves), scored with this scorer. */
const BASELINES = [
  { name: 'Readability 0.6.0', value: 0.947 },
  { name: 'trafilatura 2.0.0', value: 0.958 },
  { name: 'rs_trafilatura 9261e08', value: 0.97 },
];

/**
 * Body text of saved HTML pages against the article extraction benchmark, runs of four words. Printed for the whole set
 * and for its two parts by host: rules were made looking at part a. With `DEMARCHE_EVAL_DETAILS=1` a table says what each
 * label rule won and lost. Empty without the corpus.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const knowledge = await loadKnowledge();
  const rows = goldPages(corpora).map((page) => readRow(page, knowledge));
  if (rows.length === 0) return [];
  if (process.env['DEMARCHE_EVAL_DETAILS'] === '1') printRules(rows);
  return [
    ...metricsOf('pages-html', rows),
    ...metricsOf(
      'pages-html/part-a',
      rows.filter(({ part }) => part === 'a'),
    ),
    ...metricsOf(
      'pages-html/part-b',
      rows.filter(({ part }) => part === 'b'),
    ),
  ];
};

/** A page of the benchmark with its gold text. */
interface GoldPage {
  readonly id: string;
  readonly url: string | null;
  readonly body: string;
  readonly capture: Capture | null;
}

const goldPages = (corpora: string): readonly GoldPage[] => {
  const folder = join(corpora, 'pages', 'articles');
  if (!existsSync(join(folder, 'ground-truth.json'))) return [];
  const gold: Record<string, { articleBody: string; url?: string }> = JSON.parse(
    readFileSync(join(folder, 'ground-truth.json'), 'utf8'),
  );
  return Object.entries(gold)
    .map(([id, entry]) => ({ id, entry, file: join(folder, 'html', `${id}.html.gz`) }))
    .filter(({ file }) => existsSync(file))
    .map(({ id, entry, file }): GoldPage => {
      const url = entry.url ?? null;
      const bytes = new Uint8Array(gunzipSync(readFileSync(file)));
      const acquired = acquireBytes(bytes, { path: file, url, capturedAt: null, mediaType: 'text/html' });
      return { id, url, body: entry.articleBody, capture: acquired.ok ? acquired.capture : null };
    });
};

const readRow = ({ id, url, body, capture }: GoldPage, knowledge: Knowledge): Row => {
  const article: Article | null = capture === null ? null : cleanPage(capture, knowledge).output;
  return {
    id,
    part: partOf(hostOfUrl(url ?? '')),
    shares: shinglesShares(body, article === null ? '' : articleBody(article)),
    rules: article === null ? [] : ruleShares(body, article),
  };
};

const metricsOf = (name: string, rows: readonly Row[]): readonly Metric[] => {
  const figure = (pick: 'f1' | 'precision' | 'recall') => (sample: readonly Row[]) =>
    aggregate(sample.map(({ shares }) => shares))[pick];
  const metric = (pick: 'f1' | 'precision' | 'recall'): Metric => ({
    metric: `${name}/body-${pick}`,
    value: figure(pick)(rows),
    n: rows.length,
    spread: bootstrap(rows, figure(pick)),
  });
  return [
    { ...metric('f1'), items: rows.map(itemOf), ...(name === 'pages-html' ? { baselines: BASELINES } : {}) },
    metric('precision'),
    metric('recall'),
  ];
};

/** The deciding rule of a page is the one that lost most of it. */
const itemOf = ({ id, shares: [tp, fp, fn], rules }: Row): Item => {
  const f1 = (2 * tp) / (2 * tp + fp + fn || 1);
  const worst = rules.toSorted((a, b) => b.kept + b.lost - a.kept - a.lost)[0];
  const bad = worst === undefined || worst.kept + worst.lost === 0 ? '' : ` ${worst.rule}`;
  return { id, ok: f1 >= GOOD, rule: `F1 ${f1.toFixed(3)}${bad}` };
};

const printRules = (rows: readonly Row[]): void => {
  console.log(`${'rule'.padEnd(36)}  right  gold lost  other kept   (runs of four words)`);
  for (const { rule, right, lost, kept } of sumShares(rows.flatMap(({ rules }) => rules)))
    console.log(
      `${rule.padEnd(36)} ${String(right).padStart(6)} ${String(lost).padStart(10)} ${String(kept).padStart(11)}`,
    );
};
