/** Order by UTF-16 code units: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The commonest of the values that are not null; among equals the first in code-unit order of their keys. Null when there are none. */
export const commonest = <T>(values: readonly (T | null)[], keyOf: (value: T) => string): T | null => {
  const seen = new Map<string, { readonly value: T; count: number }>();
  for (const value of values) {
    if (value === null) continue;
    const entry = seen.get(keyOf(value)) ?? { value, count: 0 };
    entry.count++;
    seen.set(keyOf(value), entry);
  }
  const ranked = [...seen].sort(([x, a], [y, b]) => b.count - a.count || compareText(x, y));
  return ranked[0]?.[1].value ?? null;
};
