import { recogniseNames } from '../../src/language/names/index.ts';
import { NAME_TYPES, type NameModel } from '../../src/language/names/model.ts';
import type { NamedSentence } from './corpus.ts';

/** Names of the gold, names predicted, and names right, of one type in one sentence. */
export interface Tally {
  readonly gold: number;
  readonly predicted: number;
  readonly right: number;
  /** Predicted names that overlap a name of the gold of the same type, one to one. */
  readonly near: number;
}

/** The types that count, in the order of `NAME_TYPES`. */
export const COUNTED = ['PER', 'ORG', 'PLACE'] as const;

export type Counted = (typeof COUNTED)[number];

/** One sentence scored: a tally for each type that counts. */
export type Scored = Readonly<Record<Counted, Tally>>;

interface Named {
  readonly from: number;
  readonly to: number;
}

const pairsOf = (gold: readonly Named[], found: readonly Named[]): number => {
  const taken = new Set<Named>();
  for (const name of found) {
    const match = gold.find((other) => !taken.has(other) && other.from < name.to && name.from < other.to);
    if (match !== undefined) taken.add(match);
  }
  return taken.size;
};

/** Scores a model on sentences: one row a sentence, so that rows can be drawn again for an interval. */
export const scoreNames = (sentences: readonly NamedSentence[], model: NameModel): readonly Scored[] =>
  sentences.map(({ tokens, names }) => {
    const found = recogniseNames(tokens, model);
    const of = (type: Counted): Tally => {
      const gold = names.filter((name) => NAME_TYPES[name.type] === type);
      const mine = found.filter((name) => name.type === type);
      return {
        gold: gold.length,
        predicted: mine.length,
        right: mine.filter((name) => gold.some((g) => g.from === name.from && g.to === name.to)).length,
        near: pairsOf(gold, mine),
      };
    };
    return { PER: of('PER'), ORG: of('ORG'), PLACE: of('PLACE') };
  });

/** F1 over sentences, of one type or of all that count; `near` counts names that only overlap as right. */
export const figureOf = (
  rows: readonly Scored[],
  type: Counted | 'all',
  way: 'right' | 'near' = 'right',
): number => {
  const types = type === 'all' ? COUNTED : [type];
  let [right, sum] = [0, 0];
  for (const row of rows)
    for (const t of types) {
      right += row[t][way];
      sum += row[t].gold + row[t].predicted;
    }
  return sum === 0 ? 0 : (2 * right) / sum;
};
