import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { SegmentKind } from '../../model/page.ts';
import type { Block, Label } from '../block.ts';
import type { Words } from '../lexicon.ts';
import { foldTitle } from '../meta/title.ts';
import type { Outlets } from '../outlets.ts';
import { isTitleLike } from '../text/headline.ts';
import { REPEATED } from '../text/label.ts';
import { isAgencyLine, sureLabel } from '../text/sure.ts';
import { chainOf, signs } from './classes.ts';
import type { HtmlLine } from './serialise.ts';
import { structureLabel } from './structure.ts';
import type { ElementNode } from './tree.ts';
import type { Wrappers } from './wrapper.ts';
import { wrappersOf } from './wrapper.ts';

/** Readability keeps the block as part of the article. */
export const READABLE: RuleId = ruleId('clean/html/readable@1');
/** A heading inside the article. Example: `<h2>[Fishing rights]</h2>` */
export const HTML_SUBHEAD: RuleId = ruleId('clean/html/subhead@1');
/** The heading that is the page's title. Example: `<h1>[Ministers fail to agree on the strait]</h1>` */
export const HTML_HEADLINE: RuleId = ruleId('clean/html/headline@1');
/** A short block of the article that is all links. Example: `<p><a>[Ten facts about Valdoria]</a></p>` */
export const LINKS: RuleId = ruleId('clean/html/links@1');
/** A block that Readability leaves out and nothing else names. */
export const LEFT_OUT: RuleId = ruleId('clean/html/left-out@1');
/** A table inside the article that holds data rather than prose. */
export const TABLE: RuleId = ruleId('clean/html/table@1');

/** A line with its features, and whether Readability kept it. */
export interface HtmlBlock {
  readonly line: HtmlLine;
  readonly block: Block;
  readonly kept: boolean;
}

const HEADING = /^h[1-6]$/;
const MAX_LINK_WORDS = 29;
const LINK_SHARE = 0.75;
const SHORT = 14;

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
      ? keptLabel(block, i, next, words, outlets, wrappers)
      : leftOutLabel(block, i, next, words, outlets);
  });
  return withoutRepeats(blocks, labels, titles, headline);
};

/** Whether most of what Readability keeps stands behind the headline; then what stands before it is no story. */
const mostBehind = (blocks: readonly HtmlBlock[], headline: number): boolean => {
  const words = (list: readonly HtmlBlock[]): number =>
    list.reduce((sum, { block, kept }) => sum + (kept ? block.words : 0), 0);
  return words(blocks.slice(headline + 1)) > words(blocks) * 0.8;
};

/** What Readability keeps is body unless it is short and marked, a caption, a list of links or a heading. */
const keptLabel = (
  { line, block }: HtmlBlock,
  index: number,
  next: Block | undefined,
  words: Words,
  outlets: Outlets,
  wrappers: Wrappers,
): Label => {
  const sure = sureLabel(block, index, next, words, outlets);
  if (sure !== null && (block.words < SHORT || STRONG.has(sure.kind))) return sure;
  const structure = wrappers.nearLabel(originOf(line), NEAR);
  if (structure !== null && isTrusted(structure.kind, block)) return structure;
  const wrapper = wrappers.labelOf(originOf(line));
  if (wrapper !== null) return wrapper;
  if (line.linkShare > LINK_SHARE && block.words >= 3 && block.words <= MAX_LINK_WORDS && !isQuote(line))
    return { kind: 'related', rule: LINKS };
  if (isHeading(line)) return { kind: 'other', rule: HTML_SUBHEAD };
  if (isInfobox(line)) return { kind: 'other', rule: TABLE };
  return { kind: 'body', rule: READABLE };
};

const STRONG: ReadonlySet<SegmentKind> = new Set(['credit', 'legal', 'promo', 'clock', 'caption']);
const NEAR = 5;

/** A wrapper named `author` or `topics` may hold the whole story: for prose only captions and plugs are believed. */
const isTrusted = (kind: SegmentKind, block: Block): boolean =>
  kind === 'caption' || block.words < SHORT || (kind === 'promo' && block.words < 40);

const isHeading = (line: HtmlLine): boolean => {
  for (const element of chainOf(line.block)) {
    if (HEADING.test(element.tag)) return true;
    if (element.tag === 'p' || element.tag === 'article') return false;
  }
  return false;
};

const isQuote = (line: HtmlLine): boolean =>
  [...chainOf(line.block)].some((element) => element.tag === 'blockquote');

const isInfobox = (line: HtmlLine): boolean =>
  [...chainOf(line.block)].some(
    (element) => element.tag === 'table' && /infobox|vcard|sidebar/.test(signs(element)),
  );

/** What Readability leaves out is named by its own words first, then by the elements around it. */
const leftOutLabel = (
  { line, block }: HtmlBlock,
  index: number,
  next: Block | undefined,
  words: Words,
  outlets: Outlets,
): Label => {
  const sure = sureLabel(block, index, next, words, outlets);
  if (sure !== null && sure.kind !== 'other') return sure;
  if (isAgencyLine(block, outlets)) return { kind: 'credit', rule: LEFT_OUT };
  const structure = structureLabel(originOf(line));
  if (sure !== null) return structure?.kind === 'clock' ? structure : sure;
  if (structure !== null) return structure;
  if (line.linkShare > LINK_SHARE) return { kind: block.words > 4 ? 'related' : 'navigation', rule: LINKS };
  return { kind: block.words <= 3 ? 'navigation' : 'other', rule: LEFT_OUT };
};

/** The innermost element of a line that is one text: its own class may speak; of a mixed line the block's. */
const originOf = (line: HtmlLine): ElementNode => {
  const only = line.parts.length === 1 ? line.parts[0] : undefined;
  return only?.parent ?? line.block;
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

const levelOf = (line: HtmlLine): number => {
  for (const element of chainOf(line.block)) if (HEADING.test(element.tag)) return Number(element.tag[1]);
  return 0;
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
