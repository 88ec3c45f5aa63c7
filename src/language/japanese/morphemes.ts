/** A morpheme as a dictionary of Japanese gives it; the place in bytes of the text in UTF-8. */
export interface Morpheme {
  readonly byteStart: number;
  readonly byteEnd: number;
  /** Tags from coarse to fine, then forms; `['UNK']` for what stands in no dictionary. */
  readonly details: readonly string[];
}

/** Whoever cuts Japanese text into morphemes. They stand in text order and do not overlap. */
export interface MorphemeReader {
  /** Name and version: `lindera-wasm-ipadic@1.0.0`. */
  readonly id: string;
  readonly read: (text: string) => readonly Morpheme[];
}

/** A morpheme with its place in UTF-16 code units. */
export interface Placed {
  readonly start: number;
  readonly end: number;
  readonly details: readonly string[];
}

/** Bytes of a code point in UTF-8; half a pair, which is written as U+FFFD, has three. */
const bytesOf = (point: number): number => {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
};

/**
 * Turns places in bytes into places in UTF-16 code units, in one walk over the text. A place inside a character, or behind the
 * one before it, would be a fault of the reader; such a morpheme is left out and its characters belong to none.
 */
export const placeMorphemes = (text: string, morphemes: readonly Morpheme[]): readonly Placed[] => {
  const placed: Placed[] = [];
  let bytes = 0;
  let at = 0;
  const walkTo = (target: number): boolean => {
    while (bytes < target && at < text.length) {
      const point = text.codePointAt(at) ?? 0;
      bytes += bytesOf(point);
      at += point > 0xffff ? 2 : 1;
    }
    return bytes === target;
  };
  for (const { byteStart, byteEnd, details } of morphemes) {
    if (byteEnd <= byteStart || byteStart < bytes || !walkTo(byteStart)) continue;
    const start = at;
    if (walkTo(byteEnd)) placed.push({ start, end: at, details });
  }
  return placed;
};
