import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleanAsPlainText, cleanPage, isPoison } from '../../../src/clean/index.ts';
import { cover } from '../../../src/model/span.ts';
import { shareOfBound } from '../../support/pace.ts';
import { captureOf, cleanHtml, KNOWLEDGE, kindOf, STORY } from '../support.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/pages/${name}`, import.meta.url), 'utf8');

describe('a page with all its chrome', () => {
  const html = fixture('port-ana-post.html');
  const article = cleanHtml(html);

  test.each([
    ['Ministers leave Port Ana', 'headline'],
    ['By Lena Farrow', 'byline'],
    ['The foreign ministers of Valdoria', 'body'],
    ['PORT ANA (Merrow) —', 'dateline'],
    ['Fishing rights', 'other'],
    ['The Merrin strait seen', 'caption'],
    ['With reporting by Tidewire', 'credit'],
    ['Read more', 'related'],
    ['Orrland opens a new harbour', 'related'],
    ['Get the Port Ana letter', 'promo'],
    ['We use cookies', 'promo'],
    ['Share', 'navigation'],
    ['Politics', 'navigation'],
    ['All rights reserved', 'legal'],
    ['Tuesday, 3 March 2020', 'clock'],
    ['Reader One', 'navigation'],
  ])('%s is %s', (part, kind) => expect(kindOf(article, part)).toBe(kind));

  test('metadata', () => {
    expect(article.title).toBe('Ministers leave Port Ana without a deal on the Merrin strait');
    expect(article.byline).toBe('Lena Farrow');
    expect(article.outlet).toEqual({ id: 'port-ana-post', name: 'Port Ana Post' });
    expect(article.wires.map(({ id }) => id)).toEqual(['merrow-agency', 'tidewire']);
    expect(article.dateline?.place).toBe('Port Ana');
    expect(article.published[0]).toMatchObject({
      value: { edtf: '2016-12-17' },
      raw: '2016-12-17T01:20:00+09:00',
    });
    expect(article.updated?.value.edtf).toBe('2016-12-18');
    expect(article.url).toBe('https://www.portanapost.example/politics/merrin-talks-end');
    expect(article.language).toBe('en');
  });

  test('every segment leads back to the source', () => {
    for (const segment of article.segments) {
      expect(segment.page).not.toBeNull();
      if (segment.page === null) continue;
      const words = cover(article.text, segment.article).split(/\s+/);
      const source = cover(html, segment.page);
      expect(source.startsWith((words[0] ?? '').slice(0, 1)) || source.startsWith('&')).toBe(true);
      for (const word of words.filter((w) => /^[A-Za-z]+$/.test(w))) expect(source).toContain(word);
    }
  });

  test('character references are decoded and mapped', () => {
    expect(article.text).toContain('“We & you');
    const at = article.text.indexOf('“We & you');
    const segment = article.segments.find((s) => at >= s.article.start && at < s.article.end);
    expect(segment?.page && cover(html, segment.page)).toContain('&ldquo;We &amp; you');
  });
});

test('a page without JSON-LD or meta: the visible line, the clock in the header passed over', () => {
  const article = cleanHtml(fixture('tidewire-plain.html'));
  expect(article.published.map((reading) => [reading.value.edtf, reading.rejected])).toEqual(
    expect.arrayContaining([
      ['2018-11-15', null],
      ['2021-05-02', 'crawl-clock'],
    ]),
  );
  expect(kindOf(article, 'Twice the same words')).toBe('caption');
  expect(article.segments.filter((segment) => segment.kind === 'body').length).toBeGreaterThanOrEqual(3);
});

test('an article in Russian', () => {
  const article = cleanHtml(fixture('merrow-ru.html'));
  expect(article.language).toBe('ru');
  expect(article.published[0]?.value.edtf).toBe('2019-01-22');
  expect(article.dateline?.place).toBe('Порт-Ана');
  expect(kindOf(article, 'Читайте также')).toBe('related');
});

test('a page of which Readability keeps nothing goes to the line labeller', () => {
  const { output, diagnostics } = cleanPage(
    captureOf({ html: '<html><body><div><a href="/">Home</a></div><p>Closed.</p></body></html>' }),
    KNOWLEDGE,
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['readability-empty', 'no-article']),
  );
  expect(output.text).toBe('Home\nClosed.');
});

test('line breaks in preformatted text are lines, blanks collapse elsewhere', () => {
  const article = cleanHtml('<p>One   two\n three&nbsp;&nbsp;four</p><pre>five\n  six</pre>');
  expect(article.text).toBe('One two three\u00a0\u00a0four\nfive\nsix');
});

describe('poison', () => {
  const cases: readonly [name: string, html: string][] = [
    ['1,000 open divs', '<div>'.repeat(1000)],
    ['half a million open divs', '<div>'.repeat(500_000)],
    ['100,000 elements', '<b>x</b>'.repeat(100_000)],
    ['100 attributes', `<p ${Array.from({ length: 100 }, (_, i) => `a${i}="1"`).join(' ')}>x</p>`],
    ['20,000 open bold and italic', '<b><i>'.repeat(20_000)],
    ['11 MB', `<p>${'word '.repeat(2_200_000)}</p>`],
  ];
  test.each(cases)('%s: found at once, and its text is read all the same', (_, bomb) => {
    const html = `${bomb}<p>${STORY.join('</p><p>')}</p>`;
    const read = (): void => {
      expect(isPoison(html)?.reason).toBeTypeOf('string');
      const { output, diagnostics } = cleanPage(captureOf({ html }), KNOWLEDGE);
      expect(diagnostics.map(({ code }) => code)).toContain('poison-fallback');
      expect(output.text).toContain('have come a little closer');
    };
    expect(shareOfBound(5_000, read)).toBeLessThan(1);
  });

  test('20,000 open anchors are not nested, and quick', () => {
    const html = `${'<a href="#">'.repeat(20_000)}<p>${STORY.join('</p><p>')}</p>`;
    const read = (): void => expect(cleanHtml(html).text).toContain('have come a little closer');
    expect(shareOfBound(5_000, read)).toBeLessThan(1);
  });

  test('five million angle brackets', () => {
    const html = '<'.repeat(5_000_000);
    const read = (): void => {
      isPoison(html);
      expect(cleanPage(captureOf({ html }), KNOWLEDGE).output.segments.length).toBeGreaterThan(0);
    };
    expect(shareOfBound(5_000, read)).toBeLessThan(1);
  });

  test('an ordinary page is none', () => expect(isPoison(fixture('port-ana-post.html'))).toBeNull());

  test('the fallback strips tags, scripts and comments and keeps the map', () => {
    const html = `<script>var x = "<p>no</p>";</script><!-- no --><div>${STORY[0]}<br>A &lt; B &#128512; &amp; C</div>`;
    const { output } = cleanAsPlainText(captureOf({ html }), KNOWLEDGE);
    expect(output.text).toBe(`${STORY[0]}\nA < B 😀 & C`);
    const last = output.segments.at(-1);
    expect(last?.page && cover(html, last.page)).toBe('A &lt; B &#128512; &amp; C');
  });
});
