import { type Analyser, createAnalyser } from '../../src/language/analyser.ts';
import { readModel, writeModel } from '../../src/language/weights/model-file.ts';
import type { Tree } from './corpus.ts';
import type { Language } from './languages.ts';
import { trainLanguage } from './recipe.ts';

/** Some sentences of a treebank, and an analyser that has learnt from all others. */
export interface HeldOut {
  readonly trees: readonly Tree[];
  readonly analyser: Analyser;
}

/** Stretches into which the sentences are cut before they are dealt out: neighbours share a document and its words. */
const STRETCHES = 40;

/**
 * Deals sentences out to parts and trains, for one part after the other, an analyser without it; whatever learns from trees
 * must see them as bad as they are on new text. One order of the sentences is learnt from, where weights that ship are the
 * mean of two.
 */
export function* heldOut(trees: readonly Tree[], language: Language, folds: number): Generator<HeldOut> {
  const recipe = { ...language.recipe, tagSeeds: 1, parseSeeds: 1, parsePasses: 5 };
  for (let fold = 0; fold < folds; fold++) {
    const isIn = (i: number): boolean => Math.floor((i * STRETCHES) / trees.length) % folds === fold;
    const others = trees.filter((_, i) => !isIn(i));
    const model = trainLanguage(others, recipe, language.provenance, []);
    yield { trees: trees.filter((_, i) => isIn(i)), analyser: createAnalyser(readModel(writeModel(model))) };
  }
}
