import { placeOf } from '../../eval/lib/parts.ts';
import type { Block } from '../../src/clean/block.ts';
import { blockOf } from '../../src/clean/block.ts';
import { wordsOfKnowledge } from '../../src/clean/lexicon.ts';
import { outletsOf } from '../../src/clean/outlets.ts';
import { rowsOf } from '../../src/clean/text/features.ts';
import type { Ruled } from '../../src/clean/text/label.ts';
import { ruleBlocks } from '../../src/clean/text/label.ts';
import { paragraphsOf } from '../../src/clean/text/paragraphs.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Dump } from './corpus.ts';
import type { TrainingPage } from './crf.ts';
import { goldStates } from './gold.ts';

/** A dump with its lines read. */
export interface Prepared extends TrainingPage {
  readonly dump: Dump;
  readonly blocks: readonly Block[];
  readonly ruled: Ruled;
}

/** Reads the lines of a dump: features, gold states, and how much each line counts. */
export const prepare = (dump: Dump, knowledge: Knowledge): Prepared => {
  const words = wordsOfKnowledge(knowledge);
  const blocks = paragraphsOf(dump.text).map((at) => blockOf(dump.text, at, words));
  const ruled = ruleBlocks(blocks, words, outletsOf(knowledge));
  return {
    dump,
    blocks,
    ruled,
    rows: rowsOf(dump.text, { blocks, words, ...ruled, ruled: ruled.labels }),
    states: goldStates(dump.text, blocks, dump.gold),
    lineWeights: blocks.map((block) => dump.weight * lineWeight(block, blocks.length)),
  };
};

/** Long lines weigh more, lines of long pages less: the figure is a mean over pages of shares of words (notes on pages, section 4). */
const lineWeight = (block: Block, lines: number): number =>
  ((0.3 + Math.min(block.words, 120) / 20) * 100) / (50 + lines);

/** Lines kept before and behind the article in a page cut short. */
const MARGIN = { before: 3, after: 6 } as const;

/**
 * The same page cut short, as pages come whose dump began at the headline: what stands far from the article is not there.
 * Null when it has no article.
 */
export const cropped = (page: Prepared, knowledge: Knowledge): Prepared | null => {
  const { blocks, dump, states } = page;
  const [first, last] = [states.indexOf(1), states.lastIndexOf(1)];
  if (first < 0) return null;
  const start = blocks[Math.max(0, first - MARGIN.before)]?.at.start ?? 0;
  const end = blocks[Math.min(blocks.length - 1, last + MARGIN.after)]?.at.end ?? dump.text.length;
  return prepare({ ...dump, id: `${dump.id}:cut`, text: dump.text.slice(start, end) }, knowledge);
};

/** The pages in an order that depends on their ids alone and mixes the kinds of page. */
export const inTrainingOrder = (pages: readonly Prepared[]): readonly Prepared[] =>
  pages
    .map((page) => ({ page, key: placeOf(`order ${page.dump.id}`) }))
    .sort((a, b) => a.key - b.key || (a.page.dump.id < b.page.dump.id ? -1 : 1))
    .map(({ page }) => page);
