import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { Block, Label } from '../block.ts';
import type { Words } from '../lexicon.ts';
import { TAIL } from '../text/label.ts';
import { tailKind } from '../text/sure.ts';
import { chainOf, signWords } from './classes.ts';
import type { HtmlBlock } from './html-block.ts';
import { HTML_SUBHEAD, READABLE } from './kept.ts';
import { LEFT_OUT } from './left-out.ts';
import { isHeading } from './place.ts';
import { CLASS } from './structure.ts';

/** What stands between the headline and the first paragraph and sums the story up. Example: `<h2>[Talks end without a word on fish]</h2>` */
export const DECK: RuleId = ruleId('clean/html/deck@1');
/** A heading behind the last paragraph opens something else. Example: `<h3>[Tell us what you think]</h3>` */
export const LAST_HEADING: RuleId = ruleId('clean/html/last-heading@1');
/** Titles listed below a line that announces them. Example: `More stories from the strait: <li>[Ten facts about Valdoria]</li>` */
export const ANNOUNCED: RuleId = ruleId('clean/html/announced-list@1');
/** Words of the article shown a second time beside it. Example: `<div class="highlights">[The ministers could not agree.]</div>` */
export const PULL_QUOTE: RuleId = ruleId('clean/html/pull-quote@1');
/** A paragraph that Readability left out though those before and behind it, in elements of the same names, were kept. */
export const BETWEEN: RuleId = ruleId('clean/html/between@1');

/** The labels that need their neighbours, in passes over all labels. */
export const settle = (
  blocks: readonly HtmlBlock[],
  first: readonly Label[],
  words: Words,
): readonly Label[] => {
  const labels = [...first];
  rescue(blocks, labels);
  announce(blocks, labels);
  dropDeck(blocks, labels);
  dropPullQuotes(blocks, labels);
  dropTail(blocks, labels, words);
  return labels;
};

const isBody = (label: Label | undefined): boolean => label?.kind === 'body';

const PROSE_WORDS = 8;
const REACH = 6;

const rescue = (blocks: readonly HtmlBlock[], labels: Label[]): void => {
  for (const [i, { line, block, kept }] of blocks.entries()) {
    const rule = labels[i]?.rule;
    if (kept || (rule !== LEFT_OUT && rule !== CLASS) || line.linkShare > 0.5) continue;
    if (!block.stopped || block.words < PROSE_WORDS || block.stopwordShare < 0.2) continue;
    const names = namesOf(blocks[i]);
    const isTwin = (k: number): boolean => isBody(labels[k]) && namesOf(blocks[k]) === names;
    const near = (step: 1 | -1): boolean => {
      for (let k = i + step; Math.abs(k - i) <= REACH; k += step) if (isTwin(k)) return true;
      return false;
    };
    if (near(-1) && near(1)) labels[i] = { kind: 'body', rule: BETWEEN };
  }
};

/** Tags and classes of the block's element and the two around it. */
const namesOf = (item: HtmlBlock | undefined): string => {
  if (item === undefined) return '';
  const names: string[] = [];
  for (const element of chainOf(item.line.block)) {
    names.push(`${element.tag} ${element.attributes['class'] ?? ''}`);
    if (names.length === 3) break;
  }
  return names.join('>');
};

const TITLE_WORDS = 30;
const HEAD_WORDS = 8;

const announce = (blocks: readonly HtmlBlock[], labels: Label[]): void => {
  let announced = false;
  for (const [i, item] of blocks.entries()) {
    const label = labels[i];
    const isShown = isBody(label) || label?.rule === HTML_SUBHEAD;
    if (isAnnouncement(item)) announced = true;
    else if (announced && isBody(label) && !isListed(item)) announced = false;
    else if (!isBody(label)) continue;
    if (announced && isShown) labels[i] = { kind: 'related', rule: ANNOUNCED };
  }
};

const isListed = ({ line, block }: HtmlBlock): boolean =>
  line.linkShare > 0.2 && block.words <= TITLE_WORDS && line.block.tag !== 'p';

/** A short line of its own that opens like `More from …` or `Related`, without a stop. */
const isAnnouncement = ({ line, block }: HtmlBlock): boolean =>
  block.words <= HEAD_WORDS &&
  !block.stopped &&
  line.linkShare < 0.5 &&
  (block.opening === 'related' || (block.folded.startsWith('more ') && block.capitalShare > 0.6));

const DECK_SIGN =
  /(?:^|[\s_-])(?:stand-?first|deck|dek|sub-?title|sub-?head(?:line|ing)?|strap-?line|tag-?line)(?:$|[\s_-])/;

const dropDeck = (blocks: readonly HtmlBlock[], labels: Label[]): void => {
  for (const [i, item] of blocks.entries()) {
    const label = labels[i];
    if (label === undefined || (label.rule !== READABLE && label.rule !== HTML_SUBHEAD)) continue;
    if (!isHeading(item.line) && !isDeck(item)) break;
    labels[i] = { kind: 'other', rule: DECK };
  }
};

const isDeck = ({ line }: HtmlBlock): boolean => {
  let left = 4;
  for (const element of chainOf(line.block)) {
    if (left-- <= 0 || element.tag === 'article' || element.tag === 'body') return false;
    if (element.tag === 'header' || DECK_SIGN.test(signWords(element))) return true;
  }
  return false;
};

const PLAIN: ReadonlySet<string> = new Set(['p', 'li', 'td', 'th', 'dd', 'dt', 'pre']);
const QUOTE_WORDS = 6;
const QUOTE_MAX = 600;

/** Linear: the body is joined once and each short block asked for a second place in it. Only on pages of ordinary size. */
const dropPullQuotes = (blocks: readonly HtmlBlock[], labels: Label[]): void => {
  const body = blocks.map(({ block }, i) => (isBody(labels[i]) ? quoteKey(block) : ''));
  const all = body.join('\n');
  if (all.length > 200_000) return;
  for (const [i, { block }] of blocks.entries()) {
    const own = body[i] ?? '';
    if (block.words < QUOTE_WORDS || own.length < 30 || own.length > QUOTE_MAX) continue;
    const at = all.indexOf(own);
    const again = all.indexOf(own, at + own.length);
    if (again < 0) continue;
    const isPart = body.some((other, k) => k !== i && other.length > own.length && other.includes(own));
    if (isPart || !isPlain(blocks[i])) labels[i] = { kind: 'other', rule: PULL_QUOTE };
    if (labels[i]?.rule === PULL_QUOTE) body[i] = '';
  }
};

/** Paragraphs and list items may say the same twice; a block of its own beside them is set off. */
const isPlain = (item: HtmlBlock | undefined): boolean => PLAIN.has(item?.line.block.tag ?? '');

const quoteKey = (block: Block): string => block.folded.replace(/^["'\s]+|["'\s.]+$/g, '');

const TAIL_WORDS = 80;

/** Plugs and notices behind the story, and headings with nothing below them. */
const dropTail = (blocks: readonly HtmlBlock[], labels: Label[], words: Words): void => {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const [item, label] = [blocks[i], labels[i]];
    if (item === undefined || label === undefined) continue;
    if (label.rule === HTML_SUBHEAD) labels[i] = { kind: 'other', rule: LAST_HEADING };
    if (label.kind !== 'body') continue;
    const kind = item.block.words <= TAIL_WORDS ? tailOf(item.block, words) : null;
    if (kind === null) break;
    labels[i] = { kind, rule: TAIL };
  }
};

/** A notice of copyright may stand behind other words: `The contents of this site are ©2020 Kestrel Media.` */
const tailOf = (block: Block, words: Words): Label['kind'] | null =>
  tailKind(block, words) ?? (/(?:©|\(c\))\s?(?:19|20)\d\d/i.test(block.sample) ? 'legal' : null);
