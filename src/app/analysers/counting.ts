import type { SentenceAnalyser } from '../../model/analysis.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** An analyser that counts the sentences it is asked for. */
export interface CountedAnalyser extends SentenceAnalyser {
  /** What is to be told of the sentences it knew nothing of, so far; null when there are none. */
  readonly noticed: () => Diagnostic | null;
}

/** Counts what an analyser is asked and does not know; `where` is what the user calls it. */
export const counting = ({ id, analyse }: SentenceAnalyser, where: string = id): CountedAnalyser => {
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
    noticed: () => (missed === 0 ? null : unmatched(where, missed, asked)),
  };
};

const unmatched = (where: string, missed: number, asked: number): Diagnostic => ({
  code: 'analysis-unmatched',
  severity: 'warning',
  message: `${missed} of ${asked} sentences have no analysis in ${where} with the same words; cut the text with \`demarche parse\` and let the other program fill the columns of that`,
});
