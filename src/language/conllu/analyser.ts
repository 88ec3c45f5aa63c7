import type { BatchAnalyser, SentenceAnalyser, WordAnalysis } from '../../model/analysis.ts';
import type { ConlluSentence } from './read.ts';
import { analysisIn, formsOf } from './read.ts';

/**
 * An analyser that knows the sentences of CoNLL-U, as another program wrote it: a sentence with the same words gets the
 * analysis that stands there. Of two sentences with the same words the first counts.
 */
export const conlluAnalyser = (sentences: readonly ConlluSentence[], id: string): SentenceAnalyser => {
  const known = new Map<string, readonly WordAnalysis[]>();
  for (const sentence of sentences) {
    const analysis = analysisIn(sentence);
    const key = formsOf(sentence).join('\t');
    if (analysis !== null && !known.has(key)) known.set(key, analysis);
  }
  return { id, analyse: (forms) => known.get(forms.join('\t')) ?? null };
};

/** A sentence analyser, asked many sentences at a time. */
export const batchOf = ({ id, analyse }: SentenceAnalyser): BatchAnalyser => ({
  id,
  analyseAll: (sentences) => Promise.resolve(sentences.map(analyse)),
});

/** An analyser that asks several, in order, and takes the first answer. */
export const firstOf = (analysers: readonly BatchAnalyser[]): BatchAnalyser => ({
  id: analysers.map(({ id }) => id).join('+'),
  analyseAll: async (sentences) => {
    const answers: (readonly WordAnalysis[] | null)[] = sentences.map(() => null);
    for (const analyser of analysers) {
      const open = answers.flatMap((answer, i) => (answer === null ? [i] : []));
      if (open.length === 0) break;
      const found = await analyser.analyseAll(open.map((i) => sentences[i] ?? []));
      for (const [k, i] of open.entries()) answers[i] = found[k] ?? null;
    }
    return answers;
  },
});
