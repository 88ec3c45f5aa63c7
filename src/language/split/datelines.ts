import { CHUNK, CHUNK_FACTS, type Chunks } from './chunks.ts';

/** A dateline is no longer than this many chunks, its dash among them. */
const LONGEST_DATELINE = 10;

/** Whether a chunk begins with a small letter: no place, agency or month does. */
const isSmall = ({ facts }: Chunks, k: number): boolean => facts[k * CHUNK_FACTS + CHUNK.first] === 1;

const DASH = /^(?:[—–-]|--)$/;
const CLOSED = /\)[.:]?$/;

/**
 * The chunk that is the dash of the dateline a paragraph opens with, or -1: [ORLAND, March 3 (Kestrel) —] The minister
 * arrived. The place is in capitals or an agency in brackets stands before the dash. A dateline belongs to the sentence it
 * opens, which the treebanks do not teach.
 */
export const datelineDash = (text: string, chunks: Chunks): number => {
  const { count, starts, ends, facts } = chunks;
  for (let k = 0; k < Math.min(count, LONGEST_DATELINE); k++) {
    const start = starts[k] as number;
    const end = ends[k] as number;
    if (end - start <= 2 && DASH.test(text.slice(start, end))) {
      const isPlace = facts[CHUNK.capitals] === 2;
      return k > 0 && (isPlace || CLOSED.test(text.slice(Math.max(0, start - 4), start).trimEnd())) ? k : -1;
    }
    if (isSmall(chunks, k)) return -1;
  }
  return -1;
};
