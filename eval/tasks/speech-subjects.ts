import { attributionAnnotator } from '../../src/annotate/attribution/index.ts';
import { mentionAnnotator } from '../../src/annotate/mention/index.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { loadLanguage } from '../../src/app/language.ts';
import {
  analyseText,
  type LanguageTools,
  readSentences,
  speechSubjectOf,
  subjectOf,
  type TaggedSentence,
} from '../../src/language/index.ts';
import { NO_ANNOTATIONS } from '../../src/model/annotation.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { Span } from '../../src/model/span.ts';
import { bodyArticle } from '../lib/body-article.ts';
import type { Item, Metric } from '../lib/metric.ts';
import { PARTS, type SpeechSentence, speechSentences } from '../lib/speech-subjects.ts';
import { treebankVerbs } from '../lib/speech-treebank.ts';

/**
 * Says whose word a speech verb is. Given a sentence and the span of the verb in it, the span of the subject's head word (or
 * of a phrase that covers it), or null when the verb has no subject.
 */
export type SubjectOf = (text: string, verb: Span) => Span | null;

/** How an answer is held against the gold: a head must lie in a marked span; a phrase must cover one. */
export type Way = 'head' | 'phrase';

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const isRight = ({ subjects }: SpeechSentence, answer: Span | null, way: Way): boolean => {
  if (answer === null) return subjects.length === 0;
  return subjects.some((subject) => (way === 'head' ? holds(subject, answer) : holds(answer, subject)));
};

/** The share of the sentences in which `subjectOf` is right, for each part, with the construction as the rule. */
export const measureSubjects = (name: string, subjectOf: SubjectOf, way: Way): readonly Metric[] => {
  const items = speechSentences().map((sentence) => ({
    part: sentence.part,
    item: {
      id: sentence.id,
      ok: isRight(sentence, subjectOf(sentence.text, sentence.verb), way),
      rule: sentence.kind,
    } satisfies Item,
  }));
  return PARTS.map((part) =>
    share(
      `${name}/${part}`,
      items.filter((row) => row.part === part).map(({ item }) => item),
    ),
  );
};

const share = (name: string, items: readonly Item[]): Metric => ({
  metric: `speech-subjects/${name}`,
  value: items.filter(({ ok }) => ok).length / items.length,
  n: items.length,
  items,
});

/** Says whose word the verb at an index is, as the index of the head; null for nobody's. */
type HeadOf = (sentence: TaggedSentence, verb: number) => number | null;

const WAYS: Readonly<Record<string, HeadOf>> = {
  trees: subjectOf,
  finder: (sentence, verb) => speechSubjectOf(sentence, verb).head,
};

/**
 * The finder of the subjects of verbs of speech; beside it the trees of the language layer, by the relations of the verb alone;
 * and the layer of attributions, which reads quotations and cues and knows no syntax: the source of the attribution whose cue
 * is the verb. It was made for claims, not for every verb that can report, so it leaves many out on purpose.
 */
export const run = async (corpora: string): Promise<readonly Metric[]> => {
  const [knowledge, tools] = await Promise.all([loadKnowledge(), loadLanguage('en')]);
  return [
    ...measureSubjects('attribution-layer', sourceOf(knowledge), 'phrase'),
    ...Object.entries(WAYS).flatMap(([name, headOf]) =>
      measureSubjects(name, subjectIn(tools, headOf), 'head'),
    ),
    ...measureTreebank(corpora, knowledge, tools),
    measureExtents(tools),
  ];
};

/** How often the finder gives the marked phrase exactly, where the sentence has one marked; a wrong head is a wrong phrase. */
const measureExtents = (tools: LanguageTools): Metric => {
  const marked = speechSentences().filter(({ extent }) => extent !== null);
  const items = marked.map(({ id, kind, text, verb, extent }) => {
    const found = extentIn(tools, text, verb);
    const ok = found !== null && found.start === extent?.start && found.end === extent.end;
    return { id, ok, rule: kind } satisfies Item;
  });
  return share('extent/second', items);
};

/** Verbs of the lexicon of cues in the treebanks' development parts: sentences and subjects that nobody here has written. */
const measureTreebank = (corpora: string, knowledge: Knowledge, tools: LanguageTools): readonly Metric[] => {
  const lexicon = knowledge.languages['en']?.attribution?.verbs ?? [];
  const lemmas = new Set(lexicon.map(({ lemma }) => lemma).filter((lemma) => !lemma.includes(' ')));
  const verbs = tools.analyser === null ? [] : treebankVerbs(corpora, lemmas, tools.analyser);
  if (verbs.length === 0) return [];
  return Object.entries(WAYS).map(([name, headOf]) =>
    share(
      `treebank/${name}`,
      verbs.map(({ id, sentence, verb, subject }) => {
        const head = headOf(sentence, verb);
        return { id, ok: head !== null && subject.has(head), rule: 'treebank' };
      }),
    ),
  );
};

/** The analysed sentence that a verb stands in, and the word that the verb is. */
const verbIn = (
  tools: LanguageTools,
  text: string,
  verb: Span,
): { readonly sentence: TaggedSentence; readonly index: number } | null => {
  const sentences = analyseText(tools, text).flatMap((paragraph) => paragraph.sentences);
  const sentence = sentences.find(({ start, end }) => start <= verb.start && verb.start < end);
  const { words = [], analysis = null } = sentence ?? {};
  const index = words.findIndex(({ start, end }) => start < verb.end && verb.start < end);
  return analysis === null || index < 0 ? null : { sentence: { words, analysis }, index };
};

const subjectIn =
  (tools: LanguageTools, headOf: HeadOf): SubjectOf =>
  (text, verb) => {
    const found = verbIn(tools, text, verb);
    const subject = found === null ? null : headOf(found.sentence, found.index);
    return subject === null ? null : (found?.sentence.words[subject] ?? null);
  };

const extentIn = (tools: LanguageTools, text: string, verb: Span): Span | null => {
  const found = verbIn(tools, text, verb);
  const extent = found === null ? null : speechSubjectOf(found.sentence, found.index).extent;
  const [first, last] = [
    found?.sentence.words[extent?.from ?? -1],
    found?.sentence.words[(extent?.to ?? 0) - 1],
  ];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
};

const sourceOf =
  (knowledge: Knowledge): SubjectOf =>
  (text, verb) => {
    const article = bodyArticle(text);
    const input = { article, sentences: readSentences(article), knowledge };
    const mentions = mentionAnnotator.run({ ...input, annotations: NO_ANNOTATIONS }).output;
    const { output } = attributionAnnotator.run({ ...input, annotations: { ...NO_ANNOTATIONS, mentions } });
    const told = output.find(({ cue }) => cue.some((c) => c.start < verb.end && verb.start < c.end));
    return told?.source[0] ?? null;
  };
