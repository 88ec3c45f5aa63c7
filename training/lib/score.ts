import type { Analyser } from '../../src/language/analyser.ts';
import type { Tree } from './corpus.ts';

/** Figures on gold words with the analyser's own tags, as shares. */
export const scoreTrees = (analyser: Analyser, trees: readonly Tree[]): Readonly<Record<string, number>> => {
  const rows = trees.flatMap((tree) =>
    analyser.analyse(tree.forms).map((word, i) => {
      const hasHead = word.head === tree.heads[i];
      return {
        UPOS: word.upos === tree.upos[i],
        XPOS: (word.xpos ?? '_') === tree.xpos[i],
        feats: (word.feats ?? '_') === tree.feats[i],
        lemma: word.lemma === tree.lemmas[i],
        UAS: hasHead,
        LAS: hasHead && word.deprel === tree.labels[i],
      };
    }),
  );
  const names = ['UPOS', 'XPOS', 'feats', 'lemma', 'UAS', 'LAS'] as const;
  return Object.fromEntries(
    names.map((name) => [name, rows.filter((row) => row[name]).length / rows.length]),
  );
};
