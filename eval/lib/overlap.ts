/** Spans as pairs, as gold files write them. */
export type Pairs = readonly (readonly [number, number])[];

const WORD = /[\p{L}\p{N}]+(?:['’.,:\-–][\p{L}\p{N}]+)*/gu;

/** Start offsets of the words that the spans touch: marks and quotation marks never count. */
export const wordsUnder = (text: string, spans: Pairs): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const [start, end] of spans)
    for (const match of text.slice(start, end).matchAll(WORD)) found.add(start + match.index);
  return found;
};

/** Intersection over union of two word sets. */
export const iou = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
};

/** Pairs each gold with at most one prediction, best score first; a score of null never pairs. */
export const pairByScore = <G, P>(
  gold: readonly G[],
  predicted: readonly P[],
  scoreOf: (gold: G, predicted: P) => number | null,
): ReadonlyMap<number, number> => {
  const candidates: { readonly g: number; readonly p: number; readonly score: number }[] = [];
  for (const [g, a] of gold.entries())
    for (const [p, b] of predicted.entries()) {
      const score = scoreOf(a, b);
      if (score !== null) candidates.push({ g, p, score });
    }
  candidates.sort((a, b) => b.score - a.score || a.g - b.g || a.p - b.p);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { g, p } of candidates) {
    if (pairs.has(g) || taken.has(p)) continue;
    pairs.set(g, p);
    taken.add(p);
  }
  return pairs;
};

/** Pairs by overlap; overlaps under `floor` never pair. */
export const pairUp = (
  gold: readonly ReadonlySet<number>[],
  predicted: readonly ReadonlySet<number>[],
  floor: number,
): ReadonlyMap<number, number> =>
  pairByScore(gold, predicted, (a, b) => {
    const score = iou(a, b);
    return score >= floor ? score : null;
  });
