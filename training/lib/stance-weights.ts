import type { StanceModel } from '../../src/model/knowledge/stance-model.ts';
import { type Choosing, learnChoosing } from './choosing.ts';
import { seeded } from './random.ts';
import type { StanceExample } from './stance-examples.ts';

/** The stances in the order of the weights. */
export const CHOICES = [
  'none',
  'noncommittal',
  'open',
  'conditional',
  'supports',
  'demands',
  'opposes',
  'rejects',
] as const;

/** How it is learnt. */
export interface Recipe {
  readonly passes: number;
  readonly rate: number;
  readonly decay: number;
  /** In how many groups a feature must be met, and how often. */
  readonly groups: number;
  readonly times: number;
}

/** Learns weights from examples. The same examples give the same weights. */
export const learnStances = (
  examples: readonly StanceExample[],
  recipe: Recipe,
  groupOf: (example: StanceExample) => string,
): StanceModel => {
  const names = keptNames(examples, recipe, groupOf);
  const rowOf = new Map(names.map((name, i) => [name, i]));
  const choices = examples.map(({ features, gold }): Choosing => {
    const rows = features.flatMap((name) => rowOf.get(name) ?? []);
    return {
      rows: CHOICES.map((_, c) => Int32Array.from(rows, (row) => row * CHOICES.length + c)),
      isRight: CHOICES.map((choice) => choice === gold),
      weight: 1,
    };
  });
  const learnt = learnChoosing(choices, { ...recipe, size: names.length * CHOICES.length }, seeded(20_261_129));
  const weights: Record<string, readonly number[]> = {};
  for (const [i, name] of names.entries()) {
    const own = CHOICES.map((_, c) => Math.round(100 * (learnt[i * CHOICES.length + c] ?? 0)));
    if (own.some((weight) => Math.abs(weight) > 2)) weights[name] = own;
  }
  return { classes: CHOICES, weights, temperature: 1 };
};

/** The features that are met often enough, and in enough disputes to be words of no single one. */
const keptNames = (
  examples: readonly StanceExample[],
  { groups, times }: Recipe,
  groupOf: (example: StanceExample) => string,
): readonly string[] => {
  const seen = new Map<string, { count: number; readonly groups: Set<string> }>();
  for (const example of examples)
    for (const name of example.features) {
      const row = seen.get(name) ?? { count: 0, groups: new Set<string>() };
      row.count++;
      row.groups.add(groupOf(example));
      seen.set(name, row);
    }
  return [...seen]
    .filter(([, row]) => row.count >= times && row.groups.size >= groups)
    .map(([name]) => name)
    .sort();
};
