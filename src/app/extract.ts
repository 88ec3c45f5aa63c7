import { attributionAnnotator } from '../annotate/attribution/index.ts';
import { eventAnnotator } from '../annotate/event/index.ts';
import { framingAnnotator } from '../annotate/framing/index.ts';
import { tagArticleIssues } from '../annotate/issue/index.ts';
import { mentionAnnotator } from '../annotate/mention/index.ts';
import { timeAnnotator } from '../annotate/time/index.ts';
import { cleanAsPlainText, cleanPage, isPoison } from '../clean/index.ts';
import { readSentences } from '../language/index.ts';
import type { SentenceAnalyser } from '../model/analysis.ts';
import type { Attribution } from '../model/annotation.ts';
import { NO_ANNOTATIONS } from '../model/annotation.ts';
import type { AnnotatorInput } from '../model/annotator.ts';
import type { Diagnostic, StageResult } from '../model/diagnostic.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Article, Capture } from '../model/page.ts';
import { worldOf } from '../model/world/index.ts';
import { resolveAttributions, resolveMentions } from '../resolve/index.ts';
import { counting } from './analysers/counting.ts';
import type { ExtractOptions } from './options.ts';
import { DEFAULT_OPTIONS, extractorOf } from './options.ts';
import type { Pipeline, Step } from './pipeline.ts';
import { composePipeline, runPipeline } from './pipeline.ts';
import { unreadExtraction } from './unread.ts';
import { ANNOTATED_CHARACTERS, windowOf } from './window.ts';

/** A medium that reports and a document that tells take no side: whoever they report may. */
const takesNoSide = ({ act, speaker }: Attribution, knowledge: Knowledge): boolean =>
  act === 'reported' && (speaker === null || worldOf(knowledge).partyOf(speaker.id, null) === null);

const tagIssuesStep: Step = {
  id: 'issue',
  needs: ['attribution'],
  gives: 'attribution',
  run: ({ article, annotations: { attributions }, knowledge }: AnnotatorInput) => {
    const issues = tagArticleIssues(attributions, article.text, knowledge, article.language);
    return {
      output: attributions.map((attribution, i) => ({
        ...attribution,
        issues: (issues[i] ?? []).map((issue) =>
          // A medium or a paper that reports has no stance of its own.
          takesNoSide(attribution, knowledge) ? { id: issue.id, stance: null, condition: null } : issue,
        ),
      })),
      diagnostics: [],
    };
  },
};

/** The order in which the layers are made. Composed when this module is loaded, so that a wrong order never starts. */
export const PIPELINE: Pipeline = composePipeline([
  timeAnnotator,
  mentionAnnotator,
  { id: 'resolve-mentions', needs: ['mention'], gives: 'mention', run: resolveMentions },
  attributionAnnotator,
  {
    id: 'resolve-attributions',
    needs: ['time', 'mention', 'attribution'],
    gives: 'attribution',
    run: resolveAttributions,
  },
  tagIssuesStep,
  eventAnnotator,
  framingAnnotator,
]);

type Trouble = Extraction['error'];

const POISON_HINT = 'it was read as plain text instead';

const cleanOptions = (options: ExtractOptions) => ({
  published: options.published,
  today: options.today,
  asIs: options.asIs,
  dating: options.dating,
});

interface Cleaned {
  readonly result: StageResult<Article>;
  readonly error: Trouble;
}

const clean = (capture: Capture, knowledge: Knowledge, options: ExtractOptions): Cleaned => {
  const poison = capture.page.mediaType === 'text/html' ? isPoison(capture.text) : null;
  if (poison === null) return { result: cleanPage(capture, knowledge, cleanOptions(options)), error: null };
  const message = `the page's mark-up cannot be read safely (${poison.reason}); ${POISON_HINT}`;
  return { result: asPlainText(capture, knowledge, options, message), error: { code: 'poison', message } };
};

const asPlainText = (
  capture: Capture,
  knowledge: Knowledge,
  options: ExtractOptions,
  message: string,
): StageResult<Article> => {
  const { output, diagnostics } = cleanAsPlainText(capture, knowledge, cleanOptions(options));
  const fallback: Diagnostic = { code: 'poison-fallback', severity: 'warning', message, article: output.id };
  return { output, diagnostics: [fallback, ...diagnostics] };
};

const annotate = (
  capture: Capture,
  { result, error }: Cleaned,
  knowledge: Knowledge,
  options: ExtractOptions,
  outside: SentenceAnalyser | null = null,
): Extraction => {
  const article =
    options.language === null ? result.output : { ...result.output, language: options.language };
  const diagnostics: Diagnostic[] = [...capture.diagnostics, ...result.diagnostics];
  const part = windowOf(article);
  if (part !== article)
    diagnostics.push({
      code: 'text-windowed',
      severity: 'warning',
      message: `only the first ${ANNOTATED_CHARACTERS} of ${article.text.length} characters were annotated`,
      article: article.id,
      span: { start: part.text.length, end: article.text.length },
    });
  const sentences = readSentences(part);
  const analyser = outside === null ? null : counting(outside);
  const input = { article: part, sentences, annotations: NO_ANNOTATIONS, knowledge, analyser };
  const made = runPipeline(PIPELINE, input, options.layers);
  const fault = made.failed[0];
  const unmatched = analyser?.noticed() ?? null;
  const noticed: readonly Diagnostic[] = unmatched === null ? [] : [{ ...unmatched, article: article.id }];
  return {
    page: capture.page,
    article,
    annotations: made.annotations,
    diagnostics: [...diagnostics, ...made.diagnostics, ...noticed],
    error:
      error ??
      (fault === undefined
        ? null
        : { code: 'internal', message: `the step ${fault.step} failed: ${fault.message}` }),
    extractor: extractorOf(knowledge, options),
  };
};

/**
 * Reads one page: cleaning, sentences, and every layer of annotation in order. Pure: the same capture, knowledge and
 * options give the same extraction. Mark-up that would cost more than linear time is read as plain text, with the
 * error `poison`; a step that throws (a bug) leaves its layer empty, with the error `internal`. `outside` is asked for words
 * and trees before the weights of the language.
 */
export const extractCapture = (
  capture: Capture,
  knowledge: Knowledge,
  options: Partial<ExtractOptions> = {},
  outside: SentenceAnalyser | null = null,
): Extraction => {
  const all = { ...DEFAULT_OPTIONS, ...options };
  return annotate(capture, clean(capture, knowledge, all), knowledge, all, outside);
};

/** The article of a page as its layers see it, without layers: the window that is annotated, in its language. */
export const readArticle = (
  capture: Capture,
  knowledge: Knowledge,
  options: Partial<ExtractOptions> = {},
): Article => {
  const all = { ...DEFAULT_OPTIONS, ...options };
  const { output } = clean(capture, knowledge, all).result;
  return windowOf(all.language === null ? output : { ...output, language: all.language });
};

/** Reads one page as plain text because reading its mark-up did not end: `reason` says how it failed. */
const extractPlainly = (
  capture: Capture,
  knowledge: Knowledge,
  options: Partial<ExtractOptions>,
  reason: string,
): Extraction => {
  const all = { ...DEFAULT_OPTIONS, ...options };
  const message = `the page could not be read in time (${reason}); ${POISON_HINT}`;
  const result = asPlainText(capture, knowledge, all, message);
  return annotate(capture, { result, error: { code: 'poison', message } }, knowledge, all);
};

/**
 * Like `extractCapture`, but never throws: what cleaning throws (deep mark-up can exhaust the stack) turns the page into
 * plain text, and when that fails too into one segment `other`.
 */
export const extractSafely = (
  capture: Capture,
  knowledge: Knowledge,
  options: Partial<ExtractOptions> = {},
  outside: SentenceAnalyser | null = null,
): Extraction => {
  try {
    return extractCapture(capture, knowledge, options, outside);
  } catch (error) {
    return plainOrUnread(capture, knowledge, options, error instanceof Error ? error.message : String(error));
  }
};

/** The last resorts in order: plain text; one segment `other`. Never throws. */
export const plainOrUnread = (
  capture: Capture,
  knowledge: Knowledge,
  options: Partial<ExtractOptions>,
  reason: string,
): Extraction => {
  try {
    return extractPlainly(capture, knowledge, options, reason);
  } catch (error) {
    const message = `the page could not be read (${reason}; ${error instanceof Error ? error.message : String(error)})`;
    const extractor = extractorOf(knowledge, { ...DEFAULT_OPTIONS, ...options });
    return unreadExtraction(capture, extractor, { code: 'poison', message });
  }
};
