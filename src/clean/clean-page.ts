import type { Diagnostic, StageResult } from '../model/diagnostic.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Article, Capture } from '../model/page.ts';
import { draftAsIs } from './as-is.ts';
import type { Draft } from './draft.ts';
import { finishArticle } from './finish.ts';
import { draftOfHtml } from './html/draft.ts';
import { sourceMap } from './html/source-map.ts';
import { stripTags } from './html/strip.ts';
import type { CleanOptions } from './options.ts';
import { draftOfText } from './text/draft.ts';

/**
 * Makes an article of a page: its text, every stretch labelled, and the metadata that could be read with the reasons for
 * and against each reading. HTML goes through Readability and a labeller of blocks, plain text through a labeller of
 * lines. Pure and deterministic; never throws on noisy text.
 */
export const cleanPage = (
  capture: Capture,
  knowledge: Knowledge,
  options: CleanOptions = {},
): StageResult<Article> => {
  if (capture.page.mediaType === 'text/plain') {
    const draft = options.asIs === true ? draftAsIs(capture.text) : draftOfText(capture.text, knowledge);
    return finishArticle(capture, draft, knowledge, options);
  }
  const { output, diagnostics } = draftOfHtml(capture.text, knowledge);
  if (output === null) return cleanAsPlainText(capture, knowledge, options, diagnostics);
  const draft =
    options.asIs === true
      ? { ...draftAsIs(output.text), pageSpan: output.pageSpan, meta: output.meta }
      : output;
  const article = finishArticle(capture, draft, knowledge, options);
  return { output: article.output, diagnostics: [...diagnostics, ...article.diagnostics] };
};

/**
 * The fallback for a page whose mark-up must not be parsed: tags are stripped in one linear pass and the lines labelled as
 * those of a plain text. Of the metadata only what stands in the text is read.
 */
export const cleanAsPlainText = (
  capture: Capture,
  knowledge: Knowledge,
  options: CleanOptions = {},
  before: readonly Diagnostic[] = [],
): StageResult<Article> => {
  const draft =
    capture.page.mediaType === 'text/plain'
      ? draftOfText(capture.text, knowledge)
      : strippedDraft(capture.text, knowledge);
  const article = finishArticle(capture, draft, knowledge, options);
  return { output: article.output, diagnostics: [...before, ...article.diagnostics] };
};

const strippedDraft = (html: string, knowledge: Knowledge): Draft => {
  const { text, lines } = stripTags(html);
  return { ...draftOfText(text, knowledge), pageSpan: sourceMap(lines) };
};
