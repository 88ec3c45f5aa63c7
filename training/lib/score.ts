import type { Analyser } from '../../src/language/analyser.ts';
import type { TextSplitter } from '../../src/model/analysis.ts';
import type { Span } from '../../src/model/span.ts';
import type { Tree } from './corpus.ts';
import type { RawDocument } from './raw-text.ts';

/** Figures on gold words with the analyser's own tags, as shares. */
export const scoreTrees = (analyser: Analyser, trees: readonly Tree[]): Readonly<Record<string, number>> => {
  const right = { UPOS: 0, fine: 0, feats: 0, lemma: 0, UAS: 0, LAS: 0 };
  let words = 0;
  for (const tree of trees) {
    const analysis = analyser.analyse(tree.forms);
    for (const [i, word] of analysis.entries()) {
      words++;
      if (word.upos === tree.upos[i]) right.UPOS++;
      if ((word.xpos ?? '_') === tree.xpos[i]) right.fine++;
      if ((word.feats ?? '_') === tree.feats[i]) right.feats++;
      if (word.lemma === tree.lemmas[i]) right.lemma++;
      if (word.head !== tree.heads[i]) continue;
      right.UAS++;
      if (word.deprel === tree.labels[i]) right.LAS++;
    }
  }
  return Object.fromEntries(Object.entries(right).map(([name, n]) => [name, n / words]));
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
