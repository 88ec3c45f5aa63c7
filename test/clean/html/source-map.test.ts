import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanAsPlainText, cleanPage } from '../../../src/clean/index.ts';
import type { Article } from '../../../src/model/page.ts';
import { cover } from '../../../src/model/span.ts';
import { captureOf, KNOWLEDGE, STORY } from '../support.ts';

const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
  '&mdash;': '—',
  '&#233;': 'é',
  '&#x1F600;': '😀',
  '&eacute;': 'é',
};

/** What a reader sees of a piece of source: no tags, no comments, references decoded, no white space. */
const seen = (source: string): string =>
  source
    .replace(/<!--.*?-->|<script>.*?<\/script>|<[^>]*>/gs, '')
    .replace(/&#?\w+;/g, (reference) => REFERENCES[reference] ?? reference)
    .replace(/\s+/g, '');

const checkPlaces = (article: Article, html: string): void => {
  for (const { article: at, page } of article.segments) {
    expect(page).not.toBeNull();
    if (page !== null) expect(seen(cover(html, page))).toBe(cover(article.text, at).replace(/\s+/g, ''));
  }
};

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('strait', 'Valdoria', 'said', '𝕄errin', '😀', 'a', 'été', '会談') },
  { weight: 2, arbitrary: fc.constantFrom(...Object.keys(REFERENCES)) },
);
const blank = fc.constantFrom(' ', ' ', ' ', '  ', '\n\t', '\r\n', '<!-- no -->', '<script>1</script> ');
const inline = fc.constantFrom('b', 'i', 'a', 'span', 'em', 'q');
const sentence = fc
  .array(fc.tuple(word, blank, fc.option(inline, { freq: 4 })), { minLength: 1, maxLength: 14 })
  .map((parts) =>
    parts.map(([text, gap, tag]) => (tag === null ? text : `<${tag}>${text}</${tag}>`) + gap).join(''),
  );
const block = fc.oneof(
  sentence.map((text) => `<p>${text}</p>`),
  fc.array(sentence, { minLength: 1, maxLength: 3 }).map((items) => `<ul><li>${items.join('<li>')}</ul>`),
  fc
    .array(sentence, { minLength: 1, maxLength: 4 })
    .map((cells) => `<table><tr><td>${cells.join('</td><td>')}</td></tr></table>`),
  sentence.map((text) => `<blockquote>${text}</blockquote>`),
  sentence.map((text) => `<h2>${text}</h2>`),
  sentence.map((text) => `one<br>${text}<br>`),
  fc.constantFrom(...STORY).map((text) => `<p>PORT ANA &#8212; ${text}</p>`.replace('&#8212;', '&mdash;')),
);
const page = fc.array(block, { minLength: 1, maxLength: 12 }).map((blocks) => blocks.join('\n'));

describe('the way back to the page', () => {
  test('any lists, tables, quotes and references: the place in the source says what the article says', () => {
    fc.assert(
      fc.property(page, (html) => {
        const capture = captureOf({ html });
        checkPlaces(cleanPage(capture, KNOWLEDGE).output, html);
        checkPlaces(cleanAsPlainText(capture, KNOWLEDGE).output, html);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('a story as it is, in an article element', () => {
    const html = `<article><h1>Talks &amp; fish</h1><p>${STORY.join('</p><p>')}</p></article>`;
    checkPlaces(cleanPage(captureOf({ html }), KNOWLEDGE).output, html);
  });

  test('a dateline and a paragraph in one element have each their own characters, 😀 and &amp; or not', () => {
    const html = `<article><p>PORT&nbsp;ANA (Merrow)   –  &ldquo;😀&rdquo; ${STORY[0]}</p><p>${STORY[1]}</p><p>${STORY[2]}</p></article>`;
    const { segments } = cleanPage(captureOf({ html }), KNOWLEDGE).output;
    const places = segments.slice(0, 2).map(({ kind, page: at }) => [kind, at && cover(html, at)]);
    expect(places).toEqual([
      ['dateline', 'PORT&nbsp;ANA (Merrow)   –'],
      ['body', `&ldquo;😀&rdquo; ${STORY[0]}`],
    ]);
  });

  test('a pop-up leaves the sentence, and both keep their places', () => {
    const html = `<article><p>${STORY[0]}</p><p>President <span class="tooltip">Ana Kestrel<span class="tooltip-text"><b>Head of state</b> since 2010</span></span> came back from the strait and said nothing about the fish.</p><p>${STORY[1]}</p></article>`;
    const { text, segments } = cleanPage(captureOf({ html }), KNOWLEDGE).output;
    expect(text).toContain('President Ana Kestrel came back from the strait');
    const popup = segments.find(({ article: at }) => cover(text, at) === 'Head of state since 2010');
    expect(popup?.page && cover(html, popup.page)).toBe('Head of state</b> since 2010');
    expect(popup?.kind).not.toBe('body');
  });
});
