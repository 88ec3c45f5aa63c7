/** A set of 32-bit hashes with a number for each, by open addressing: read from the model file as it lies there. */
export interface HashTable {
  readonly keys: Int32Array;
  readonly values: Int32Array;
}

/** The number kept for a hash, or 0. */
export const lookUp = ({ keys, values }: HashTable, hash: number): number => {
  const mask = keys.length - 1;
  const key = hash === 0 ? 1 : hash;
  for (let at = key & mask; ; at = (at + 1) & mask) {
    const found = keys[at];
    if (found === key) return values[at] ?? 0;
    if (found === 0 || found === undefined) return 0;
  }
};

/** A table of the given numbers, at most half full. */
export const tableOf = (entries: ReadonlyMap<number, number>): HashTable =>
  tableOfLists(Int32Array.from(entries.keys()), Int32Array.from(entries.values()));

/** {@link tableOf} of hashes, each of them once, and the number for each at the same place. */
export const tableOfLists = (hashes: Int32Array, numbers: Int32Array): HashTable => {
  let size = 16;
  while (size < 2 * hashes.length) size *= 2;
  const keys = new Int32Array(size);
  const values = new Int32Array(size);
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number;
    const key = hash === 0 ? 1 : hash;
    let at = key & (size - 1);
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & (size - 1);
    keys[at] = key;
    values[at] = (values[at] as number) | (numbers[i] as number);
  }
  return { keys, values };
};
