import { subjectOf } from '../../src/language/tree/subject.ts';
import type { Word, WordAnalysis } from '../../src/model/analysis.ts';
import type { Tree } from './corpus.ts';

/** A verb of a sentence, and the words any of which is its subject; none when it has no subject. */
export interface MarkedVerb {
  readonly verb: number;
  readonly subject: ReadonlySet<number>;
}

const OF_A_NAME = /^(?:flat|appos)/;
const SUBJECT = /^(?:nsubj|csubj)/;

/** Words with the places that they have in the text of the treebank's sentence. */
export const placedWords = ({ text, forms }: Pick<Tree, 'text' | 'forms'>): readonly Word[] => {
  let at = 0;
  return forms.map((form) => {
    const found = text.indexOf(form, at);
    const start = found < 0 ? at : found;
    at = start + form.length;
    return { form, start, end: at };
  });
};

/** The tree that people have drawn, as an analysis. */
export const goldOf = (
  tree: Tree,
): { readonly words: readonly Word[]; readonly analysis: readonly WordAnalysis[] } => ({
  words: placedWords(tree),
  analysis: tree.forms.map((_, i) => ({
    lemma: tree.lemmas[i] ?? '_',
    upos: tree.upos[i] ?? 'X',
    xpos: tree.xpos[i] ?? null,
    feats: tree.feats[i] ?? null,
    head: tree.heads[i] ?? -1,
    deprel: tree.labels[i] ?? '_',
  })),
});

/** A head, with the name that follows it without a comma; of a relative word the noun that it takes up, too. */
export const subjectWords = (tree: Tree, subject: number): ReadonlySet<number> => {
  const found = new Set([subject]);
  for (let i = subject + 1; tree.upos[i] === 'PROPN'; i++)
    if (found.has(tree.heads[i] ?? -1) && OF_A_NAME.test(tree.labels[i] ?? '')) found.add(i);
  const clause = tree.heads[subject] ?? -1;
  if (tree.labels[clause] === 'acl:relcl' && /^W/.test(tree.xpos[subject] ?? ''))
    found.add(tree.heads[clause] ?? subject);
  return found;
};

/** Verbs whose subject the guidelines do not settle: clauses as subjects, fragments, verbs under another without "to". */
const isUnsettled = (tree: Tree, verb: number): boolean => {
  const own = tree.labels.find((label, i) => tree.heads[i] === verb && SUBJECT.test(label));
  if (own !== undefined) return own.startsWith('csubj') || own.includes('outer');
  const hasTo = tree.forms.some(
    (form, i) => tree.heads[i] === verb && tree.labels[i] === 'mark' && form.toLowerCase() === 'to',
  );
  return (
    !hasTo &&
    /^(?:parataxis|xcomp|ccomp|csubj|amod|compound|discourse|reparandum|dep|dislocated)/.test(
      tree.labels[verb] ?? '',
    )
  );
};

/** The verbs of a treebank's sentence with their subjects as the guidelines of `eval/corpora/speech-subjects` want them. */
export const markedVerbs = (tree: Tree): readonly MarkedVerb[] => {
  const gold = goldOf(tree);
  return tree.upos.flatMap((upos, verb) => {
    if (upos !== 'VERB' || isUnsettled(tree, verb)) return [];
    const subject = subjectOf(gold, verb);
    return [{ verb, subject: subject === null ? new Set<number>() : subjectWords(tree, subject) }];
  });
};
