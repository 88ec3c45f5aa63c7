import type { Block } from '../../src/clean/block.ts';

/** The states of a page's lines in the order that reading meets them. */
export const STATES = ['before', 'body', 'gap', 'after'] as const;

/** Which state may follow which, with equal weights to begin with: `after` is never left, `before` never returned to. */
export const GRAPH: {
  readonly transitions: readonly (readonly (number | null)[])[];
  readonly start: readonly (number | null)[];
} = {
  transitions: [
    [0, 0, null, null],
    [null, 0, 0, 0],
    [null, 0, 0, null],
    [null, null, null, 0],
  ],
  start: [0, 0, null, null],
};

const TOKEN = /[\p{L}\p{N}_]+/gu;
const SIZE = 4;
const SHARE = 0.5;

type Overlap = 'in' | 'out' | 'short';

/**
 * The gold state of each block: a line is body when at least half of its runs of four words occur in the gold article. A
 * line of fewer words is body when it occurs there and stands between two lines that are.
 */
export const goldStates = (text: string, blocks: readonly Block[], gold: string): readonly number[] => {
  const tokens = gold.match(TOKEN) ?? [];
  const runs = new Set(tokens.map((_, i) => tokens.slice(i, i + SIZE).join(' ')));
  const whole = ` ${tokens.join(' ')} `;
  const overlaps = blocks.map(({ at }): Overlap => {
    const own = text.slice(at.start, at.end).match(TOKEN) ?? [];
    if (own.length === 0) return 'out';
    if (own.length < SIZE) return whole.includes(` ${own.join(' ')} `) ? 'short' : 'out';
    const count = own.length - SIZE + 1;
    let hits = 0;
    for (let i = 0; i < count; i++) if (runs.has(own.slice(i, i + SIZE).join(' '))) hits++;
    return hits >= count * SHARE ? 'in' : 'out';
  });
  const first = overlaps.indexOf('in');
  const last = overlaps.lastIndexOf('in');
  return overlaps.map((overlap, i) => {
    if (first < 0 || i < first) return 0;
    if (i > last) return 3;
    return overlap === 'out' ? 2 : 1;
  });
};
