import type { AnnotatorInput } from '../../model/annotator.ts';
import type { Span } from '../../model/span.ts';
import type { Draft } from './draft.ts';
import { findRussianDrafts } from './russian/index.ts';

/** What the finder of another language hands back: what it found, and the quotations of the article in order. */
export interface OtherDrafts {
  readonly drafts: readonly Draft[];
  readonly regions: readonly Span[];
}

/** What is said in a Russian or Japanese article; nothing in other languages. */
export const findInOtherLanguage = (input: AnnotatorInput): OtherDrafts => {
  const { language } = input.article;
  const speech = input.knowledge.languages[language]?.speech ?? null;
  if (speech === null) return { drafts: [], regions: [] };
  if (language === 'ru') return findRussianDrafts(input, speech);
  return { drafts: [], regions: [] };
};
