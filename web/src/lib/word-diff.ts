/** A stretch of a wording that the other wording has too, or not. */
export interface DiffPiece {
  readonly text: string;
  readonly isSame: boolean;
}

/** Two wordings, each as pieces that join to it. */
export interface WordDiff {
  readonly left: readonly DiffPiece[];
  readonly right: readonly DiffPiece[];
  /** False when the wordings were too long or too unlike to be compared word by word. */
  readonly isWhole: boolean;
}

/** Words of each side that are compared. */
const MAX_WORDS = 2_000;
/** Insertions and deletions after which the rest counts as different. */
const MAX_EDITS = 400;

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu;

/** Compares two wordings word by word (in Chinese and Japanese by character), without regard to case and kind of quotation mark. */
export const diffWords = (left: string, right: string): WordDiff => {
  const [a, b] = [left.match(WORD) ?? [], right.match(WORD) ?? []];
  if (a.length > MAX_WORDS || b.length > MAX_WORDS) return unlike(left, right);
  const [foldedA, foldedB] = [a.map(foldWord), b.map(foldWord)];
  const pairs = shortestEdit(foldedA, foldedB);
  if (pairs === null) return unlike(left, right);
  const sameA = new Set(pairs.map(([x]) => x));
  const sameB = new Set(pairs.map(([, y]) => y));
  return { left: join(a, sameA), right: join(b, sameB), isWhole: true };
};

const unlike = (left: string, right: string): WordDiff => ({
  left: left === '' ? [] : [{ text: left, isSame: left === right }],
  right: right === '' ? [] : [{ text: right, isSame: left === right }],
  isWhole: left === right,
});

const foldWord = (word: string): string =>
  /[“”„«»]/.test(word) ? '"' : /[‘’‛]/.test(word) ? "'" : /\s/.test(word) ? ' ' : word.toLowerCase();

/** Joins words to pieces; a blank or a stop between two words that differ goes with them. */
const join = (words: readonly string[], same: ReadonlySet<number>): readonly DiffPiece[] => {
  const isSame = words.map((_, index) => same.has(index));
  for (const [index, word] of words.entries())
    if (
      word === ' ' &&
      index > 0 &&
      index < words.length - 1 &&
      isSame[index - 1] === false &&
      isSame[index + 1] === false
    )
      isSame[index] = false;
  const pieces: { text: string; isSame: boolean }[] = [];
  for (const [index, word] of words.entries()) {
    const last = pieces.at(-1);
    if (last !== undefined && last.isSame === isSame[index]) last.text += word;
    else pieces.push({ text: word, isSame: isSame[index] ?? false });
  }
  return pieces;
};

/** Myers' greedy algorithm (1986), O((n + m) · edits): the pairs of equal words on a shortest edit path; null past `MAX_EDITS`. */
const shortestEdit = (
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] | null => {
  const limit = Math.min(a.length + b.length, MAX_EDITS);
  let furthest = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(furthest);
    const next = new Map(furthest);
    for (let k = -edits; k <= edits; k += 2) {
      let x = startOf(furthest, k, edits);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length);
    }
    furthest = next;
  }
  return null;
};

const isDown = (furthest: ReadonlyMap<number, number>, k: number, edits: number): boolean =>
  k === -edits || (k !== edits && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));

const startOf = (furthest: ReadonlyMap<number, number>, k: number, edits: number): number =>
  isDown(furthest, k, edits) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;

const walkBack = (
  trace: readonly ReadonlyMap<number, number>[],
  n: number,
  m: number,
): readonly (readonly [number, number])[] => {
  const pairs: [number, number][] = [];
  let [x, y] = [n, m];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits] ?? new Map<number, number>();
    const k = x - y;
    const before = isDown(furthest, k, edits) ? k + 1 : k - 1;
    const beforeX = edits === 0 ? 0 : (furthest.get(before) ?? 0);
    const beforeY = edits === 0 ? 0 : beforeX - before;
    while (x > beforeX && y > beforeY) pairs.push([--x, --y]);
    [x, y] = [beforeX, beforeY];
  }
  return pairs.reverse();
};
