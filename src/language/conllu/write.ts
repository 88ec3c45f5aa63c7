import type { AnalysedSentence, WordAnalysis } from '../../model/analysis.ts';
import { NO_TREE } from '../../model/analysis.ts';
import type { ConlluSentence } from './read.ts';

const analysisColumns = (word: WordAnalysis): readonly string[] => [
  word.lemma === '' ? '_' : word.lemma,
  word.upos,
  word.xpos ?? '_',
  word.feats ?? '_',
  word.head === NO_TREE ? '_' : String(word.head + 1),
  word.deprel,
];

const NOTHING: readonly string[] = ['_', '_', '_', '_', '_', '_'];

/** White space inside a form or a lemma would break the columns. */
const cell = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

/**
 * A sentence that came as CoNLL-U, with the columns from LEMMA to DEPREL as analysed. Comments, tokens of several words,
 * empty nodes and MISC stay; DEPS of words, which would speak of another tree, become `_`. What could not be read, and what
 * nobody knows an analysis of, stays as it stands.
 */
export const rewriteConllu = (
  { comments, rows, broken }: ConlluSentence,
  analysis: readonly WordAnalysis[] | null,
): string => {
  if (broken !== null) return `${broken.join('\n')}\n\n`;
  let at = 0;
  const lines = rows.map(({ kind, columns }) => {
    if (kind !== 'word' || analysis === null) return columns.join('\t');
    const word = analysis[at++];
    const found = word === undefined ? NOTHING : analysisColumns(word);
    return [columns[0], columns[1], ...found.map(cell), '_', columns[9]].join('\t');
  });
  return `${[...comments, ...lines].join('\n')}\n\n`;
};

/** What a sentence of running text is called, and whether a paragraph begins with it. */
export interface SentenceName {
  readonly id: string;
  readonly opensParagraph: boolean;
  /** Lines that tell of the whole file, before those of its first sentence. */
  readonly head?: readonly string[];
}

/** What opens the CoNLL-U of a text: what it is called, when it has a name, and who analysed it. */
export const headOf = (name: string | null, generator: string): readonly string[] => [
  name === null ? '# newdoc' : `# newdoc id = ${name.replace(/\s+/g, ' ')}`,
  `# generator = ${generator}`,
];

/**
 * A sentence of running text as CoNLL-U. MISC tells the place of each word, `TokenRange=start:end` in UTF-16 code units of
 * the text, and `SpaceAfter=No` where the next word follows without white space.
 */
export const writeConllu = (
  text: string,
  { start, end, words, analysis }: AnalysedSentence,
  { id, opensParagraph, head = [] }: SentenceName,
): string => {
  const comments = [
    ...head,
    ...(opensParagraph ? ['# newpar'] : []),
    `# sent_id = ${id}`,
    `# text = ${text.slice(start, end).replace(/\s+/g, ' ')}`,
  ];
  const lines = words.map((word, i) => {
    const next = words[i + 1]?.start ?? end;
    const tight = next === word.end && (i + 1 < words.length || /\S/.test(text.charAt(end)));
    const misc = `${tight ? 'SpaceAfter=No|' : ''}TokenRange=${word.start}:${word.end}`;
    const found = analysis?.[i];
    const columns = found === undefined ? NOTHING : analysisColumns(found);
    return [String(i + 1), cell(word.form), ...columns.map(cell), '_', misc].join('\t');
  });
  return `${[...comments, ...lines].join('\n')}\n\n`;
};
