import type { StanceModel } from '../../src/model/knowledge/stance-model.ts';
import { type Choosing, learnChoosing } from './choosing.ts';
import type { IssueExample } from './issue-examples.ts';
import { seeded } from './random.ts';
import type { StanceExample } from './stance-examples.ts';

/** The stances in the order of the weights. */
const CHOICES: StanceModel['classes'] = [
  'none',
  'noncommittal',
  'open',
  'conditional',
  'supports',
  'demands',
  'opposes',
  'rejects',
];

/** How it is learnt. */
export interface Recipe {
  readonly passes: number;
  readonly rate: number;
  readonly decay: number;
  /** In how many disputes a feature must be met, and how often, so that it is no word of a single one. */
  readonly disputes: number;
  readonly times: number;
}

/** What stances are weighed by. */
type StanceWeights = Pick<StanceModel, 'classes' | 'weights'>;

const SEED = 20_261_129;
/** Weights are written as hundredths; those under three of them decide nothing. */
const UNIT = 100;
const LEAST = 3;

/** Learns the weights of stances. The same examples give the same weights. */
export const learnStances = (examples: readonly StanceExample[], recipe: Recipe): StanceWeights => {
  const names = keptNames(
    examples.map(({ features, dispute }) => ({ features, group: dispute })),
    recipe,
  );
  const rowOf = new Map(names.map((name, i) => [name, i]));
  const choices = examples.map(({ features, gold }): Choosing => {
    const rows = features.flatMap((name) => rowOf.get(name) ?? []);
    return {
      rows: CHOICES.map((_, c) => Int32Array.from(rows, (row) => row * CHOICES.length + c)),
      isRight: CHOICES.map((choice) => choice === gold),
      weight: 1,
    };
  });
  const learnt = learnChoosing(choices, { ...recipe, size: names.length * CHOICES.length }, seeded(SEED));
  const weights: Record<string, readonly number[]> = {};
  for (const [i, name] of names.entries()) {
    const own = CHOICES.map((_, c) => Math.round(UNIT * (learnt[i * CHOICES.length + c] ?? 0)));
    if (own.some((weight) => Math.abs(weight) >= LEAST)) weights[name] = own;
  }
  return { classes: CHOICES, weights };
};

/** Learns the weights of issues: that a statement is about one, or is not. */
export const learnIssues = (examples: readonly IssueExample[], recipe: Recipe): StanceModel['bearings'] => {
  const names = keptNames(
    examples.map(({ features, article }) => ({ features, group: article })),
    recipe,
  );
  const rowOf = new Map(names.map((name, i) => [name, i]));
  const choices = examples.map(
    ({ features, isAbout }): Choosing => ({
      rows: [Int32Array.from(features.flatMap((name) => rowOf.get(name) ?? [])), new Int32Array(0)],
      isRight: [isAbout, !isAbout],
      weight: 1,
    }),
  );
  const learnt = learnChoosing(choices, { ...recipe, size: names.length }, seeded(SEED));
  return Object.fromEntries(
    names.flatMap((name, i) => {
      const weight = Math.round(UNIT * (learnt[i] ?? 0));
      return Math.abs(weight) < LEAST ? [] : [[name, weight]];
    }),
  );
};

interface Grouped {
  readonly features: readonly string[];
  readonly group: string;
}

const keptNames = (examples: readonly Grouped[], { disputes, times }: Recipe): readonly string[] => {
  const seen = new Map<string, { count: number; readonly groups: Set<string> }>();
  for (const { features, group } of examples)
    for (const name of features) {
      const row = seen.get(name) ?? { count: 0, groups: new Set<string>() };
      row.count++;
      row.groups.add(group);
      seen.set(name, row);
    }
  return [...seen]
    .filter(([, row]) => row.count >= times && row.groups.size >= disputes)
    .map(([name]) => name)
    .sort();
};
