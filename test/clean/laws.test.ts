import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acquireBytes } from '../../src/acquire/index.ts';
import { cleanAsPlainText, cleanPage } from '../../src/clean/index.ts';
import type { Article, Capture } from '../../src/model/page.ts';
import { shareOfBound } from '../support/pace.ts';
import { captureOf, cleanText, KNOWLEDGE, STORY } from './support.ts';

/** What holds for every article, whatever the page. */
const checkLaws = (article: Article, capture: Capture): void => {
  const { text, segments } = article;
  let from = 0;
  for (const { article: at, page } of segments) {
    expect(at.start).toBeGreaterThanOrEqual(from);
    expect(at.end).toBeGreaterThan(at.start);
    expect(text.slice(from, at.start).trim()).toBe('');
    expect(text.slice(at.start, at.end)).toBe(text.slice(at.start, at.end).trim());
    if (page !== null) {
      expect(page.start).toBeGreaterThanOrEqual(0);
      expect(page.end).toBeLessThanOrEqual(capture.text.length);
      expect(page.end).toBeGreaterThanOrEqual(page.start);
    }
    from = at.end;
  }
  expect(text.slice(from).trim()).toBe('');
  const spans = [
    ...article.published.map(({ at }) => at),
    ...article.wires.map(({ at }) => at),
    article.dateline?.at ?? null,
  ];
  for (const at of spans) {
    if (at === null) continue;
    expect(at.start).toBeLessThan(at.end);
    expect(at.end).toBeLessThanOrEqual(text.length);
  }
  expect(article.published.filter(({ rejected }) => rejected === null).length).toBeLessThanOrEqual(1);
  if (article.published.some(({ rejected }) => rejected === null))
    expect(article.published[0]?.rejected).toBeNull();
};

const line = fc.oneof(
  fc.constantFrom(
    ...STORY,
    'Listen Live',
    '06:12 GMT03 March 2020',
    'PORT ANA (Merrow) – ',
    'By Lena Farrow',
    '31 February 2020',
    'Read also: more',
    '(Merrow, TDW)',
    'Source: Tidewire',
    '© 2020',
    '-',
    '𝕏 😀',
    'שלום עולם',
    '会談は終わった。',
    '“',
    'a | b | c',
  ),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);
const dump = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\u2028')), { maxLength: 30 })
  .map((lines) => lines.flat().join(''))
  .filter((text) => text.trim() !== '');

const tag = fc.constantFrom(
  'p',
  'div',
  'h1',
  'h2',
  'ul',
  'li',
  'a',
  'b',
  'nav',
  'article',
  'table',
  'td',
  'pre',
  'figure',
  'figcaption',
  'script',
  'style',
  'br',
  'time',
  'footer',
  'svg',
  'title',
);
const markup = fc
  .array(
    fc.oneof(
      line,
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc
        .tuple(
          tag,
          fc.constantFrom(
            'class="related"',
            'datetime="2020-03-03"',
            'hidden',
            'itemprop="datePublished" content="2020-13-40"',
            'id=x',
            '"',
            '=',
          ),
        )
        .map(([name, more]) => `<${name} ${more}>`),
      fc.constantFrom(
        '&amp;',
        '&#128512;',
        '&#xD800;',
        '&nbsp;',
        '&',
        '<',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
      ),
    ),
    { maxLength: 50 },
  )
  .map((parts) => parts.join(''))
  .filter((html) => html.trim() !== '');

describe('laws', () => {
  test('any text: the text is unchanged, segments are in order and hold all that is not white space', () => {
    fc.assert(
      fc.property(dump, (text) => {
        const capture = captureOf({ text });
        const { output } = cleanPage(capture, KNOWLEDGE);
        expect(output.text).toBe(capture.text);
        checkLaws(output, capture);
      }),
      { numRuns: 300 },
    );
  });

  test('any text as it is', () => {
    fc.assert(
      fc.property(dump, (text) => {
        const article = cleanText(text, { asIs: true });
        checkLaws(article, captureOf({ text }));
        expect(article.segments.every(({ kind }) => kind === 'body')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('any mark-up, by tree and by stripping', () => {
    fc.assert(
      fc.property(markup, (html) => {
        const capture = captureOf({ html });
        checkLaws(cleanPage(capture, KNOWLEDGE).output, capture);
        checkLaws(cleanAsPlainText(capture, KNOWLEDGE).output, capture);
      }),
      { numRuns: 200 },
    );
  });

  test('any bytes are a page or a failure, never an exception', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('text/html', 'text/plain'),
        (bytes, mediaType) => {
          const acquired = acquireBytes(bytes, { path: 'x', url: null, capturedAt: null, mediaType });
          if (acquired.ok) checkLaws(cleanPage(acquired.capture, KNOWLEDGE).output, acquired.capture);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the same page gives the same article', () => {
    fc.assert(
      fc.property(dump, (text) => {
        expect(cleanText(text)).toEqual(cleanText(text));
      }),
      { numRuns: 30 },
    );
  });

  test('another text has another revision', () => {
    expect(cleanText('one').revision).not.toBe(cleanText('two').revision);
  });
});

describe('size', () => {
  test.each([
    ['one line of 5 MB of words', 'word '.repeat(1_000_000)],
    ['one line of 5 MB of one letter', 'a'.repeat(5_000_000)],
    ['one line of 5 MB of digits', '1 '.repeat(2_500_000)],
    ['one line of 5 MB of capitals', 'Aa '.repeat(1_600_000)],
    ['one line of 2 MB of Japanese', '会談'.repeat(1_000_000)],
    ['200,000 short lines', 'Ab cd\n'.repeat(200_000)],
    ['200,000 blank lines and a story', `${'\n'.repeat(200_000)}${STORY.join('\n')}`],
    ['100,000 opening brackets', '('.repeat(100_000)],
    ['right to left', `${'שלום עולם '.repeat(100_000)}`],
  ])('%s', (_, text) => {
    expect(shareOfBound(4_000, () => cleanText(text))).toBeLessThan(1);
  });
});
