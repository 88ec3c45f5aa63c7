import { describe, expect, test } from 'vitest';
import { cleanPage } from '../../../src/clean/index.ts';
import type { Instant } from '../../../src/model/brand.ts';
import { day } from '../../../src/model/brand.ts';
import type { Article } from '../../../src/model/page.ts';
import { publishedOf } from '../../../src/model/page.ts';
import { cover } from '../../../src/model/span.ts';
import { captureOf, cleanHtml, cleanText, KNOWLEDGE, STORY } from '../support.ts';

const html = (head: string, body = ''): string =>
  `<!doctype html><html><head><title>Ministers end talks</title>${head}</head><body>${body}<article><h1>Ministers end talks</h1>${STORY.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`;

const chosen = (article: Article): string | null => publishedOf(article)?.value.edtf ?? null;

describe('one reading', () => {
  const jsonLd = (json: string): string => `<script type="application/ld+json">${json}</script>`;
  const cases: readonly [name: string, page: string, value: string | null, rule: string][] = [
    [
      'json-ld, the local day',
      html(jsonLd('{"@type":"NewsArticle","datePublished":"2016-09-01T00:30:00+09:00"}')),
      '2016-09-01',
      'json-ld',
    ],
    [
      'json-ld in a graph',
      html(
        jsonLd(
          '{"@graph":[{"@type":"WebPage","datePublished":"2016-01-01"},{"@type":"NewsArticle","datePublished":"2016-09-01"}]}',
        ),
      ),
      '2016-09-01',
      'json-ld',
    ],
    [
      'json-ld that does not parse',
      html(jsonLd('{"@type":"NewsArticle", oops, "datePublished":"2016-09-01T10:00:00Z"}')),
      '2016-09-01',
      'json-ld',
    ],
    [
      'json-ld of a comment only',
      html(jsonLd('{"@type":"Product","review":{"@type":"Review","datePublished":"2018-01-01"}}')),
      null,
      '',
    ],
    [
      'json-ld with a hostile key',
      html(
        jsonLd(
          '{"__proto__":{"datePublished":"2018-01-01"},"@type":"NewsArticle","datePublished":"2016-09-01"}',
        ),
      ),
      '2016-09-01',
      'json-ld',
    ],
    [
      'meta',
      html('<meta property="article:published_time" content="2016-09-01T23:50:00-05:00">'),
      '2016-09-01',
      'meta',
    ],
    ['meta, compact', html('<meta name="pubdate" content="20160901">'), '2016-09-01', 'meta'],
    [
      'microdata',
      html('', '<span itemprop="datePublished" content="2016-09-01">yesterday</span>'),
      '2016-09-01',
      'time-element',
    ],
    [
      'time element',
      html('', '<header><time datetime="2016-09-01T10:00">1 September</time></header>'),
      '2016-09-01',
      'time-element',
    ],
    [
      'dated class',
      html('', '<div class="article-date">1 September 2016</div>'),
      '2016-09-01',
      'dated-class',
    ],
    [
      'Japanese',
      html('', '<div class="article-date">2016年9月1日 10時00分</div>'),
      '2016-09-01',
      'dated-class',
    ],
    [
      'Russian',
      html('', '<div class="article-date">1 сентября 2016, 10:00</div>'),
      '2016-09-01',
      'dated-class',
    ],
    ['German', html('', '<div class="article-date">1. September 2016</div>'), '2016-09-01', 'dated-class'],
    ['a clock by its class', html('', '<div class="current-date">1 September 2016</div>'), null, ''],
  ];
  test.each(cases)('%s', (_, page, value, rule) => {
    const reading = publishedOf(cleanHtml(page));
    if (value === null) expect(reading?.value.earliest ?? null).toBeNull();
    else
      expect([reading?.value.edtf, reading?.rule.replace(/@\d+$/, '')]).toEqual([
        value,
        `clean/published/${rule}`,
      ]);
  });
});

test.each([
  ['https://paper.example/news/2016/09/01/talks', '2016-09-01'],
  ['https://paper.example/2016-09-01-talks.html', '2016-09-01'],
  ['https://paper.example/20160901/talks', '2016-09-01'],
  ['https://paper.example/2016/13/45/talks', null],
  ['https://paper.example/story-2016', null],
])('the address %s', (url, value) => {
  expect(chosen(cleanText(STORY.join('\n'), { url }))).toBe(value);
});

test('the hour in an archive’s address is a crawl clock, and the address behind it counts', () => {
  const article = cleanText(STORY.join('\n'), {
    url: 'https://web.archive.org/web/20200303061200/http://portanapost.example/2016/09/01/a',
  });
  expect(chosen(article)).toBe('2016-09-01');
  expect(article.outlet?.id).toBe('port-ana-post');
  expect(article.published.map((reading) => [reading.value.edtf, reading.rejected])).toContainEqual([
    '2020-03-03',
    'crawl-clock',
  ]);
});

test('a crawl clock is kept with its place and reason and never chosen', () => {
  const article = cleanText(['06:12 GMT03 March 2020', 'Listen Live', ...STORY].join('\n'));
  const reading = article.published.find(({ rejected }) => rejected === 'crawl-clock');
  expect(reading?.value.edtf).toBe('2020-03-03');
  expect(reading?.at && cover(article.text, reading.at)).toBe('03 March 2020');
  expect(publishedOf(article)).toMatchObject({
    rule: 'clean/published/bounded@2',
    value: { latest: '2020-03-03' },
  });
});

test('an update is told apart', () => {
  const article = cleanText(
    ['Ministers end talks on strait', 'Published 3 March 2020, updated 5 March 2020', ...STORY].join('\n'),
  );
  expect(chosen(article)).toBe('2020-03-03');
  expect(article.updated?.value.edtf).toBe('2020-03-05');
  expect(article.updated?.rejected).toBeNull();
});

test('json-ld wins over the line, and the conflict is told', () => {
  const page = html(
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2016-09-01"}</script>',
    '<div class="article-date">9 September 2016</div>',
  );
  const { output, diagnostics } = cleanPage(captureOf({ html: page }), KNOWLEDGE);
  expect(chosen(output)).toBe('2016-09-01');
  expect(diagnostics.map(({ code }) => code)).toContain('date-conflict');
  expect(output.published.filter(({ rejected }) => rejected === null)).toHaveLength(1);
});

test('a day of the future is passed over', () => {
  const { output, diagnostics } = cleanPage(
    captureOf({ text: ['Ministers end talks', '3 March 2031', ...STORY].join('\n') }),
    KNOWLEDGE,
    { today: day('2024-01-01') },
  );
  expect(output.published.find(({ value }) => value.edtf === '2031-03-03')?.rejected).toBe('future');
  expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['date-future', 'date-none']));
});

test('a day after the capture is passed over, one day of time zones apart', () => {
  const capture = captureOf({ text: ['Ministers end talks on strait', '3 March 2020', ...STORY].join('\n') });
  const at = (capturedAt: string): string | null =>
    chosen(
      cleanPage({ ...capture, page: { ...capture.page, capturedAt: capturedAt as Instant } }, KNOWLEDGE)
        .output,
    );
  expect(at('2020-03-02T20:00:00Z')).toBe('2020-03-03');
  expect(at('2020-03-01T20:00:00Z')).not.toBe('2020-03-03');
});

test('an impossible day is passed over and does not throw', () => {
  const { output, diagnostics } = cleanPage(
    captureOf({ text: ['Ministers end talks on strait', '31 February 2020', ...STORY].join('\n') }),
    KNOWLEDGE,
  );
  expect(output.published.find(({ rejected }) => rejected === 'impossible')?.value.edtf).toBe('2020-02');
  expect(diagnostics.map(({ code }) => code)).toContain('date-impossible');
});

test('what the caller gives wins; what is no EDTF is told and passed over', () => {
  const text = ['Ministers end talks on strait', '3 March 2020', ...STORY].join('\n');
  expect(chosen(cleanText(text, { published: '2020-03-01/2020-03-02' }))).toBe('2020-03-01/2020-03-02');
  const { output, diagnostics } = cleanPage(captureOf({ text }), KNOWLEDGE, { published: 'yesterday' });
  expect(chosen(output)).toBe('2020-03-03');
  expect(diagnostics.map(({ code }) => code)).toContain('date-given-rejected');
});

test('a date in a sentence of the story is no date of the page', () => {
  expect(
    chosen(
      cleanText(
        [
          'Ministers end talks on strait',
          'The treaty of the strait was signed on 19 October 2006.',
          ...STORY,
        ].join('\n'),
      ),
    ),
  ).not.toBe('2006-10-19');
});

describe('bounds', () => {
  const bounds = (sentence: string, more: object = {}): readonly [string | null, string | null] => {
    const value = publishedOf(cleanText([STORY[0], sentence, STORY[2]].join('\n'), more))?.value;
    return [value?.earliest ?? null, value?.latest ?? null];
  };
  test('one holder, several terms: the hull', () =>
    expect(
      bounds('Valdorian President Ana Kestrel received the two ministers before their departure.'),
    ).toEqual(['2010-05-06', '2022-05-14']));
  test('two holders: the days on which both held office', () =>
    expect(bounds('Valdorian President Ana Kestrel received Orrish Prime Minister Ivo Marsh.')).toEqual([
      '2012-12-25',
      '2020-09-23',
    ]));
  test('a former holder has left the office', () =>
    expect(bounds('Former Orrish Prime Minister Ivo Marsh was among the guests of the talks.')).toEqual([
      '2020-09-09',
      null,
    ]));
  test('a past day with its year is a lower bound, and an office told with it may be history', () =>
    expect(
      bounds('Valdorian President Ana Kestrel said so when she met him on March 4, 2019 in the port.'),
    ).toEqual(['2019-03-04', null]));
  test('a planned day is an upper bound', () =>
    expect(
      bounds('Valdorian President Ana Kestrel will visit the port on March 4, 2021, her office said.'),
    ).toEqual(['2010-05-06', '2021-03-04']));
  test('the place of the evidence is told', () => {
    const article = cleanText(
      [STORY[0], 'Orrish Prime Minister Ivo Marsh said nothing to reporters.', STORY[2]].join('\n'),
    );
    const reading = publishedOf(article);
    expect(reading?.at && cover(article.text, reading.at)).toBe('Prime Minister Ivo Marsh');
  });
});
