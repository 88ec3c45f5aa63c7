import { DemarcheError } from '../../model/error.ts';

/** A line of a sentence: a word, a token of several words, or an empty node; the ten columns as they stand. */
export interface ConlluRow {
  readonly kind: 'word' | 'range' | 'empty';
  readonly columns: readonly string[];
}

/** A sentence of a CoNLL-U file. */
export interface ConlluSentence {
  readonly comments: readonly string[];
  readonly rows: readonly ConlluRow[];
}

const COLUMNS = 10;

const kindOf = (id: string): ConlluRow['kind'] | null => {
  if (/^\d+$/.test(id)) return 'word';
  if (/^\d+-\d+$/.test(id)) return 'range';
  return /^\d+\.\d+$/.test(id) ? 'empty' : null;
};

const broken = (line: number, why: string): DemarcheError =>
  new DemarcheError('unsupported-format', `line ${line} is no CoNLL-U: ${why}`, {
    hint: 'a word is a line of ten columns with tabs between them; for running text use --text',
    context: { line },
  });

const rowOf = (line: string, number: number, words: number): ConlluRow => {
  const columns = line.split('\t');
  if (columns.length !== COLUMNS) throw broken(number, `it has ${columns.length} columns, not ${COLUMNS}`);
  const id = columns[0] ?? '';
  const kind = kindOf(id);
  if (kind === null) throw broken(number, 'its first column is no number of a word');
  if (kind === 'word' && Number(id) !== words + 1) throw broken(number, `word ${words + 1} was to come`);
  return { kind, columns };
};

/**
 * Reads CoNLL-U (universaldependencies.org/format.html). Sentences end with an empty line.
 * @throws DemarcheError `unsupported-format` with the line that is none
 */
export const readConllu = (text: string): readonly ConlluSentence[] => {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let rows: ConlluRow[] = [];
  let words = 0;
  const close = (): void => {
    if (rows.length > 0 || comments.length > 0) sentences.push({ comments, rows });
    comments = [];
    rows = [];
    words = 0;
  };
  for (const [i, raw] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line === '') close();
    else if (line.startsWith('#') && rows.length === 0) comments.push(line);
    else {
      const row = rowOf(line, i + 1, words);
      if (row.kind === 'word') words++;
      rows.push(row);
    }
  }
  close();
  return sentences;
};

/** The forms of a sentence's words, in order. */
export const formsOf = ({ rows }: ConlluSentence): readonly string[] =>
  rows.filter(({ kind }) => kind === 'word').map(({ columns }) => columns[1] ?? '_');
