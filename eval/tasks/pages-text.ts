import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireText } from '../../src/acquire/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { blockOf } from '../../src/clean/block.ts';
import { cleanPage } from '../../src/clean/index.ts';
import { wordsOfKnowledge } from '../../src/clean/lexicon.ts';
import { readDateline } from '../../src/clean/marks/dateline.ts';
import { outletsOf } from '../../src/clean/outlets.ts';
import { paragraphsOf } from '../../src/clean/text/paragraphs.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Article } from '../../src/model/page.ts';
import { goldStates } from '../../tools/lines/gold.ts';
import { bootstrap } from '../lib/bootstrap.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { hostOfUrl, isTrainedHost } from '../lib/parts.ts';
import type { Ruling } from '../lib/rule-table.ts';
import { ruleTable } from '../lib/rule-table.ts';
import { articleBody, isArticleBody } from './article-body.ts';
import type { Shares } from './shingles.ts';
import { aggregate, shinglesShares } from './shingles.ts';

interface Row {
  readonly id: string;
  readonly isTrained: boolean;
  readonly shares: Shares;
  /** What the rules reach without the line model. */
  readonly ruled: Shares;
  readonly lines: readonly Ruling[];
  /** Gold lines that open with a dateline: whether they are still body or dateline. */
  readonly datelines: readonly Item[];
}

/** A dateline stands in one of the first lines of a story; further down capitals before a colon are none. */
const OPENING = 4;
/** A page counts as read well from this F1 on: what is gained and lost page by page. */
const GOOD = 0.9;

/**
 * Body text of plain-text page dumps, runs of four words: the whole half, the hosts that the line model was trained on,
 * and those that it was not (`held-out`). Prints what each rule won and lost. Empty without the corpus.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const file = join(corpora, 'pages', 'plaintext.jsonl');
  if (!existsSync(file)) return [];
  const knowledge = await loadKnowledge();
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => readRow(JSON.parse(line) as Dump, knowledge));
  const held = rows.filter(({ isTrained }) => !isTrained);
  const trained = rows.filter(({ isTrained }) => isTrained);
  // Of the trained part alone: whoever mends rules by this table must not see the other.
  for (const line of ruleTable(trained.flatMap(({ lines }) => lines))) console.log(line);
  const datelines = rows.flatMap((row) => row.datelines);
  return [
    ...metricsOf('', rows),
    ...metricsOf('trained/', trained),
    ...metricsOf('held-out/', held),
    {
      metric: 'pages-text/dateline-lines-kept',
      value: datelines.filter(({ ok }) => ok).length / Math.max(1, datelines.length),
      n: datelines.length,
      items: datelines,
    },
  ];
};

type Dump = Readonly<Record<'id' | 'url' | 'input' | 'gold', string>>;

const readRow = (dump: Dump, knowledge: Knowledge): Row => {
  const article = articleOf(dump, knowledge);
  const bare = articleOf(dump, { ...knowledge, lineModel: null });
  const words = wordsOfKnowledge(knowledge);
  const blocks = paragraphsOf(dump.input).map((at) => blockOf(dump.input, at, words));
  const states = goldStates(dump.input, blocks, dump.gold);
  const segmentAt = (start: number): Article['segments'][number] | undefined =>
    article.segments.find(({ article: at }) => at.start <= start && start < at.end);
  const gold = blocks.filter((_, i) => states[i] === 1);
  return {
    id: dump.id,
    isTrained: isTrainedHost(hostOfUrl(dump.url)),
    shares: shinglesShares(dump.gold, articleBody(article)),
    ruled: shinglesShares(dump.gold, articleBody(bare)),
    lines: blocks.map((block, i) => {
      const segment = segmentAt(block.at.start);
      const kept = segment !== undefined && isArticleBody(segment);
      return { rule: segment?.rule ?? '', kept, gold: states[i] === 1, words: block.words };
    }),
    datelines: gold
      .slice(0, OPENING)
      .filter(({ at }) => readDateline(dump.input, at, words, outletsOf(knowledge)) !== null)
      .map(({ at }) => {
        const segment = segmentAt(at.start);
        return {
          id: `${dump.id}:${at.start}`,
          ok: segment !== undefined && isArticleBody(segment),
          ...(segment === undefined ? {} : { rule: segment.rule }),
        };
      }),
  };
};

const articleOf = ({ id, url, input }: Dump, knowledge: Knowledge): Article => {
  const acquired = acquireText({ text: input, url, id });
  if (!acquired.ok) throw new Error(acquired.message);
  return cleanPage(acquired.capture, knowledge).output;
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
    ...(figure === 'f1'
      ? { items: rows.map(({ id, shares }) => ({ id, ok: aggregate([shares]).f1 >= GOOD })) }
      : {}),
  }));
