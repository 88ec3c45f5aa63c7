import type { Timex } from './timex-score.ts';

/** A text of our own corpora of time, published on the day `dct`, with its expressions in text order. */
export interface MarkedText {
  readonly id: string;
  readonly dct: string;
  readonly text: string;
  readonly timexes: readonly Timex[];
}

const LINE = /^(\S+) (\d{4}-\d{2}-\d{2}) (.+)$/;
const MARK = /\[([^[\]|]+)\|(?:SET )?([^[\]|\s]+)\]/g;

/** The type is read off the value; what recurs says so (`SET P1Y`), since a period alone would be a duration. */
const typeOf = (mark: string, value: string): string => {
  if (mark.includes('|SET ')) return 'SET';
  if (/^PT?[\dX]/.test(value)) return 'DURATION';
  return /T(?:\d|MO|AF|EV|NI)/.test(value) ? 'TIME' : 'DATE';
};

/** Reads `ID DAY text with [span|value] marks`. @throws Error when the line has not that form or a bracket is left over. */
export const readMarkedText = (line: string): MarkedText => {
  const [, id, dct, marked] = LINE.exec(line) ?? [];
  if (id === undefined || dct === undefined || marked === undefined)
    throw new Error(`not a marked text: ${line}`);
  const timexes: Timex[] = [];
  let [text, end] = ['', 0];
  for (const match of marked.matchAll(MARK)) {
    const [mark, span = '', value = ''] = match;
    text += marked.slice(end, match.index);
    timexes.push({ start: text.length, end: text.length + span.length, type: typeOf(mark, value), value });
    text += span;
    end = match.index + mark.length;
  }
  text += marked.slice(end);
  if (/[[\]|]/.test(text)) throw new Error(`a mark is not closed or has no value: ${line}`);
  return { id, dct, text, timexes };
};

/** Reads a corpus: one text a line; empty lines and lines that begin with `#` are left out. */
export const readMarkedTexts = (file: string): readonly MarkedText[] =>
  file
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readMarkedText);
