import type { Stance } from '../../model/annotation.ts';
import type { StanceModel } from '../../model/knowledge/stance-model.ts';
import type { Evidence } from './evidence.ts';

/** A stance that may be chosen. */
export type Choice = Stance | 'none';

/** How likely each stance is, the likeliest first. */
export type Weighed = readonly { readonly choice: Choice; readonly probability: number }[];

/** Weighs the evidence; features that the model does not know count nothing. */
export const weigh = ({ classes, weights, temperature }: StanceModel, evidence: Evidence): Weighed => {
  const scores = classes.map(() => 0);
  for (const name of evidence.keys()) {
    const own = weights[name];
    if (own === undefined) continue;
    for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) + (own[i] ?? 0) / 100;
  }
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp((score - highest) / temperature));
  const all = odds.reduce((sum, odd) => sum + odd, 0);
  return classes
    .map((choice, i) => ({ choice, probability: (odds[i] ?? 0) / all }))
    .sort((a, b) => b.probability - a.probability);
};
