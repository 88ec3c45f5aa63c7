import { linesOf } from '../../lib/lines.ts';
import type { Span } from '../../model/span.ts';
import { trimmed } from '../../model/span.ts';

interface Line {
  /** Without its break, white space at its ends kept. */
  readonly whole: Span;
  /** Without white space at its ends; empty for a blank line. */
  readonly at: Span;
  readonly length: number;
}

const SLACK = 18;
const MIN_WIDTH = 45;
const MAX_WIDTH = 110;
const MIN_LINES = 6;

/**
 * The paragraphs of a plain text, trimmed, in order. A line is a paragraph, unless the text is hard-wrapped: then lines
 * are joined up to a blank line, an indented line, or a line that is plainly shorter than the width. Wrapped text may be
 * double-spaced, or quoted as e-mail quotes (`> `). Text is never changed: a hyphen at a line's end stays. Linear.
 */
export const paragraphsOf = (text: string): readonly Span[] => {
  const whole = linesOf(text);
  const isQuoted = whole.filter((at) => text.startsWith('>', at.start)).length >= MIN_LINES;
  const lines = whole.map((at) => lineOf(text, at, isQuoted));
  for (const own of [lines, singleSpaced(lines)]) {
    const width = own === null ? null : wrapWidth(text, own);
    if (own !== null && width !== null) return joined(text, own, width);
  }
  return lines.map((line) => line.at).filter((at) => at.start < at.end);
};

const QUOTING = /^(?:> ?){1,8}/;

const lineOf = (text: string, whole: Span, isQuoted: boolean): Line => {
  const mark = isQuoted
    ? (QUOTING.exec(text.slice(whole.start, Math.min(whole.end, whole.start + 16)))?.[0].length ?? 0)
    : 0;
  const inner = { start: whole.start + mark, end: whole.end };
  return { whole: inner, at: trimmed(text, inner), length: inner.end - inner.start };
};

const isBlank = (line: Line | undefined): boolean => line === undefined || line.at.start === line.at.end;

/** The lines of double-spaced text without the one blank line behind each; of more blank lines one stays. Null for other text. */
const singleSpaced = (lines: readonly Line[]): readonly Line[] | null => {
  const filled = lines.filter((line) => !isBlank(line)).length;
  const touching = lines.filter((line, i) => !isBlank(line) && !isBlank(lines[i + 1])).length;
  if (filled < MIN_LINES || touching > 0) return null;
  return lines.filter((line, i) => !isBlank(line) || (isBlank(lines[i - 1]) && i > 0));
};

/** The width a text was wrapped at, or null: most lines that run on into the next end within a few characters of one width. */
const wrapWidth = (text: string, lines: readonly Line[]): number | null => {
  const running = lines.filter((line, i) => line.at.start < line.at.end && runsOn(line, lines[i + 1]));
  if (running.length < MIN_LINES) return null;
  const lengths = running.map((line) => line.length).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0;
  if (width < MIN_WIDTH || width > MAX_WIDTH) return null;
  const full = lengths.filter((length) => length > width - SLACK).length;
  const broken = lines.filter((line, i) => isBroken(text, line, lines[i + 1])).length;
  const filled = lines.filter((line) => line.at.start < line.at.end).length;
  return full >= running.length * 0.7 && broken >= running.length * 0.4 && running.length >= filled * 0.4
    ? width
    : null;
};

/** Whether a line stops in the middle of a sentence that the next line goes on with in small letters. */
const isBroken = (text: string, line: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  runsOn(line, next) &&
  !/[.!?…"”»]$/.test(tailOf(text, line)) &&
  /^\p{Ll}/u.test(text.slice(next.at.start, next.at.start + 2));

const tailOf = (text: string, line: Line): string =>
  text.slice(Math.max(line.at.start, line.at.end - 3), line.at.end);

/** Whether a line is followed at once by one that may go on with it. */
const runsOn = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && next.at.start < next.at.end && indentOf(next) <= indentOf(line);

const indentOf = (line: Line): number => line.at.start - line.whole.start;

const joined = (text: string, lines: readonly Line[], width: number): readonly Span[] => {
  const paragraphs: Span[] = [];
  let start = -1;
  for (const [i, line] of lines.entries()) {
    if (line.at.start === line.at.end) continue;
    if (start < 0) start = line.at.start;
    if (goesOn(text, line, lines[i + 1], width)) continue;
    paragraphs.push({ start, end: line.at.end });
    start = -1;
  }
  return paragraphs;
};

/** A line goes on in the next when it is full, or breaks off without a stop before a small letter. */
const goesOn = (text: string, line: Line, next: Line | undefined, width: number): boolean => {
  if (next === undefined || !runsOn(line, next)) return false;
  if (line.length > width - SLACK) return true;
  return isBroken(text, line, next);
};
