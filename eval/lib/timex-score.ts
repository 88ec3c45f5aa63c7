import type { Span } from '../../src/model/span.ts';

/** An expression of time as TIMEX3 has it: where it stands, its type and its value. */
export interface Timex extends Span {
  readonly type: string;
  readonly value: string;
}

/** A text's expressions as they should be and as they were found. */
export interface TimexPair<Found extends Timex = Timex> {
  readonly gold: readonly Timex[];
  readonly found: readonly Found[];
}

/** F1 as TempEval-3 counts it, and the share of gold expressions found with the right value. 0 to 1. */
export interface TimexFigures {
  readonly strict: number;
  readonly relaxed: number;
  readonly type: number;
  readonly value: number;
  readonly valuesRight: number;
}

const overlapOf = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

const isSameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/**
 * The found expression that stands for each gold one, or null: same span first, then the largest overlap, one to one.
 * (UzZaman et al. 2013, evaluation of TempEval-3.)
 */
export const alignTimexes = <Found extends Timex>({
  gold,
  found,
}: TimexPair<Found>): readonly (Found | null)[] => {
  const pairs = gold
    .flatMap((of, i) =>
      found.map((by, j) => ({ i, j, overlap: overlapOf(of, by), same: isSameSpan(of, by) })),
    )
    .filter(({ overlap }) => overlap > 0)
    .sort((a, b) => Number(b.same) - Number(a.same) || b.overlap - a.overlap || a.i - b.i || a.j - b.j);
  const [byGold, taken] = [new Map<number, number>(), new Set<number>()];
  for (const { i, j } of pairs)
    if (!byGold.has(i) && !taken.has(j)) {
      byGold.set(i, j);
      taken.add(j);
    }
  return gold.map((_, i) => found[byGold.get(i) ?? -1] ?? null);
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Figures over texts. Types and values are compared on expressions that overlap: their F1 is relaxed F1 x accuracy. */
export const timexFigures = (pairs: readonly TimexPair[]): TimexFigures => {
  const matches = pairs.flatMap((pair) =>
    alignTimexes(pair).flatMap((by, i) => {
      const of = pair.gold[i];
      return of === undefined || by === null ? [] : [{ of, by }];
    }),
  );
  const gold = pairs.reduce((sum, pair) => sum + pair.gold.length, 0);
  const found = pairs.reduce((sum, pair) => sum + pair.found.length, 0);
  const values = matches.filter(({ of, by }) => of.value === by.value).length;
  // With precision h/found and recall h/gold, F1 is 2h/(found + gold).
  const f1 = (hits: number): number => share(2 * hits, found + gold);
  return {
    strict: f1(matches.filter(({ of, by }) => isSameSpan(of, by)).length),
    relaxed: f1(matches.length),
    type: f1(matches.filter(({ of, by }) => of.type === by.type).length),
    value: f1(values),
    valuesRight: share(values, gold),
  };
};
