import type { Span } from '../model/span.ts';

/** A stretch between quotation marks, marks included. */
export interface QuotedRegion extends Span {
  /** Whether no closing mark was found: the quotation runs to the end of its paragraph. */
  readonly open: boolean;
}

/** An opening mark at some place: its length, and how its region closes. */
interface Opening {
  readonly length: number;
  readonly closers: readonly string[];
}

const SHAPED: Readonly<Record<string, readonly string[]>> = {
  '“': ['”'],
  '„': ['“', '”'],
  '«': ['»'],
  '「': ['」'],
  '『': ['』'],
  '‘': ['’'],
};

/**
 * The quoted regions of one paragraph, outermost only, in order. Curly, low, angle and corner marks pair by shape; a
 * straight mark (or two apostrophes, or two backquotes) opens after white space or an opening bracket and closes otherwise.
 * A mark that is never closed runs to the paragraph's end when it opens the paragraph or follows a stop, colon or comma (a
 * continued quotation), and is ignored otherwise. A single curly mark closes only where no letter follows, so apostrophes
 * inside stay inside. Linear.
 */
export const quotedRegions = (text: string, paragraph: Span): readonly QuotedRegion[] => {
  const regions: QuotedRegion[] = [];
  let start = -1;
  let opening: Opening | null = null;
  for (let i = paragraph.start; i < paragraph.end; i++) {
    if (opening !== null) {
      const close = closes(text, i, paragraph, opening);
      if (close > 0) {
        regions.push({ start, end: i + close, open: false });
        opening = null;
        i += close - 1;
        continue;
      }
    }
    const again = opensAt(text, i, paragraph);
    if (again === null || (opening !== null && !sameMark(opening, again))) continue;
    // A second opening mark of the same kind: the first one was never closed.
    if (opening !== null) regions.push({ start, end: i, open: true });
    opening = again;
    start = i;
    i += again.length - 1;
  }
  if (opening !== null && runsOn(text, paragraph, start))
    regions.push({ start, end: paragraph.end, open: true });
  return regions;
};

const sameMark = (a: Opening, b: Opening): boolean => a.closers[0] === '"' && b.closers[0] === '"';

const opensAt = (text: string, i: number, paragraph: Span): Opening | null => {
  const c = text[i] ?? '';
  const shaped = SHAPED[c];
  if (shaped !== undefined) return c === '‘' && isWord(text[i - 1]) ? null : { length: 1, closers: shaped };
  if (c === '`' && text[i + 1] === '`') return { length: 2, closers: ["''", '"'] };
  if (c === "'" && text[i + 1] === "'" && atOpening(text, i, 2, paragraph))
    return { length: 2, closers: ["''"] };
  if (c === '"' && atOpening(text, i, 1, paragraph)) return { length: 1, closers: ['"'] };
  return null;
};

/** The length of the closing mark at `i`, or 0. */
const closes = (text: string, i: number, paragraph: Span, opening: Opening): number => {
  for (const closer of opening.closers) {
    if (!text.startsWith(closer, i)) continue;
    if (closer === '’' && isWord(text[i + 1])) return 0;
    if (closer === '"' && atOpening(text, i, 1, paragraph)) return 0;
    return closer.length;
  }
  return 0;
};

const isWord = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}]/u.test(c);

const atOpening = (text: string, at: number, length: number, paragraph: Span): boolean => {
  const before = at > paragraph.start ? (text[at - 1] ?? ' ') : ' ';
  const after = at + length < paragraph.end ? (text[at + length] ?? ' ') : ' ';
  return /[\s([{—–-]/.test(before) && /\S/.test(after);
};

const runsOn = (text: string, paragraph: Span, open: number): boolean => {
  const before = text.slice(Math.max(paragraph.start, open - 40), open).trimEnd();
  return before === '' || /[.:,]$/.test(before);
};
