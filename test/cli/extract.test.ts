import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eofLineSchema, extractLineSchema } from '../../src/app/extract-schema.ts';
import type { EofLine, ExtractLine } from '../../src/app/extract-types.ts';
import { manyPages, PAGES, writePages } from './pages.ts';
import { demarche, jsonLines, PROGRAM, scratch } from './run.ts';

let cwd = '';

beforeAll(() => {
  cwd = scratch();
  writePages(cwd, 'coverage');
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const linesOf = (out: string): readonly ExtractLine[] =>
  jsonLines(out).map((line) => extractLineSchema.parse(line));

const spansOf = (line: ExtractLine): readonly (readonly [number, number])[] => [
  ...line.attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
  ...line.events.flatMap(({ trigger, span }) => [trigger, span]),
  ...[...line.times, ...line.mentions, ...line.framing].map(({ start, end }) => [start, end] as const),
  ...(line.article?.segments ?? []).map(({ start, end }) => [start, end] as const),
];

describe('demarche extract PATH...', () => {
  test('writes one line a page that fits the schema, in the order given, and keeps paths as they are', async () => {
    const { status, out } = await demarche(['extract', 'coverage/evening-ledger.txt', 'coverage'], { cwd });
    const lines = linesOf(out);
    expect(status).toBe(0);
    expect(lines.map(({ page }) => page.path)).toEqual([
      'coverage/evening-ledger.txt',
      'coverage/daily-lantern.txt',
      'coverage/evening-ledger.txt',
      'coverage/harbour-post.html',
    ]);
    expect(lines.every(({ id, page }) => id === page.id)).toBe(true);
  });

  test('plain text is unchanged, and every span lies in it', async () => {
    const { out } = await demarche(['extract', 'coverage/evening-ledger.txt'], { cwd });
    const [line] = linesOf(out);
    const text = line?.article?.text ?? '';
    expect(text).toBe(PAGES['evening-ledger.txt']);
    if (line === undefined) throw new Error('no line');
    const spans = spansOf(line);
    expect(spans.length).toBeGreaterThan(5);
    for (const [start, end] of spans) expect(start < end && end <= text.length).toBe(true);
    const contents = line.attributions.flatMap(({ content }) => content.map(([s, e]) => text.slice(s, e)));
    expect(contents.some((content) => content.includes('The ferry must run again 𝕏'))).toBe(true);
  });

  test('reads the same bytes from standard input', async () => {
    const input = PAGES['daily-lantern.txt'] ?? '';
    const [fromFile] = linesOf((await demarche(['extract', 'coverage/daily-lantern.txt'], { cwd })).out);
    const [fromInput] = linesOf((await demarche(['extract', '-'], { cwd, input })).out);
    expect(fromInput?.page.path).toBe('-');
    expect({ ...fromInput, page: null }).toEqual({ ...fromFile, page: null });
  });

  test('--layers leaves the others out and changes nothing in those asked for', async () => {
    const all = linesOf((await demarche(['extract', 'coverage'], { cwd })).out);
    const some = linesOf((await demarche(['extract', 'coverage', '--layers', 'event,time'], { cwd })).out);
    expect(some.map(({ events, times }) => ({ events, times }))).toEqual(
      all.map(({ events, times }) => ({ events, times })),
    );
    expect(
      some.flatMap(({ attributions, mentions, framing }) => [attributions, mentions, framing].flat()),
    ).toEqual([]);
    expect(all.flatMap(({ attributions }) => attributions).length).toBeGreaterThan(2);
  });

  test('--published and --url are taken', async () => {
    const args = [
      'extract',
      'coverage/daily-lantern.txt',
      '--published',
      '2015-03',
      '--url',
      'https://lantern.example/1',
    ];
    const [line] = linesOf((await demarche(args, { cwd })).out);
    expect(line?.article?.published.value).toBe('2015-03');
    expect(line?.page.url).toBe('https://lantern.example/1');
  });

  test('a page that cannot be read is a line with an error, and the status is 1', async () => {
    const { status, out, err } = await demarche(['extract', 'gone.txt', 'coverage/daily-lantern.txt'], {
      cwd,
    });
    const lines = linesOf(out);
    expect(status).toBe(1);
    expect(lines.map(({ error }) => error?.code ?? null)).toEqual(['not-found', null]);
    expect(lines[0]?.article).toBeNull();
    expect(err).toMatch(/^gone\.txt: error\[not-found\]: /m);
  });

  test.each<[string, string[], RegExp]>([
    ['nothing to read', ['extract'], /name a file, a folder or -/],
    ['paths beside --jsonl', ['extract', '--jsonl', 'a', 'b'], /leave the paths out/],
    ['--eof without --jsonl', ['extract', '--eof', 'a'], /--eof goes with --jsonl/],
    ['an unknown layer', ['extract', '-', '--layers', 'time,colour'], /no such layer: colour/],
    ['a published date that is none', ['extract', '-', '--published', 'May'], /--published is no date/],
    ['no number of jobs', ['extract', '-', '--jobs', '0'], /whole number from 1 to 1000/],
    ['an unknown pack', ['extract', '--jsonl', '--pack', 'atlantis'], /pack/],
  ])('refuses %s with status 2', async (_, args, message) => {
    const { status, out, err } = await demarche(args, { cwd });
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^error\[(?:usage|pack-unknown)\]: /);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('demarche extract --jsonl', () => {
  const input = [
    '{"id":"a","text":"President Ada Voss said that the ferry would run."}',
    'not json',
    '{"id":2,"html":"<article><p>President Ada Voss said that the ferry would run again.</p></article>"}',
    '',
    '{"id":"b","text":""}',
    '{"id":"c","text":"One line.\\nTwo lines.","clean":false,"language":"en","published":"2015"}',
  ].join('\n');

  test('answers each line in order with its id, and ends with 0 whatever the lines hold', async () => {
    const { status, out } = await demarche(['extract', '--jsonl'], { input });
    const lines = linesOf(out);
    expect(status).toBe(0);
    expect(lines.map(({ id, error }) => [id, error?.code ?? null])).toEqual([
      ['a', null],
      [null, 'bad-line'],
      [2, null],
      ['b', 'empty'],
      ['c', null],
    ]);
    expect(lines[1]?.error?.message).toContain('line 2');
    expect(new Set(lines[4]?.article?.segments.map(({ kind }) => kind))).toEqual(new Set(['body']));
    expect(lines[4]?.article?.published.value).toBe('2015');
  });

  test('--eof counts and digests the lines before it', async () => {
    const file = join(scratch(), 'in.jsonl');
    writeFileSync(file, input);
    const { status, out } = await demarche(['extract', '--jsonl', file, '--eof']);
    const end = out.trimEnd().lastIndexOf('\n') + 1;
    const eof: EofLine = eofLineSchema.parse(JSON.parse(out.slice(end)));
    expect(status).toBe(0);
    expect(eof).toEqual({
      type: 'eof',
      in: 5,
      out: 5,
      errors: 2,
      sha256: createHash('sha256').update(out.slice(0, end)).digest('hex'),
    });
  });

  test('gives the same bytes whatever the number of threads', async () => {
    const lines = Object.entries(manyPages(40)).map(([id, text]) => JSON.stringify({ id, text }));
    const runs = await Promise.all(
      ['1', '3'].map((jobs) => demarche(['extract', '--jsonl', '--jobs', jobs], { input: lines.join('\n') })),
    );
    expect(runs[0]?.out).toBe(runs[1]?.out);
    expect(linesOf(runs[0]?.out ?? '').map(({ id }) => id)).toEqual(Object.keys(manyPages(40)));
  });

  test('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'extract', '--jsonl'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const answer = new Promise<string>((resolve) =>
      child.stdout.once('data', (part: Buffer) => resolve(String(part))),
    );
    child.stdin.write('{"id":"first","text":"A line of text."}\n');
    expect(JSON.parse(await answer)).toMatchObject({ id: 'first' });
    child.stdin.end();
    await new Promise((resolve) => child.once('close', resolve));
  });

  test('ends quietly when the reader goes away', async () => {
    // A slow machine would tell of its progress.
    const child = spawn(process.execPath, [PROGRAM, '--quiet', 'extract', '--jsonl'], { stdio: 'pipe' });
    let err = '';
    child.stderr.on('data', (part: Buffer) => {
      err += String(part);
    });
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    const line = `${JSON.stringify({ id: 1, text: 'A line of text. '.repeat(200) })}\n`;
    child.stdin.end(line.repeat(300));
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect(status).toBe(0);
    expect(err).toBe('');
  });

  test('a file that is not there is a broken call', async () => {
    const { status, err } = await demarche(['extract', '--jsonl', 'gone.jsonl'], { cwd });
    expect(status).toBe(3);
    expect(err).toMatch(/^error\[not-found\]: .*\nhint: /);
  });
});
