/** A name as part of an id: lower case, accents of Latin letters off, letters and digits of any script joined by hyphens, `length` at most. */
export const slug = (name: string, length: number): string =>
  name
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, length);
