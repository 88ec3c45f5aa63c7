/** 32-bit FNV-1a of the UTF-16 code units of `text`, with the finish of MurmurHash3 so that low bits are well mixed. */
export const hash32 = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return avalanche(hash);
};

const avalanche = (value: number): number => {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** The hash of every run of `n` consecutive items of `hashes`, one a position; empty when there are fewer than `n`. */
export const gramHashes = (hashes: ArrayLike<number>, n: number): Uint32Array => {
  const count = Math.max(0, hashes.length - n + 1);
  const grams = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    let hash = 0x811c9dc5;
    for (let k = i; k < i + n; k++) hash = Math.imul(hash ^ (hashes[k] ?? 0), 0x01000193) ^ (hash >>> 15);
    grams[i] = avalanche(hash);
  }
  return grams;
};

/**
 * Winnowing (Schleimer, Wilkerson and Aiken 2003): the smallest hash of every window of `window` consecutive ones. Two
 * texts that share a run of `window + n - 1` items share at least one fingerprint. Linear by a monotone queue.
 */
export const winnow = (grams: Uint32Array, window: number): ReadonlySet<number> => {
  const chosen = new Set<number>();
  const queue: number[] = [];
  let head = 0;
  for (let i = 0; i < grams.length; i++) {
    const value = grams[i] ?? 0;
    while (queue.length > head && (grams[queue[queue.length - 1] ?? 0] ?? 0) >= value) queue.pop();
    queue.push(i);
    if ((queue[head] ?? 0) <= i - window) head++;
    if (i >= window - 1 || i === grams.length - 1) chosen.add(grams[queue[head] ?? 0] ?? 0);
  }
  return chosen;
};
