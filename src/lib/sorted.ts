/** The first index of `items` (sorted by `key`, ascending) whose key is greater than `value`; the length when none is. */
export const firstAbove = <T>(items: readonly T[], value: number, key: (item: T) => number): number => {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && key(item) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A stretch with a start and an end. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The items that overlap `at`, of a list in text order. Items may hold one another, but none may be longer than `longest`:
 * that bounds how far left the search must begin.
 */
export const overlapping = <T>(
  items: readonly T[],
  at: Stretch,
  spanOf: (item: T) => Stretch,
  longest = 2_000,
): readonly T[] => {
  const found: T[] = [];
  for (
    let i = firstAbove(items, at.start - longest - 1, (item) => spanOf(item).start);
    i < items.length;
    i++
  ) {
    const item = items[i];
    if (item === undefined || spanOf(item).start >= at.end) break;
    if (spanOf(item).end > at.start) found.push(item);
  }
  return found;
};
