import { describe, expect, test } from 'vitest';
import { day } from '../../../src/model/brand.ts';
import type { Article } from '../../../src/model/page.ts';
import { publishedOf } from '../../../src/model/page.ts';
import { cleanHtml, STORY } from '../support.ts';

const page = (head: string): string =>
  `<!doctype html><html><head><title>Ministers end talks</title>${head}</head><body><article><h1>Ministers end talks</h1>${STORY.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`;
const meta = (value: string): string =>
  `<meta property="article:published_time" content="${value}"><meta name="pubdate" content="2016-09-01">`;
const jsonLd = (json: string): string => `<script type="application/ld+json">${json}</script>`;
const chosen = (article: Article): string | null => publishedOf(article)?.value.edtf ?? null;

test.each([
  ['0000-00-00', 'impossible'],
  ['0000-00-00T00:00:00+00:00', 'impossible'],
  ['2016-02-31', 'impossible'],
  ['2016-13-01', 'impossible'],
  ['2099-01-01T00:00:00Z', 'future'],
  ['1970-01-01T00:00:00Z', 'before-the-web'],
  ['0001-01-01T00:00:00', 'before-the-web'],
])('%s is kept as %s and another reading is taken', (value, reason) => {
  const article = cleanHtml(page(meta(value)));
  expect(chosen(article)).toBe('2016-09-01');
  expect(article.published.find(({ raw }) => raw === value)?.rejected).toBe(reason);
});

test('a day after today is refused', () => {
  const article = cleanHtml(page('<meta name="pubdate" content="2016-09-02">'), { today: day('2016-09-01') });
  expect(article.published[0]?.rejected).toBe('future');
});

describe('JSON-LD that is broken or hostile', () => {
  const article = (inside: string): string =>
    `{"@type":"NewsArticle","datePublished":"2016-09-01",${inside}}`;
  test.each<[string, string]>([
    ['NaN', article('"wordCount": NaN, "headline":"x"')],
    ['a trailing comma', article('"keywords":["a","b",],')],
    ['escaped quotation marks', article('"headline":"x"').replaceAll('"', '&quot;')],
    ['a comment around it', `<!-- ${article('"headline":"x"')} -->`],
    ['line ends in strings', article('"headline":"one\ntwo"')],
    ['cut off', article('"articleBody":"The ministers').slice(0, -1)],
    [
      'a prototype key',
      article('"__proto__":{"datePublished":"2018-01-01"},"constructor":{"datePublished":"2019-01-01"}'),
    ],
    ['an array of arrays', `[[[${article('"headline":"x"')}]]]`],
    [
      'a number for a date beside it',
      `[{"@type":"NewsArticle","datePublished":20160101},${article('"headline":null')}]`,
    ],
    ['a megabyte', article(`"articleBody":"${'word '.repeat(250_000)}"`)],
    ['ten thousand brackets', `${'['.repeat(10_000)}${article('"headline":"x"')}`],
    ['the site is older', `[{"@type":"WebSite","datePublished":"2009-01-01"},${article('"headline":"x"')}]`],
    [
      'a list of other stories',
      `[{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2018-01-01"}]},${article('"headline":"x"')}]`,
    ],
  ])('%s', (_, json) => {
    expect(chosen(cleanHtml(page(jsonLd(json))))).toBe('2016-09-01');
    expect(({} as Record<string, unknown>).datePublished).toBeUndefined();
  });
});
