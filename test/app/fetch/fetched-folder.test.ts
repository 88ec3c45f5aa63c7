import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FetchedPage } from '../../../src/acquire/web-answer.ts';
import { openFetched } from '../../../src/app/fetch/fetched-folder.ts';
import { instant } from '../../../src/model/brand.ts';

let root = '';
let record = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'demarche-fetched-'));
  record = join(root, 'ferry.demarche');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const pageOf = (given: Partial<FetchedPage> = {}): FetchedPage => ({
  ok: true,
  kind: 'page',
  url: 'https://harbour.example/a',
  capturedAt: instant('2031-05-14T10:11:12.345Z'),
  archive: Buffer.from('an archive'),
  digest: 'a'.repeat(64),
  etag: '"v1"',
  lastModified: null,
  ...given,
});
const index = (): string => join(`${record}.fetched`, 'fetched.jsonl');

test('opening makes nothing, and what is kept is there when it is opened again', async () => {
  const first = await openFetched(record);
  expect(readdirSync(root)).toEqual([]);
  const capture = await first.keep(pageOf());
  expect(readFileSync(first.pathOf(capture), 'utf8')).toBe('an archive');
  expect(capture.file).toMatch(/^20310514T101112345Z-harbour\.example-[0-9a-f]{12}\.warc\.gz$/);
  const second = await openFetched(record);
  expect(second.last('https://harbour.example/a')).toEqual(capture);
  expect(second.last('https://harbour.example/b')).toBeNull();
});

test('a page like the last of its address is not kept twice, another one is', async () => {
  const folder = await openFetched(record);
  const one = await folder.keep(pageOf());
  const later = instant('2031-05-15T10:11:12.345Z');
  expect(await folder.keep(pageOf({ capturedAt: later }))).toBe(one);
  const two = await folder.keep(pageOf({ capturedAt: later, digest: 'b'.repeat(64) }));
  expect((await openFetched(record)).last(one.url)).toEqual(two);
  expect(readdirSync(`${record}.fetched`).toSorted()).toEqual([one.file, two.file, 'fetched.jsonl']);
});

describe('after a crash', () => {
  test('a line that was cut off, noise, and lines about missing files count for nothing', async () => {
    const capture = await (await openFetched(record)).keep(pageOf());
    const other = { ...capture, url: 'https://harbour.example/other' };
    const lines = [
      'noise',
      '{}',
      '[1]',
      JSON.stringify({ ...other, file: 'gone.warc.gz' }),
      JSON.stringify({ ...other, file: '../ferry.warc.gz' }),
      JSON.stringify({ ...other, etag: 1 }),
      JSON.stringify(other).slice(0, 40),
    ];
    writeFileSync(join(root, 'ferry.warc.gz'), 'outside');
    appendFileSync(index(), lines.join('\n'));
    const again = await openFetched(record);
    expect(again.last(other.url)).toBeNull();
    expect(again.last(capture.url)).toEqual(capture);
    // And the line that was cut off swallows none that is written later.
    const next = await again.keep(pageOf({ url: 'https://harbour.example/next' }));
    expect((await openFetched(record)).last(next.url)).toEqual(next);
  });

  test('before the archive is in its place, nothing was fetched', async () => {
    const folder = await openFetched(record);
    const capture = await folder.keep(pageOf());
    rmSync(folder.pathOf(capture));
    writeFileSync(`${folder.pathOf(capture)}.part`, 'an arch');
    const again = await openFetched(record);
    expect(again.last(capture.url)).toBeNull();
    expect(await again.keep(pageOf())).toEqual(capture);
    expect(readFileSync(again.pathOf(capture), 'utf8')).toBe('an archive');
  });
});

test.each([
  'http://../a',
  'http://a..b../',
  'http://[2606:4700::1111]/',
  `http://${'long.'.repeat(50)}example/`,
])('%s leads to no other folder', async (url) => {
  const folder = await openFetched(record);
  const path = folder.pathOf(await folder.keep(pageOf({ url })));
  expect(dirname(path)).toBe(`${record}.fetched`);
  expect(existsSync(path)).toBe(true);
});

test('a place that cannot be written to is told of', async () => {
  writeFileSync(dirname(index()), 'a file where the folder should be');
  await expect((await openFetched(record)).keep(pageOf())).rejects.toMatchObject({
    message: expect.stringMatching(/EEXIST|ENOTDIR|cannot be kept/),
  });
});
