import { createAnalyser } from '../../src/language/analyser.ts';
import { readModel, writeModel } from '../../src/language/weights/model-file.ts';
import { hashText } from '../../src/language/words/hash.ts';
import { readTrees, type Tree } from './corpus.ts';
import type { Language } from './languages.ts';
import { log } from './log.ts';
import { trainLanguage } from './recipe.ts';
import { scoreTrees } from './score.ts';

const wordsOf = (trees: readonly Tree[]): number => trees.reduce((sum, { forms }) => sum + forms.length, 0);

/**
 * Figures on sentences that are learnt from as well, each by a model that has not seen it: sentences of `set` are dealt out
 * to parts by a hash of their ids, and each part is analysed by what all other sentences taught. Means over words, as shares.
 */
export const crossValidate = (
  corpora: string,
  set: string,
  trees: readonly Tree[],
  { recipe, provenance }: Language,
  folds: number,
): Readonly<Record<string, number>> => {
  const parts = Array.from({ length: folds }, (): Tree[] => []);
  for (const tree of readTrees(corpora, set)) parts[(hashText(tree.name) >>> 0) % folds]?.push(tree);
  const sums: Record<string, number> = {};
  for (const [k, part] of parts.entries()) {
    const held = new Set(part.map(({ name }) => name));
    log(`part ${k + 1} of ${folds}: ${part.length} sentences`);
    const model = trainLanguage(
      trees.filter(({ name }) => !held.has(name)),
      recipe,
      provenance,
      [],
    );
    const scores = scoreTrees(createAnalyser(readModel(writeModel(model))), part);
    for (const [figure, value] of Object.entries(scores))
      sums[figure] = (sums[figure] ?? 0) + value * wordsOf(part);
  }
  const words = wordsOf(parts.flat());
  return Object.fromEntries(Object.entries(sums).map(([figure, sum]) => [figure, sum / words]));
};
