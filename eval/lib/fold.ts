/** White space and quotation marks levelled one to one, so that offsets stay. */
export const fold = (text: string): string =>
  text
    .replace(/\s/g, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'");
