import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { SegmentKind } from '../../model/page.ts';
import type { Label } from '../block.ts';
import { chainOf, isHidden, signWords } from './classes.ts';
import type { ElementNode } from './tree.ts';
import { attribute } from './tree.ts';

/** The element around a block says what it is. Example: `<figcaption>[The strait seen from Port Ana.]</figcaption>` */
export const ELEMENT: RuleId = ruleId('clean/html/element@1');
/** The class or id of an element around a block says what it is. Example: `<div class="newsletter-signup">[Our letter, daily.]</div>` */
export const CLASS: RuleId = ruleId('clean/html/class@1');
/** A reader does not see it. Example: `<p hidden>[Loading …]</p>` */
export const HIDDEN: RuleId = ruleId('clean/html/hidden@1');

const TAGS: Readonly<Record<string, SegmentKind>> = {
  figcaption: 'caption',
  figure: 'caption',
  caption: 'caption',
  nav: 'navigation',
  menu: 'navigation',
  button: 'navigation',
  footer: 'navigation',
  form: 'promo',
  dialog: 'promo',
  aside: 'related',
};

const word = (names: string): RegExp => new RegExp(`(?:^|[\\s_-]|__)(?:${names})(?:$|[\\s_-]|__)`);

const CLASSES: readonly (readonly [pattern: RegExp, kind: SegmentKind])[] = [
  [
    word(
      'cookie\\w*|consent|gdpr|newsletter\\w*|subscri\\w+|signup|sign-up|paywall|promo\\w*|advert\\w*|ads?|sponsor\\w*|donat\\w+|channel-plug|telegram-plug',
    ),
    'promo',
  ],
  [
    word(
      'related\\w*|recirc\\w*|recommend\\w*|read-?more|more-?stories|more-?news|most-?read|popular|trending|rank|ranking\\w*|teasers?|outbrain|taboola|also-?read|read-?also|see-?also',
    ),
    'related',
  ],
  [
    word(
      'share\\w*|sharing|social\\w*|breadcrumbs?|nav\\w*|menu\\w*|toolbar|pagination|pager|tags?|tag-list|topics|skip-link|search\\w*|comments?|comment-\\w+|disqus\\w*',
    ),
    'navigation',
  ],
  [word('captions?|wp-caption|image-caption|photo-caption|media-caption|gallery\\w*|slideshow'), 'caption'],
  [word('legal\\w*|copyright\\w*|disclaimer|terms|imprint'), 'legal'],
  [word('credits?|source|sources|agency|reporting-by|photo-credit'), 'credit'],
  [word('byline\\w*|authors?|author-name|author__name'), 'byline'],
  [word('current-?(?:date|time)|today|server-?time|clock|site-?date|header-?date|masthead-?date'), 'clock'],
];

/** The kind the elements around a block point at, the nearest that says something first; null when none does. */
export const structureLabel = (block: ElementNode): Label | null => {
  const path: ElementNode[] = [];
  let label: Label | null = null;
  for (const element of chainOf(block)) {
    if (element.tag === 'body' || element.tag === 'html') break;
    const before = element.memo.aroundLabel;
    if (before !== undefined) {
      label = before;
      break;
    }
    path.push(element);
    label = ownLabel(element);
    if (label !== null) break;
  }
  for (const { memo } of path) memo.aroundLabel = label;
  return label;
};

/** What an element says by itself of the text in it; null when nothing. Asked once an element. */
export const ownLabel = (element: ElementNode): Label | null => {
  if (element.memo.ownLabel === undefined) element.memo.ownLabel = readLabel(element);
  return element.memo.ownLabel;
};

const readLabel = (element: ElementNode): Label | null => {
  if (isHidden(element)) return { kind: 'other', rule: HIDDEN };
  if (element.tag === 'article' || element.tag === 'main') return null;
  const tag = TAGS[element.tag];
  const names = signWords(element);
  if (names.trim() !== '' && names.length < 400) {
    const found = CLASSES.find(([pattern]) => pattern.test(names));
    if (found !== undefined) return { kind: found[1], rule: CLASS };
  }
  if (tag !== undefined) return { kind: tag, rule: ELEMENT };
  const rel = attribute(element, 'rel');
  if (rel === 'author' || attribute(element, 'itemprop') === 'author')
    return { kind: 'byline', rule: ELEMENT };
  if (attribute(element, 'role') === 'navigation' || attribute(element, 'role') === 'banner')
    return { kind: 'navigation', rule: ELEMENT };
  return null;
};
