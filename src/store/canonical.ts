type Fields = Readonly<Record<string, unknown>>;

const writeObject = (value: Fields): string => {
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const entry = value[key];
    if (entry !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${write(entry)}`;
  }
  return `{${text}}`;
};

const write = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  return Array.isArray(value) ? `[${value.map(write).join(',')}]` : writeObject(value as Fields);
};

/**
 * JSON with the keys of every object in code-unit order, no white space, and absent keys left out: equal values have
 * equal texts, so a digest of the text stands for the value. Lone surrogates come out escaped, so nothing is lost in UTF-8.
 */
export const canonicalJson = (value: object | string | number | boolean | null): string => write(value);
