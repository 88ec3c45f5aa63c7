/** How one list of words lies in another. */
export interface Alignment {
  /** Length of the longest common subsequence. */
  readonly matched: number;
  /** The stretch `[from, to)` of `longer` that it takes; `[0, 0)` when nothing matches. */
  readonly from: number;
  readonly to: number;
}

/** Lists are cut here, so that one comparison costs at most this squared. */
const LIMIT = 400;

/** One row of the table: for each prefix of `longer` the length of the best subsequence and where it begins at the latest. */
interface Row {
  readonly length: Int32Array;
  readonly begin: Int32Array;
}

/**
 * The longest common subsequence of the two lists and the tightest stretch of `longer` that holds one of that length.
 * O(n·m) on at most 400 words each; later words are not looked at.
 */
export const align = (shorter: readonly string[], longer: readonly string[]): Alignment => {
  const columns = Math.min(longer.length, LIMIT);
  const fresh = (): Row => ({ length: new Int32Array(columns + 1), begin: new Int32Array(columns + 1) });
  let row = fresh();
  for (const word of shorter.slice(0, LIMIT)) {
    const next = fresh();
    for (let j = 1; j <= columns; j++) fillCell(row, next, j, word === longer[j - 1]);
    row = next;
  }
  return tightest(row, columns);
};

const fillCell = (above: Row, row: Row, j: number, isMatch: boolean): void => {
  const diagonal = above.length[j - 1] ?? 0;
  consider(row, j, above.length[j] ?? 0, above.begin[j] ?? 0);
  consider(row, j, row.length[j - 1] ?? 0, row.begin[j - 1] ?? 0);
  if (isMatch) consider(row, j, diagonal + 1, diagonal === 0 ? j - 1 : (above.begin[j - 1] ?? 0));
};

const consider = (row: Row, j: number, length: number, begin: number): void => {
  const best = row.length[j] ?? 0;
  if (length < best || (length === best && begin <= (row.begin[j] ?? 0))) return;
  row.length[j] = length;
  row.begin[j] = begin;
};

const tightest = ({ length, begin }: Row, columns: number): Alignment => {
  const matched = length[columns] ?? 0;
  let best: Alignment = { matched, from: 0, to: matched === 0 ? 0 : columns };
  if (matched === 0) return best;
  for (let j = 1; j <= columns; j++) {
    const from = begin[j] ?? 0;
    if (length[j] === matched && j - from < best.to - best.from) best = { matched, from, to: j };
  }
  return best;
};
