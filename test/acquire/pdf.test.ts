import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/acquire/index.ts';
import { acquirePdf } from '../../src/acquire/pdf.ts';
import type { PdfRun } from '../../src/acquire/pdf-lines.ts';
import { textOfPdfPage } from '../../src/acquire/pdf-lines.ts';
import { shareOfBound } from '../support/pace.ts';
import { PATIENCE } from '../support/patience.ts';

/** Runs at a left edge and a foot, ten points high, five wide a letter. */
const run = (text: string, x: number, y: number, height = 10): PdfRun => ({
  text,
  x,
  y,
  width: text.length * 5,
  height,
});

describe('lines and paragraphs', () => {
  test.each<[string, readonly PdfRun[], string]>([
    [
      'two lines of a paragraph',
      [run('The ministers met on', 50, 700), run('the ferry.', 50, 688)],
      'The ministers met on\nthe ferry.',
    ],
    [
      'words of one line',
      [run('The', 50, 700), run('ministers', 70, 700), run(' met', 115, 700)],
      'The ministers met',
    ],
    ['letters set apart', [run('fer', 50, 700), run('ry', 65.4, 700)], 'ferry'],
    [
      'a wider gap begins a paragraph',
      [
        run('One.', 50, 700),
        run('Two.', 50, 688),
        run('Three.', 50, 676),
        run('New.', 50, 652),
        run('On.', 50, 640),
      ],
      'One.\nTwo.\nThree.\n\nNew.\nOn.',
    ],
    [
      'a heading stands alone',
      [run('Lakeport', 50, 720, 18), run('The ministers', 50, 706), run('met.', 50, 694)],
      'Lakeport\n\nThe ministers\nmet.',
    ],
    [
      'a sentence goes on in the next column',
      [
        run('They met on', 50, 112),
        run('the', 50, 100),
        run('ferry again', 300, 700),
        run('and left.', 300, 688),
      ],
      'They met on\nthe\nferry again\nand left.',
    ],
    [
      'a paragraph ends with its column',
      [run('They met', 50, 112), run('there.', 50, 100), run('Fish', 300, 700), run('and ships.', 300, 688)],
      'They met\nthere.\n\nFish\nand ships.',
    ],
    ['hyphens stay', [run('mini-', 50, 700), run('sters', 50, 688)], 'mini-\nsters'],
    [
      'a raised figure is of its line',
      [run('fish', 50, 700), run('2', 70, 703, 6), run(' ships', 74, 700)],
      'fish2 ships',
    ],
    [
      'columns side by side do not run together',
      [run('left', 50, 700), run('right', 300, 700)],
      'left right',
    ],
    ['nothing', [], ''],
    ['only spaces', [run('  ', 50, 700), run(' ', 50, 688)], ''],
  ])('%s', (_, runs, want) => expect(textOfPdfPage(runs)).toBe(want));

  test('a page of half a million runs takes little time', () => {
    const runs = Array.from({ length: 500_000 }, (_, i) => run('word', (i % 10) * 50, 9_000_000 - 12 * i));
    const join = (): void => expect(textOfPdfPage(runs).length).toBeGreaterThan(2_000_000);
    expect(shareOfBound(5_000, join)).toBeLessThan(1);
  });
});

const STUB = new URL('support/pdf-stub.mjs', import.meta.url).href;
const item = (str: string, y: number): object => ({
  str,
  transform: [10, 0, 0, 10, 50, y],
  width: str.length * 5,
  height: 10,
});
const pdf = (pages: unknown): Uint8Array =>
  new TextEncoder().encode(`%PDF-1.7\n${typeof pages === 'string' ? pages : JSON.stringify(pages)}`);
const META = { path: 'note.pdf', url: 'https://herald.example/note.pdf', capturedAt: null };

const read = (pages: unknown, options: object = {}) =>
  acquirePdf(pdf(pages), META, DEFAULT_LIMITS, { module: STUB, timeoutMs: PATIENCE, ...options });

describe('reading, with a stand-in for pdfjs-dist', () => {
  test('the text of all pages; the bytes are those of the file', async () => {
    const one = await read([
      [item('The ministers', 700), { type: 'mark' }, item('met.', 688)],
      [],
      [item('They left.', 700)],
    ]);
    expect(one).toMatchObject({
      ok: true,
      capture: {
        text: 'The ministers\nmet.\n\nThey left.',
        page: { mediaType: 'text/plain', charset: 'utf-8', path: 'note.pdf', url: META.url },
        diagnostics: [],
      },
    });
  });

  test.each([
    ['locked', 'locked', {}, 'permission', 'password'],
    ['not a PDF behind its first line', 'rubbish', {}, 'unsupported-format', 'cannot be read'],
    ['pictures of pages', [[], []], {}, 'empty', 'pictures'],
    ['a page that never ends', ['stuck'], { timeoutMs: 1_000 }, 'unsupported-format', 'longer than 1 s'],
    ['a page that takes all memory', ['greedy'], {}, 'unsupported-format', 'cannot be read'],
    ['no module', [[]], { module: 'file:///nowhere/pdf.mjs' }, 'unsupported-format', 'cannot be read'],
  ])('%s', async (_, pages, options, code, words) => {
    const one = await read(pages, options);
    expect(one).toMatchObject({ ok: false, code, message: expect.stringContaining(words) });
  });

  test.each([
    ['broken', {}, 'bad page'],
    ['stuck', { timeoutMs: 2_000 }, 'longer than 2 s'],
    ['stuck', { maxPages: 1 }, '1 of 2'],
  ])('what stands before a page that is %s is kept', async (trick, options, words) => {
    const one = await read([[item('The ministers met.', 700)], trick], options);
    expect(one).toMatchObject({
      ok: true,
      capture: {
        text: 'The ministers met.',
        diagnostics: [{ code: 'text-windowed', message: expect.stringContaining(words) }],
      },
    });
  });
});

test('without pdfjs-dist it is said how to have PDFs read', async () => {
  const one = await acquirePdf(pdf([[]]), META, DEFAULT_LIMITS, { module: null });
  expect(one).toMatchObject({
    ok: false,
    code: 'unsupported-format',
    message: expect.stringContaining('npm i pdfjs-dist'),
  });
});
