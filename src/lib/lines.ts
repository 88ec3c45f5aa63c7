interface Line {
  readonly start: number;
  readonly end: number;
}

const BREAK = /\r\n|[\n\r\f\u2028\u2029]/g;

/**
 * The lines of `text` without their breaks, in order, empty ones too. A break is CR LF, LF, CR, form feed or one of
 * the two Unicode separators. Linear.
 */
export const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
};
