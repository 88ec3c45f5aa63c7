import type { Analyser } from '../../src/language/analyser.ts';
import type { TextSplitter } from '../../src/model/analysis.ts';
import type { Span } from '../../src/model/span.ts';
import type { Tree } from './corpus.ts';
import type { RawDocument } from './raw-text.ts';

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

const f1 = (right: number, found: number, gold: number): number => (2 * right) / Math.max(1, found + gold);

/** F1 of sentences and of words on raw text: spans that are the same in both, white space at their ends apart. */
export const scoreSplit = (
  splitter: TextSplitter,
  documents: readonly RawDocument[],
): { readonly sentences: number; readonly words: number } => {
  const counts = {
    sentences: [0, 0, 0] as [number, number, number],
    words: [0, 0, 0] as [number, number, number],
  };
  const add = (what: 'sentences' | 'words', found: readonly Span[], gold: readonly Span[]): void => {
    const keys = new Set(gold.map(({ start, end }) => `${start}-${end}`));
    counts[what][0] += found.filter(({ start, end }) => keys.has(`${start}-${end}`)).length;
    counts[what][1] += found.length;
    counts[what][2] += gold.length;
  };
  for (const { text, sentences, words } of documents) {
    const found = splitter.sentences(text, { start: 0, end: text.length });
    add('sentences', found, sentences);
    const gold = words.flatMap((list, i) => list ?? [sentences[i] as Span]);
    add(
      'words',
      found.flatMap((span) => splitter.words(text, span)),
      gold,
    );
  }
  return { sentences: f1(...counts.sentences), words: f1(...counts.words) };
};
