import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../src/lib/lines.ts';

const cut = (text: string): readonly string[] =>
  linesOf(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['', ['']],
  ['one', ['one']],
  [
    'one\ntwo\r\nthree\rfour\u2028five\u2029six\fseven',
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven'],
  ],
  ['\n\r\n', ['', '', '']],
  ['𝕏\n😀', ['𝕏', '😀']],
])('%j', (text, lines) => expect(cut(text)).toEqual(lines));

test('what stands between the lines is line breaks and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u2028', '😀', ' ') }), (text) => {
      let from = 0;
      for (const { start, end } of linesOf(text)) {
        expect(text.slice(from, start)).toMatch(/^(?:\r\n|[\n\r\f\u2028\u2029])?$/);
        expect(text.slice(start, end)).not.toMatch(/[\n\r\f\u2028\u2029]/);
        from = end;
      }
      expect(from).toBe(text.length);
    }),
  );
});
