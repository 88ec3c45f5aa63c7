import { describe, expect, test } from 'vitest';
import type { CleanOptions } from '../../../src/clean/index.ts';
import type { DateRange, Reading } from '../../../src/model/page.ts';
import { publishedOf } from '../../../src/model/page.ts';
import { cleanHtml, cleanText, STORY } from '../support.ts';

const page = (parts: {
  head?: string;
  before?: string;
  byline?: string;
  after?: string;
  lang?: string;
}): string =>
  `<!doctype html><html lang="${parts.lang ?? 'en'}"><head><title>Ministers end talks</title>${parts.head ?? ''}</head><body>${parts.before ?? ''}<article><h1>Ministers end talks</h1>${parts.byline ?? ''}${STORY.map((p) => `<p>${p}</p>`).join('')}</article>${parts.after ?? ''}</body></html>`;

const jsonLd = (value: string): string =>
  `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${value}"}</script>`;
const meta = (name: string, value: string): string => `<meta name="${name}" content="${value}">`;

const readingOf = (html: string, options: CleanOptions = {}): Reading<DateRange> | null =>
  publishedOf(cleanHtml(html, options));
const dayOf = (html: string, options: CleanOptions = {}): string | null => {
  const value = readingOf(html, options)?.value ?? null;
  return value !== null && value.earliest === value.latest ? value.edtf : null;
};

describe('independent witnesses outweigh order', () => {
  const shown = '<div class="article-date"><time datetime="2016-09-07">7 September 2016</time></div>';
  test.each<[string, string, string]>([
    [
      'a lone weak meta name yields to the shown date',
      page({ head: meta('date', '2016-09-01'), byline: shown }),
      '2016-09-07',
    ],
    [
      'a strong name too, when a time element repeats it',
      page({ head: meta('pubdate', '2016-09-01'), byline: shown }),
      '2016-09-07',
    ],
    [
      'JSON-LD with meta does not',
      page({ head: jsonLd('2016-09-01T09:00:00+02:00') + meta('pubdate', '2016-09-01'), byline: shown }),
      '2016-09-01',
    ],
    [
      'a hundred elements of one source are one witness',
      page({
        head: jsonLd('2016-09-01T09:00:00+02:00') + meta('pubdate', '2016-09-01'),
        byline: '<span class="date">7 September 2016</span>'.repeat(100),
      }),
      '2016-09-01',
    ],
    [
      'the day of a change in a weak name yields to the line that says published',
      page({
        head: meta('date', '2016-09-09') + meta('last-modified', '2016-09-09'),
        byline: '<p>Published: 7 September 2016</p>',
      }),
      '2016-09-07',
    ],
  ])('%s', (_, html, day) => expect(dayOf(html)).toBe(day));
});

describe('an hour in UTC is another day where the page is read', () => {
  const shown = '<p class="article-date">2 September 2016</p>';
  test.each<[string, string, string]>([
    ['late evening', page({ head: jsonLd('2016-09-01T22:04:00Z'), byline: shown }), '2016-09-02'],
    ['a zero offset', page({ head: jsonLd('2016-09-01T22:04:00+00:00'), byline: shown }), '2016-09-02'],
    ['early morning', page({ head: jsonLd('2016-09-03T02:10:00.000Z'), byline: shown }), '2016-09-02'],
    [
      'midnight is a day without an hour',
      page({ head: jsonLd('2016-09-01T00:00:00Z'), byline: shown }),
      '2016-09-01',
    ],
    [
      'another zone is told and stays',
      page({ head: jsonLd('2016-09-01T22:04:00+02:00'), byline: shown }),
      '2016-09-01',
    ],
    ['nothing shown: the day of the string', page({ head: jsonLd('2016-09-01T22:04:00Z') }), '2016-09-01'],
  ])('%s', (_, html, day) => expect(dayOf(html)).toBe(day));
});

describe('day and month in numbers', () => {
  test.each<[string, string, string]>([
    ['day first', page({ byline: '<p class="date">03/04/2016</p>' }), '2016-04-03'],
    [
      'month first for Americans',
      page({ lang: 'en-US', byline: '<p class="date">03/04/2016</p>' }),
      '2016-03-04',
    ],
    [
      'as another witness says',
      page({ head: meta('pubdate', '2016-03-04'), byline: '<p class="date">03/04/2016</p>' }),
      '2016-03-04',
    ],
    [
      'dots are never American',
      page({ lang: 'en-US', byline: '<p class="date">03.04.2016</p>' }),
      '2016-04-03',
    ],
    ['two digits of the year', page({ byline: '<p class="date">03.04.16</p>' }), '2016-04-03'],
  ])('%s', (_, html, day) => expect(dayOf(html)).toBe(day));
});

test.each([
  ['3. März 2020'],
  ['3 mars 2020'],
  ['3 de marzo del 2020'],
  ['3 marca 2020'],
  ['3 mart 2020'],
  ['3. března 2020'],
  ['3. maaliskuuta 2020'],
  ['2020. március 3.'],
  ['3 березня 2020'],
  ['2020년 3월 3일'],
  ['2020年3月3日'],
  ['3 martie 2020'],
  ['Tue Mar 3 06:12:00 CET 2020'],
])('the third of March is written %s', (text) => {
  expect(dayOf(page({ byline: `<p class="article-date">${text}</p>` }))).toBe('2020-03-03');
});

describe('the place in the page', () => {
  const date = (day: number): string => `<time datetime="2016-09-0${day}T10:00">day ${day}</time>`;
  test.each<[string, string, string]>([
    [
      'near the headline before a list above it',
      page({ before: `<ul class="ticker"><li>${date(9)}</li></ul>`, byline: date(1) }),
      '2016-09-01',
    ],
    [
      'before comments',
      page({ byline: date(1), after: `<div class="comments"><p>${date(8)}</p></div>` }),
      '2016-09-01',
    ],
    [
      'a wrapper of the headline is no place beside',
      `<div class="has-sidebar comments-open">${page({ byline: date(1) })}</div>`,
      '2016-09-01',
    ],
    [
      'the foot of the article is the article',
      page({ after: '' }).replace('</article>', `<footer>${date(1)}</footer></article>`),
      '2016-09-01',
    ],
  ])('%s', (_, html, day) => expect(dayOf(html)).toBe(day));

  test('a date in a script is not shown', () => {
    const html = page({ byline: '<div class="article-meta"><script>/* slot 2010-06-02 */</script></div>' });
    expect(dayOf(html)).toBeNull();
  });

  test('the data of a script says its key', () => {
    const reading = readingOf(
      page({ head: '<script>window.page={"publishDate":"2016-09-01T10:00"}</script>' }),
    );
    expect([reading?.value.edtf, reading?.rule]).toEqual(['2016-09-01', 'clean/published/script@1']);
  });

  test('a label above the line', () => {
    expect(dayOf(page({ after: '<h5>Erschienen am:</h5><p>01.09.2016</p>' }))).toBe('2016-09-01');
    const changed = cleanHtml(page({ after: '<h5>Last update:</h5><p>01.09.2016</p>' }));
    expect(changed.updated?.value.edtf).toBe('2016-09-01');
  });
});

describe('guesses', () => {
  const cases: readonly [name: string, html: string, day: string | null, rule: string][] = [
    [
      'a short line',
      page({
        after:
          '<div>Harbour prices</div><div>Weather at sea</div><div>Saved by orland, 1 September 2016 - 18:55</div>',
      }),
      '2016-09-01',
      'line',
    ],
    ['a change', page({ head: meta('last-modified', '2016-09-01') }), '2016-09-01', 'updated'],
    [
      'the picture',
      page({
        head: '<meta property="og:image" content="https://paper.example/files/2016/09/01/strait.png">',
      }),
      '2016-09-01',
      'image',
    ],
    [
      'prose, last of all',
      page({ after: '' }).replace(
        '</article>',
        '<p>The harbour of Port Ana was closed on 1 September 2016, the mayor said.</p></article>',
      ),
      '2016-09-01',
      'prose',
    ],
    [
      'beside the story',
      page({ after: '<aside><time datetime="2016-09-01">a comment</time></aside>' }),
      '2016-09-01',
      'beside',
    ],
  ];
  test.each(cases)('%s', (_, html, day, rule) => {
    const reading = readingOf(html);
    expect([reading?.value.edtf, reading?.rule]).toEqual([day, `clean/published/guess-${rule}@1`]);
    expect(dayOf(html, { dating: 'strict' })).toBeNull();
  });

  test('a guess outside of what the text tells of its time is taken back', () => {
    const html = page({
      byline: '<p>President Ana Kestrel received the ministers in her palace, the office said.</p>',
      after: '<div>Hall open again from 1 September 2028</div>',
    });
    const article = cleanHtml(html);
    expect(publishedOf(article)?.rule).toMatch(/^clean\/published\/bounded@/);
    expect(article.published).toContainEqual(
      expect.objectContaining({ rule: 'clean/published/guess-line@1', rejected: 'out-of-bounds' }),
    );
  });

  test('a plain text is never guessed at', () => {
    const article = cleanText(
      [...STORY, 'The harbour was closed on 1 September 2016, the mayor said.'].join('\n'),
    );
    const value = publishedOf(article)?.value;
    expect(value === undefined || value.earliest !== value.latest).toBe(true);
    expect(article.published.some(({ rule }) => rule.includes('/guess-'))).toBe(false);
  });

  test('the day of a clock is no guess', () => {
    const html = page({
      before: '<p class="today">Thursday, 1 September 2016</p><p>1 September 2016 Port Ana Post</p>',
    });
    expect(dayOf(html)).toBeNull();
  });
});

describe('strict dating', () => {
  const strict = { dating: 'strict' } as const;
  test('takes what two sources say', () => {
    expect(dayOf(page({ head: jsonLd('2016-09-01') + meta('pubdate', '2016-09-01') }), strict)).toBe(
      '2016-09-01',
    );
  });
  test('leaves a contested day open and keeps its readings', () => {
    const html = page({
      head: jsonLd('2016-09-01T10:00:00+02:00'),
      byline: '<p class="article-date"><time datetime="2016-09-07">7 September 2016</time></p>',
    });
    expect(dayOf(html, strict)).toBeNull();
    expect(dayOf(html)).not.toBeNull();
    const reasons = cleanHtml(html, strict).published.map(({ value, rejected }) => [value.edtf, rejected]);
    expect(reasons).toContainEqual(['2016-09-01', 'unsure']);
  });
});
