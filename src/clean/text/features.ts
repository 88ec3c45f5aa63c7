import type { SparseRow } from './chain.ts';
import { sparse } from './chain.ts';
import type { LineContext } from './line-features.ts';
import { LINE_FEATURES } from './line-features.ts';
import type { PageContext } from './page-features.ts';
import { PAGE_FEATURES, pageColumns } from './page-features.ts';

const SIDES = ['', 'previous:', 'next:'] as const;

/** The names of the columns of a row, in order; a model is used only when its own list is this one. */
export const FEATURE_NAMES: readonly string[] = [
  'bias',
  ...SIDES.flatMap((side) => LINE_FEATURES.map(([name]) => `${side}${name}`)),
  'previous:none',
  'next:none',
  ...PAGE_FEATURES,
];

/** One row of numbers a line of the page, in the order of `FEATURE_NAMES`. `text` is what the blocks' spans point into. */
export const rowsOf = (text: string, page: PageContext): readonly SparseRow[] => {
  const own = page.blocks.map((_, i) => lineRow(lineAt(text, page, i)));
  const size = LINE_FEATURES.length;
  const nothing = new Float64Array(size);
  const columns = pageColumns(page);
  const row = new Float64Array(FEATURE_NAMES.length);
  return own.map((line, i) => {
    row[0] = 1;
    row.set(line, 1);
    row.set(own[i - 1] ?? nothing, 1 + size);
    row.set(own[i + 1] ?? nothing, 1 + 2 * size);
    let at = 1 + 3 * size;
    row[at++] = i === 0 ? 1 : 0;
    row[at++] = i + 1 === own.length ? 1 : 0;
    for (const column of columns) row[at++] = column[i] ?? 0;
    return sparse(row);
  });
};

const lineRow = (line: LineContext): Float64Array =>
  Float64Array.from(LINE_FEATURES, ([, read]) => read(line));

const MAX_GAP = 60;

const lineAt = (text: string, page: PageContext, index: number): LineContext => {
  const block = page.blocks[index] as PageContext['blocks'][number];
  const before = page.blocks[index - 1]?.at.end ?? 0;
  const gap = text.slice(Math.max(before, block.at.start - MAX_GAP), block.at.start);
  return {
    block,
    sure: page.sure[index] ?? null,
    words: page.words,
    breaksBefore: gap.split('\n').length - 1,
    indented: /(?:^|\n)[ \t]{2,}$/.test(gap),
  };
};
