import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../src/clean/language.ts';
import { wordsOfKnowledge } from '../../../src/clean/lexicon.ts';
import { cleanByline } from '../../../src/clean/meta/byline.ts';
import { chooseTitle, withoutSite } from '../../../src/clean/meta/title.ts';
import { cleanHtml, KNOWLEDGE, STORY } from '../support.ts';

const page = (head: string, lang = 'en', body: readonly string[] = STORY, byline = ''): string =>
  `<!doctype html><html lang="${lang}"><head>${head}</head><body><article>${byline}${body.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`;

test.each([
  ['By Ana Kestrel', 'Ana Kestrel'],
  ['Written by Ana Kestrel', 'Ana Kestrel'],
  ['Von Ana Kestrel', 'Ana Kestrel'],
  ['von Hagen', 'von Hagen'],
  ['Par Ana Kestrel', 'Ana Kestrel'],
  ['By Ana Kestrel and Ivo Marsh in Port Ana', 'Ana Kestrel and Ivo Marsh'],
  ['By Ana Kestrel, 3 March 2020', 'Ana Kestrel'],
  ['Ana Kestrel, Senior Correspondent', 'Ana Kestrel'],
  ['Ana Kestrel | Port Ana Post', 'Ana Kestrel'],
  ['ANA KESTREL', 'Ana Kestrel'],
  ['admin', null],
  ['Redaktion', null],
  ['https://portanapost.example/ana', null],
  ['ana@portanapost.example', null],
  ['', null],
])('the byline %j', (raw, name) => expect(cleanByline(raw)).toBe(name));

describe('the people of a page', () => {
  const byline = (head: string, shown = ''): string | null =>
    cleanHtml(page(head, 'en', STORY, shown)).byline;
  test('several in JSON-LD', () => {
    const json =
      '{"@type":"NewsArticle","author":[{"@type":"Person","name":"Ana Kestrel"},{"name":"Ivo Marsh"}]}';
    expect(byline(`<script type="application/ld+json">${json}</script>`)).toBe('Ana Kestrel, Ivo Marsh');
  });
  test('an author that is the site is passed over', () => {
    const head =
      '<meta property="og:site_name" content="Port Ana Post"><meta name="author" content="Port Ana Post">';
    expect(byline(head, '<a rel="author" href="/ana">Ana Kestrel</a>')).toBe('Ana Kestrel');
  });
  test('an author link of a comment is not asked', () => {
    const html = page('', 'en', STORY, '<h1>Ministers meet</h1><p>By Ana Kestrel</p>').replace(
      '</article>',
      '<div class="comment"><a rel="author" href="/x">Orland Writer</a></div></article>',
    );
    expect(cleanHtml(html).byline).toBe('Ana Kestrel');
  });
});

test.each([
  ['Ministers meet | Port Ana Post', 'Ministers meet'],
  ['Port Ana Post - Ministers meet', 'Ministers meet'],
  ['Ministers meet - World - Port Ana Post', 'Ministers meet - World'],
  ['Ministers meet', 'Ministers meet'],
])('the title %j', (title, bare) => expect(withoutSite(title, ['Port Ana Post'])).toBe(bare));

test.each<[readonly string[], string | null]>([
  [['Talks fail', 'Ministers meet', 'Ministers meet | Port Ana Post'], 'Ministers meet'],
  [['Talks fail', 'Ministers meet'], 'Talks fail'],
  [['Port Ana Post', 'Ministers meet'], 'Ministers meet'],
  [['Port Ana Post'], 'Port Ana Post'],
  [[], null],
])('of the titles %j', (titles, title) => expect(chooseTitle(titles, ['Port Ana Post'])).toBe(title));

describe('the language', () => {
  const words = wordsOfKnowledge(KNOWLEDGE);
  const german =
    'Die Minister beider Staaten haben ihre Gespräche über die Meerenge ohne ein Ergebnis beendet.';
  test.each<[string, string, string | null, string]>([
    ['short: as declared', 'Port Ana 3:1', 'en-GB', 'en'],
    ['one that is not told here: as declared', german, 'de-DE', 'de'],
    ['a long text is not English because a template says so', german, 'en', 'und'],
    ['told beats declared', STORY.join(' '), 'de', 'en'],
    ['no tag at all', german, 'x" onload="', 'und'],
    ['nothing declared', german, null, 'und'],
  ])('%s', (_, text, declared, language) => expect(detectLanguage(text, words, declared)).toBe(language));
});

test('the address the page calls its own', () => {
  expect(cleanHtml(page('<link rel="canonical" href="https://portanapost.example/a">')).url).toBe(
    'https://portanapost.example/a',
  );
  expect(cleanHtml(page('<link rel="canonical" href="javascript:alert(1)">')).url).toBeNull();
});
