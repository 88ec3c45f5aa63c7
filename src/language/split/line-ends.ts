import { CHUNK, CHUNK_FACTS, type Chunks } from './chunks.ts';

/** Text that is broken to a width has lines of at least so many code units. */
const LEAST_WIDTH = 60;

/**
 * Tells of each chunk with a line break behind it whether the line was ended on purpose: the next word would have found room
 * on it, and does not begin small. "Storm closes port⏎[Ferries] were cancelled." The treebanks' raw text has no single line
 * breaks, so the model knows nothing of them.
 */
export const lineEnds = ({ count, starts, ends, facts, breaks }: Chunks): Uint8Array => {
  const lengths = new Int32Array(count);
  let width = LEAST_WIDTH;
  let from = 0;
  for (let k = 0; k < count; k++) {
    if (breaks[k] !== 1 && k < count - 1) continue;
    lengths[k] = (ends[k] as number) - (starts[from] as number);
    width = Math.max(width, lengths[k] as number);
    from = k + 1;
  }
  const isEnd = new Uint8Array(count);
  for (let k = 0; k < count - 1; k++) {
    if (breaks[k] !== 1 || facts[(k + 1) * CHUNK_FACTS + CHUNK.first] === 1) continue;
    const next = (ends[k + 1] as number) - (starts[k + 1] as number);
    if ((lengths[k] as number) + 1 + next <= width) isEnd[k] = 1;
  }
  return isEnd;
};
