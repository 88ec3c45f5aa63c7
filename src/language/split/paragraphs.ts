import type { Span } from '../../model/span.ts';

/** An empty line, told where a line break stands: only blanks up to the next break. */
const endsParagraph = (text: string, at: number, end: number): number => {
  let i = at + 1;
  while (i < end && /[ \t\r\f\v\u00a0]/.test(text.charAt(i))) i++;
  return i < end && text[i] === '\n' ? i : -1;
};

/**
 * The paragraphs of a stretch of text: what lies between empty lines. Each blank is looked at once or twice, so a text of
 * nothing but blanks costs no more than another.
 */
export const paragraphsOf = (text: string, { start, end }: Span): readonly Span[] => {
  const spans: Span[] = [];
  let from = start;
  let at = text.indexOf('\n', start);
  while (at >= 0 && at < end) {
    const second = endsParagraph(text, at, end);
    if (second >= 0) {
      if (at > from) spans.push({ start: from, end: at });
      from = second + 1;
    }
    at = text.indexOf('\n', second >= 0 ? second : at + 1);
  }
  if (from < end) spans.push({ start: from, end });
  return spans;
};
