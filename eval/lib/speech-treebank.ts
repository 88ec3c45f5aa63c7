import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TaggedSentence } from '../../src/language/index.ts';
import type { SentenceAnalyser, Word } from '../../src/model/analysis.ts';
import { readTrees, type Tree } from '../../training/lib/corpus.ts';

/** A verb of speech in a treebank, with the words that its people marked as its subject. */
export interface TreebankVerb {
  readonly id: string;
  readonly sentence: TaggedSentence;
  readonly verb: number;
  /** The head of the subject, with the name that follows it without a comma; of a relative pronoun the noun that it takes up, too. */
  readonly subject: ReadonlySet<number>;
}

const SETS = ['en_ewt-dev', 'en_gum-dev'] as const;
const OF_A_NAME = /^(?:flat|appos)/;

/** Words with the places that they have in the text of the treebank's sentence. */
const placed = ({ text, forms }: Tree): readonly Word[] => {
  let at = 0;
  return forms.map((form) => {
    const found = text.indexOf(form, at);
    const start = found < 0 ? at : found;
    at = start + form.length;
    return { form, start, end: at };
  });
};

const subjectWords = (tree: Tree, verb: number, subject: number): ReadonlySet<number> => {
  const found = new Set([subject]);
  for (let i = subject + 1; tree.upos[i] === 'PROPN'; i++)
    if (found.has(tree.heads[i] ?? -1) && OF_A_NAME.test(tree.labels[i] ?? '')) found.add(i);
  if (tree.labels[verb] === 'acl:relcl' && /^W/.test(tree.xpos[subject] ?? ''))
    found.add(tree.heads[verb] ?? subject);
  return found;
};

/** The verbs in `lemmas` that have a subject in the development parts of EWT and GUM; words and their tags by `analyser`. */
export const treebankVerbs = (
  corpora: string,
  lemmas: ReadonlySet<string>,
  analyser: SentenceAnalyser,
): readonly TreebankVerb[] =>
  SETS.filter((set) => existsSync(join(corpora, 'language', `${set}.conllu.gz`))).flatMap((set) =>
    readTrees(corpora, set).flatMap((tree) => verbsOf(tree, lemmas, analyser)),
  );

const verbsOf = (
  tree: Tree,
  lemmas: ReadonlySet<string>,
  analyser: SentenceAnalyser,
): readonly TreebankVerb[] => {
  const verbs = tree.lemmas.flatMap((lemma, verb) => {
    if (tree.upos[verb] !== 'VERB' || !lemmas.has(lemma)) return [];
    const subject = tree.labels.findIndex((label, i) => tree.heads[i] === verb && /^nsubj/.test(label));
    return subject < 0 ? [] : [{ verb, subject: subjectWords(tree, verb, subject) }];
  });
  const analysis = verbs.length === 0 ? null : analyser.analyse(tree.forms);
  if (analysis === null) return [];
  const sentence = { words: placed(tree), analysis };
  return verbs.map((row) => ({ id: `${tree.name}:${row.verb + 1}`, sentence, ...row }));
};
