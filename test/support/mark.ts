import type { Span } from '../../src/model/span.ts';

/** A text and the spans that were marked in it, by label. */
export interface Marked {
  readonly text: string;
  readonly spans: Readonly<Record<string, readonly Span[]>>;
}

/** An escaped bracket, an opening one, a closing one with its label, or a run of other characters. */
const PIECE = /\\([[\]])|(\[)|\]([a-z]+\d*)?|([^\\[\]]+|\\)/g;

const close = (
  spans: Record<string, Span[]>,
  start: number | undefined,
  end: number,
  label: string | undefined,
): void => {
  if (start === undefined || label === undefined)
    throw new Error('a closing bracket without its like or its label');
  const list = spans[label] ?? [];
  list.push({ start, end });
  spans[label] = list;
};

/**
 * Reads a sentence that carries its marks: `“[We trade,]content” [Orla Venn]source [said]cue.` Marks nest;
 * `\[` and `\]` stand for the brackets themselves. Labels may end in a number (`content2`) to tell groups apart.
 * @throws Error when brackets do not match or a closing bracket has no label.
 */
export const mark = (source: string): Marked => {
  const spans: Record<string, Span[]> = {};
  const open: number[] = [];
  let text = '';
  for (const [, escaped, opening, label, plain] of source.matchAll(PIECE)) {
    const literal = escaped ?? plain;
    if (literal !== undefined) text += literal;
    else if (opening !== undefined) open.push(text.length);
    else close(spans, open.pop(), text.length, label);
  }
  if (open.length > 0) throw new Error(`a bracket stays open: ${source}`);
  for (const list of Object.values(spans)) list.sort((a, b) => a.start - b.start);
  return { text, spans };
};
