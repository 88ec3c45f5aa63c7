const ZERO_WIDTH = /^[\p{M}\p{Cf}\u200b]$/u;
const WIDE =
  /^(?:[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}])$/u;
const ESCAPE = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'gu');
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

const charWidth = (char: string): number => {
  const code = char.charCodeAt(0);
  if (code >= 0x20 && code < 0x300) return 1;
  if (ZERO_WIDTH.test(char)) return 0;
  return WIDE.test(char) ? 2 : 1;
};

/** The columns that `text` takes on a terminal: East Asian wide characters and emoji two, combining marks none. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const char of text.replace(ESCAPE, '')) width += charWidth(char);
  return width;
};

/**
 * `text` safe to print: control characters (a page may hold terminal escapes) and marks that turn the direction of the
 * line are replaced one to one by a blank.
 */
export const printable = (text: string): string => text.replace(CONTROL, ' ');

/** `text` filled up with blanks to `width` columns. */
export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** `text` cut to `width` columns, with `…` as the last of them when something was cut. */
export const clip = (text: string, width: number): string => {
  if (displayWidth(text) <= width) return text;
  let out = '';
  let used = 0;
  for (const char of text) {
    used += charWidth(char);
    if (used > width - 1) break;
    out += char;
  }
  return `${out}…`;
};

/** A run of characters without a place to break, cut into pieces of at most `width` columns. */
const pieces = (word: string, width: number): readonly string[] => {
  const out: string[] = [];
  let piece = '';
  let used = 0;
  for (const char of word) {
    const w = charWidth(char);
    if (used + w > width && piece !== '') {
      out.push(piece);
      piece = '';
      used = 0;
    }
    piece += char;
    used += w;
  }
  if (piece !== '') out.push(piece);
  return out;
};

/** `text` broken at white space into lines of at most `width` columns; longer words are cut. Never empty. */
export const wrap = (text: string, width: number): readonly string[] => {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const fitting = words.flatMap((word) => (displayWidth(word) > width ? pieces(word, width) : [word]));
  const lines: string[] = [];
  let line = '';
  for (const word of fitting) {
    if (line === '') line = word;
    else if (displayWidth(line) + 1 + displayWidth(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
};

/** `text` wrapped to `width` columns behind `first`, further lines indented by as many blanks. */
export const hang = (first: string, text: string, width: number): string => {
  const indent = displayWidth(first);
  const lines = wrap(text, Math.max(20, width - indent));
  return lines.map((line, i) => (i === 0 ? first : ' '.repeat(indent)) + line).join('\n');
};

/** A column of a table: as wide as its widest cell, but for the limits set here. */
export interface Column {
  readonly align?: 'left' | 'right';
  /** Takes the room that is left, and wraps. At most one column of a table. */
  readonly fill?: boolean;
  /** No wider than this; longer cells wrap. */
  readonly most?: number;
}

const LEAST_FILL = 20;

const widthsOf = (
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  width: number,
): readonly number[] => {
  const natural = columns.map(({ most = Number.POSITIVE_INFINITY }, i) =>
    Math.min(most, Math.max(0, ...rows.map((row) => displayWidth(row[i] ?? '')))),
  );
  const filling = columns.findIndex((column) => column.fill === true);
  const fixed = natural.reduce((sum, w, i) => sum + (i === filling ? 0 : w), 0) + 2 * (columns.length - 1);
  return natural.map((w, i) => (i === filling ? Math.min(w, Math.max(LEAST_FILL, width - fixed)) : w));
};

const setRow = (row: readonly string[], columns: readonly Column[], widths: readonly number[]): string => {
  const cells = widths.map((width, i) => {
    const cell = row[i] ?? '';
    return displayWidth(cell) > width ? wrap(cell, width) : [cell];
  });
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, i) => {
        const text = lines[line] ?? '';
        const room = widths[i] ?? 0;
        return columns[i]?.align === 'right'
          ? ' '.repeat(Math.max(0, room - displayWidth(text))) + text
          : padTo(text, room);
      })
      .join('  ')
      .trimEnd(),
  ).join('\n');
};

/** Rows set in columns two blanks apart, at most `width` wide. Cells that do not wrap may hold colour. */
export const table = (
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  width: number,
): string => {
  const widths = widthsOf(rows, columns, width);
  return rows.map((row) => setRow(row, columns, widths)).join('\n');
};

/** `1 page`, `2 pages`. */
export const count = (n: number, one: string, many: string = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`;
