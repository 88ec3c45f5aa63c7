import type { AnalysedSentence, WordAnalysis } from '../../model/analysis.ts';
import type { ConlluSentence } from './read.ts';

const analysisColumns = (word: WordAnalysis): readonly string[] => [
  word.lemma === '' ? '_' : word.lemma,
  word.upos,
  word.xpos ?? '_',
  word.feats ?? '_',
  String(word.head + 1),
  word.deprel,
];

const NOTHING: readonly string[] = ['_', '_', '_', '_', '_', '_'];

/** White space inside a form or a lemma would break the columns. */
const cell = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

/**
 * A sentence that came as CoNLL-U, with the columns from LEMMA to DEPREL as analysed. Comments, tokens of several words,
 * empty nodes and MISC stay; DEPS of words, which would speak of another tree, become `_`.
 */
export const rewriteConllu = (
  { comments, rows }: ConlluSentence,
  analysis: readonly WordAnalysis[] | null,
): string => {
  let at = 0;
  const lines = rows.map(({ kind, columns }) => {
    if (kind !== 'word') return columns.join('\t');
    const word = analysis?.[at++];
    const found = word === undefined ? NOTHING : analysisColumns(word);
    return [columns[0], columns[1], ...found.map(cell), '_', columns[9]].join('\t');
  });
  return `${[...comments, ...lines].join('\n')}\n\n`;
};

/** What a sentence of running text is called, and whether a paragraph begins with it. */
export interface SentenceName {
  readonly id: string;
  readonly opensParagraph: boolean;
}

/**
 * A sentence of running text as CoNLL-U. MISC tells the place of each word, `TokenRange=start:end` in UTF-16 code units of
 * the text, and `SpaceAfter=No` where the next word follows without white space.
 */
export const writeConllu = (
  text: string,
  { start, end, words, analysis }: AnalysedSentence,
  { id, opensParagraph }: SentenceName,
): string => {
  const comments = [
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
