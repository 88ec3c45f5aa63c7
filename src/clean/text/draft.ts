import type { Knowledge } from '../../model/knowledge.ts';
import { blockOf } from '../block.ts';
import type { Draft } from '../draft.ts';
import { wordsOfKnowledge } from '../lexicon.ts';
import { labelPage } from './label-page.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Labels the paragraphs of a plain text. The text is the page's, unchanged, so every span is its own place in the page. */
export const draftOfText = (text: string, knowledge: Knowledge): Draft => {
  const words = wordsOfKnowledge(knowledge);
  const spans = paragraphsOf(text);
  const blocks = spans.map((at) => blockOf(text, at, words));
  const labels = labelPage(text, blocks, knowledge);
  const pieces = blocks.flatMap((block, i) => {
    const label = labels[i];
    return label === undefined ? [] : [{ ...label, at: block.at }];
  });
  return { text, pieces, pageSpan: (at) => at, meta: null };
};
