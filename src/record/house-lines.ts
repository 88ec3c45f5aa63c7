import type { Article } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { cover } from '../model/span.ts';
import { bodyLines } from './body-words.ts';

/** A line on the pages of at least this many days of one outlet is house background. */
const MIN_DAYS = 3;
/** … and on at least this share of the outlet's pages (measured together with the first, note on copies, section 2). */
const MIN_SHARE = 0.1;

/** The outlet an article counts under: its outlet's id, else the host of its address, else null. */
export const houseOf = (article: Article): string | null => {
  if (article.outlet !== null) return article.outlet.id;
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#\s]+)/i.exec(article.url ?? '')?.[1];
  return host === undefined ? null : `host:${host.toLowerCase()}`;
};

/**
 * The body lines of each article without its outlet's house background: menus, legal lines and standing paragraphs that
 * one outlet prints day after day. Counting is for each outlet alone, so that copy which many outlets print on one day
 * is never taken for background. The lists are in the order of `articles`.
 */
export const storyLines = (articles: readonly Article[]): readonly (readonly Span[])[] =>
  linesWhere(articles, (share) => share < MIN_SHARE);

/**
 * The body lines of each article that its outlet prints on pages of at least three days and on at least `share` of its
 * pages, 0 to 1. The lists are in the order of `articles`.
 */
export const standingLines = (articles: readonly Article[], share: number): readonly (readonly Span[])[] =>
  linesWhere(articles, (own) => own >= share);

/** The lines whose share of their outlet's pages passes the test; the share of a line of fewer than three days is 0. */
const linesWhere = (
  articles: readonly Article[],
  passes: (share: number) => boolean,
): readonly (readonly Span[])[] => {
  const houses = new Map<string, House>();
  const lines = articles.map((article) => keyedLines(article));
  for (const [index, article] of articles.entries()) count(houses, article, lines[index] ?? []);
  return articles.map((article, index) => {
    const house = houses.get(houseOf(article) ?? '');
    return (lines[index] ?? []).filter(({ key }) => passes(shareOf(house, key))).map(({ at }) => at);
  });
};

interface KeyedLine {
  readonly at: Span;
  readonly key: string;
}

interface House {
  pages: number;
  readonly lines: Map<string, { pages: number; readonly days: Set<string> }>;
}

const keyedLines = (article: Article): readonly KeyedLine[] =>
  bodyLines(article).map((at) => ({ at, key: keyOf(cover(article.text, at)) }));

const keyOf = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const count = (houses: Map<string, House>, article: Article, lines: readonly KeyedLine[]): void => {
  const name = houseOf(article);
  if (name === null) return;
  const house = houses.get(name) ?? { pages: 0, lines: new Map() };
  houses.set(name, house);
  house.pages++;
  // A page of unknown day counts as a day of its own.
  const day = publishedOf(article)?.value.edtf ?? article.id;
  for (const key of new Set(lines.map((line) => line.key))) {
    const line = house.lines.get(key) ?? { pages: 0, days: new Set<string>() };
    house.lines.set(key, line);
    line.pages++;
    line.days.add(day);
  }
};

const shareOf = (house: House | undefined, key: string): number => {
  const line = house?.lines.get(key);
  return house === undefined || line === undefined || line.days.size < MIN_DAYS
    ? 0
    : line.pages / house.pages;
};
