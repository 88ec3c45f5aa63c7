/** What two annotators call one thing. */
export interface Labels {
  readonly first: string;
  readonly second: string;
}

const classesOf = (rows: readonly Labels[]): readonly string[] => [
  ...new Set(rows.flatMap(({ first, second }) => [first, second])),
];

const count = (rows: readonly Labels[], is: (row: Labels) => boolean): number => rows.filter(is).length;

/** The share of rows with the same label; 0 without rows. */
export const accuracy = (rows: readonly Labels[]): number =>
  rows.length === 0 ? 0 : count(rows, ({ first, second }) => first === second) / rows.length;

/** F1 of each label that either has, averaged: the same whichever is taken for gold. 0 without rows. */
export const macroF1 = (rows: readonly Labels[]): number => {
  const scores = classesOf(rows).map((label) => {
    const both = count(rows, ({ first, second }) => first === label && second === label);
    const either =
      count(rows, ({ first }) => first === label) + count(rows, ({ second }) => second === label);
    return (2 * both) / either;
  });
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
};

/**
 * Agreement beyond what the two would reach by chance with the labels they use (Cohen 1960): 1 in full, 0 by chance. When both
 * use one label only, chance explains everything and the figure is 0 by convention; 0 without rows.
 */
export const cohensKappa = (rows: readonly Labels[]): number => {
  if (rows.length === 0) return 0;
  const chance = classesOf(rows)
    .map(
      (label) =>
        (count(rows, ({ first }) => first === label) / rows.length) *
        (count(rows, ({ second }) => second === label) / rows.length),
    )
    .reduce((sum, share) => sum + share, 0);
  return chance === 1 ? 0 : (accuracy(rows) - chance) / (1 - chance);
};
