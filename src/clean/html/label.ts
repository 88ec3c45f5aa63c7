import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Label } from '../block.ts';
import type { Words } from '../lexicon.ts';
import { foldTitle } from '../meta/title.ts';
import type { Outlets } from '../outlets.ts';
import { isTitleLike } from '../text/headline.ts';
import { REPEATED } from '../text/label.ts';
import type { HtmlBlock } from './html-block.ts';
import { keptLabel } from './kept.ts';
import { leftOutLabel } from './left-out.ts';
import { levelOf } from './place.ts';
import { settle } from './settle.ts';
import { wrappersOf } from './wrapper.ts';

/** The heading that is the page's title. Example: `<h1>[Ministers fail to agree on the strait]</h1>` */
export const HTML_HEADLINE: RuleId = ruleId('clean/html/headline@1');

/** Labels the blocks of a page of which Readability kept some. `titles` are what the mark-up calls the page. */
export const labelHtml = (
  blocks: readonly HtmlBlock[],
  titles: readonly string[],
  words: Words,
  outlets: Outlets,
): readonly Label[] => {
  const headline = findHtmlHeadline(blocks, titles);
  const wrappers = wrappersOf(blocks);
  const top = headline !== null && mostBehind(blocks, headline) ? headline : -1;
  const labels = blocks.map((block, i): Label => {
    if (i === headline) return { kind: 'headline', rule: HTML_HEADLINE };
    const next = blocks[i + 1]?.block;
    return block.kept && i > top
      ? keptLabel({ ...block, index: i, next, words, outlets, wrappers })
      : leftOutLabel(block, i, next, words, outlets);
  });
  return settle(blocks, withoutRepeats(blocks, labels, titles, headline), words);
};

/** Whether most of what Readability keeps stands behind the headline; then what stands before it is no story. */
const mostBehind = (blocks: readonly HtmlBlock[], headline: number): boolean => {
  const words = (list: readonly HtmlBlock[]): number =>
    list.reduce((sum, { block, kept }) => sum + (kept ? block.words : 0), 0);
  return words(blocks.slice(headline + 1)) > words(blocks) * 0.8;
};

/** The block that is the page's title: an `h1` that agrees with what the mark-up says, else any such heading, else the only `h1`. */
const findHtmlHeadline = (blocks: readonly HtmlBlock[], titles: readonly string[]): number | null => {
  const wanted = titles.map(foldTitle).filter((title) => title !== '');
  let best: number | null = null;
  let bestScore = 0;
  for (const [i, { line, block }] of blocks.entries()) {
    const level = levelOf(line);
    if (block.words > 40 || block.words < 1) continue;
    const score = agreement(foldTitle(block.sample), wanted) * 4 + (level === 1 ? 2 : level === 2 ? 0.5 : 0);
    if (score > bestScore && (level > 0 || score >= 4) && score >= 2) {
      best = i;
      bestScore = score;
    }
  }
  return best;
};

/** 1 when the line is one of the titles, less when one begins with the other, else 0. */
const agreement = (line: string, titles: readonly string[]): number => {
  if (titles.includes(line)) return 1;
  if (line.length < 12) return 0;
  return titles.some((title) => title.startsWith(line) || line.startsWith(title) || title.endsWith(line))
    ? 0.8
    : 0;
};

/** The headline again (in a breadcrumb, a list, the first line of the article) and equal neighbours are no body. */
const withoutRepeats = (
  blocks: readonly HtmlBlock[],
  labels: readonly Label[],
  titles: readonly string[],
  headline: number | null,
): readonly Label[] => {
  const title = headline === null ? null : foldTitle(blocks[headline]?.block.sample ?? '');
  const known = new Set([title, ...titles.map(foldTitle)].filter((t) => t !== null && t.length > 8));
  return labels.map((label, i) => {
    const block = blocks[i]?.block;
    if (label.kind !== 'body' || block === undefined) return label;
    const isTwin = [i - 1, i + 1].some((k) => blocks[k]?.block.folded === block.folded && block.words >= 3);
    if (isTwin) return { kind: 'caption', rule: REPEATED };
    const isTitle = isTitleLike(block) && known.has(foldTitle(block.sample));
    return isTitle ? { kind: 'navigation', rule: HTML_HEADLINE } : label;
  });
};
