import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { SegmentKind } from '../../model/page.ts';
import type { Block, Label } from '../block.ts';
import type { Words } from '../lexicon.ts';
import { isTimeLine } from '../marks/clock.ts';
import type { Outlets } from '../outlets.ts';
import { CAPTION_SIGN, DATE_LINE, DATED_BYLINE, OPENING, sureLabel } from '../text/sure.ts';
import { chainOf, signs } from './classes.ts';
import type { HtmlBlock } from './html-block.ts';
import { isHeading, originOf } from './place.ts';
import type { Wrappers } from './wrapper.ts';

/** Readability keeps the block as part of the article. */
export const READABLE: RuleId = ruleId('clean/html/readable@2');
/** A heading inside the article. Example: `<h2>[Fishing rights]</h2>` */
export const HTML_SUBHEAD: RuleId = ruleId('clean/html/subhead@2');
/** A short block of the article that is all links. Example: `<p><a>[Ten facts about Valdoria]</a></p>` */
export const LINKS: RuleId = ruleId('clean/html/links@2');
/** A table inside the article that holds data rather than prose. */
export const TABLE: RuleId = ruleId('clean/html/table@1');
/** A line that ends in brackets with who made the picture. Example: `[The strait at dawn (Image: KESTREL)]` */
export const BRACKET_CREDIT: RuleId = ruleId('clean/html/bracket-credit@1');
/** A code of the editing system that nobody replaced. Example: `<p>[[button link="/letters"] Write to us [/button]]</p>` */
export const SHORTCODE: RuleId = ruleId('clean/html/shortcode@1');
/** An address of mail or of a network and nothing else. Example: `<p>[ana@kestrel.example]</p>` */
export const CONTACT: RuleId = ruleId('clean/html/contact@1');
/** How often something was shared or seen, or how long it takes to read. Example: `[1.2k shares]`, `[5 min read]` */
export const COUNTERS: RuleId = ruleId('clean/html/counter@1');

/** A kept block among its neighbours. */
export interface Place {
  readonly block: Block;
  readonly line: HtmlBlock['line'];
  readonly index: number;
  readonly next: Block | undefined;
  readonly words: Words;
  readonly outlets: Outlets;
  readonly wrappers: Wrappers;
}

const SHORT = 14;
const NEAR = 5;
const MAX_LINK_WORDS = 29;
const LINK_SHARE = 0.75;
const STAMP_WORDS = 20;
const STRONG: ReadonlySet<SegmentKind> = new Set(['credit', 'legal', 'promo', 'clock', 'caption']);

/** What Readability keeps is body unless a rule, asked in order, says otherwise. */
export const keptLabel = (place: Place): Label => {
  for (const rule of RULES) {
    const label = rule(place);
    if (label !== null) return label;
  }
  return { kind: 'body', rule: READABLE };
};

const LONG_TEASER = 40;
const LISTING: ReadonlySet<SegmentKind> = new Set(['related', 'navigation', 'promo']);

/** Believed of short blocks, of markers before a link, and of prose when it is of a kind that comes in sentences. */
const bySure = ({ line, block, index, next, words, outlets }: Place): Label | null => {
  const sure = sureLabel(block, index, next, words, outlets);
  if (sure?.rule === OPENING && LISTING.has(sure.kind) && line.linkShare >= 0.5 && block.words <= LONG_TEASER)
    return sure;
  if (sure === null || isPartySign(sure, block) || isSentence(sure, block)) return null;
  const isStamp = sure.rule === DATE_LINE || sure.rule === DATED_BYLINE;
  return block.words < SHORT || STRONG.has(sure.kind) || (isStamp && block.words <= STAMP_WORDS)
    ? sure
    : null;
};

/** `(R)` and `(L)` stand behind names of politicians too: in a full sentence one letter alone is no sign of a picture. */
const isPartySign = (sure: Label, block: Block): boolean =>
  sure.rule === CAPTION_SIGN &&
  block.stopped &&
  (block.sample.match(/\([a-z]\)/gi)?.length ?? 0) === 1 &&
  !/\((?:left|right|cent(?:er|re)|top|bottom|from left|file)\b/i.test(block.sample);

const MANY = 8;

/** `Search engines find it at once` is no search box: a marker that opens many words with little ones among them is prose. */
const isSentence = (sure: Label, block: Block): boolean =>
  sure.rule === OPENING && sure.kind === 'navigation' && block.words >= MANY && block.stopwordShare > 0.3;

const byStructure = ({ line, block, wrappers }: Place): Label | null => {
  const label = wrappers.nearLabel(originOf(line), NEAR);
  return label !== null && isTrusted(label.kind, block) ? label : null;
};

/** For prose only captions and plugs are believed of one element alone; wrappers are believed by their share. */
const isTrusted = (kind: SegmentKind, block: Block): boolean =>
  kind === 'caption' || block.words < SHORT || (kind === 'promo' && block.words < 40);

const byWrapper = ({ line, wrappers }: Place): Label | null => wrappers.labelOf(originOf(line));

const CREDIT_IN_BRACKETS =
  /[([](?:image|images|photo|photos|photograph|picture|pic|pics|credit|getty|фото|写真)(?:\s?(?:credit|by|courtesy))?\s?[:/][^()[\]]{1,80}[)\]]\.?$/i;

const byBracketCredit = ({ block }: Place): Label | null =>
  block.words <= 60 && CREDIT_IN_BRACKETS.test(block.sample)
    ? { kind: 'caption', rule: BRACKET_CREDIT }
    : null;

/** `Updated at 1:23 p.m.` */
const byTime = ({ block, words }: Place): Label | null =>
  block.words <= 8 && isTimeLine(block, words) ? { kind: 'other', rule: DATE_LINE } : null;

const byLinks = ({ block, line }: Place): Label | null => {
  const isTeaser = line.linkShare > LINK_SHARE && block.words >= 3 && block.words <= MAX_LINK_WORDS;
  return isTeaser && !isQuote(line) && !isAddress(block) ? { kind: 'related', rule: LINKS } : null;
};

const isQuote = (line: HtmlBlock['line']): boolean =>
  [...chainOf(line.block)].some((element) => element.tag === 'blockquote');

/** An address written out is what the text before it speaks of, and no title of another story. */
const isAddress = (block: Block): boolean => /^(?:https?:\/\/|www\.)\S{3,300}$/i.test(block.sample.trim());

const byShortcode = ({ block }: Place): Label | null =>
  /^\[\/?[a-z_-]{2,24}(?:\s+[a-z_-]{2,24}=[^\]]{0,300})?\]/i.test(block.sample) &&
  /^\[\/|=/.test(block.sample.slice(0, 60))
    ? { kind: 'other', rule: SHORTCODE }
    : null;

const COUNTER =
  /^[\d.,]{1,9}\s?[km]?\+?\s*(?:shares?|comments?|views?|likes?|tweets?|retweets?|votes?|replies|claps?|min(?:ute)?s? read)?$/i;

const byCounter = ({ block, line }: Place): Label | null =>
  block.words <= 4 && !LISTED.has(line.block.tag) && COUNTER.test(block.sample.trim())
    ? { kind: 'navigation', rule: COUNTERS }
    : null;

const LISTED: ReadonlySet<string> = new Set(['li', 'td', 'th', 'dd', 'dt', 'pre', 'caption']);

/** `ana.kestrel@kestrel.example`, `@anakestrel` */
const byContact = ({ block }: Place): Label | null =>
  /^(?:e-?mail:? )?(?:[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}|@\w{2,30})$/i.test(block.sample.trim())
    ? { kind: 'other', rule: CONTACT }
    : null;

const byHeading = ({ line }: Place): Label | null =>
  isHeading(line) ? { kind: 'other', rule: HTML_SUBHEAD } : null;

const byInfobox = ({ line }: Place): Label | null =>
  [...chainOf(line.block)].some(
    (element) => element.tag === 'table' && /infobox|vcard|sidebar/.test(signs(element)),
  )
    ? { kind: 'other', rule: TABLE }
    : null;

const RULES: readonly ((place: Place) => Label | null)[] = [
  bySure,
  byStructure,
  byWrapper,
  byBracketCredit,
  byTime,
  byLinks,
  byShortcode,
  byContact,
  byCounter,
  byHeading,
  byInfobox,
];
