/**
 * Cues found at single words brought into one row, left to right; each token belongs to one cue at most, words of a gap stay free
 * for others. `bestAt` gives the best cue that begins at a token beside those already taken.
 */
export const scanCues = <T extends { readonly matched: readonly number[] }>(
  length: number,
  bestAt: (i: number, taken: ReadonlySet<number>) => T | null,
): readonly T[] => {
  const taken = new Set<number>();
  const found: T[] = [];
  for (let i = 0; i < length; i++) {
    const best = taken.has(i) ? null : bestAt(i, taken);
    if (best === null) continue;
    found.push(best);
    for (const at of best.matched) taken.add(at);
  }
  return found;
};
