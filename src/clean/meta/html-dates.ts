import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import { chainOf, signs } from '../html/classes.ts';
import type { ElementNode } from '../html/tree.ts';
import { attribute, hasAttribute, textOf } from '../html/tree.ts';
import type { Words } from '../lexicon.ts';
import { foldLine, openingKind } from '../lexicon.ts';
import type { DateCandidate } from './candidate.ts';
import { readDate } from './read-date.ts';
import { isUpdate, RANKS } from './text-dates.ts';

/** Example: `<time datetime="[2020-03-03]T06:12">today</time>`, `<span itemprop="datePublished">[3 March 2020]</span>` */
export const TIME_ELEMENT: RuleId = ruleId('clean/published/time-element@1');
/** Example: `<div class="article-date">[3 March 2020]</div>` */
export const DATED_CLASS: RuleId = ruleId('clean/published/dated-class@1');
/** A header clock by its class. Example: `<span class="current-date">[3 March 2020]</span>` */
export const CLOCK_CLASS: RuleId = ruleId('clean/published/clock-class@1');

type Test = (element: ElementNode) => boolean;

const within = (element: ElementNode, tag: string): boolean => {
  for (const at of chainOf(element)) if (at.tag === tag) return true;
  return false;
};

const hasClass = (element: ElementNode, name: string): boolean =>
  attribute(element, 'class').toLowerCase().split(/\s+/).includes(name);

/** Microdata and `time` elements, most trusted first. */
const ELEMENTS: readonly Test[] = [
  (e) => /\bdatepublished\b/i.test(attribute(e, 'itemprop')),
  (e) => e.tag === 'time' && hasAttribute(e, 'pubdate'),
  (e) => hasClass(e, 'entry-date') || ((e.tag === 'time' || e.tag === 'abbr') && hasClass(e, 'published')),
  (e) => /\bdatecreated\b/i.test(attribute(e, 'itemprop')),
  (e) => e.tag === 'time' && within(e, 'article') && hasAttribute(e, 'datetime'),
  (e) => e.tag === 'time' && within(e, 'header'),
  (e) => e.tag === 'time' && [...chainOf(e)].some((at) => /publish/.test(signs(at))),
  (e) => e.tag === 'time' && hasAttribute(e, 'datetime'),
];

const CLASSES: readonly string[] = [
  'byline',
  'publish',
  'publication',
  'pubdate',
  'pub-date',
  'entry-date',
  'post-date',
  'article-date',
  'news-date',
  'timestamp',
  'dateline',
  'post-meta',
  'entry-meta',
  'article-meta',
  'date',
  'datum',
  'meta',
  'info',
  'time',
];
const EACH = 4;
const MAX_TEXT = 300;
const CLOCK =
  /(?:^|[\s_-])(?:current-?(?:date|time)|today|server-?time|clock|site-?date|header-?date|masthead-?date)(?:$|[\s_-])/;

/** Candidates of elements in the page: microdata, `time`, and text whose class or id speaks of dates. */
export const htmlDates = (elements: readonly ElementNode[], words: Words): readonly DateCandidate[] => [
  ...ELEMENTS.flatMap((test, i) => firstOf(elements, test, RANKS.microdata + i, TIME_ELEMENT, words)),
  ...classDates(elements, words),
  ...clockDates(elements, words),
];

/** Clocks of the page by their class: kept as readings, never taken. */
const clockDates = (elements: readonly ElementNode[], words: Words): readonly DateCandidate[] =>
  elements
    .filter((element) => element.tag !== 'body' && CLOCK.test(signs(element)) && isShort(element))
    .slice(0, EACH)
    .flatMap((element) => readDate(textOf(element), CLOCK_CLASS, RANKS.datedClass, 'crawl-clock', words));

const firstOf = (
  elements: readonly ElementNode[],
  test: Test,
  rank: number,
  rule: RuleId,
  words: Words,
): readonly DateCandidate[] =>
  elements
    .filter(test)
    .slice(0, EACH)
    .flatMap((element) => elementDates(element, rank, rule, words));

const elementDates = (
  element: ElementNode,
  rank: number,
  rule: RuleId,
  words: Words,
): readonly DateCandidate[] => {
  const text = textOf(element).slice(0, MAX_TEXT);
  const clock = [...chainOf(element)].some((at) => CLOCK.test(signs(at)));
  const trust = isBeside(element) ? rank + BESIDE : rank;
  const around = `${signs(element)} ${attribute(element, 'itemprop')} ${foldLine(text)}`;
  const rejected =
    clock || openingKind(foldLine(text.trim()), words) === 'clock'
      ? 'crawl-clock'
      : isUpdateSign(element, around, words)
        ? 'updated'
        : null;
  for (const raw of [
    attribute(element, 'datetime'),
    attribute(element, 'content'),
    attribute(element, 'title'),
    text,
  ]) {
    const found = raw === '' ? [] : readDate(raw, clock ? CLOCK_CLASS : rule, trust, rejected, words);
    if (found.length > 0) return found;
  }
  return [];
};

// Behind the date lines of the text: a date beside the article is most often that of another one, or of a comment.
const BESIDE = 27;
const BESIDE_SIGNS =
  /(?:^|[\s_-])(?:related\w*|comments?|comment-\w+|recent\w*|popular|sidebar\w*|widget\w*|latest|footer|archive|teaser\w*|more-\w+|events?)(?:$|[\s_-])/;

const isBeside = (element: ElementNode): boolean => {
  for (const at of chainOf(element)) {
    if (at.tag === 'aside' || at.tag === 'footer' || at.tag === 'nav') return true;
    if (at.tag !== 'body' && at.tag !== 'html' && BESIDE_SIGNS.test(signs(at))) return true;
  }
  return false;
};

const isUpdateSign = (element: ElementNode, around: string, words: Words): boolean => {
  if (/modif|updated?\b|lastmod/.test(`${signs(element)} ${attribute(element, 'itemprop').toLowerCase()}`))
    return true;
  const at = around.search(/\d/);
  return isUpdate(around.slice(0, at < 0 ? around.length : at), words);
};

const classDates = (elements: readonly ElementNode[], words: Words): readonly DateCandidate[] => {
  const named = elements
    .map((element) => ({ element, names: signs(element) }))
    .filter(({ element, names }) => names.trim() !== '' && element.tag !== 'body' && element.tag !== 'html');
  return CLASSES.flatMap((name, i) => {
    const found: DateCandidate[] = [];
    let looked = 0;
    for (const { element, names } of named) {
      if (looked >= EACH) break;
      if (!names.includes(name) || !isShort(element)) continue;
      looked++;
      found.push(...elementDates(element, RANKS.datedClass + i / 4, DATED_CLASS, words));
    }
    return found;
  });
};

/** Whether an element's text has at most 300 characters; stops counting there. */
const isShort = (element: ElementNode): boolean => {
  let left = MAX_TEXT;
  const count = (node: ElementNode): boolean =>
    node.children.every((child) => {
      if (child.kind === 'element') return child.tag === 'script' || child.tag === 'style' || count(child);
      for (const piece of child.pieces) left -= piece.text.trim().length;
      return left >= 0;
    });
  return count(element);
};
