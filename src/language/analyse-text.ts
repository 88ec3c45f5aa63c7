import type { AnalysedSentence, SentenceAnalyser, TextSplitter } from '../model/analysis.ts';
import type { Span } from '../model/span.ts';
import { type Analyser, createAnalyser, namesOf } from './analyser.ts';
import { featuresByTree } from './features/english.ts';
import type { LanguageModel } from './language-model.ts';
import { paragraphsOf } from './split/paragraphs.ts';
import { segmenterSplitter } from './split/segmenter.ts';
import { createSplitter } from './split/splitter.ts';

/** What a language can do: cut text, and say something of its words; null when there is no analyser of it. */
export interface LanguageTools {
  readonly language: string;
  readonly splitter: TextSplitter;
  readonly analyser: SentenceAnalyser | null;
  /** The same without features that only a tree tells, for whoever asks for tags and trees alone. Absent without weights. */
  readonly trees?: SentenceAnalyser;
  /** The lemma of a form whose tags another analyser gave; the fine tag is null where it gave none. Absent without weights. */
  readonly lemmaOf?: (form: string, upos: string, fine: string | null) => string;
}

/** Features of English follow from tags and words, and, where those do not tell, from the tree. */
const withFeatures = (model: LanguageModel, analyse: Analyser['analyse']): SentenceAnalyser['analyse'] =>
  model.provenance.language === 'en' ? (forms) => featuresByTree(forms, analyse(forms)) : analyse;

/** The tools of a language that has weights. */
export const toolsOf = (model: LanguageModel): LanguageTools => {
  const { language } = model.provenance;
  const { analyse } = createAnalyser(model);
  return {
    language,
    splitter: model.split === null ? segmenterSplitter(language) : createSplitter(model.split),
    analyser: { id: `weights/${language}`, analyse: withFeatures(model, analyse) },
    trees: { id: `weights/${language}`, analyse },
    lemmaOf: (form, upos, fine) => namesOf(model, form, upos, fine ?? '_').lemma,
  };
};

/** The tools of a language without weights: sentences and words by the rules of Unicode. */
export const plainTools = (language: string): LanguageTools => ({
  language,
  splitter: segmenterSplitter(language),
  analyser: null,
});

/** The sentences of one paragraph, analysed. */
export interface AnalysedParagraph extends Span {
  readonly sentences: readonly AnalysedSentence[];
}

/** Cuts a stretch of text into paragraphs, sentences and words, and analyses each sentence. */
export const analyseText = (
  { splitter, analyser }: LanguageTools,
  text: string,
  within: Span = { start: 0, end: text.length },
): readonly AnalysedParagraph[] =>
  paragraphsOf(text, within).map((paragraph) => ({
    ...paragraph,
    sentences: splitter.sentences(text, paragraph).map((sentence): AnalysedSentence => {
      const words = splitter.words(text, sentence);
      const analysis = analyser?.analyse(words.map(({ form }) => form)) ?? null;
      return { ...sentence, words, analysis };
    }),
  }));
