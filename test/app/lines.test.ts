import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteLine } from '../../src/app/lines.ts';
import { readLines } from '../../src/app/lines.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const read = async (chunks: readonly Uint8Array[], longest?: number): Promise<ByteLine[]> => {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  const out: ByteLine[] = [];
  for await (const line of readLines(source(), longest)) out.push(line);
  return out;
};

const texts = (lines: readonly ByteLine[]): (string | null)[] =>
  lines.map((line) => (line.ok ? line.text : null));

describe('readLines', () => {
  test.each<[string, string, [string, number][]]>([
    [
      'a last line without its end',
      'a\nb',
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    [
      'blank lines are counted, not given',
      'a\n\n  \nb\n',
      [
        ['a', 1],
        ['b', 4],
      ],
    ],
    [
      'a line separator inside a line',
      'a\u2028b\u0085c\nd\n',
      [
        ['a\u2028b\u0085c', 1],
        ['d', 2],
      ],
    ],
    [
      'a byte order mark before the first line',
      '\ufeffa\nb\n',
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
    ['nothing', '', []],
    ['an astral character', '𝕏\n', [['𝕏', 1]]],
  ])('%s', async (_, text, expected) => {
    const lines = await read([bytes(text)]);
    expect(lines.map((line) => (line.ok ? [line.text, line.number] : null))).toEqual(expected);
  });

  test('the cut into chunks makes no difference', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => `x${s.replaceAll('\n', ' ')}`),
          { maxLength: 8 },
        ),
        fc.integer({ min: 1, max: 7 }),
        async (list, size) => {
          const all = bytes(`${list.join('\n')}\n`);
          const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
            all.subarray(i * size, (i + 1) * size),
          );
          expect(texts(await read(chunks))).toEqual(list);
        },
      ),
    );
  });

  test('a line that is no UTF-8 is told of, and the next is read', async () => {
    const lines = await read([Uint8Array.of(0x61, 0xff, 0x0a), bytes('b\n')]);
    expect(lines[0]).toMatchObject({ ok: false, code: 'bad-line', number: 1 });
    expect(texts(lines)).toEqual([null, 'b']);
  });

  test('a line that is too long is told of, and the next is read', async () => {
    const lines = await read([bytes('aaaa'), bytes('aaaa'), bytes('aa\nok\n')], 8);
    expect(lines[0]).toMatchObject({ ok: false, code: 'too-large', number: 1 });
    expect(texts(lines)).toEqual([null, 'ok']);
  });
});
