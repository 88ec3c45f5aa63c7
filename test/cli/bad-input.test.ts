import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractLineSchema } from '../../src/app/extract-schema.ts';
import type { ExtractLine } from '../../src/app/extract-types.ts';
import { openRecord } from '../../src/app/record-file.ts';
import { asOrdinaryUser } from '../support/ordinary-user.ts';
import { PATIENCE } from '../support/patience.ts';
import { demarche, jsonLines, scratch } from './run.ts';

const STORY = 'The talks on the ferry went on for a long time in the town of Lakeport, officials said. ';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const html = (head: string, body: string): Buffer =>
  bytes(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);

/** File name, bytes, the error expected (null: none), and diagnostics that must be there. */
const CASES: readonly (readonly [string, Buffer, string | null, readonly string[]])[] = [
  ['empty.html', bytes(''), 'empty', []],
  ['blank.txt', bytes(' \n\t\n'), 'empty', []],
  ['binary.txt', Buffer.from(Array.from({ length: 4_096 }, (_, i) => i % 256)), 'binary', []],
  [
    'picture.html',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Array(200).fill(0)]),
    'binary',
    [],
  ],
  ['paper.txt', bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), 'unsupported-format', []],
  [
    'wrong-charset.txt',
    Buffer.concat([bytes('Talks in Lakeport: '), Buffer.from([0xe9, 0x74, 0xe9]), bytes(`\n\n${STORY}`)]),
    null,
    ['charset-guessed'],
  ],
  ['open-divs.html', bytes(`<html><body>${'<div>'.repeat(1_000)}${STORY}`), 'poison', ['poison-fallback']],
  ['deep.html', bytes(`<p>${'<b><i>'.repeat(20_000)}${STORY}`), 'poison', ['poison-fallback']],
  [
    'no-article.html',
    html('<title>x</title>', '<nav><a href="/">Home</a><a href="/w">World</a></nav>'),
    null,
    ['no-article'],
  ],
  [
    'impossible-date.html',
    html(
      '<meta property="article:published_time" content="2015-02-31">',
      `<article><h1>Talks</h1><p>${STORY.repeat(8)}</p></article>`,
    ),
    null,
    [],
  ],
  ['astral.txt', bytes(`Talks 😀 in 𝕏\n\n“We go on 𝕏,” President Ada Voss said. ${STORY}\n`), null, []],
  [
    'right-to-left.txt',
    bytes('محادثات في المدينة\n\nقال الرئيس إن المحادثات مستمرة في المدينة اليوم.\n'),
    null,
    ['language-unsupported'],
  ],
  ['crlf.txt', bytes(`Talks go on\r\n\r\n${STORY}\r\n"We go on," President Ada Voss said.\r\n`), null, []],
  [
    'cut.warc.gz',
    gzipSync(
      bytes('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5000\r\n\r\nHTTP/1.1 200 OK\r\n'),
    ).subarray(0, 60),
    'broken-archive',
    [],
  ],
  ['other.gz', gzipSync(bytes(STORY)), 'unsupported-format', []],
  ['ordinary.txt', bytes(`Talks go on\n\n${STORY.repeat(4)}\n`), null, []],
];

let cwd = '';
let lines: readonly ExtractLine[] = [];
let run = { status: null as number | null, err: '' };

beforeAll(async () => {
  cwd = scratch();
  for (const [name, content] of CASES) writeFileSync(join(cwd, name), content);
  const { status, out, err } = await demarche(['extract', ...CASES.map(([name]) => name)], { cwd });
  run = { status, err };
  lines = jsonLines(out).map((line) => extractLineSchema.parse(line));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('bad input', () => {
  test('every page has its line, the status is 1, and there is no stack', () => {
    expect(new Set(lines.map(({ page }) => page.path?.replace(/#\d+$/, '')))).toEqual(
      new Set(CASES.map(([name]) => name)),
    );
    expect(run.status).toBe(1);
    expect(run.err).not.toMatch(/^\s+at /m);
  });

  test.each(CASES.map(([name, , error, codes]) => [name, error, codes] as const))(
    '%s: %s',
    (name, error, codes) => {
      const of = lines.filter(({ page }) => page.path === name || page.path?.startsWith(`${name}#`));
      expect(of.map((line) => line.error?.code ?? null)).toContain(error);
      const found = of.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
      expect(found).toEqual(expect.arrayContaining([...codes]));
    },
  );

  test('a page with too much mark-up keeps its words as plain text', () => {
    const line = lines.find(({ page }) => page.path === 'open-divs.html');
    expect(line?.article?.text).toContain(STORY.trim());
  });

  test('a day of publication in the future is refused with its reason, by `extract --today` and by `add`', async () => {
    const story = `<article><h1>Talks</h1><p>${STORY.repeat(8)}</p></article>`;
    const head = '<meta property="article:published_time" content="2199-01-01T00:00:00Z">';
    writeFileSync(join(cwd, 'future.html'), html(head, story));
    const { out } = await demarche(['extract', 'future.html', '--today', '2026-01-01'], { cwd });
    const line = extractLineSchema.parse(JSON.parse(out));
    expect(line.article?.published).toMatchObject({
      value: null,
      rejected: [{ value: '2199-01-01', reason: 'future' }],
    });
    expect(line.diagnostics.map(({ code }) => code)).toContain('date-future');
    await demarche(['init', 'future.demarche'], { cwd });
    expect((await demarche(['add', 'future.html', '--record', 'future.demarche'], { cwd })).status).toBe(0);
    const store = await openRecord(join(cwd, 'future.demarche'), { readonly: true });
    for await (const { article } of store.extractions())
      expect(article.published).toMatchObject([{ rejected: 'future' }]);
    await store.close();
  });

  test('CRLF and astral characters stay as they are', () => {
    for (const name of ['crlf.txt', 'astral.txt']) {
      const line = lines.find(({ page }) => page.path === name);
      expect(line?.article?.text).toBe(CASES.find(([file]) => file === name)?.[1].toString('utf8'));
    }
  });

  test('200 MB cost no memory and no time', async () => {
    const file = openSync(join(cwd, 'huge.txt'), 'w');
    ftruncateSync(file, 200 * 1024 * 1024);
    closeSync(file);
    const started = performance.now();
    const { out } = await demarche(['extract', 'huge.txt'], { cwd });
    expect(jsonLines(out)[0]).toMatchObject({ error: { code: 'too-large' }, article: null });
    expect(performance.now() - started).toBeLessThan(PATIENCE);
  });

  test('a text of one line of 5 MB is read in linear time', async () => {
    writeFileSync(
      join(cwd, 'one-line.txt'),
      STORY.repeat(Math.ceil(5_000_000 / STORY.length)).slice(0, 5_000_000),
    );
    const { out } = await demarche(['extract', 'one-line.txt'], { cwd });
    const [line] = jsonLines(out).map((value) => extractLineSchema.parse(value));
    expect(line).not.toHaveProperty('error');
    expect(line?.article?.text).toHaveLength(5_000_000);
    expect(line?.diagnostics.map(({ code }) => code)).toContain('text-windowed');
  });

  test('a folder that may not be read is told of, and the other pages are read', async () => {
    chmodSync(cwd, 0o755);
    mkdirSync(join(cwd, 'closed'), { mode: 0o000 });
    const { status, out } = await asOrdinaryUser(() =>
      demarche(['extract', 'closed', 'ordinary.txt'], { cwd }),
    );
    expect(status).toBe(1);
    expect(jsonLines(out).map(({ error }) => (error as { code: string } | undefined)?.code ?? null)).toEqual([
      'permission',
      null,
    ]);
  });
});
