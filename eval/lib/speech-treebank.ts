import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TaggedSentence } from '../../src/language/index.ts';
import type { SentenceAnalyser } from '../../src/model/analysis.ts';
import { readTrees, type Tree } from '../../training/lib/corpus.ts';
import { placedWords, subjectWords } from '../../training/lib/subject-examples.ts';

/** A verb of speech in a treebank, with the words that its people marked as its subject. */
export interface TreebankVerb {
  readonly id: string;
  readonly sentence: TaggedSentence;
  readonly verb: number;
  /** The head of the subject, with the name that follows it without a comma; of a relative pronoun the noun that it takes up, too. */
  readonly subject: ReadonlySet<number>;
}

const SETS = ['en_ewt-dev', 'en_gum-dev'] as const;
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
    return subject < 0 ? [] : [{ verb, subject: subjectWords(tree, subject) }];
  });
  const analysis = verbs.length === 0 ? null : analyser.analyse(tree.forms);
  if (analysis === null) return [];
  const sentence = { words: placedWords(tree), analysis };
  return verbs.map((row) => ({ id: `${tree.name}:${row.verb + 1}`, sentence, ...row }));
};
