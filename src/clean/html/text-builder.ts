import type { Span } from '../../model/span.ts';

/** A line of the serialised text with its place in the source. */
export interface BuiltLine {
  readonly at: Span;
  readonly source: Span;
}

/** Puts pieces of source text together into lines: white space is collapsed as a browser does, empty lines vanish. */
export interface TextBuilder {
  /** Adds text that stood at `[start, end)` of the source; a decoded character reference is `literal: false`. */
  readonly add: (text: string, start: number, end: number) => void;
  /** Ends the line; says which it was, or null when nothing stood on it. */
  readonly endLine: () => BuiltLine | null;
  /** All lines so far, joined by LF. */
  readonly text: () => string;
}

// No-break spaces are text: they stay, and are not collapsed.
const WORDS = /[^ \t\n\r\f]+/g;
const OPENS_WITH_SPACE = /^[ \t\n\r\f]/;
const ENDS_WITH_SPACE = /[ \t\n\r\f]$/;

/** A fresh builder. Linear in what is added. */
export const textBuilder = (): TextBuilder => {
  const parts: string[] = [];
  let length = 0;
  let line = '';
  let gap = false;
  let source: { start: number; end: number } | null = null;
  const add = (text: string, start: number, end: number): void => {
    if (OPENS_WITH_SPACE.test(text)) gap = true;
    const literal = end - start === text.length;
    for (const match of text.matchAll(WORDS)) {
      line += gap && line !== '' ? ` ${match[0]}` : match[0];
      const at = literal
        ? { start: start + match.index, end: start + match.index + match[0].length }
        : { start, end };
      source = { start: source?.start ?? at.start, end: at.end };
      gap = true;
    }
    if (text !== '') gap = ENDS_WITH_SPACE.test(text);
  };
  const endLine = (): BuiltLine | null => {
    const built =
      source === null || line.trim() === ''
        ? null
        : { at: { start: length, end: length + line.length }, source };
    if (built !== null) {
      parts.push(line, '\n');
      length = built.at.end + 1;
    }
    line = '';
    source = null;
    gap = false;
    return built;
  };
  return { add, endLine, text: () => parts.join('').slice(0, -1) };
};
