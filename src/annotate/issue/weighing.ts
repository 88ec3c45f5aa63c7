import type { Stance } from '../../model/annotation.ts';
import type { StanceModel } from '../../model/knowledge/stance-model.ts';
import type { Span } from '../../model/span.ts';
import type { Evidence } from './evidence.ts';

/** How likely each stance is, the likeliest first; `none` is that no stance is taken. */
export type Weighed = readonly { readonly choice: Stance | 'none'; readonly probability: number }[];

/** Weights are written as hundredths. */
const UNIT = 100;

// Names are put together while a text is read: a map finds them quicker than an object does. Pure caches.
const maps = new WeakMap<object, ReadonlyMap<string, unknown>>();

const mapOf = <T>(weights: Readonly<Record<string, T>>): ReadonlyMap<string, T> => {
  const held = maps.get(weights) as ReadonlyMap<string, T> | undefined;
  if (held !== undefined) return held;
  const made = new Map(Object.entries(weights));
  maps.set(weights, made);
  return made;
};

/** Weighs the evidence; features that the model does not know count nothing. */
export const weigh = ({ classes, weights, temperature }: StanceModel, evidence: Evidence): Weighed => {
  const scores = classes.map(() => 0);
  const known = mapOf(weights);
  for (const name of evidence.keys()) {
    const own = known.get(name);
    if (own === undefined) continue;
    for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) + (own[i] ?? 0) / UNIT;
  }
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp((score - highest) / temperature));
  const all = odds.reduce((sum, odd) => sum + odd, 0);
  return classes
    .map((choice, i) => ({ choice, probability: (odds[i] ?? 0) / all }))
    .sort((a, b) => b.probability - a.probability);
};

/** The characters that speak for a stance, those that weigh most first: how far above the mean of all stances they put it. */
export const borneBy = (
  { classes, weights }: StanceModel,
  evidence: Evidence,
  choice: Stance | 'none',
): readonly Span[] => {
  const at = classes.indexOf(choice);
  const known = mapOf(weights);
  const bySpan = new Map<string, { readonly span: Span; weight: number }>();
  for (const [name, span] of evidence) {
    const own = span === null ? undefined : known.get(name);
    if (own === undefined || span === null) continue;
    const mean = own.reduce((sum, each) => sum + each, 0) / own.length;
    const weight = (own[at] ?? 0) - mean;
    const key = `${span.start}:${span.end}`;
    const held = bySpan.get(key);
    if (held === undefined) bySpan.set(key, { span, weight });
    else held.weight += weight;
  }
  return [...bySpan.values()]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.span.start - b.span.start)
    .map(({ span }) => span);
};

/** How likely something with these features is, by weights of one kind. */
export const chance = (weights: Readonly<Record<string, number>>, features: Iterable<string>): number => {
  let score = 0;
  const known = mapOf(weights);
  for (const name of features) score += (known.get(name) ?? 0) / UNIT;
  return 1 / (1 + Math.exp(-score));
};
