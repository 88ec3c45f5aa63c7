/** A value as JSON knows it, with keys that may be absent. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

const write = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const entries = Object.entries(value as Readonly<Record<string, Json>>)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${write(entry)}`).join(',')}}`;
};

/**
 * JSON with the keys of every object in code-unit order, no white space, and absent keys left out: equal values have
 * equal texts, so a digest of the text stands for the value. Lone surrogates come out escaped, so nothing is lost in UTF-8.
 */
export const canonicalJson = (value: object | string | number | boolean | null): string => write(value);
