/** A line of a page: by which rule it was kept or left out, whether that was right, and how many words hang on it. */
export interface Ruling {
  readonly rule: string;
  readonly kept: boolean;
  readonly gold: boolean;
  readonly words: number;
}

/**
 * What each rule won and lost, in words or another unit: rightly kept, wrongly kept, rightly left out, wrongly left out. The rules that
 * cost most come first.
 */
export const ruleTable = (rulings: readonly Ruling[], unit = 'words'): readonly string[] => {
  const rows = new Map<string, number[]>();
  for (const { rule, kept, gold, words } of rulings) {
    const row = rows.get(rule) ?? [0, 0, 0, 0];
    const column = (kept ? 0 : 2) + (kept === gold ? 0 : 1);
    row[column] = (row[column] ?? 0) + words;
    rows.set(rule, row);
  }
  const cost = ([, wrong, , lost]: readonly number[]): number => (wrong ?? 0) + (lost ?? 0);
  const cells = (row: readonly (number | string)[]): string =>
    row.map((cell) => String(cell).padStart(12)).join('');
  return [
    `${`rule (${unit})`.padEnd(36)}${cells(['kept right', 'kept wrong', 'left right', 'left wrong'])}`,
    ...[...rows]
      .sort(([a, x], [b, y]) => cost(y) - cost(x) || (a < b ? -1 : 1))
      .map(([rule, row]) => `${rule.padEnd(36)}${cells(row)}`),
  ];
};
