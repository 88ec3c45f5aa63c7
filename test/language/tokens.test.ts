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

  test('a word that is plain to see is what the pattern finds', () => {
    const pattern =
      /(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Messrs|St|Jr|Sr|\p{Lu})\.(?![\p{L}\p{N}])|(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’.,\-‐‑–][\p{L}\p{N}\p{M}]+)*|[^\s]/gu;
    const piece = fc.constantFrom(
      ...['Voss', 'Messrs', 'Dr', 'J', 'U.S', '1', '000', '3.5', 'é', 'e\u0301', 'я', '島'],
      ...['.', ',', "'", '’', '-', '–', '"', '(', ';', ' ', '\u00a0', '\n', '\u001c', '😀'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        expect(tokenise(text).map(({ start, text: form }) => [start, form])).toEqual(
          [...text.matchAll(pattern)].map((match) => [match.index, match[0]]),
        );
        for (const { text: form, lower, kind } of tokenise(text)) {
          expect(lower).toBe(form.toLowerCase().replaceAll('’', "'"));
          expect(kind).toBe(
            /^\p{N}[\p{N}.,]*$/u.test(form) ? 'number' : /^[\p{L}\p{N}]/u.test(form) ? 'word' : 'mark',
          );
        }
      }),
      { numRuns: 2_000 },
    );
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
