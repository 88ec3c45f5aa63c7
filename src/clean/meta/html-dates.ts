import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import { chainOf, signs } from '../html/classes.ts';
import type { ElementNode } from '../html/tree.ts';
import { attribute, hasAttribute } from '../html/tree.ts';
import type { Words } from '../lexicon.ts';
import { foldLine, openingKind } from '../lexicon.ts';
import type { DateStyle } from '../marks/dates.ts';
import type { DateCandidate, DateKind, DateSource } from './candidate.ts';
import { WEIGHTS, weighed } from './candidate.ts';
import type { Layout, Place } from './layout.ts';
import { shownText } from './layout.ts';
import { readDate } from './read-date.ts';
import { isUpdate } from './text-dates.ts';

/** Example: `<time datetime="[2020-03-03]T06:12">today</time>`, `<span itemprop="datePublished">[3 March 2020]</span>` */
export const TIME_ELEMENT: RuleId = ruleId('clean/published/time-element@2');
/** Example: `<div class="article-date">[3 March 2020]</div>` */
export const DATED_CLASS: RuleId = ruleId('clean/published/dated-class@2');
/** A date beside the story: in a comment, a list of other stories, the foot of the page. Example: `<aside>… [3 March 2020]</aside>` */
export const GUESS_BESIDE: RuleId = ruleId('clean/published/guess-beside@1');
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
const ELEMENTS: readonly { readonly test: Test; readonly weight: number }[] = [
  { test: (e) => /\bdatepublished\b/i.test(attribute(e, 'itemprop')), weight: WEIGHTS.microdata },
  { test: (e) => /\bdatepublished\b/i.test(attribute(e, 'property')), weight: WEIGHTS.microdata },
  { test: (e) => e.tag === 'time' && hasAttribute(e, 'pubdate'), weight: WEIGHTS.microdata },
  {
    test: (e) =>
      hasClass(e, 'entry-date') || ((e.tag === 'time' || e.tag === 'abbr') && hasClass(e, 'published')),
    weight: WEIGHTS.microdata,
  },
  { test: (e) => /\bdatecreated\b/i.test(attribute(e, 'itemprop')), weight: WEIGHTS.element },
  {
    test: (e) => e.tag === 'time' && within(e, 'article') && hasAttribute(e, 'datetime'),
    weight: WEIGHTS.element,
  },
  { test: (e) => e.tag === 'time' && within(e, 'header'), weight: WEIGHTS.element },
  {
    test: (e) => e.tag === 'time' && [...chainOf(e)].some((at) => /publish/.test(signs(at))),
    weight: WEIGHTS.element,
  },
  { test: (e) => e.tag === 'time', weight: WEIGHTS.element * 0.9 },
  {
    test: (e) => e.tag === 'abbr' && hasAttribute(e, 'title') && /\d/.test(attribute(e, 'title')),
    weight: WEIGHTS.element * 0.8,
  },
];

/** What all of `ELEMENTS` ask for: most elements have none of it. */
const mayTell = (element: ElementNode): boolean =>
  element.tag === 'time' ||
  element.tag === 'abbr' ||
  hasAttribute(element, 'itemprop') ||
  hasAttribute(element, 'property') ||
  signs(element).includes('entry-date');

/** Parts of class names and ids that speak of a date, most telling first. */
const CLASSES: readonly RegExp[] = [
  /byline/,
  /publish|publication|veroeffentlich|publie/,
  /pub-?date|entry-?date|post-?date|article-?date|news-?date|story-?date|release-?date/,
  /timestamp|date-?line|date-?time|submitted/,
  /(?:post|entry|article|blog|news)[_-]?(?:meta|info|header|footer)/,
  /(?<!up|candi|vali|man)date|datum|fecha/,
  /meta|info/,
  /time(?!r|line)|author|credit|footer|header/,
];
// What one of them needs at least: most names have none of it, and are then tried once and not eight times.
const ANY_CLASS = /dat|time|publi|veroeff|fecha|meta|info|header|footer|author|credit|byline|submitted/;
// From here on the names say little: prose under them is not looked at.
const VAGUE = 6;
const EACH = 4;
/** Attributes that say a date to machines, most telling first. */
const DATED_ATTRIBUTES: readonly string[] = [
  'datetime',
  'content',
  'data-datetime',
  'data-published',
  'data-publish-date',
  'data-date',
  'data-timestamp',
  'title',
];
const MAX_TEXT = 300;
const CLOCK =
  /(?:^|[\s_-])(?:current-?(?:date|time)|today|server-?time|clock|site-?date|header-?date|masthead-?date)(?:$|[\s_-])/;

/** How much a place leaves of the weight of what stands there. */
const BY_PLACE: Readonly<Record<Place, number>> = { near: 1.15, elsewhere: 0.75, beside: 0.2 };

interface Reader {
  readonly layout: Layout;
  readonly words: Words;
  readonly style: DateStyle;
}

/** Candidates of elements in the page: microdata, `time`, and text whose class or id speaks of dates. */
export const htmlDates = (
  elements: readonly ElementNode[],
  layout: Layout,
  words: Words,
  style: DateStyle,
): readonly DateCandidate[] => {
  const reader: Reader = { layout, words, style: { ...style, shortYears: true } };
  const telling = elements.filter(mayTell);
  return [
    ...ELEMENTS.flatMap(({ test, weight }) =>
      nearestOf(telling.filter(test), layout).flatMap((element) =>
        elementDates(element, { rule: TIME_ELEMENT, source: 'element', weight }, reader),
      ),
    ),
    ...classDates(elements, reader),
    ...clockDates(elements, words),
  ];
};

/** The first few, those near the headline before the others and those beside the story last. */
const nearestOf = (elements: readonly ElementNode[], layout: Layout): readonly ElementNode[] => {
  const placed = elements.slice(0, 400).map((element) => ({ element, place: layout.placeOf(element) }));
  return (['near', 'elsewhere', 'beside'] as const)
    .flatMap((wanted) => placed.filter(({ place }) => place === wanted))
    .slice(0, EACH)
    .map(({ element }) => element);
};

/** Clocks of the page by their class: kept as readings, never taken. */
const clockDates = (elements: readonly ElementNode[], words: Words): readonly DateCandidate[] =>
  elements
    .filter((element) => element.tag !== 'body' && CLOCK.test(signs(element)) && isShort(element))
    .slice(0, EACH)
    .flatMap((element) =>
      readDate(
        shownText(element, MAX_TEXT),
        { rule: CLOCK_CLASS, source: 'shown', weight: WEIGHTS.datedClass },
        'crawl-clock',
        words,
      ),
    );

const elementDates = (element: ElementNode, kind: DateKind, reader: Reader): readonly DateCandidate[] => {
  const { layout, words, style } = reader;
  const text = shownText(element, MAX_TEXT);
  const clock = [...chainOf(element)].some((at) => CLOCK.test(signs(at)));
  const rejected =
    clock || openingKind(foldLine(text.trim()), words) === 'clock'
      ? 'crawl-clock'
      : isUpdateSign(element, text, words)
        ? 'updated'
        : null;
  const place = layout.placeOf(element);
  const rule = clock ? CLOCK_CLASS : place === 'beside' ? GUESS_BESIDE : kind.rule;
  const placed = weighed({ ...kind, rule }, BY_PLACE[place]);
  const read = (raw: string, source: DateSource): readonly DateCandidate[] =>
    readDate(raw, { ...placed, source }, rejected, words, style).map((date) => ({
      ...date,
      guess: place === 'beside' && rejected === null,
    }));
  for (const name of DATED_ATTRIBUTES) {
    const raw = attribute(element, name);
    const found = /\d/.test(raw) ? read(raw, 'element') : [];
    if (found.length > 0) return found;
  }
  return read(text, 'shown');
};

/** A notice may hold any date: that of a meeting, the end of a closure. */
const isProse = (text: string): boolean =>
  text.trim().split(/\s+/).length > 8 && /\p{Ll}{3}[.!?…。](?:["”’»)]{0,2}\s*$|\s+\p{Lu})/u.test(text);

const isUpdateSign = (element: ElementNode, text: string, words: Words): boolean => {
  const name = `${signs(element)} ${attribute(element, 'itemprop').toLowerCase()}`;
  if (/modif|updated?\b|lastmod/.test(name) && !/publish/.test(name)) return true;
  const around = `${name} ${foldLine(text)}`;
  const at = around.search(/\d/);
  return isUpdate(around.slice(0, at < 0 ? around.length : at), words);
};

const classDates = (elements: readonly ElementNode[], reader: Reader): readonly DateCandidate[] => {
  const named = elements
    .map((element) => ({ element, names: signs(element) }))
    .filter(
      ({ element, names }) =>
        names !== '' &&
        element.tag !== 'body' &&
        element.tag !== 'html' &&
        ANY_CLASS.test(names) &&
        CLASSES.some((name) => name.test(names)) &&
        isShort(element) &&
        holdsDigit(element),
    );
  return CLASSES.flatMap((name, i) => {
    const matching = named.filter(({ names }) => name.test(names));
    const kind: DateKind = { rule: DATED_CLASS, source: 'shown', weight: WEIGHTS.datedClass - i / 40 };
    return nearestOf(
      matching.map(({ element }) => element),
      reader.layout,
    )
      .filter((element) => i < VAGUE || !isProse(shownText(element, MAX_TEXT)))
      .flatMap((element) => elementDates(element, kind, reader));
  });
};

const holdsDigit = (element: ElementNode): boolean =>
  /\d/.test(shownText(element, MAX_TEXT)) ||
  DATED_ATTRIBUTES.some((name) => /\d{4}/.test(attribute(element, name)));

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
