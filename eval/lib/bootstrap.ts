/**
 * Half the width of the 95 % bootstrap interval of a figure that is computed over whole rows (pages, documents): rows are
 * drawn with replacement, `statistic` is taken of each draw. Deterministic: the seed is fixed. 0 for fewer than two rows.
 */
export const bootstrap = <Row>(
  rows: readonly Row[],
  statistic: (sample: readonly Row[]) => number,
  rounds = 500,
): number => {
  if (rows.length < 2) return 0;
  let seed = 1;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  const values: number[] = [];
  for (let round = 0; round < rounds; round++)
    values.push(statistic(rows.map(() => rows[Math.floor(random() * rows.length)] as Row)));
  values.sort((a, b) => a - b);
  return ((values[Math.floor(rounds * 0.975)] ?? 0) - (values[Math.floor(rounds * 0.025)] ?? 0)) / 2;
};
