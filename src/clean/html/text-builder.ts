import type { Span } from '../../model/span.ts';

/** A stretch of a line that is one stretch of the source: literally, or as one decoded character reference. */
export interface Run {
  /** Where it begins in the text. */
  readonly at: number;
  readonly length: number;
  readonly source: Span;
}

/** A line of the serialised text with its place in the source. */
export interface BuiltLine {
  readonly at: Span;
  /** In order, without what was collapsed or left out between them. */
  readonly runs: readonly Run[];
}

/** Puts pieces of source text together into lines: white space is collapsed as a browser does, empty lines vanish. */
export interface TextBuilder {
  /** Adds text that stood at `[start, end)` of the source: literally, or else as one decoded reference. */
  readonly add: (text: string, start: number, end: number) => void;
  /** Ends the line; says which it was, or null when nothing stood on it. */
  readonly endLine: () => BuiltLine | null;
  /** All lines so far, joined by LF. */
  readonly text: () => string;
}

// No-break spaces are text: they stay, and are not collapsed. One blank between words is a literal run too.
const STRETCH = /[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*/g;

/** Runs of one line beyond which they are joined: a flood of references must not become a flood of objects. */
const MOST_RUNS = 10_000;

const addRun = (runs: Run[], run: Run): void => {
  const last = runs.at(-1);
  if (last === undefined || runs.length < MOST_RUNS) runs.push(run);
  else
    runs[runs.length - 1] = {
      at: last.at,
      length: run.at + run.length - last.at,
      source: { start: last.source.start, end: run.source.end },
    };
};

/** A fresh builder. Linear in what is added. */
export const textBuilder = (): TextBuilder => {
  const parts: string[] = [];
  let length = 0;
  let line = '';
  let gap = false;
  let runs: Run[] = [];
  const add = (text: string, start: number, end: number): void => {
    const literal = end - start === text.length;
    let done = 0;
    for (const match of text.matchAll(STRETCH)) {
      if ((gap || match.index > done) && line !== '') line += ' ';
      gap = false;
      const source = literal
        ? { start: start + match.index, end: start + match.index + match[0].length }
        : { start, end };
      addRun(runs, { at: length + line.length, length: match[0].length, source });
      line += match[0];
      done = match.index + match[0].length;
    }
    gap ||= done < text.length;
  };
  const endLine = (): BuiltLine | null => {
    const built = line.trim() === '' ? null : { at: { start: length, end: length + line.length }, runs };
    if (built !== null) {
      parts.push(line, '\n');
      length = built.at.end + 1;
    }
    line = '';
    runs = [];
    gap = false;
    return built;
  };
  return { add, endLine, text: () => parts.join('').slice(0, -1) };
};
