import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/page.ts';
import { cleanHtml, STORY } from '../support.ts';

/** Every state, person, paper and agency here is invented. */
const paragraphs = STORY.map((text) => `<p>${text}</p>`).join('\n');
const page = (before: string, after = ''): string =>
  `<body><article><h1>Ministers fail to agree on the strait</h1>${before}${paragraphs}${after}</article></body>`;

const found = (
  article: Article,
  part: string,
): readonly [kind: string | undefined, rule: string | undefined] => {
  const at = article.text.indexOf(part);
  expect(at).toBeGreaterThanOrEqual(0);
  const segment = article.segments.find(({ article: span }) => at >= span.start && at < span.end);
  return [segment?.kind, segment?.rule.replace(/@\d+$/, '')];
};

const BETWEEN =
  '<p>The Merrin fleet of forty boats has lain in the harbour of Port Ana since the spring of that year.</p>';

describe('rules for what Readability keeps', () => {
  const cases: readonly [name: string, html: string, part: string, kind: string, rule: string][] = [
    [
      'deck in a heading',
      page('<h2>Two days of talks end without a word on fish</h2>'),
      'Two days',
      'other',
      'clean/html/deck',
    ],
    [
      'deck by its class',
      page('<div class="article-standfirst">Two days of talks in Port Ana end without a word on fish.</div>'),
      'Two days',
      'other',
      'clean/html/deck',
    ],
    [
      'heading between paragraphs',
      page(BETWEEN, `<h2>Fishing rights</h2>${BETWEEN.replace('forty', 'fifty')}`),
      'Fishing rights',
      'other',
      'clean/html/subhead',
    ],
    [
      'heading with nothing below it',
      page('', '<h3>Tell us what you think</h3>'),
      'Tell us',
      'other',
      'clean/html/last-heading',
    ],
    [
      'caption with its credit in brackets',
      page(
        BETWEEN,
        `<div>The strait at dawn, seen from Port Ana (Image: KESTREL)</div>${BETWEEN.replace('forty', 'fifty')}`,
      ),
      'The strait at dawn',
      'caption',
      'clean/html/bracket-credit',
    ],
    [
      'class in camel case',
      page(
        BETWEEN,
        `<div class="newsCaption">The strait at dawn, seen from the hill above the harbour of Port Ana in the spring</div>${BETWEEN.replace('forty', 'fifty')}`,
      ),
      'The strait at dawn',
      'caption',
      'clean/html/class',
    ],
    [
      'code of the editing system',
      page('', `<p>[button link="/letters" type="big"] Write to the Port Ana Post</p>`),
      '[button',
      'other',
      'clean/html/shortcode',
    ],
    [
      'address of mail',
      page('', '<p>lena.farrow@portanapost.example</p>'),
      'lena.farrow',
      'other',
      'clean/html/contact',
    ],
    ['counter', page('', '<p>1.2k shares</p>'), '1.2k', 'navigation', 'clean/html/counter'],
    ['hour alone', page('', '<p>Updated at 1:23 p.m.</p>'), 'Updated at', 'other', 'clean/text/date-line'],
    [
      'teaser',
      page(
        BETWEEN,
        `<p><a href="/x">Ten facts about the fish of Valdoria</a></p>${BETWEEN.replace('forty', 'fifty')}`,
      ),
      'Ten facts',
      'related',
      'clean/html/links',
    ],
    [
      'notice of copyright behind the story',
      page(
        '',
        '<p>The contents of this site are ©2020 Port Ana Media, a house of the Merrin group of companies.</p>',
      ),
      'The contents',
      'legal',
      'clean/text/tail-phrase',
    ],
  ];
  test.each(cases)('%s', (_, html, part, kind, rule) => {
    expect(found(cleanHtml(html), part)).toEqual([kind, rule]);
  });

  test('the second showing of a paragraph beside the story is no body', () => {
    const article = cleanHtml(page('', `<div>${STORY[1]}</div>`));
    const shown = article.segments.filter(
      ({ article: at }) => article.text.slice(at.start, at.end) === STORY[1],
    );
    expect(shown.map(({ kind }) => kind).sort()).toEqual(['body', 'other']);
  });

  test('titles below a line that announces them, until prose goes on', () => {
    const list = `<div>More Great Port Ana Stories</div><ul><li>The long winter of the <a href="/a">Merrin fleet</a></li><li>Why the <a href="/b">herring went</a> north</li></ul>`;
    const article = cleanHtml(page(BETWEEN, list));
    for (const part of ['The long winter', 'Why the']) expect(found(article, part)[0]).toBe('related');
  });

  test('an address written out is no teaser', () => {
    const link = '<p><a href="https://portanapost.example/treaty">https://portanapost.example/treaty</a></p>';
    expect(
      found(cleanHtml(page(BETWEEN, `${link}${BETWEEN.replace('forty', 'fifty')}`)), 'https://')[0],
    ).toBe('body');
  });

  test('a letter in brackets behind a politician is no place in a picture', () => {
    const text =
      'Governor Ana Kestrel (R) is defending the plan to open the strait to the boats of both states.';
    expect(found(cleanHtml(page(`<p>${text}</p>`)), 'Governor')[0]).toBe('body');
  });

  test('a wrapper far out is believed when little of the article is in it, and not when all of it is', () => {
    const plug =
      '<p>Let our letter come to you. It brings the stories of the strait that matter, on every weekday morning.</p>';
    const wrapped = (inner: string): string =>
      `<div class="emailSignup newsletter-box"><div><div><div><div><div>${inner}</div></div></div></div></div></div>`;
    expect(found(cleanHtml(page(BETWEEN, wrapped(plug))), 'Let our letter')[0]).toBe('promo');
    const all = cleanHtml(
      `<body><h1>Ministers fail to agree on the strait</h1><div class="story trending">${paragraphs}</div></body>`,
    );
    expect(all.segments.filter(({ kind }) => kind === 'body').length).toBe(STORY.length);
  });

  test('a form around the whole page is no form', () => {
    const article = cleanHtml(`<body><form class="aspnet">${paragraphs}${BETWEEN}</form></body>`);
    expect(article.segments.filter(({ kind }) => kind === 'body').length).toBe(STORY.length + 1);
  });
});
