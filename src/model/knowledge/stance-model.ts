import type { Stance } from '../annotation.ts';

/**
 * Weights by which the issues of a statement are told and its stance is chosen, as `training/stance.ts` writes them to
 * `knowledge/models/stance.json`: logistic regressions over the features of `src/annotate/issue/bearing.ts` and
 * `src/annotate/issue/evidence.ts`. Numbers are hundredths.
 */
export interface StanceModel {
  /** What it was learnt from, and under which terms. */
  readonly provenance: string;
  /** The stances in the order of the weights; `none` is that no stance is taken. */
  readonly classes: readonly (Stance | 'none')[];
  /** One weight for each class by feature of the stance. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
  /** By what the scores are divided before they become probabilities, so that those are as often right as they say. */
  readonly temperature: number;
  /** One weight by feature of an issue. */
  readonly bearings: Readonly<Record<string, number>>;
  /** How likely it must be that a statement is about an issue, 0 to 1. */
  readonly threshold: number;
}
