import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../../src/language/index.ts';

const forms = (text: string): readonly string[] => tokenise(text).map((token) => token.text);

describe('tokenise', () => {
  test.each([
    ['Ms. Voss met J. K. Orr.', ['Ms.', 'Voss', 'met', 'J.', 'K.', 'Orr', '.']],
    ['the U.S. envoy', ['the', 'U.S.', 'envoy']],
    ['Freedonia’s 1,000-page note', ['Freedonia’s', '1,000-page', 'note']],
    ['“No,” she said — twice', ['“', 'No', ',', '”', 'she', 'said', '—', 'twice']],
    ['Sylvanian–Freedonian talks', ['Sylvanian–Freedonian', 'talks']],
    ['a\u00a0plan', ['a', 'plan']],
  ])('%s', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  test('offsets count UTF-16 code units, also behind an astral character', () => {
    const text = '😀 Voss spoke';
    const voss = tokenise(text).find((token) => token.text === 'Voss');
    expect(voss).toMatchObject({ start: 3, end: 7, kind: 'word', lower: 'voss' });
  });

  test('every token covers its own text and none overlaps the next', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const token of tokenise(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.lower.length).toBe(token.text.length);
          expect(token.start).toBeGreaterThanOrEqual(last);
          last = token.end;
        }
      }),
    );
  });
});
