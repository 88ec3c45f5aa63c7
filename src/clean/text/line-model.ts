import type { LineModel } from '../../model/knowledge/line-model.ts';
import type { Block } from '../block.ts';
import type { Words } from '../lexicon.ts';
import { emissionsOf, marginals } from './chain.ts';
import { FEATURE_NAMES, rowsOf } from './features.ts';
import type { Ruled } from './label.ts';

/** The state of a line that belongs to the article. */
const BODY_STATE = 'body';

/** Whether the model's weights are those of the features that this code reads. */
export const fits = (model: LineModel): boolean =>
  model.features.length === FEATURE_NAMES.length &&
  model.features.every((name, k) => name === FEATURE_NAMES[k]);

/**
 * The probability of each block that it is body, 0 to 1, given the whole page: a linear chain of the states before, body,
 * gap and after, read forwards and backwards. Linear in the blocks and their sampled text.
 */
export const bodyProbabilities = (
  text: string,
  blocks: readonly Block[],
  ruled: Ruled,
  words: Words,
  model: LineModel,
): readonly number[] => {
  if (blocks.length === 0) return [];
  const rows = rowsOf(text, { blocks, words, ...ruled, ruled: ruled.labels });
  const state = model.states.indexOf(BODY_STATE);
  return marginals(emissionsOf(rows, model.weights), model).map((own) => own[state] ?? 0);
};
