/** Header lines by lower-case name; of a repeated header the first counts. */
export type Headers = ReadonlyMap<string, string>;

/** Reads `Name: value` lines, folded lines joined; a line without a colon is passed over. */
export const parseHeaders = (block: string): Headers => {
  const headers = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
};

/** The bare type of a `Content-Type` value, in lower case. */
export const typeOf = (contentType: string | undefined): string =>
  (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** A parameter of a `Content-Type` value, without its quotation marks. */
export const parameterOf = (contentType: string | undefined, name: string): string | null => {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(contentType ?? '');
  return match?.[1] ?? match?.[2] ?? null;
};
