const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** 32-bit FNV-1a over the UTF-16 code units of `text` in `[from, to)`. */
export const hashText = (text: string, from = 0, to: number = text.length): number => {
  let h = FNV_OFFSET;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), FNV_PRIME);
  return h | 0;
};

/** Mixes a further 32-bit value into a hash (the inner round of MurmurHash3). */
export const mix = (h: number, value: number): number => {
  let k = Math.imul(value, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  const x = h ^ Math.imul(k, 0x1b873593);
  return (Math.imul((x << 13) | (x >>> 19), 5) + 0xe6546b64) | 0;
};

/** Closes a hash, so that its low bits depend on all of it (the finaliser of MurmurHash3). */
export const close = (h: number): number => {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  return x ^ (x >>> 16);
};

/**
 * The hash of a feature: its template and up to three values. A sum of products with odd constants, closed once; cheaper than
 * mixing one value after the other, and made some hundred times a word.
 */
export const feature = (template: number, a: number, b: number, c: number): number => {
  let x =
    Math.imul(template, 0x9e3779b1) ^
    Math.imul(a, 0x85ebca77) ^
    Math.imul((b << 11) | (b >>> 21), 0xc2b2ae3d) ^
    Math.imul((c << 19) | (c >>> 13), 0x27d4eb2f);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  return x ^ (x >>> 13);
};
