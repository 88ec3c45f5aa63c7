import { wordsOf } from '../../lib/words.ts';
import type { Block, Label } from '../block.ts';
import type { Words } from '../lexicon.ts';
import { foldLine } from '../lexicon.ts';
import type { Run } from './run.ts';

const MIN_WORDS = 3;
const MAX_WORDS = 28;
const LEDE_BLOCKS = 6;
const NEAR = 6;

/** Whether a block could be a title: short, no full stop at its end, not a list item. */
export const isTitleLike = (block: Block): boolean =>
  block.words >= MIN_WORDS &&
  block.words <= MAX_WORDS &&
  !block.bullet &&
  !/[.:;,…。]["”’»]?$/.test(block.sample);

/**
 * The index of the headline among the blocks before the body, or null. Of the title-like lines the one that shares most
 * of its words with the first paragraphs is taken, of equals the last; a line that shares none must stand near the body.
 */
export const findHeadline = (
  blocks: readonly Block[],
  labels: readonly (Label | null)[],
  run: Run,
  words: Words,
): number | null => {
  if (run.start === run.end) return null;
  const lede = new Set<string>();
  for (const block of blocks.slice(run.start, run.start + LEDE_BLOCKS)) addContentWords(block, words, lede);
  let best: number | null = null;
  let bestScore = 0;
  for (let i = 0; i <= run.start; i++) {
    if (i === run.start && !opensAsTitle(blocks, i)) break;
    const block = blocks[i];
    if (block === undefined || (labels[i] ?? null) !== null || !isTitleLike(block)) continue;
    const score = headlineScore(block, run.start - i, lede, words);
    if (score > 0 && score >= bestScore) {
      best = i;
      bestScore = score;
    }
  }
  return best;
};

/** A headline that ends in `?` or `!` looks like a sentence and so opens the run: it is much shorter than what follows. */
const opensAsTitle = (blocks: readonly Block[], index: number): boolean => {
  const [first, second] = [blocks[index], blocks[index + 1]];
  return (
    first !== undefined &&
    second !== undefined &&
    /[?!]$/.test(first.sample) &&
    !/[.!?…]["”’»)]?\s/.test(first.sample) &&
    first.words <= 18 &&
    second.words >= first.words * 1.5
  );
};

const headlineScore = (block: Block, distance: number, lede: ReadonlySet<string>, words: Words): number => {
  const own = new Set<string>();
  addContentWords(block, words, own);
  let shared = 0;
  for (const word of own) if (lede.has(word)) shared++;
  const near = distance <= NEAR ? 0.2 : 0;
  if (shared === 0) return near > 0 && block.words >= 5 ? 0.01 : 0;
  return shared / Math.max(4, own.size) + near;
};

/** Words that carry meaning, cut to their first six letters so that `meets` and `meeting` come together. */
const addContentWords = (block: Block, words: Words, into: Set<string>): void => {
  for (const word of wordsOf(foldLine(block.sample))) {
    if (/^[\u3040-\u30ff\u3400-\u9fff]/.test(word))
      for (let i = 0; i + 2 <= word.length; i++) into.add(word.slice(i, i + 2));
    else if (word.length > 2 && !words.stopwords.has(word)) into.add(word.slice(0, 6));
  }
};
