import type { Stance } from '../annotation.ts';

/**
 * Weights by which the stance of a statement is chosen, as `training/stance.ts` writes them to `knowledge/models/stance.json`:
 * a logistic regression over the features of `src/annotate/issue/evidence.ts`. Numbers are hundredths.
 */
export interface StanceModel {
  /** The stances in the order of the weights; `none` is that no stance is taken. */
  readonly classes: readonly (Stance | 'none')[];
  /** One weight for each class by feature. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
  /** By what the scores are divided before they become probabilities, so that those are as often right as they say. */
  readonly temperature: number;
}
