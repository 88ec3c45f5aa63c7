import type { Span } from '../../src/model/span.ts';
import type { Tree } from './corpus.ts';

/** The raw text of a treebank's document, with where its sentences and words lie. */
export interface RawDocument {
  readonly text: string;
  readonly sentences: readonly Span[];
  /** Words of each sentence; null where they are not pieces of the text, one behind the other. */
  readonly words: readonly (readonly Span[] | null)[];
}

/** Where the forms lie in `text` from `start` on; null when they are not there one behind the other. */
export const alignForms = (text: string, start: number, forms: readonly string[]): readonly Span[] | null => {
  const spans: Span[] = [];
  let at = start;
  for (const form of forms) {
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
    if (!text.startsWith(form, at)) return null;
    spans.push({ start: at, end: at + form.length });
    at += form.length;
  }
  return spans;
};

/** Puts documents together: a space between sentences, an empty line between paragraphs, as the treebanks' own raw text is. */
export const rawDocuments = (trees: readonly Tree[]): readonly RawDocument[] => {
  const groups = new Map<number, Tree[]>();
  for (const tree of trees) groups.set(tree.document, [...(groups.get(tree.document) ?? []), tree]);
  return [...groups.values()].map((group) => {
    let text = '';
    let paragraph = -1;
    const sentences: Span[] = [];
    const words: (readonly Span[] | null)[] = [];
    for (const tree of group) {
      if (text !== '') text += tree.paragraph === paragraph ? ' ' : '\n\n';
      paragraph = tree.paragraph;
      const start = text.length;
      text += tree.text;
      sentences.push({ start, end: text.length });
      words.push(alignForms(text, start, tree.surface));
    }
    return { text, sentences, words };
  });
};
