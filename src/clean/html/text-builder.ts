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
const SPACES = /[ \t\n\r\f]+/g;
const FIRST = /[^ \t\n\r\f]/;

/** A fresh builder. Linear in what is added. */
export const textBuilder = (): TextBuilder => {
  const parts: string[] = [];
  let length = 0;
  let line = '';
  let gap = false;
  let source: { start: number; end: number } | null = null;
  const add = (text: string, start: number, end: number): void => {
    if (text === '') return;
    const lead = text.search(FIRST);
    if (lead < 0) {
      gap = true;
      return;
    }
    const core = text.slice(lead).trimEnd();
    // `trimEnd` takes no-break spaces too: they are put back.
    const tail = /^[^ \t\n\r\f]*/.exec(text.slice(lead + core.length))?.[0] ?? '';
    const stop = lead + core.length + tail.length;
    const space = (gap || lead > 0) && line !== '' ? ' ' : '';
    line += space + text.slice(lead, stop).replace(SPACES, ' ');
    const literal = end - start === text.length;
    source = { start: source?.start ?? (literal ? start + lead : start), end: literal ? start + stop : end };
    gap = stop < text.length;
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
