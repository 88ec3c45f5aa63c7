import type { TextSplitter, Word } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import type { PlaceTable, SplitModel } from '../language-model.ts';
import { fillRows, type Templates } from '../words/templates.ts';
import { BEFORE_DIGITS, NEVER_LAST } from './abbreviations.ts';
import { type Chunks, chunksOf, piecesOf } from './chunks.ts';
import { datelineDash } from './datelines.ts';
import { lineEnds } from './line-ends.ts';
import { paragraphsOf } from './paragraphs.ts';
import { fillSentenceAtoms, SENTENCE_ATOMS, SENTENCE_TEMPLATES } from './sentence-atoms.ts';
import { chunkPlace, fillWordAtoms, mayCut, WORD_ATOMS, WORD_TEMPLATES } from './word-atoms.ts';
import { wordKindsOf } from './word-kinds.ts';

/** The longest sentence in words as they stand between white space; what has no end before is cut there. */
const MOST_CHUNKS = 400;
/** Chunks longer than this are not kept for the next time they are met. */
const LONGEST_KEPT = 40;
const MOST_KEPT = 1 << 15;

const scoreOf = (table: PlaceTable, rows: Int32Array): number => {
  let sum = 0;
  for (const row of rows) sum += table.weights[row] as number;
  return sum;
};

/** Makes a function that scores a place described by atoms; above 0 is yes. */
const scorer = (table: PlaceTable, templates: Templates): ((atoms: Int32Array) => number) => {
  const rows = new Int32Array(templates.count);
  return (atoms) => {
    fillRows(templates, atoms, 32 - table.bits, rows);
    return scoreOf(table, rows);
  };
};

/** Longer than any of the abbreviations, with their stop. */
const LONGEST_ABBREVIATION = 9;

/** An initial leads on to another: "Gen. [A.] B. Orland spoke". */
const INITIAL = /^\p{Lu}\.$/u;

/** Whether a chunk is an abbreviation that belongs to the next: "Gen." before a name, "No." before a number. */
const leadsOn = (text: string, { starts, ends }: Chunks, k: number): boolean => {
  const start = starts[k] as number;
  const end = ends[k] as number;
  if (text[end - 1] !== '.' || end - start > LONGEST_ABBREVIATION) return false;
  if (INITIAL.test(text.slice(start, end)))
    return INITIAL.test(text.slice(starts[k + 1] as number, ends[k + 1] as number).slice(0, 3));
  const word = text
    .slice(start, end - 1)
    .toLowerCase()
    .replace(/^["'“‘«(]+/, '');
  if (!NEVER_LAST.has(word)) return false;
  return !BEFORE_DIGITS.has(word) || /\d/.test(text.charAt(starts[k + 1] as number));
};

/** Makes a splitter over a model. Linear in the text; never throws; not re-entrant. */
export const createSplitter = ({ sentences, words, cuts, kinds }: SplitModel): TextSplitter => {
  const wordKinds = wordKindsOf(kinds);
  const isEnd = scorer(sentences, SENTENCE_TEMPLATES);
  const sentenceAtoms = new Int32Array(SENTENCE_ATOMS);
  const cutsOf = chunkCutter(words, cuts);

  const splitParagraph = (text: string, { start, end }: Span, out: Span[]): void => {
    const chunks = chunksOf(text, start, end, wordKinds);
    const isLineEnd = lineEnds(chunks);
    const dash = datelineDash(text, chunks);
    let first = 0;
    for (let k = 0; k < chunks.count; k++) {
      let isLast = k === chunks.count - 1 || k - first >= MOST_CHUNKS || isLineEnd[k] === 1;
      if (!isLast && k > dash && !leadsOn(text, chunks, k)) {
        fillSentenceAtoms(chunks, k, first, sentenceAtoms);
        isLast = isEnd(sentenceAtoms) > 0;
      }
      if (!isLast) continue;
      out.push({ start: chunks.starts[first] as number, end: chunks.ends[k] as number });
      first = k + 1;
    }
  };

  return {
    sentences: (text, within) => {
      const spans: Span[] = [];
      for (const paragraph of paragraphsOf(text, within)) splitParagraph(text, paragraph, spans);
      return spans;
    },
    words: (text, sentence) => {
      const found: Word[] = [];
      const pieces = piecesOf(text, sentence.start, sentence.end);
      for (const [k, { start, end }] of pieces.entries()) {
        let from = start;
        for (const cut of cutsOf(text, start, end, k === pieces.length - 1)) {
          found.push({ start: from, end: start + cut, form: text.slice(from, start + cut) });
          from = start + cut;
        }
        found.push({ start: from, end, form: text.slice(from, end) });
      }
      return found;
    },
  };
};

/** Whether a web address begins here. */
const isAddress = (text: string, start: number): boolean =>
  ['http://', 'https://', 'www.'].some((scheme) => text.startsWith(scheme, start));

const NONE: readonly number[] = [];

/** Makes a function that tells where a chunk is cut, in units from its start. Short chunks are remembered. */
const chunkCutter = (
  table: PlaceTable,
  known: ReadonlyMap<string, readonly number[]>,
): ((text: string, start: number, end: number, last: boolean) => readonly number[]) => {
  const isCut = scorer(table, WORD_TEMPLATES);
  const atoms = new Int32Array(WORD_ATOMS);
  let kept = [new Map<string, readonly number[]>(), new Map<string, readonly number[]>()];
  const find = (text: string, start: number, end: number, last: boolean): readonly number[] => {
    const found: number[] = [];
    const place = chunkPlace(text, start, end, last);
    let from = start;
    /** Ends a piece: one of those that are known to be several words is cut inside, too. */
    const endPiece = (to: number): void => {
      if (to - from <= LONGEST_KEPT)
        for (const cut of known.get(text.slice(from, to).toLowerCase()) ?? NONE)
          found.push(from - start + cut);
      if (to < end) found.push(to - start);
      from = to;
    };
    // An address is one word, but for the marks behind it.
    const first = isAddress(text, start) ? place.tail : start + 1;
    for (let i = first; i < end; i++) {
      if (!mayCut(text, i, end)) continue;
      fillWordAtoms(text, place, i, from, atoms);
      if (isCut(atoms) > 0) endPiece(i);
    }
    endPiece(end);
    return found.length === 0 ? NONE : found;
  };
  return (text, start, end, last) => {
    if (end - start === 1) return NONE;
    if (end - start > LONGEST_KEPT) return find(text, start, end, last);
    const memory = kept[last ? 1 : 0] as Map<string, readonly number[]>;
    const chunk = text.slice(start, end);
    const old = memory.get(chunk);
    if (old !== undefined) return old;
    if (memory.size > MOST_KEPT) kept = [new Map(), new Map()];
    const cuts = find(text, start, end, last);
    (kept[last ? 1 : 0] as Map<string, readonly number[]>).set(chunk, cuts);
    return cuts;
  };
};
