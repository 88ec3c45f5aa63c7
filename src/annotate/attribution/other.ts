import type { AnnotatorInput } from '../../model/annotator.ts';
import type { OtherDrafts } from './draft.ts';
import { findJapaneseDrafts } from './japanese/index.ts';
import { findRussianDrafts } from './russian/index.ts';

/** What is said in a Russian or Japanese article; nothing in other languages. */
export const findInOtherLanguage = (input: AnnotatorInput): OtherDrafts => {
  const { language } = input.article;
  const speech = input.knowledge.languages[language]?.speech ?? null;
  if (speech === null) return { drafts: [], regions: [] };
  if (language === 'ru') return findRussianDrafts(input, speech);
  return language === 'ja' ? findJapaneseDrafts(input, speech) : { drafts: [], regions: [] };
};
