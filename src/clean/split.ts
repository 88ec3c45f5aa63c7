import type { RuleId } from '../model/brand.ts';
import { ruleId } from '../model/brand.ts';
import type { SegmentKind } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { trimmed } from '../model/span.ts';
import type { Words } from './lexicon.ts';
import { foldLine, openingKind, phraseKind } from './lexicon.ts';
import type { Dateline } from './marks/dateline.ts';
import { readDateline, readDatelineLine } from './marks/dateline.ts';
import type { Outlets } from './outlets.ts';

/** A labelled stretch before its place in the page is known. */
export interface Piece {
  readonly kind: SegmentKind;
  readonly at: Span;
  readonly rule: RuleId;
}

/** Body paragraphs cut at their dateline and closing credit, with the dateline of the story. */
export interface Split {
  readonly pieces: readonly Piece[];
  readonly dateline: Dateline | null;
}

/** `… the talks went on. [(Reporting by Ana Kestrel; editing by Ivo Marsh)]` */
export const CLOSING_CREDIT: RuleId = ruleId('clean/marks/closing-credit@1');

const DATELINE_WITHIN = 4;
const TAIL_WINDOW = 300;

/** Cuts datelines off the first body paragraphs (a standfirst may stand before them) and credits in brackets off all. */
export const splitBody = (text: string, pieces: readonly Piece[], words: Words, outlets: Outlets): Split => {
  const out: Piece[] = [];
  let dateline: Dateline | null = null;
  let bodies = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'body') {
      if (piece.kind === 'dateline') dateline ??= readDatelineLine(text, piece.at, words, outlets);
      out.push(piece);
      continue;
    }
    let rest = piece;
    const found: Dateline | null =
      bodies < DATELINE_WITHIN && dateline === null ? readDateline(text, piece.at, words, outlets) : null;
    if (found !== null) {
      dateline = found;
      out.push({ kind: 'dateline', at: found.at, rule: found.rule });
      rest = { ...piece, at: trimmed(text, { start: found.at.end, end: piece.at.end }) };
    }
    bodies++;
    out.push(...splitCredit(text, rest, words));
  }
  return { pieces: out.filter((piece) => piece.at.start < piece.at.end), dateline };
};

/** A last bracket of a paragraph that holds a credit is a segment of its own. */
const splitCredit = (text: string, piece: Piece, words: Words): readonly Piece[] => {
  const from = Math.max(piece.at.start, piece.at.end - TAIL_WINDOW);
  const tail = text.slice(from, piece.at.end);
  if (!/[)\]）］]\.?$/.test(tail)) return [piece];
  const open = Math.max(tail.lastIndexOf('('), tail.lastIndexOf('['), tail.lastIndexOf('（'));
  if (open < 0) return [piece];
  const inside = foldLine(tail.slice(open + 1)).trimStart();
  if (openingKind(inside, words) !== 'credit' && phraseKind(inside, words.phrases) !== 'credit')
    return [piece];
  const cut = from + open;
  return [
    { ...piece, at: trimmed(text, { start: piece.at.start, end: cut }) },
    { kind: 'credit', at: { start: cut, end: piece.at.end }, rule: CLOSING_CREDIT },
  ];
};
