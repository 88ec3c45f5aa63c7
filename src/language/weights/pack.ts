/** A gap of this many cells and more is written in several half-bytes. */
const LONG_GAP = 15;

/**
 * Packs mostly empty cells: first the values that are not 0, a byte each; then for each of them the number of empty cells
 * before it, in half-bytes (15 means 15 more and go on). The first four bytes tell how many values there are.
 */
export const packCells = (cells: Int8Array): Uint8Array => {
  const values: number[] = [];
  const gaps: number[] = [];
  let gap = 0;
  for (const value of cells) {
    if (value === 0) {
      gap++;
      continue;
    }
    for (; gap >= LONG_GAP; gap -= LONG_GAP) gaps.push(LONG_GAP);
    gaps.push(gap);
    values.push(value & 255);
    gap = 0;
  }
  const bytes = new Uint8Array(4 + values.length + ((gaps.length + 1) >>> 1));
  new DataView(bytes.buffer).setUint32(0, values.length, true);
  bytes.set(values, 4);
  const start = 4 + values.length;
  for (const [i, half] of gaps.entries()) {
    const at = start + (i >>> 1);
    bytes[at] = (bytes[at] as number) | ((i & 1) === 0 ? half : half << 4);
  }
  return bytes;
};

/** The opposite of {@link packCells}; what would lie beyond `length`, in damaged bytes, is left out. */
export const unpackCells = (bytes: Uint8Array, length: number): Int8Array => {
  const cells = new Int8Array(length);
  if (bytes.length < 4) return cells;
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + 4, Math.min(count, bytes.length - 4));
  let cell = -1;
  let value = 0;
  const most = values.length;
  for (let at = 4 + count; value < most && at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const low = byte & 15;
    const high = byte >>> 4;
    cell += low;
    // A cell beyond the end is not written: typed arrays take no notice of it.
    if (low < LONG_GAP) cells[++cell] = values[value++] as number;
    if (value >= most) break;
    cell += high;
    if (high < LONG_GAP) cells[++cell] = values[value++] as number;
  }
  return cells;
};
