import type { SentenceAnalyser, WordAnalysis } from '../../model/analysis.ts';
import { formsOf, readConllu } from './read.ts';

const given = (cell: string | undefined): string | null => (cell === undefined || cell === '_' ? null : cell);

const analysisOf = (columns: readonly string[]): WordAnalysis => ({
  lemma: columns[2] ?? '_',
  upos: columns[3] ?? 'X',
  xpos: given(columns[4]),
  feats: given(columns[5]),
  head: Number(columns[6]) - 1,
  deprel: columns[7] ?? 'dep',
});

const isWhole = (analysis: readonly WordAnalysis[]): boolean =>
  analysis.every(({ head }) => Number.isInteger(head) && head >= -1 && head < analysis.length);

/**
 * An analyser that knows the sentences of a CoNLL-U file, as another program wrote it: a sentence with the same words gets
 * the analysis that stands there.
 * @throws DemarcheError `unsupported-format`
 */
export const conlluAnalyser = (text: string, id: string): SentenceAnalyser => {
  const known = new Map<string, readonly WordAnalysis[]>();
  for (const sentence of readConllu(text)) {
    const rows = sentence.rows.filter(({ kind }) => kind === 'word');
    const analysis = rows.map(({ columns }) => analysisOf(columns));
    if (isWhole(analysis)) known.set(formsOf(sentence).join('\t'), analysis);
  }
  return { id, analyse: (forms) => known.get(forms.join('\t')) ?? null };
};

/** An analyser that asks several, in order, and takes the first answer. */
export const firstOf = (analysers: readonly SentenceAnalyser[]): SentenceAnalyser => ({
  id: analysers.map(({ id }) => id).join('+'),
  analyse: (forms) => {
    for (const analyser of analysers) {
      const analysis = analyser.analyse(forms);
      if (analysis !== null) return analysis;
    }
    return null;
  },
});
