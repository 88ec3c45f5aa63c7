/** Start value and factor of 32-bit FNV-1a (Fowler, Noll, Vo). */
const FNV_START = 0x811c9dc5;
const FNV_FACTOR = 0x01000193;

/** 32-bit FNV-1a over the UTF-16 code units of `text` in `[from, to)`. */
export const hashText = (text: string, from = 0, to: number = text.length): number => {
  let hash = FNV_START;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_FACTOR);
  return hash;
};

/** {@link hashText} of what `hash` was made of and `text` behind it. */
export const hashOn = (hash: number, text: string): number => {
  let on = hash;
  for (let i = 0; i < text.length; i++) on = Math.imul(on ^ text.charCodeAt(i), FNV_FACTOR);
  return on;
};

/** Spreads a small whole number (a tag, a label, a distance) over 32 bits; `kind` keeps equal numbers of two kinds apart. */
export const spread = (value: number, kind: number): number => {
  const hash = Math.imul((value + 1) ^ Math.imul(kind + 1, 0x9e3779b1), 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
};
