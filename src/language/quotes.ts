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
 * Double marks that were set by different hands close each other (`“We agree," she said`), unless the closing one belongs
 * to a mark of its own kind that was opened inside.
 * A mark that is never closed runs to the paragraph's end when it opens the paragraph or follows a stop, colon or comma (a
 * continued quotation), and is ignored otherwise. A single curly mark closes only where no letter follows, so apostrophes
 * inside stay inside. Linear.
 */
export const quotedRegions = (text: string, paragraph: Span): readonly QuotedRegion[] => {
  const regions: QuotedRegion[] = [];
  let open: Open | null = null;
  const { end } = paragraph;
  for (let i = nextMark(text, paragraph.start, end); i < end; i = nextMark(text, i + 1, end)) {
    const close = open === null ? 0 : closeLength(text, i, paragraph, open);
    if (open !== null && close > 0) {
      regions.push({ start: open.start, end: i + close, open: false });
      open = null;
      i += close - 1;
      continue;
    }
    const opening = opensAt(text, i, paragraph);
    if (opening === null || (open !== null && !sameMark(open.opening, opening))) continue;
    // A second opening mark of the same kind: the first one was never closed.
    if (open !== null) regions.push({ start: open.start, end: i, open: true });
    open = { opening, start: i, inner: false };
    i += opening.length - 1;
  }
  if (open !== null && runsOn(text, paragraph, open.start))
    regions.push({ start: open.start, end: paragraph.end, open: true });
  return regions;
};

const FAR_MARKS: ReadonlySet<number> = new Set(Array.from('«»‘’“”„「」『』', (mark) => mark.charCodeAt(0)));

/** Whether a character may open or close a region. */
const isMark = (code: number): boolean =>
  code < 128 ? code === 0x22 || code === 0x27 || code === 0x60 : FAR_MARKS.has(code);

/** The next place from `from` on where a mark stands, or `end`: most characters are none, and nothing more is asked of them. */
const nextMark = (text: string, from: number, end: number): number => {
  let at = from;
  while (at < end && !isMark(text.charCodeAt(at))) at++;
  return at;
};

/** A region that is open. */
interface Open {
  readonly opening: Opening;
  readonly start: number;
  /** Whether a double mark of the other kind was opened inside, so that the next of that kind closes it. */
  inner: boolean;
}

/** The length of the mark at `i` when it closes the region, else 0. Notes what is opened inside it. */
const closeLength = (text: string, i: number, paragraph: Span, open: Open): number => {
  const other = otherMark(text, i, paragraph, open.opening);
  const close = closes(text, i, paragraph, open.opening);
  if (close > 0) return close;
  const loose = other === 'closes' && !open.inner && i - open.start > 1;
  if (other !== null) open.inner = other === 'opens';
  return loose ? 1 : 0;
};

/**
 * What a double mark of the other kind does within a region: a straight one within curly ones, a curly one within straight
 * ones; and an opening curly one that stands like a closing one, as some keyboards have it (`“It is odd,“ she said`).
 */
const otherMark = (
  text: string,
  i: number,
  paragraph: Span,
  { closers }: Opening,
): 'opens' | 'closes' | null => {
  const c = text[i];
  if (closers[0] === '”') return withinCurly(text, i, paragraph);
  if (closers[0] !== '"') return null;
  if (c === '“') return 'opens';
  return c === '”' ? 'closes' : null;
};

const withinCurly = (text: string, i: number, paragraph: Span): 'opens' | 'closes' | null => {
  if (text[i] === '“') return standsBehind(text, i, paragraph) ? 'closes' : null;
  // Inches: `a “6'2" guard”`.
  if (text[i] !== '"' || /\p{N}/u.test(text[i - 1] ?? '')) return null;
  return atOpening(text, i, 1, paragraph) ? 'opens' : 'closes';
};

/** Whether a mark follows a letter or a stop and is followed by a blank or the end, as a closing one is. */
const standsBehind = (text: string, i: number, { start, end }: Span): boolean =>
  i > start && /[\p{L}\p{N},.!?…]/u.test(text[i - 1] ?? '') && (i + 1 >= end || /\s/.test(text[i + 1] ?? ''));

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
    // A quotation inside ends with it: `''…, 'a special case,'''`.
    return closer === "''" && text[i + 2] === "'" ? 3 : closer.length;
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
