import type { Span } from '../../../src/model/span.ts';

/** What a mark in a page's text stands for. `anchor`: what the address names; `aside`: not read, inside a paragraph that is. */
export type HighlightRole =
  | 'content'
  | 'cue'
  | 'source'
  | 'time'
  | 'trigger'
  | 'clause'
  | 'framing'
  | 'anchor'
  | 'aside';

/** A stretch of text to mark; marks with one `key` are lit together. */
export interface Highlight extends Span {
  readonly key: string;
  readonly role: HighlightRole;
  /** Colour slot of the party that speaks; null for none. */
  readonly slot: number | null;
  /** Whether it stands between quotation marks. */
  readonly isDirect: boolean;
}

/** A stretch of text under one and the same set of marks, the shortest mark last. */
export interface Piece extends Span {
  readonly over: readonly Highlight[];
}

/** Marks over one character that are kept; more say nothing to the eye. */
const MAX_OVER = 12;

/**
 * Cuts each of `stretches` (in order, not overlapping) at the borders of the marks over it. The pieces of a stretch join to
 * it exactly. Linear in the borders but for sorting them.
 */
export const cutAtMarks = (
  stretches: readonly Span[],
  marks: readonly Highlight[],
): readonly (readonly Piece[])[] => {
  const byStretch: Highlight[][] = stretches.map(() => []);
  for (const mark of marks) {
    if (mark.start >= mark.end) continue;
    for (let i = firstEndingAfter(stretches, mark.start); i < stretches.length; i++) {
      const stretch = stretches[i];
      if (stretch === undefined || stretch.start >= mark.end) break;
      byStretch[i]?.push(mark);
    }
  }
  return stretches.map((stretch, index) => piecesOf(stretch, byStretch[index] ?? []));
};

/** The index of the first stretch that ends after `at`. */
export const firstEndingAfter = (stretches: readonly Span[], at: number): number => {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};

const piecesOf = (stretch: Span, marks: readonly Highlight[]): readonly Piece[] => {
  if (marks.length === 0) return stretch.start < stretch.end ? [{ ...stretch, over: [] }] : [];
  const opening = group(marks, ({ start }) => Math.max(start, stretch.start));
  const closing = group(marks, ({ end }) => Math.min(end, stretch.end));
  const borders = [...new Set([stretch.start, stretch.end, ...opening.keys(), ...closing.keys()])].sort(
    (a, b) => a - b,
  );
  const active = new Set<Highlight>();
  const pieces: Piece[] = [];
  for (const [index, start] of borders.entries()) {
    for (const mark of closing.get(start) ?? []) active.delete(mark);
    for (const mark of opening.get(start) ?? []) active.add(mark);
    const end = borders[index + 1];
    if (end !== undefined) pieces.push({ start, end, over: shortestLast(active) });
  }
  return pieces;
};

const group = (
  marks: readonly Highlight[],
  by: (mark: Highlight) => number,
): ReadonlyMap<number, readonly Highlight[]> => {
  const groups = new Map<number, Highlight[]>();
  for (const mark of marks) {
    const members = groups.get(by(mark));
    if (members === undefined) groups.set(by(mark), [mark]);
    else members.push(mark);
  }
  return groups;
};

const shortestLast = (active: ReadonlySet<Highlight>): readonly Highlight[] =>
  [...active].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(-MAX_OVER);

/** How much of what was read the reader shows. */
export const LEVELS = ['none', 'quotes', 'statements', 'all'] as const;
/** One level. */
export type Level = (typeof LEVELS)[number];

/** The level that a parameter of the address names; `statements` when it names none. */
export const levelOf = (value: string | undefined): Level =>
  LEVELS.find((level) => level === value) ?? 'statements';

/** The next level in a direction; the last stays. */
export const nextLevel = (level: Level, step: 1 | -1): Level =>
  LEVELS[Math.min(LEVELS.length - 1, Math.max(0, LEVELS.indexOf(level) + step))] ?? level;

/** Whether a mark is drawn at a level. What the address names, and what was not read, always is. */
export const isShownAt = (
  level: Level,
  { role, isDirect }: Pick<Highlight, 'role' | 'isDirect'>,
): boolean => {
  if (role === 'anchor' || role === 'aside') return true;
  if (level === 'none' || role === 'clause') return false;
  if (role === 'time' || role === 'trigger' || role === 'framing') return level === 'all';
  return level === 'quotes' ? isDirect : true;
};
