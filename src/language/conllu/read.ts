import type { WordAnalysis } from '../../model/analysis.ts';
import { NO_TREE } from '../../model/analysis.ts';

/** A line of a sentence: a word, a token of several words, an empty node, or a comment that stands among them. */
export interface ConlluRow {
  readonly kind: 'word' | 'range' | 'empty' | 'comment';
  /** The ten columns as they stand; of a comment the whole line. */
  readonly columns: readonly string[];
}

/** A sentence of a CoNLL-U file. */
export interface ConlluSentence {
  readonly comments: readonly string[];
  readonly rows: readonly ConlluRow[];
  /** Number of its first line, from 1. */
  readonly line: number;
  /** The lines as they stand, when one of them cannot be read: nothing is known of this sentence. Null for a whole one. */
  readonly broken: readonly string[] | null;
}

/** A line that is no CoNLL-U. */
export interface ConlluFault {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A file of CoNLL-U: all its sentences, also those with a line that cannot be read, and those lines. */
export interface ConlluFile {
  readonly sentences: readonly ConlluSentence[];
  readonly faults: readonly ConlluFault[];
}

const COLUMNS = 10;
const DIGITS = /^\d+$/;

const kindOf = (id: string): ConlluRow['kind'] | null => {
  if (DIGITS.test(id)) return 'word';
  if (/^\d+-\d+$/.test(id)) return 'range';
  return /^\d+\.\d+$/.test(id) ? 'empty' : null;
};

/** The row that a line is, or why it is none. `words` have come before it. */
const rowOf = (line: string, words: number): ConlluRow | string => {
  if (line.startsWith('#')) return { kind: 'comment', columns: [line] };
  const columns = line.split('\t');
  if (columns.length !== COLUMNS) return `it has ${columns.length} columns, not ${COLUMNS}`;
  const id = columns[0] ?? '';
  const kind = kindOf(id);
  if (kind === null) return 'its first column is no number of a word';
  if (kind === 'word' && Number(id) !== words + 1) return `word ${words + 1} was to come`;
  if (kind === 'range') {
    const [from, to] = id.split('-').map(Number);
    if (from !== words + 1 || (to ?? 0) < from)
      return `a token that begins with word ${words + 1} was to come`;
  }
  return { kind, columns };
};

/** The rows of a sentence, up to the first line that is none: its position and why. */
interface Rows {
  readonly comments: readonly string[];
  readonly rows: readonly ConlluRow[];
  readonly fault: { readonly at: number; readonly message: string } | null;
}

const rowsOf = (lines: readonly string[]): Rows => {
  const comments: string[] = [];
  const rows: ConlluRow[] = [];
  let words = 0;
  for (const [at, line] of lines.entries()) {
    const row = rowOf(line, words);
    if (typeof row === 'string') return { comments, rows: [], fault: { at, message: row } };
    if (row.kind === 'comment' && rows.length === 0) comments.push(line);
    else rows.push(row);
    if (row.kind === 'word') words++;
  }
  return { comments, rows, fault: null };
};

/**
 * Reads CoNLL-U (universaldependencies.org/format.html). Sentences end with an empty line; carriage returns and a byte order
 * mark are passed over. A line that cannot be read spoils its own sentence and no other. Never throws; linear.
 */
export const readConllu = (text: string): ConlluFile => {
  const sentences: ConlluSentence[] = [];
  const faults: ConlluFault[] = [];
  let lines: string[] = [];
  let first = 1;
  const close = (): void => {
    if (lines.length === 0) return;
    const { comments, rows, fault } = rowsOf(lines);
    sentences.push({ comments, rows, line: first, broken: fault === null ? null : lines });
    if (fault !== null) faults.push({ line: first + fault.at, message: fault.message });
    lines = [];
  };
  for (const [i, raw] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line.trim() === '') close();
    else {
      if (lines.length === 0) first = i + 1;
      lines.push(line);
    }
  }
  close();
  return { sentences, faults };
};

/** The words of a sentence, in order. */
const wordsOf = ({ rows }: ConlluSentence): readonly ConlluRow[] =>
  rows.filter(({ kind }) => kind === 'word');

/** The forms of a sentence's words, in order. */
export const formsOf = (sentence: ConlluSentence): readonly string[] =>
  wordsOf(sentence).map(({ columns }) => columns[1] ?? '_');

const given = (cell: string | undefined): string | null => (cell === undefined || cell === '_' ? null : cell);

const analysisOf = (columns: readonly string[]): WordAnalysis => ({
  lemma: columns[2] ?? '_',
  upos: columns[3] ?? 'X',
  xpos: given(columns[4]),
  feats: given(columns[5]),
  head: columns[6] === '_' ? NO_TREE : DIGITS.test(columns[6] ?? '') ? Number(columns[6]) - 1 : Number.NaN,
  deprel: columns[7] ?? '_',
});

/** Whether heads draw one tree: one root, and every word below it. Linear: what was seen to lead to the root is not walked again. */
export const isTree = (heads: readonly number[]): boolean => {
  /** By word: 0 not yet seen, 1 on the way that is walked, 2 below the root. */
  const seen = new Uint8Array(heads.length);
  let roots = 0;
  for (const [start, first] of heads.entries()) {
    if (first === -1) roots++;
    const way: number[] = [];
    let at = start;
    while (at !== -1 && seen[at] === 0) {
      seen[at] = 1;
      way.push(at);
      const head = heads[at];
      if (head === undefined || !Number.isInteger(head) || head < -1 || head >= heads.length) return false;
      at = head;
    }
    if (at !== -1 && seen[at] === 1) return false;
    for (const word of way) seen[word] = 2;
  }
  return roots === 1;
};

const isWhole = (words: readonly WordAnalysis[]): boolean =>
  words.every(({ head }) => head === NO_TREE)
    ? words.some(({ upos }) => upos !== '_')
    : isTree(words.map(({ head }) => head));

/** What a file says of the words of a sentence; null where it says nothing, or draws no tree of these words. */
export const analysisIn = (sentence: ConlluSentence): readonly WordAnalysis[] | null => {
  const words = wordsOf(sentence).map(({ columns }) => analysisOf(columns));
  return words.length > 0 && isWhole(words) ? words : null;
};
