import type { ElementNode } from '../html/tree.ts';
import { attribute, elementsOf, hasAttribute, textOf } from '../html/tree.ts';
import type { Words } from '../lexicon.ts';
import type { DateStyle } from '../marks/dates.ts';
import type { DateCandidate } from './candidate.ts';
import { feedDates } from './feed-dates.ts';
import { imageDates, scriptDates } from './hidden-dates.ts';
import { htmlDates } from './html-dates.ts';
import { readJsonLd } from './json-ld.ts';
import type { Layout } from './layout.ts';
import { layoutOf, shownText } from './layout.ts';
import type { MetaTags } from './meta-dates.ts';
import { metaDates } from './meta-dates.ts';

/** What the mark-up of a page says about the page. */
export interface HtmlMeta {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly siteName: string | null;
  readonly canonical: string | null;
  /** What the mark-up says of its language, a BCP 47 tag; null when it says nothing. */
  readonly language: string | null;
  readonly dates: readonly DateCandidate[];
}

const TITLE_NAMES: readonly string[] = [
  'og:title',
  'twitter:title',
  'dc.title',
  'parsely-title',
  'sailthru.title',
  'headline',
];
const AUTHOR_NAMES: readonly string[] = [
  'author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'article:author',
  'twitter:creator',
];
const SITE_NAMES: readonly string[] = [
  'og:site_name',
  'application-name',
  'dc.publisher',
  'publisher',
  'copyright',
];

/** Reads JSON-LD, `meta`, `link`, microdata and dated elements of a parsed page, each value with the rule that read it. */
export const readHtmlMeta = (root: ElementNode, words: Words): HtmlMeta => {
  const elements = [...elementsOf(root)];
  const tags = metaTags(elements);
  const style = styleOf(elements, tags);
  const jsonLd = readJsonLd(elements.filter(isJsonLd).map(textOf), words, style);
  const first = (names: readonly string[]): string | null => {
    for (const name of names)
      for (const [n, content] of tags) if (n === name && content !== '') return content;
    return null;
  };
  const title = elements.find((element) => element.tag === 'title' && element.parent?.tag !== 'svg');
  const titles = distinct([
    ...jsonLd.headlines,
    first(TITLE_NAMES),
    title === undefined ? null : textOf(title),
  ]);
  const layout = layoutOf(root, elements, titles);
  return {
    titles,
    authors: distinct([
      ...jsonLd.authors,
      ...AUTHOR_NAMES.map((name) => first([name])),
      authorLinks(elements, layout),
    ]),
    publisher: jsonLd.publisher,
    siteName: first(SITE_NAMES.slice(0, 3)),
    canonical: canonicalOf(elements, first(['og:url'])),
    language: languageTag(elements),
    dates: [
      ...feedDates(tags, words),
      ...jsonLd.dates,
      ...metaDates(tags, words, style),
      ...htmlDates(elements, layout, words, style),
      ...scriptDates(elements, words),
      ...imageDates(tags),
    ],
  };
};

/** Americans write the month before the day; `en` alone does not tell. */
const styleOf = (elements: readonly ElementNode[], tags: MetaTags): DateStyle => {
  const locale = tags.find(([name]) => name === 'og:locale')?.[1] ?? '';
  return { monthFirst: [languageTag(elements) ?? '', locale].some((tag) => /^en[-_]us/i.test(tag)) };
};

const languageTag = (elements: readonly ElementNode[]): string | null => {
  const html = elements.find((element) => element.tag === 'html');
  const tag = html === undefined ? '' : attribute(html, 'lang') || attribute(html, 'xml:lang');
  return tag === '' ? null : tag;
};

const AUTHOR_TEXT = 80;

/** The people that author links of the story name, at most three. Example: `<a rel="author">[Ana Kestrel]</a>` */
const authorLinks = (elements: readonly ElementNode[], layout: Layout): string | null => {
  const names = elements
    .filter(
      (element) =>
        /\bauthor\b/i.test(attribute(element, 'rel')) || /\bauthor\b/i.test(attribute(element, 'itemprop')),
    )
    .filter(
      (element) => element.tag !== 'link' && element.tag !== 'meta' && layout.placeOf(element) !== 'beside',
    )
    .map((element) =>
      shownText(element, AUTHOR_TEXT + 1)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '' && text.length <= AUTHOR_TEXT);
  const distinctNames = [...new Set(names)].slice(0, 3);
  return distinctNames.length === 0 ? null : distinctNames.join(', ');
};

const metaTags = (elements: readonly ElementNode[]): MetaTags =>
  elements
    .filter((element) => element.tag === 'meta' && hasAttribute(element, 'content'))
    .flatMap((element) => {
      const content = attribute(element, 'content').trim();
      const names = ['property', 'name', 'itemprop', 'http-equiv'].map((key) =>
        attribute(element, key).trim().toLowerCase(),
      );
      return [...new Set(names)]
        .filter((name) => name !== '')
        .map((name): [string, string] => [name, content]);
    });

const isJsonLd = (element: ElementNode): boolean =>
  element.tag === 'script' && /ld\+json/i.test(attribute(element, 'type'));

const canonicalOf = (elements: readonly ElementNode[], ogUrl: string | null): string | null => {
  const link = elements.find(
    (element) => element.tag === 'link' && /\bcanonical\b/i.test(attribute(element, 'rel')),
  );
  const found = [link === undefined ? '' : attribute(link, 'href'), ogUrl ?? ''].find((url) =>
    /^https?:\/\//i.test(url),
  );
  return found ?? null;
};

const distinct = (list: readonly (string | null)[]): readonly string[] => [
  ...new Set(
    list
      .filter((value) => value !== null)
      .map((value) => value.replace(/\s+/g, ' ').trim())
      .filter((value) => value !== ''),
  ),
];
