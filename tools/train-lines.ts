/**
 * Trains the line model of plain text and writes `knowledge/models/lines.json`. The same corpora and the same code give
 * the same bytes: nothing is drawn at random. The pages of hosts whose md5 lies above .6 are never looked at; they are
 * what `npm run eval -- --only pages-text` reports as held out.
 *
 * Usage: npx tsx tools/train-lines.ts [--corpora DIR] [--folds] [--dry] [--passes N] [--step X] [--l2 X] [--silver X]
 *   --corpora DIR  folder with the benchmarks (default ../shared/data)
 *   --folds        print the five-fold out-of-fold figures (by host) for several thresholds, with what the rules reach
 *   --dry          write nothing
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isTrainedHost } from '../eval/lib/parts.ts';
import { loadKnowledge } from '../src/app/knowledge.ts';
import { FEATURE_NAMES } from '../src/clean/text/features.ts';
import type { LineModel } from '../src/model/knowledge/line-model.ts';
import { goldDumps, silverDumps } from './lines/corpus.ts';
import type { Parameters, TrainingOptions } from './lines/crf.ts';
import { trainChain } from './lines/crf.ts';
import { outOfFold } from './lines/folds.ts';
import { GRAPH, STATES } from './lines/gold.ts';
import type { Prepared } from './lines/prepare.ts';
import { cropped, inTrainingOrder, prepare } from './lines/prepare.ts';

const FILE = fileURLToPath(new URL('../knowledge/models/lines.json', import.meta.url));
/** Chosen out of fold on the training part: from .55 to .7 the figure is the same, below it falls. */
const THRESHOLD = 0.6;
const DIGITS = 4;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      corpora: { type: 'string', default: '../shared/data' },
      folds: { type: 'boolean', default: false },
      dry: { type: 'boolean', default: false },
      passes: { type: 'string', default: '6' },
      step: { type: 'string', default: '0.1' },
      l2: { type: 'string', default: '0.05' },
      silver: { type: 'string', default: '1' },
    },
  });
  const corpora = resolve(values.corpora);
  const knowledge = { ...(await loadKnowledge()), lineModel: null };
  const dumps = goldDumps(corpora).filter(({ host }) => isTrainedHost(host));
  const held = new Set(
    goldDumps(corpora)
      .map(({ host }) => host)
      .filter((host) => !isTrainedHost(host)),
  );
  const gold = dumps.map((dump) => prepare(dump, knowledge));
  const silver = silverDumps(corpora, knowledge)
    .filter(({ host }) => !held.has(host))
    .map((dump) => prepare({ ...dump, weight: dump.weight * Number(values.silver) }, knowledge))
    .filter(({ states }) => states.includes(1));
  // Cut from silver pages alone: gold pages seen three times over would be learnt by heart.
  const crops = silver
    .filter(({ dump }) => dump.id.endsWith('converter'))
    .map((page) => cropped(page, knowledge))
    .filter((page) => page !== null);
  const options = { passes: Number(values.passes), step: Number(values.step), l2: Number(values.l2) };
  console.log(
    `${gold.length} pages with gold, ${crops.length} cut short, ${silver.length} with silver; ${FEATURE_NAMES.length} features`,
  );
  const train = (pages: readonly Prepared[]): Parameters => learn(pages, options);
  if (values.folds) outOfFold(gold, [...crops, ...silver], train);
  if (values.dry) return;
  const model = modelOf(train([...gold, ...crops, ...silver]), {
    tool: 'tools/train-lines.ts',
    gold: 'scrapinghub/article-extraction-benchmark @4a3bc97, pages of the training part of the shared half, by host',
    goldPages: gold.length,
    silver:
      'adbar/htmldate pages @b895282, labelled by the HTML way of this product, without hosts of the held-out part',
    silverDumps: silver.length,
    ...options,
  });
  mkdirSync(fileURLToPath(new URL('../knowledge/models', import.meta.url)), { recursive: true });
  writeFileSync(FILE, serialise(model));
  console.log('written knowledge/models/lines.json');
};

const learn = (pages: readonly Prepared[], options: TrainingOptions): Parameters =>
  trainChain(inTrainingOrder(pages), GRAPH, FEATURE_NAMES.length, options);

const modelOf = ({ weights, transitions }: Parameters, provenance: LineModel['provenance']): LineModel => ({
  name: 'lines',
  version: 1,
  provenance,
  features: FEATURE_NAMES,
  states: STATES,
  weights: weights.map((row) => row.map(rounded)),
  transitions: transitions.map((row) => row.map((value) => (value === null ? null : rounded(value)))),
  start: GRAPH.start,
  threshold: THRESHOLD,
});

const rounded = (value: number): number => Number(value.toFixed(DIGITS));

/** One line a list, so that a change of weights can be read in a diff. */
const serialise = (model: LineModel): string =>
  `${JSON.stringify(model, null, 1).replaceAll(/\[\s+([^[\]]*?)\s+\]/g, (_, list: string) => `[${list.replaceAll(/\s*\n\s*/g, ' ')}]`)}\n`;

await main();
