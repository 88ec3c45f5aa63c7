import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expandPaths } from '../../src/app/paths.ts';
import { asOrdinaryUser } from '../support/ordinary-user.ts';

let root = '';

const FILES = [
  'b.html',
  'a.txt',
  'README.md',
  'notes.md',
  'data.json',
  '.hidden.txt',
  'z.warc.gz',
  'z.tar.gz',
  'deep/c.htm',
  'deep/er/d.mhtml',
  'star[1].txt',
];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'demarche-paths-'));
  mkdirSync(join(root, 'deep', 'er'), { recursive: true });
  for (const file of FILES) writeFileSync(join(root, file), 'x');
  symlinkSync(join(root, 'deep'), join(root, 'loop'));
  symlinkSync(join(root, 'a.txt'), join(root, 'link.txt'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const expand = async (...paths: string[]): Promise<string[]> => {
  const out: string[] = [];
  for await (const found of expandPaths(paths.map((path) => join(root, path))))
    out.push(`${found.ok ? '' : `${found.code} `}${found.path.slice(root.length + 1)}`);
  return out;
};

describe('expandPaths', () => {
  test.each<[string, string[], string[]]>([
    [
      'a folder by name, without hidden files, other kinds, what describes it, and links to folders',
      [''],
      [
        'a.txt',
        'b.html',
        'deep/c.htm',
        'deep/er/d.mhtml',
        'link.txt',
        'notes.md',
        'star[1].txt',
        'z.warc.gz',
      ],
    ],
    [
      'files in the order given, whatever their ending',
      ['b.html', 'data.json', 'a.txt'],
      ['b.html', 'data.json', 'a.txt'],
    ],
    ['a glob by name', ['**/*.{htm,html}'], ['b.html', 'deep/c.htm']],
    ['a file whose name looks like a glob', ['star[1].txt'], ['star[1].txt']],
    ['a glob that fits nothing', ['*.pdf'], ['not-found *.pdf']],
    ['a file that is not there is left to the reader', ['gone.txt'], ['gone.txt']],
  ])('%s', async (_, paths, expected) => {
    expect(await expand(...paths)).toEqual(expected);
  });

  test('a folder that may not be read is told of, and the rest goes on', async () => {
    const closed = join(root, 'closed');
    chmodSync(root, 0o755);
    mkdirSync(closed, { mode: 0o000 });
    expect(await asOrdinaryUser(() => expand('closed', 'a.txt'))).toEqual(['permission closed', 'a.txt']);
    rmSync(closed, { recursive: true });
  });
});

test('a folder gives its feeds, whatever XML and JSON lie beside them', async () => {
  const folder = join(root, 'feeds');
  mkdirSync(folder);
  const files: readonly (readonly [string, string])[] = [
    ['a.rss', 'x'],
    ['b.atom', 'x'],
    ['c.opml', 'x'],
    ['d.pdf', 'x'],
    ['e.xml', '<?xml version="1.0"?><rss version="2.0"></rss>'],
    ['f.xml', '<?xml version="1.0"?><settings/>'],
    ['g.json', '{"version": "https://jsonfeed.org/version/1.1", "items": []}'],
    ['h.json', '{"version": "1.0.0"}'],
    ['i.rdf', 'x'],
  ];
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  expect(await expand('feeds')).toEqual(
    ['a.rss', 'b.atom', 'c.opml', 'd.pdf', 'e.xml', 'g.json', 'i.rdf'].map((name) => `feeds/${name}`),
  );
});
