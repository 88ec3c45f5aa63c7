import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Block, Label } from '../block.ts';
import type { Words } from '../lexicon.ts';
import { wordsOfKnowledge } from '../lexicon.ts';
import { readDateline } from '../marks/dateline.ts';
import { outletsOf } from '../outlets.ts';
import type { Ruled } from './label.ts';
import { isSubhead, labelHeadline, placeLabel, ruleBlocks } from './label.ts';
import { bodyProbabilities, fits } from './line-model.ts';
import type { Run } from './run.ts';

/** A line that the line model takes for body. Example: `[The ministers ended two days of talks on Friday.]` */
export const MODEL_BODY: RuleId = ruleId('clean/text/line-model@1');

/** A paragraph that opens with a dateline before or within the story, whatever the model says. Example: `[PORT ANA (Kestrel) –] …` */
export const FILED: RuleId = ruleId('clean/text/dateline-kept@1');

/**
 * The labels of the blocks of a page's text, in order. What bears a label by its own evidence keeps it; of the others the
 * line model says which are body, and place and shape what the rest is. Without a model that fits, by the rules alone.
 */
export const labelPage = (text: string, blocks: readonly Block[], knowledge: Knowledge): readonly Label[] => {
  const words = wordsOfKnowledge(knowledge);
  const ruled = ruleBlocks(blocks, words, outletsOf(knowledge));
  const model = knowledge.lineModel ?? null;
  if (model === null || !fits(model) || blocks.length > MAX_LINES) return ruled.labels;
  const probabilities = bodyProbabilities(text, blocks, ruled, words, model);
  const body = probabilities.map((probability, i) => probability >= model.threshold && isOpen(ruled, i));
  widen(
    body,
    (i) => isOpen(ruled, i) && ruled.labels[i]?.kind === 'body' && (probabilities[i] ?? 0) >= HALF_SURE,
  );
  fillSubheads(blocks, ruled, body);
  // Of ten silver pages where the model keeps under two fifths of the rules' words, the rules read those better where it keeps none.
  if (!body.includes(true)) return ruled.labels;
  return modelled(blocks, ruled, body, words, filedBefore(text, blocks, ruled, body, knowledge));
};

/** A page of more lines is no article with its menus: the rules read it, and no numbers are kept for each line. */
const MAX_LINES = 20_000;

/** A line beside body that the rules take for body needs no more than this of the model. */
const HALF_SURE = 0.45;

/** Takes lines beside body in, from the top and from the foot. */
const widen = (body: boolean[], mayBe: (index: number) => boolean): void => {
  for (let i = 1; i < body.length; i++) body[i] ||= body[i - 1] === true && mayBe(i);
  for (let i = body.length - 2; i >= 0; i--) body[i] ||= body[i + 1] === true && mayBe(i);
};

/** A short line between two of body is a heading within the story. */
const fillSubheads = (blocks: readonly Block[], ruled: Ruled, body: boolean[]): void => {
  for (const [i, block] of blocks.entries())
    body[i] ||= body[i - 1] === true && body[i + 1] === true && isOpen(ruled, i) && isSubhead(block);
};

/** Lines above the first body that are looked at for a dateline. */
const ABOVE = 4;
const MIN_FILED = 8;

/** The paragraphs just above the body, or within it, that the model left out though they open with a dateline. */
const filedBefore = (
  text: string,
  blocks: readonly Block[],
  ruled: Ruled,
  body: readonly boolean[],
  knowledge: Knowledge,
): ReadonlySet<number> => {
  const found = new Set<number>();
  const first = body.indexOf(true);
  for (let i = Math.max(0, first - ABOVE); i < body.lastIndexOf(true); i++) {
    const block = blocks[i];
    if (block === undefined || body[i] === true || ruled.sure[i] !== null || block.words < MIN_FILED)
      continue;
    if (readDateline(text, block.at, wordsOfKnowledge(knowledge), outletsOf(knowledge)) !== null)
      found.add(i);
  }
  return found;
};

/** Whether the rules left a block to its place; the line they took for the headline may yet be body. */
const isOpen = (ruled: Ruled, index: number): boolean =>
  ruled.sure[index] === null || index === ruled.headline;

const modelled = (
  blocks: readonly Block[],
  ruled: Ruled,
  body: readonly boolean[],
  words: Words,
  filed: ReadonlySet<number>,
): readonly Label[] => {
  const start = Math.min(body.indexOf(true), ...filed);
  const run: Run = { start, end: body.lastIndexOf(true) + 1 };
  const labels = ruled.sure.map((label, i) => (i === ruled.headline ? null : label));
  labelHeadline(blocks, labels, run, words);
  return blocks.map((block, i) => {
    const sure = labels[i] ?? null;
    if (sure !== null) return sure;
    if (filed.has(i)) return { kind: 'body', rule: FILED };
    const placed = placeLabel(block, i, run, body[i] === true);
    return placed.kind === 'body' ? { kind: 'body', rule: MODEL_BODY } : placed;
  });
};
