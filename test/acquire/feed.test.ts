import { describe, expect, test } from 'vitest';
import type { Acquired } from '../../src/acquire/index.ts';
import { acquireBytes, acquirePages } from '../../src/acquire/index.ts';
import type { Capture } from '../../src/model/page.ts';
import { slowness } from '../support/pace.ts';
import { ATOM, entry, JSON_FEED, RDF, RSS_OPEN, rss, rssItem, rssOf } from './support/feeds.ts';

const META = { path: 'feed.xml', url: null, capturedAt: null };

const read = async (text: string | Uint8Array, meta: object = {}): Promise<readonly Acquired[]> => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const found: Acquired[] = [];
  for await (const one of acquirePages(bytes, { ...META, ...meta })) found.push(one);
  return found;
};

const captures = (list: readonly Acquired[]): readonly Capture[] =>
  list.flatMap((one) => (one.ok ? [one.capture] : []));
const brief = (one: Acquired): string =>
  one.ok ? `${one.capture.page.path} ${one.capture.page.url}` : `${one.path} ${one.code}`;
const metas = (capture: Capture | undefined): Record<string, string> =>
  Object.fromEntries(
    [...(capture?.text ?? '').matchAll(/<meta name="([^"]+)" content="([^"]*)">/g)].map((m) => [m[1], m[2]]),
  );
const article = (capture: Capture | undefined): string =>
  /<article>\n([\s\S]*)<\/article>/.exec(capture?.text ?? '')?.[1] ?? '';

describe('each item is a page of its own', () => {
  test('RSS 2.0', async () => {
    const list = await read(rssOf(3));
    expect(list.map(brief)).toEqual([1, 2, 3].map((n) => `feed.xml#${n} https://herald.example/talks/${n}`));
    const [first] = captures(list);
    expect(first?.page).toMatchObject({ mediaType: 'text/html', charset: 'utf-8', capturedAt: null });
    expect(metas(first)).toEqual({ 'feed:published': entry(1).published, 'og:site_name': 'Lakeport Herald' });
    expect(article(first)).toBe(`<h1>${entry(1).title}</h1>\n<p>${entry(1).body}</p>\n`);
    expect(new TextDecoder().decode(first?.bytes)).toBe(first?.text);
  });

  test.each([
    [
      '0.91, without a version of its own',
      '<rss version="0.91"><channel><title>F</title><item><title>One</title></item></channel></rss>',
    ],
    [
      'items beside the channel',
      '<rss version="2.0"><channel><title>F</title></channel><item><title>One</title></item></rss>',
    ],
    [
      'upper case',
      '<RSS VERSION="2.0"><CHANNEL><TITLE>F</TITLE><ITEM><TITLE>One</TITLE></ITEM></CHANNEL></RSS>',
    ],
  ])('RSS %s', async (_, text) => {
    const list = await read(text);
    expect(list.map(brief)).toEqual(['feed.xml#1 null']);
    expect(article(captures(list)[0])).toBe('<h1>One</h1>\n');
    expect(metas(captures(list)[0])).toEqual({ 'og:site_name': 'F' });
  });

  test('the fuller text, the author and the source', async () => {
    const [capture] = captures(
      await read(
        rss([
          '<item><title>A &amp;amp; B &lt;i&gt;now&lt;/i&gt;</title><description>Short</description><content:encoded><![CDATA[<p>Long &amp; whole</p>]]></content:encoded><dc:creator>Ana Kestrel</dc:creator><dc:creator>Ada Voss</dc:creator><source url="https://gazette.example/rss">Orland Gazette</source><guid>https://herald.example/g/1</guid><dc:date>2020-03-03T00:10:00+09:00</dc:date></item>',
        ]),
      ),
    );
    expect(capture?.page.url).toBe('https://herald.example/g/1');
    expect(metas(capture)).toEqual({
      'feed:published': '2020-03-03T00:10:00+09:00',
      author: 'Ana Kestrel, Ada Voss',
      'og:site_name': 'Orland Gazette',
    });
    expect(article(capture)).toBe('<h1>A &amp; B now</h1>\n<p>Long &amp; whole</p>\n');
  });

  test('Atom: bases, kinds of text, the author of the feed, a lone day of update', async () => {
    const list = captures(await read(ATOM));
    expect(list.map(({ page }) => page.url)).toEqual([
      'https://herald.example/talks/1',
      'https://herald.example/2',
    ]);
    expect(list.map(metas)).toEqual([
      {
        'feed:published': '2020-03-03T00:10:00+09:00',
        'feed:updated': '2020-03-05T08:00:00+09:00',
        author: 'Ana Kestrel',
        'og:site_name': 'Lakeport Herald',
      },
      { 'feed:published': '2020-03-06T08:00:00Z', author: 'Ada Voss', 'og:site_name': 'Lakeport Herald' },
    ]);
    expect(list.map(article)).toEqual([
      '<h1>Ferry talks &amp; fish</h1>\n<p>The ministers met <b>again</b>.</p>\n',
      '<h1>Second</h1>\n<p>Fish &amp; ships &lt; islands.</p>\n',
    ]);
  });

  test('RDF', async () => {
    const [capture] = captures(await read(RDF));
    expect(capture?.page.url).toBe('https://herald.example/1');
    expect(metas(capture)).toMatchObject({
      'feed:published': '2020-03-03T00:10:00+09:00',
      author: 'Ana Kestrel',
    });
  });

  test('JSON Feed', async () => {
    const list = captures(await read(JSON_FEED, { path: 'feed.json' }));
    expect(list.map(article)).toEqual([
      '<h1>Talks</h1>\n<p>They <b>met</b>.</p>\n',
      '<h1>Fish &amp; &quot;ships&quot;</h1>\n<p>One line.</p>\n<p>Another &lt;line&gt; {&quot;}.</p>\n',
    ]);
    expect(list.map(metas)).toMatchObject([
      { 'feed:published': '2020-03-03T00:10:00+09:00', author: 'Ana Kestrel' },
      { 'feed:updated': '2020-03-04' },
    ]);
  });

  test('a charset that is declared in the prolog', async () => {
    const text = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><item><title>`;
    const bytes = Buffer.concat([
      Buffer.from(text),
      Buffer.from([0xcc, 0xe8, 0xed]),
      Buffer.from('</title></item></channel></rss>'),
    ]);
    expect(article(captures(await read(new Uint8Array(bytes)))[0])).toBe('<h1>Мин</h1>\n');
  });

  test('UTF-16 with a mark', async () => {
    const bytes = new Uint8Array(Buffer.from(`\uFEFF${rssOf(2)}`, 'utf16le'));
    expect(await read(bytes)).toHaveLength(2);
  });

  test('the same item is the same page, whatever stands around it', async () => {
    const a = captures(await read(rssOf(3)));
    const b = captures(await read(rss([rssItem(entry(9)), rssItem(entry(3))]), { path: 'later.xml' }));
    expect(b[1]?.page.id).toBe(a[2]?.page.id);
    expect(b[0]?.page.id).not.toBe(a[0]?.page.id);
  });
});

describe('damage costs only what it hits', () => {
  test('a feed that breaks off gives its whole items and says so', async () => {
    const text = rssOf(5);
    const list = await read(text.slice(0, text.indexOf('day 4') + 3));
    expect(list.map(brief)).toEqual([
      ...[1, 2, 3].map((n) => `feed.xml#${n} https://herald.example/talks/${n}`),
      'feed.xml broken-archive',
    ]);
    expect(metas(captures(list)[2])['og:site_name']).toBe('Lakeport Herald');
  });

  test('a JSON Feed that breaks off', async () => {
    const list = await read(JSON_FEED.slice(0, JSON_FEED.indexOf('Another')));
    expect(list.map(brief)).toEqual(['feed.xml#1 https://herald.example/1', 'feed.xml broken-archive']);
  });

  test('a feed that breaks off in its head', async () => {
    expect((await read(`${RSS_OPEN}<descri`)).map(brief)).toEqual(['feed.xml broken-archive']);
  });

  test('a bare & and a tag that is never closed', async () => {
    const list = await read(
      rss([
        rssItem({ ...entry(1), title: 'Fish & ships' }),
        '<item><title>Open</description></item>',
        rssItem(entry(3)),
        '<item><title>Never closed</title>',
        rssItem(entry(5)),
      ]),
    );
    expect(list.map((one) => one.ok || one.code)).toEqual([true, expect.anything(), true, true, true]);
    expect(article(captures(list)[0])).toContain('<h1>Fish &amp; ships</h1>');
  });

  test('an item without anything', async () => {
    const list = await read(rss(['<item></item>', rssItem(entry(2))]));
    expect(list.map(brief)).toEqual(['feed.xml#1 empty', 'feed.xml#2 https://herald.example/talks/2']);
  });

  test('words that look like items in comments and CDATA', async () => {
    const list = await read(
      rss([
        `<!-- <item><title>no</title></item> -->`,
        rssItem({ ...entry(1), body: '<![CDATA[<p>an </item> tag</p>]]>' }),
      ]),
    );
    expect(list.map(brief)).toEqual(['feed.xml#1 https://herald.example/talks/1']);
    expect(article(captures(list)[0])).toContain('an </item> tag');
  });

  test('entities that refer to each other stay words', async () => {
    const laughs = Array.from({ length: 30 }, (_, i) => `<!ENTITY l${i + 1} "&l${i};&l${i};&l${i};">`).join(
      '',
    );
    const text = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]><rss version="2.0"><channel><item><title>&l30;</title><description>Words.</description></item></channel></rss>`;
    const list = captures(await read(text));
    expect(list).toHaveLength(1);
    expect(list[0]?.text.length).toBeLessThan(400);
  });

  test.each([
    [
      'HTML under the name of a feed',
      '<!doctype html><html><body><p>Please log in</p>',
      { mediaType: 'application/rss+xml' },
      'unsupported-format',
    ],
    [
      'words under the name of a feed',
      'Please log in',
      { mediaType: 'application/atom+xml' },
      'unsupported-format',
    ],
    ['no item', rss([]), {}, 'empty'],
    [
      'an RDF file without items',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>',
      {},
      'empty',
    ],
    [
      'a site map',
      '<?xml version="1.0"?><urlset><url><loc>https://herald.example/</loc></url></urlset>',
      {},
      'unsupported-format',
    ],
  ])('%s', async (_, text, meta, code) => {
    const list = await read(text, meta);
    expect(list.map((one) => one.ok || one.code)).toEqual([code]);
    expect(list[0]?.ok === false && list[0].message.length).toBeGreaterThan(20);
  });

  test('one page cannot be made of a feed', () =>
    expect(acquireBytes(new TextEncoder().encode(rssOf(1)), META)).toMatchObject({
      ok: false,
      code: 'unsupported-format',
    }));
});

describe('size', () => {
  const seconds = async (text: string): Promise<readonly [number, readonly Acquired[]]> => {
    const before = process.cpuUsage();
    const list = await read(text);
    const { user, system } = process.cpuUsage(before);
    // Seconds on the machine that the bounds were written on.
    return [(user + system) / 1e6 / slowness(), list];
  };

  test('an item of a million fields', async () => {
    const [cpu, list] = await seconds(
      rss([
        rssItem(entry(1)),
        `<item>${'<category>x</category>'.repeat(1_000_000)}</item>`,
        rssItem(entry(3)),
      ]),
    );
    expect(list.map((one) => one.ok || one.code)).toEqual([true, 'too-large', true]);
    expect(cpu).toBeLessThan(5);
  });

  test('half a million items', async () => {
    const [cpu, list] = await seconds(rss(['<item><title>x</title></item>'.repeat(500_000)]));
    expect(list.at(-1)).toMatchObject({ ok: false, code: 'too-large' });
    expect(list.filter(({ ok }) => ok)).toHaveLength(10_000);
    expect(cpu).toBeLessThan(5);
  });

  test.each([
    ['tags that never end', '<item '.repeat(500_000)],
    ['items in items', '<item>'.repeat(200_000)],
    ['comments that never end', '<!--'.repeat(500_000)],
    ['deep nesting', '<a>'.repeat(200_000)],
    ['deep nesting in an item', `<item>${'<a>'.repeat(20_000)}</item>`],
  ])('%s', async (_, inside) => {
    const [cpu, list] = await seconds(`${RSS_OPEN}${inside}`);
    expect(list.length).toBeGreaterThan(0);
    expect(cpu).toBeLessThan(5);
  });

  test('a JSON Feed of brackets', async () => {
    const [cpu] = await seconds(
      `{"version":"https://jsonfeed.org/version/1","items":[${'{"a":['.repeat(300_000)}`,
    );
    expect(cpu).toBeLessThan(5);
  });
});
