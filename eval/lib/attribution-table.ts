/** One attribution that was told: by which rule, which act, in which outlet, and what became of it. */
export interface Telling {
  readonly rule: string;
  readonly act: string;
  readonly outlet: string;
  /** `right`: content by half and the source; `source`: content with another source; `other`: no act of communication in the gold; `false`: none. */
  readonly verdict: 'right' | 'source' | 'other' | 'false';
}

const VERDICTS = ['right', 'source', 'false', 'other'] as const;

/**
 * What each rule, act and outlet wins and loses: told rightly, with another source, falsely, and what the measure leaves out. The
 * groups that cost most come first. The judgement is a prediction's own best match, so a few rows may differ from the scorer's pairs.
 */
export const attributionTable = (
  tellings: readonly Telling[],
  by: 'rule' | 'act' | 'outlet',
): readonly string[] => {
  const groups = new Map<string, number[]>();
  for (const telling of tellings) {
    const row = groups.get(telling[by]) ?? [0, 0, 0, 0];
    const column = VERDICTS.indexOf(telling.verdict);
    row[column] = (row[column] ?? 0) + 1;
    groups.set(telling[by], row);
  }
  const cost = ([, source = 0, wrong = 0]: readonly number[]): number => source + wrong;
  const cells = (row: readonly (number | string)[]): string =>
    row.map((cell) => String(cell).padStart(9)).join('');
  return [
    `${`by ${by}`.padEnd(44)}${cells(['right', 'source', 'false', 'other', 'share'])}`,
    ...[...groups]
      .sort(([a, x], [b, y]) => cost(y) - cost(x) || (a < b ? -1 : 1))
      .map(([name, row]) => `  ${name.padEnd(42)}${cells([...row, shareOf(row)])}`),
  ];
};

const shareOf = ([right = 0, source = 0, wrong = 0]: readonly number[]): string => {
  const all = right + source + wrong;
  return all === 0 ? '-' : (right / all).toFixed(2);
};
