/** The key names are compared by: lower case, accents and dots off, curly apostrophes straight, one blank between words. */
export const foldName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’ʼ`]/g, "'")
    .replaceAll('.', '')
    .replace(/[\s\-‐-―]+/g, ' ')
    .trim()
    .toLowerCase();
