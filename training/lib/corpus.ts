import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A sentence of a treebank, in columns; heads count from 0, the root's head is -1. */
export interface Tree {
  readonly document: number;
  readonly paragraph: number;
  /** The sentence's id in the treebank. */
  readonly name: string;
  readonly text: string;
  readonly forms: readonly string[];
  /** As forms, but a token of several words that are not its pieces ("im" for "I am") stands as one. */
  readonly surface: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly feats: readonly string[];
  readonly heads: Int32Array;
  readonly labels: readonly string[];
}

const WORD_LINE = /^\d+\t/;

const TOKEN_LINE = /^\d+-\d+\t/;

/** The pieces of the text: words, or the whole token where its words do not make it up. */
const surfaceOf = (lines: readonly string[]): readonly string[] => {
  const pieces: string[] = [];
  let until = 0;
  const forms = new Map(
    lines
      .filter((line) => WORD_LINE.test(line))
      .map((line) => [Number(line.split('\t')[0]), line.split('\t')[1] ?? '']),
  );
  for (const line of lines) {
    const [id = '', form = ''] = line.split('\t');
    if (TOKEN_LINE.test(line)) {
      const [from = 0, to = 0] = id.split('-').map(Number);
      const words = Array.from({ length: to - from + 1 }, (_, i) => forms.get(from + i) ?? '');
      if (words.join('') === form) continue;
      pieces.push(form);
      until = to;
    } else if (WORD_LINE.test(line) && Number(id) > until) pieces.push(form);
  }
  return pieces;
};

const treeOf = (lines: readonly string[], document: number, paragraph: number): Tree => {
  const rows = lines.filter((line) => WORD_LINE.test(line)).map((line) => line.split('\t'));
  const column = (i: number): readonly string[] => rows.map((row) => row[i] ?? '_');
  const text = lines.find((line) => line.startsWith('# text = '))?.slice(9) ?? '';
  const name = lines.find((line) => line.startsWith('# sent_id = '))?.slice(12) ?? '';
  return {
    document,
    paragraph,
    name,
    text,
    forms: column(1),
    surface: surfaceOf(lines),
    lemmas: column(2),
    upos: column(3),
    xpos: column(4),
    feats: column(5),
    heads: Int32Array.from(column(6), (head) => Number(head) - 1),
    labels: column(7),
  };
};

/** Reads a treebank in CoNLL-U, packed with gzip. */
export const readTrees = (corpora: string, name: string): readonly Tree[] => {
  const text = gunzipSync(readFileSync(join(corpora, 'language', `${name}.conllu.gz`))).toString('utf8');
  let document = 0;
  let paragraph = 0;
  return text
    .split('\n\n')
    .map((block) => block.split('\n').filter(Boolean))
    .filter((lines) => lines.some((line) => WORD_LINE.test(line)))
    .map((lines) => {
      if (lines.some((line) => line.startsWith('# newdoc'))) document++;
      if (lines.some((line) => line.startsWith('# newpar'))) paragraph++;
      return treeOf(lines, document, paragraph);
    });
};
