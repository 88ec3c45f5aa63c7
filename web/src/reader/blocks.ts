import type { SegmentKind } from '../../../src/model/page.ts';
import type { Span } from '../../../src/model/span.ts';
import type { SegmentView } from '../../../src/view/desk/types.ts';

/** A paragraph of the reader: one segment, or the segments that share a line. */
export interface Block extends Span {
  /** What most tells how to show it: what was read, when any of it was. Null when the text has no labels. */
  readonly kind: SegmentKind | null;
  /** Whether any of it was read for claims. */
  readonly isRead: boolean;
  readonly segments: readonly SegmentView[];
}

/** What the pipeline reads claims from. */
const READ: ReadonlySet<SegmentKind> = new Set(['headline', 'body', 'dateline']);
/** The page's furniture, folded away in the clean view. */
const FURNITURE: ReadonlySet<SegmentKind> = new Set(['clock', 'related', 'navigation', 'promo', 'legal']);

/** Units of a paragraph; longer ones are shown as several, cut at a blank. */
const LONGEST = 20_000;

/** Whether a segment is read for claims. */
export const isRead = (kind: SegmentKind | null): boolean => kind === null || READ.has(kind);

/** Whether a block is the page's furniture. */
export const isFurniture = ({ kind }: Pick<Block, 'kind'>): boolean => kind !== null && FURNITURE.has(kind);

/** The paragraphs of a text, in order. A text without labels is cut at its lines. */
export const blocksOf = (text: string, segments: readonly SegmentView[]): readonly Block[] => {
  const blocks = segments.length === 0 ? linesOf(text) : joinLines(text, segments);
  return blocks.flatMap((block) => cutLong(text, block));
};

const linesOf = (text: string): readonly Block[] => {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '')
      blocks.push({ start, end: start + line.length, kind: null, isRead: true, segments: [] });
    start += line.length + 1;
  }
  return blocks;
};

const joinLines = (text: string, segments: readonly SegmentView[]): readonly Block[] => {
  const groups: SegmentView[][] = [];
  for (const segment of segments) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && !text.slice(last.end, segment.start).includes('\n'))
      groups.at(-1)?.push(segment);
    else groups.push([segment]);
  }
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return [];
    const main =
      group.find(({ kind }) => kind === 'body') ?? group.find(({ kind }) => READ.has(kind)) ?? first;
    return [
      { start: first.start, end: last.end, kind: main.kind, isRead: READ.has(main.kind), segments: group },
    ];
  });
};

const cutLong = (text: string, block: Block): readonly Block[] => {
  const cut: Block[] = [];
  let start = block.start;
  while (block.end - start > LONGEST) {
    const blank = text.lastIndexOf(' ', start + LONGEST);
    const half = /[\uD800-\uDBFF]/.test(text[start + LONGEST - 1] ?? '') ? 1 : 0;
    const end = blank > start ? blank + 1 : start + LONGEST - half;
    cut.push({ ...block, start, end });
    start = end;
  }
  cut.push({ ...block, start });
  return cut;
};

/** Part of the page as the reader shows it: paragraphs, or a stretch of furniture folded into one line. */
export interface Stretch {
  readonly isFolded: boolean;
  /** Numbers of the blocks, [from, to). */
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly SegmentKind[];
}

/** Paragraphs of one chunk; a chunk is drawn when it is near the screen. */
const CHUNK = 30;

/** The page in stretches: furniture folded where wanted, the rest in chunks of at most 30 paragraphs. */
export const stretchesOf = (blocks: readonly Block[], fold: boolean): readonly Stretch[] => {
  const stretches: { isFolded: boolean; from: number; to: number; kinds: SegmentKind[] }[] = [];
  for (const [index, block] of blocks.entries()) {
    const isFolded = fold && isFurniture(block);
    const last = stretches.at(-1);
    const joins = last !== undefined && last.isFolded === isFolded && (isFolded || index - last.from < CHUNK);
    if (joins) last.to = index + 1;
    else stretches.push({ isFolded, from: index, to: index + 1, kinds: [] });
    const kinds = stretches.at(-1)?.kinds;
    if (block.kind !== null && kinds?.includes(block.kind) === false) kinds.push(block.kind);
  }
  return stretches;
};
