import type { Span } from '../model/span.ts';
import type { Colors } from './io.ts';
import { displayWidth, printable } from './text.ts';

/** A stretch of a text to mark, and as what. */
export interface Mark extends Span {
  readonly role: string;
}

interface Style {
  /** What is drawn under the words. */
  readonly under: string;
  readonly paint: (colors: Colors, text: string) => string;
  /** What is drawn where marks overlap: the highest. */
  readonly rank: number;
}

const CUE: Style = { under: '^', paint: (c, t) => c.yellow(t), rank: 3 };
const SOURCE: Style = { under: '~', paint: (c, t) => c.cyan(t), rank: 2 };
const CONTENT: Style = { under: '-', paint: (c, t) => c.green(t), rank: 1 };

const STYLES: Readonly<Record<string, Style>> = {
  cue: CUE,
  trigger: CUE,
  hit: CUE,
  source: SOURCE,
  participant: SOURCE,
  time: SOURCE,
  place: SOURCE,
  content: CONTENT,
  clause: CONTENT,
};

/** What the marks under a text mean, for the roles that occur: `^ cue  ~ source  - content`. */
export const legend = (marks: readonly Mark[]): string => {
  const roles = [...new Set(marks.map(({ role }) => role))];
  return roles
    .toSorted((a, b) => (STYLES[b]?.rank ?? 0) - (STYLES[a]?.rank ?? 0))
    .map((role) => `${STYLES[role]?.under ?? '?'} ${role}`)
    .join('  ');
};

/** The style of each UTF-16 unit of the text. */
const stylesOf = (length: number, marks: readonly Mark[]): readonly (Style | null)[] => {
  const styles: (Style | null)[] = new Array<Style | null>(length).fill(null);
  for (const { start, end, role } of marks) {
    const style = STYLES[role] ?? CONTENT;
    for (let i = Math.max(0, start); i < Math.min(end, length); i++) {
      const held = styles[i] ?? null;
      if (held === null || held.rank < style.rank) styles[i] = style;
    }
  }
  return styles;
};

/** Where the lines of a text begin and end when it is broken at blanks to `width` columns. */
const breakLines = (text: string, width: number): readonly Span[] => {
  const lines: Span[] = [];
  let start = 0;
  let blank = -1;
  let used = 0;
  for (let i = 0; i < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(i) ?? 0x20);
    const columns = displayWidth(char);
    if (used + columns > width && i > start) {
      const end = blank > start ? blank : i;
      lines.push({ start, end });
      start = blank > start ? blank + 1 : i;
      used = displayWidth(text.slice(start, i));
      blank = -1;
    }
    if (char === ' ') blank = i;
    used += columns;
    i += char.length;
  }
  lines.push({ start, end: text.length });
  return lines;
};

interface Drawn {
  readonly words: string;
  readonly under: string;
}

const drawLine = (text: string, at: Span, styles: readonly (Style | null)[], colors: Colors): Drawn => {
  let words = '';
  let under = '';
  for (let i = at.start; i < at.end; ) {
    const style = styles[i] ?? null;
    let end = i;
    while (end < at.end && (styles[end] ?? null) === style) end++;
    const part = text.slice(i, end);
    words += style === null ? part : style.paint(colors, part);
    under += (style === null ? ' ' : style.under).repeat(displayWidth(part));
    i = end;
  }
  return { words, under: under.trimEnd() };
};

/**
 * A text broken to `width` columns with marks drawn under the words (and in colour where there is any), each line behind
 * `indent` blanks. Control characters and blanks of all kinds are shown as blanks.
 */
export const drawMarks = (
  text: string,
  marks: readonly Mark[],
  options: { readonly width: number; readonly indent: number; readonly colors: Colors },
): string => {
  const { width, indent, colors } = options;
  const shown = printable(text).replace(/\s/gu, ' ');
  const styles = stylesOf(shown.length, marks);
  const margin = ' '.repeat(indent);
  return breakLines(shown, Math.max(20, width - indent))
    .map((at) => drawLine(shown, at, styles, colors))
    .map(({ words, under }) => `${margin}${words}${under === '' ? '' : `\n${margin}${colors.dim(under)}`}`)
    .join('\n');
};

/** The part of a text around its first mark, at most about `width` units, with the marks moved along. */
export const aroundMarks = (
  text: string,
  marks: readonly Mark[],
  width: number,
): { readonly text: string; readonly marks: readonly Mark[] } => {
  if (text.length <= width) return { text, marks };
  const first = marks[0]?.start ?? 0;
  const from = Math.max(0, Math.min(first - Math.floor(width / 3), text.length - width));
  const start = from === 0 ? 0 : Math.min(first, text.indexOf(' ', from) + 1 || from);
  const border = text.lastIndexOf(' ', start + width);
  const end = start + width >= text.length ? text.length : border > start ? border : start + width;
  const lead = start === 0 ? '' : '… ';
  const shift = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end)}${end < text.length ? ' …' : ''}`,
    marks: marks
      .filter((mark) => mark.start < end && start < mark.end)
      .map((mark) => ({ ...mark, start: mark.start + shift, end: Math.min(mark.end, end) + shift })),
  };
};
