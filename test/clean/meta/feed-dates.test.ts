import { expect, test } from 'vitest';
import { acquirePages } from '../../../src/acquire/index.ts';
import { cleanPage } from '../../../src/clean/index.ts';
import type { Article } from '../../../src/model/page.ts';
import { publishedOf } from '../../../src/model/page.ts';
import { ATOM, entry, rss, rssItem } from '../../acquire/support/feeds.ts';
import { KNOWLEDGE } from '../support.ts';

const articles = async (feed: string): Promise<readonly Article[]> => {
  const found: Article[] = [];
  const meta = { path: 'feed.xml', url: null, capturedAt: null };
  for await (const one of acquirePages(new TextEncoder().encode(feed), meta))
    if (one.ok) found.push(cleanPage(one.capture, KNOWLEDGE).output);
  return found;
};

test('the day is the local one of the string, which is kept', async () => {
  const [article] = await articles(
    rss([rssItem({ ...entry(1), published: 'Tue, 03 Mar 2020 00:10:00 +0900' })]),
  );
  expect(article === undefined ? null : publishedOf(article)).toMatchObject({
    value: { edtf: '2020-03-03' },
    raw: 'Tue, 03 Mar 2020 00:10:00 +0900',
    rule: 'clean/published/feed@1',
    at: null,
  });
});

test('it wins over dates that the content quotes, which stay as readings', async () => {
  const body =
    '&lt;meta property="article:published_time" content="2011-01-01"&gt;&lt;p&gt;The ministers met on the ferry.&lt;/p&gt;';
  const [article] = await articles(rss([rssItem({ ...entry(2), body })]));
  expect(article?.published.map(({ value, rejected }) => [value.edtf, rejected])).toEqual([
    ['2020-03-03', null],
    ['2011-01-01', 'outranked'],
  ]);
});

test('updated is told apart; title, byline and outlet are read', async () => {
  const [article] = await articles(ATOM);
  expect(article).toMatchObject({
    title: 'Ferry talks & fish',
    byline: 'Ana Kestrel',
    outlet: { name: 'Lakeport Herald' },
    url: 'https://herald.example/talks/1',
    updated: { value: { edtf: '2020-03-05' }, rule: 'clean/published/feed@1' },
  });
});

test('no such day', async () => {
  const [article] = await articles(
    rss([rssItem({ ...entry(1), published: 'Tue, 31 Feb 2020 00:10:00 +0900' })]),
  );
  expect(article === undefined ? null : publishedOf(article)?.rule).not.toBe('clean/published/feed@1');
});
