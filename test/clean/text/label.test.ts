import { describe, expect, test } from 'vitest';
import { cover } from '../../../src/model/span.ts';
import { cleanText, kindOf, labelled, STORY } from '../support.ts';

const page = (before: readonly string[], after: readonly string[]): string =>
  [...before, ...STORY, ...after].join('\n\n');

describe('lines that are no body', () => {
  const cases: readonly [name: string, line: string, kind: string][] = [
    ['a menu line', 'Listen Live', 'navigation'],
    ['a share line', 'Share this article', 'navigation'],
    ['a channel plug', 'Never miss a story — sign up to our messenger channel today!', 'promo'],
    ['a newsletter plug', 'Get the week in one letter, straight to your inbox.', 'promo'],
    ['a copyright notice', '© 2021 Port Ana Post. All rights reserved.', 'legal'],
    [
      'a notice to readers',
      'Please note that you could face a fine for sharing this page with others.',
      'legal',
    ],
    ['a credit', 'With reporting by Merrow and Tidewire', 'credit'],
    ['an agency line', '(Merrow, TDW)', 'credit'],
    ['a source line', 'Source: Merrow Agency', 'credit'],
    ['a related marker', 'Read also: Ministers to meet in the spring', 'related'],
    ['a picture line', 'Photo: Ana Kestrel / Tidewire', 'caption'],
    ['a Russian plug', 'Подписывайтесь на наш канал, чтобы не пропустить главное', 'promo'],
    ['a Japanese notice', '無断転載を禁じます', 'legal'],
  ];
  test.each(cases)('%s behind the body', (_, line, kind) => {
    const article = cleanText(page([], [line]));
    expect(kindOf(article, line)).toBe(kind);
    expect(article.segments.filter((segment) => segment.kind === 'body')).toHaveLength(3);
  });
});

test('a list of titles is related at the head and at the foot, never body', () => {
  const titles = [
    'Ten Facts About the Merrin Strait That You Should Know',
    'Why Valdoria Cannot Give Up Its Fishing Grounds',
    'Orrland Opens New Harbour on the Northern Coast',
  ];
  for (const [before, after] of [
    [titles, []],
    [[], titles],
  ] as const) {
    const article = cleanText(page(before, after));
    for (const title of titles) expect(kindOf(article, title)).toBe('related');
  }
});

test('the title-like line that shares the words of the story is the headline', () => {
  const article = cleanText(
    page(
      [
        'Accessibility links',
        'Sport News of the Evening',
        'Ministers end talks on Merrin strait without agreement',
      ],
      [],
    ),
  );
  expect(article.title).toBe('Ministers end talks on Merrin strait without agreement');
  expect(kindOf(article, 'Accessibility')).toBe('navigation');
  expect(kindOf(article, 'Sport News')).not.toBe('headline');
});

test('no headline is made up where there is none', () => {
  const article = cleanText(page(['Get short URL'], []));
  expect(article.title).toBeNull();
  expect(article.segments.some((segment) => segment.kind === 'headline')).toBe(false);
});

test('the same line twice in a row is a caption', () => {
  const line = 'Ana Kestrel and Ivo Marsh shake hands in Port Ana in March.';
  const article = cleanText(page(['Ministers end talks on strait', line, line], []));
  expect(labelled(article).filter((entry) => entry === `caption: ${line}`)).toHaveLength(2);
});

test('a sign of who stands where makes a caption', () => {
  const line = 'Valdorian President Ana Kestrel (left) meets Prime Minister Ivo Marsh in Port Ana last week.';
  expect(kindOf(cleanText(page([line], [])), 'Ana Kestrel (left)')).toBe('caption');
});

test('short lines between paragraphs are subheads, not body', () => {
  const article = cleanText([STORY[0], STORY[1], 'Fishing Rights', STORY[2], STORY[1]].join('\n\n'));
  expect(kindOf(article, 'Fishing Rights')).toBe('other');
  expect(article.segments.find((s) => cover(article.text, s.article) === 'Fishing Rights')?.rule).toBe(
    'clean/text/subhead@1',
  );
});

test('nothing behind a closing credit is body', () => {
  const about =
    'The Port Ana Post is written by forty people in three towns and has been printed every day since the war ended.';
  const article = cleanText(page([], ['With reporting by Merrow', about]));
  expect(kindOf(article, 'The Port Ana Post')).toBe('promo');
  expect(kindOf(article, 'With reporting')).toBe('credit');
});

test('a credit above the story does not end it', () => {
  const article = cleanText(page(['Source: Merrow Agency'], []));
  expect(article.segments.filter((segment) => segment.kind === 'body')).toHaveLength(3);
});

test('a phrase of law in the middle of a story stays body', () => {
  const line =
    'The court declared the group an undesirable organization and a foreign agent, its lawyer said in Port Ana on Monday.';
  expect(kindOf(cleanText([STORY[0], line, STORY[1], STORY[2]].join('\n')), 'The court')).toBe('body');
});

describe('clocks', () => {
  test.each(['06:12 GMT03 March 2020', 'Updated 5 minutes ago', '3 часа назад'])('%s', (clock) => {
    const article = cleanText([clock, 'Listen Live', ...STORY].join('\n'));
    expect(kindOf(article, clock)).toBe('clock');
  });

  test('a date above the menu is the clock of the page', () => {
    const article = cleanText(['Tuesday, March 3, 2020', 'Listen Live', ...STORY].join('\n'));
    expect(kindOf(article, 'Tuesday')).toBe('clock');
    expect(article.published.find((reading) => reading.rejected === 'crawl-clock')?.value.edtf).toBe(
      '2020-03-03',
    );
  });

  test('a date under the headline is none', () => {
    const article = cleanText(['Ministers end talks on strait', '6 May 2016 10:12 GMT', ...STORY].join('\n'));
    expect(kindOf(article, '6 May')).toBe('other');
    expect(article.published[0]).toMatchObject({ value: { edtf: '2016-05-06' }, rejected: null });
  });
});

test('as it is: every paragraph is body', () => {
  const article = cleanText('Listen Live\n\nMERRIN: a short note', { asIs: true });
  expect(labelled(article)).toEqual(['body: Listen Live', 'body: MERRIN: a short note']);
});

test('hard-wrapped lines come together', () => {
  const wrapped = STORY.map((paragraph) => paragraph.replace(/(.{50,64})\s/g, '$1\n')).join('\n\n');
  const article = cleanText(wrapped);
  expect(article.text).toBe(wrapped);
  expect(article.segments.map((segment) => segment.kind)).toEqual(['body', 'body', 'body']);
  expect(article.segments.map((s) => cover(wrapped, s.article).replace(/\s+/g, ' '))).toEqual(STORY);
});

test.each(['\n', '\r\n', '\r', '\u2028'])('line ends %j', (end) => {
  const article = cleanText(['Ministers end talks on Merrin strait', ...STORY].join(end));
  expect(article.segments.map((segment) => segment.kind)).toEqual(['headline', 'body', 'body', 'body']);
});

test('a page without running text says so', () => {
  const article = cleanText('Home\nNews\nContact');
  expect(article.segments.every((segment) => segment.kind !== 'body')).toBe(true);
});

test('astral characters do not shift spans', () => {
  const article = cleanText(`𝕏 😀\n${STORY.map((line) => `😀 ${line}`).join('\n')}`);
  const body = article.segments.filter((segment) => segment.kind === 'body');
  expect(body.map((s) => cover(article.text, s.article))).toEqual(STORY.map((line) => `😀 ${line}`));
});
