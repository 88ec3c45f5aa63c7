import type { RuleId } from '../model/brand.ts';
import { ruleId } from '../model/brand.ts';
import type { Draft } from './draft.ts';
import { paragraphsOf } from './text/paragraphs.ts';

/** The caller says that the text is all body. */
export const AS_IS: RuleId = ruleId('clean/text/as-is@1');

/** Every paragraph is body. */
export const draftAsIs = (text: string): Draft => ({
  text,
  pieces: paragraphsOf(text).map((at) => ({ kind: 'body', at, rule: AS_IS })),
  pageSpan: (at) => at,
  meta: null,
});
