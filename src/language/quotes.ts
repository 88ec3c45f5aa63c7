import type { Span } from '../model/span.ts';

/** A stretch between quotation marks, marks included. */
export interface QuotedRegion extends Span {
  /** Whether no closing mark was found: the quotation runs to the end of its paragraph. */
  readonly open: boolean;
}

const CLOSE_OF: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '「': '」', '『': '』' };

/**
 * The quoted regions of one paragraph, outermost only, in order. Curly, low, angle and corner marks pair by shape; a
 * straight mark opens after white space or an opening bracket and closes otherwise; an opening mark that is never closed
 * runs to the paragraph's end when it opens the paragraph or follows a stop, colon or comma (a continued quotation), and is
 * ignored otherwise. A mark after a digit is an inch or minute sign. Linear.
 */
export const quotedRegions = (text: string, paragraph: Span): readonly QuotedRegion[] => {
  const regions: QuotedRegion[] = [];
  let open = -1;
  let closers = '';
  for (let i = paragraph.start; i < paragraph.end; i++) {
    const c = text[i] ?? '';
    if (open >= 0 && closers.includes(c) && !(c === '"' && isOpeningStraight(text, i, paragraph))) {
      regions.push({ start: open, end: i + 1, open: false });
      open = -1;
      continue;
    }
    if (open >= 0 && c !== '"') continue;
    const opens = CLOSE_OF[c] !== undefined || (c === '"' && isOpeningStraight(text, i, paragraph));
    if (!opens) continue;
    if (open >= 0) regions.push({ start: open, end: i, open: true });
    open = i;
    closers = CLOSE_OF[c] ?? '"';
  }
  if (open >= 0 && continues(text, paragraph, open))
    regions.push({ start: open, end: paragraph.end, open: true });
  return regions;
};

const isOpeningStraight = (text: string, at: number, paragraph: Span): boolean => {
  const before = at > paragraph.start ? (text[at - 1] ?? ' ') : ' ';
  const after = at + 1 < paragraph.end ? (text[at + 1] ?? ' ') : ' ';
  return /[\s([—–-]/.test(before) && /\S/.test(after);
};

const continues = (text: string, paragraph: Span, open: number): boolean => {
  const before = text.slice(Math.max(paragraph.start, open - 40), open).trimEnd();
  return before === '' || /[.:,]$/.test(before);
};
