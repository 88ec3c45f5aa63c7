import type { SentenceAnalyser } from '../../model/analysis.ts';
import type { ArticleId } from '../../model/brand.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** An analyser that counts the sentences it is asked for. */
export interface CountedAnalyser extends SentenceAnalyser {
  /** What is to be told of the sentences it knew nothing of. */
  readonly noticed: (article: ArticleId) => readonly Diagnostic[];
}

/** Counts what an analyser is asked and does not know. */
export const counting = ({ id, analyse }: SentenceAnalyser): CountedAnalyser => {
  let missed = 0;
  let asked = 0;
  return {
    id,
    analyse: (forms) => {
      const found = analyse(forms);
      asked++;
      if (found === null) missed++;
      return found;
    },
    noticed: (article) => (missed === 0 ? [] : [{ ...unmatched(id, missed, asked), article }]),
  };
};

/** Of so many sentences that an analyser (by its id) was asked for, so many have no analysis. */
export const unmatched = (id: string, missed: number, asked: number): Diagnostic => ({
  code: 'analysis-unmatched',
  severity: 'warning',
  message: `${missed} of ${asked} sentences have no analysis in ${id} with the same words; cut the text with \`demarche parse\` and let the other program fill the columns of that`,
});
