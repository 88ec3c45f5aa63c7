/** A gap of this many cells and more is written in several bytes. */
const LONG_GAP = 255;

/**
 * Packs mostly empty cells: for each cell that is not 0 the number of empty cells before it (255 means 255 more and go on)
 * and its value.
 */
export const packCells = (cells: Int8Array): Uint8Array => {
  const out: number[] = [];
  let gap = 0;
  for (const value of cells) {
    if (value === 0) {
      gap++;
      continue;
    }
    for (; gap >= LONG_GAP; gap -= LONG_GAP) out.push(LONG_GAP);
    out.push(gap, value & 255);
    gap = 0;
  }
  return Uint8Array.from(out);
};

/** The opposite of {@link packCells}; what would lie beyond `length` is left out. */
export const unpackCells = (bytes: Uint8Array, length: number): Int8Array => {
  const cells = new Int8Array(length);
  let at = 0;
  for (let i = 0; i < bytes.length; i++) {
    const gap = bytes[i] as number;
    at += gap;
    if (gap === LONG_GAP) continue;
    cells[at++] = ((bytes[++i] ?? 0) << 24) >> 24;
  }
  return cells;
};
