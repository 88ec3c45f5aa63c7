import type { SentenceAnalyser, TextSplitter } from '../model/analysis.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Article } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { type LanguageTools, plainTools, toolsOf } from './analyse-text.ts';
import type { TaggedSentence } from './tree/items.ts';
import { readModel } from './weights/model-file.ts';

/** Words, tags and tree of one of the article's sentences; null where its language has no analyser. */
export type ReadTree = (sentence: Span) => TaggedSentence | null;

const NO_TREES: ReadTree = () => null;

const toolsByFile = new WeakMap<Uint8Array, LanguageTools>();

/** The tools of a language whose weights knowledge holds; made at the first call (0.1 s) and kept. */
export const knownTools = ({ languageModels }: Knowledge, language: string): LanguageTools | null => {
  const file = languageModels?.[language];
  if (file == null) return null;
  const known = toolsByFile.get(file);
  if (known !== undefined) return known;
  const made = toolsOf(readModel(file));
  toolsByFile.set(file, made);
  return made;
};

const readBy = (text: string, splitter: TextSplitter, analyser: SentenceAnalyser): ReadTree => {
  const trees = new Map<string, TaggedSentence | null>();
  return ({ start, end }) => {
    const key = `${start}-${end}`;
    const known = trees.get(key);
    if (known !== undefined) return known;
    const words = splitter.words(text, { start, end });
    const analysis = analyser.analyse(words.map(({ form }) => form));
    const tree = analysis === null ? null : { words, analysis };
    trees.set(key, tree);
    return tree;
  };
};

const byArticle = new WeakMap<
  Article,
  { readonly given: SentenceAnalyser | null; readonly read: ReadTree }
>();

/**
 * The trees of an article's sentences. A sentence is analysed when it is first asked for and kept as long as the article
 * is, so that every layer can ask. By the analyser that was given for this run, and where it knows nothing of a
 * sentence, by the weights of the article's language. Words have the offsets of the article's text.
 *
 * @throws DemarcheError `unsupported-format` when the weights are broken
 */
export const treesOf = ({ article, knowledge, analyser }: TreeInput): ReadTree => {
  const given = analyser ?? null;
  const known = byArticle.get(article);
  if (known?.given === given) return known.read;
  const { splitter, trees: own = null } =
    knownTools(knowledge, article.language) ?? plainTools(article.language);
  const asked = own === null ? given : eitherOf(given, own);
  const made = asked === null ? NO_TREES : readBy(article.text, splitter, asked);
  byArticle.set(article, { given, read: made });
  return made;
};

type TreeInput = Pick<AnnotatorInput, 'article' | 'knowledge' | 'analyser'>;

const eitherOf = (given: SentenceAnalyser | null, own: SentenceAnalyser): SentenceAnalyser =>
  given === null
    ? own
    : { id: `${given.id}+${own.id}`, analyse: (forms) => given.analyse(forms) ?? own.analyse(forms) };
