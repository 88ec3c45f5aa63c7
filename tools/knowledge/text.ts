/** Lower case without accents, apostrophes and punctuation, one blank between words: the key names are compared by. */
export const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼʻ`.]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The folded words of a name. */
export const words = (name: string): readonly string[] => fold(name).split(' ').filter(Boolean);

/** A kebab-case id from a name. */
export const slug = (name: string): string => fold(name).replaceAll(' ', '-');

/** The list without repeats, first one kept. */
export const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

/** Order by code unit, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : b < a ? 1 : 0);

/** Edit distance, given up on (as `limit + 1`) when it exceeds `limit`. */
export const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** A Latin spelling with the common differences between ways of transliterating levelled: Dmitriy, Dmitri, Dmitry. */
export const levelled = (word: string): string =>
  word
    .replace(/^ye/, 'e')
    .replace(/(?:iy|yi|ii|ij|i|y)$/, 'y')
    .replace(/kh/g, 'h')
    .replace(/yev$/, 'ev')
    .replace(/([bcdfghklmnprstvz])\1/g, '$1')
    .replace(/^mohamm?[ae]d$|^muhammad$/, 'muhamad');
