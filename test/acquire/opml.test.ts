import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { acquirePath } from '../../src/acquire/index.ts';
import { readOpml } from '../../src/acquire/opml.ts';
import { shareOfBound } from '../support/pace.ts';
import { rssOf } from './support/feeds.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-opml-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const opml = (inside: string): string =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>${inside}</body></opml>`;
const listed = (text: string): readonly string[] =>
  readOpml(new TextEncoder().encode(text)).map(({ xmlUrl }) => xmlUrl);

describe('the feeds of a list', () => {
  test('with their titles and pages, in folders too, each once', () => {
    const text = opml(
      '<outline text="Press"><outline type="rss" text="Herald &amp; Sons" title="Lakeport Herald" xmlUrl="https://herald.example/rss?a=1&amp;b=2" htmlUrl="https://herald.example/"/><outline text="Gazette" xmlUrl="https://gazette.example/atom"/></outline><outline text="again" xmlUrl="https://gazette.example/atom"/><outline text="a note"/>',
    );
    expect(readOpml(new TextEncoder().encode(text))).toEqual([
      {
        title: 'Lakeport Herald',
        xmlUrl: 'https://herald.example/rss?a=1&b=2',
        htmlUrl: 'https://herald.example/',
      },
      { title: 'Gazette', xmlUrl: 'https://gazette.example/atom', htmlUrl: null },
    ]);
  });

  test.each([
    [
      'one that breaks off',
      '<opml><body><outline text="a" xmlUrl="https://a.example/"/><outline text="b" xml',
      ['https://a.example/'],
    ],
    [
      'a bare &',
      opml('<outline text="a & b" xmlUrl="https://a.example/?x=1&y=2"/>'),
      ['https://a.example/?x=1&y=2'],
    ],
    [
      'other letters',
      '<OPML><BODY><OUTLINE TEXT="a" XMLURL="https://a.example/"/></BODY></OPML>',
      ['https://a.example/'],
    ],
    [
      'deep nesting',
      opml(`${'<outline text="x">'.repeat(30_000)}<outline xmlUrl="https://a.example/"/>`),
      ['https://a.example/'],
    ],
    ['no outline', opml(''), []],
    ['no list', 'words', []],
  ])('%s', (_, text, want) => expect(listed(text)).toEqual(want));

  test('a million outlines', () => {
    const text = opml(
      Array.from({ length: 500_000 }, (_, i) => `<outline xmlUrl="https://a.example/${i}"/>`).join(''),
    );
    const list = (): unknown => expect(listed(text)).toHaveLength(10_000);
    expect(shareOfBound(5_000, list)).toBeLessThan(1);
  });
});

describe('a list of feeds as a file', () => {
  const read = async (text: string): Promise<readonly string[]> => {
    const path = join(folder, 'list.opml');
    writeFileSync(path, text);
    const found: string[] = [];
    for await (const one of acquirePath(path))
      found.push(
        (one.ok ? (one.capture.page.path ?? '') : `${one.path} ${one.code} ${one.message}`).replaceAll(
          `${folder}/`,
          '',
        ),
      );
    return found;
  };

  test('those beside it are read, the others are told of', async () => {
    mkdirSync(join(folder, 'saved'), { recursive: true });
    writeFileSync(join(folder, 'saved', 'herald.xml'), rssOf(2));
    const list = await read(
      opml(
        '<outline xmlUrl="saved/herald.xml"/><outline xmlUrl="https://a.example/rss"/><outline xmlUrl="missing.xml"/>',
      ),
    );
    expect(list.slice(0, 2)).toEqual(['saved/herald.xml#1', 'saved/herald.xml#2']);
    expect(list[2]).toMatch(/^missing\.xml not-found/);
    expect(list[3]).toMatch(/^list\.opml unsupported-format .*demarche add https:\/\/a\.example\/rss$/);
  });

  test.each([
    ['../outside.xml'],
    ['/etc/hostname'],
    ['saved/../../outside.xml'],
    ['file:///etc/hostname'],
    ['C:\\outside.xml'],
  ])('%s is not opened', async (address) => {
    const list = await read(opml(`<outline xmlUrl="${address}"/>`));
    expect(list).toHaveLength(1);
    expect(list[0]).toContain('unsupported-format');
  });

  test('a list in a list is not followed', async () => {
    expect(await read(opml('<outline xmlUrl="list.opml"/>'))).toEqual([
      expect.stringContaining('unsupported-format'),
    ]);
  });

  test('an empty one', async () => expect(await read(opml(''))).toEqual([expect.stringContaining('empty')]));
});
