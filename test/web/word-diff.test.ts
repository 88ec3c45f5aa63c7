import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from '../../web/src/lib/word-diff.ts';

const textOf = (pieces: readonly { readonly text: string }[]): string =>
  pieces.map(({ text }) => text).join('');
const marked = (pieces: ReturnType<typeof diffWords>['left']): string =>
  pieces.map(({ text, isSame }) => (isSame ? text : `[${text}]`)).join('');

describe('diffWords', () => {
  it.each([
    ['We keep the old pier.', 'We keep the pier.', 'We keep the [old ]pier.', 'We keep the pier.'],
    ['the pier stays', 'the pier closes', 'the pier [stays]', 'the pier [closes]'],
    ['“the pier”', '"The pier"', '“the pier”', '"The pier"'],
    ['灯台は残す', '灯台は売る', '灯台は[残す]', '灯台は[売る]'],
    ['', 'all new', '', '[all new]'],
    ['same', 'same', 'same', 'same'],
  ])('compares %j with %j', (left, right, markedLeft, markedRight) => {
    const diff = diffWords(left, right);
    expect([marked(diff.left), marked(diff.right)]).toEqual([markedLeft, markedRight]);
  });

  it('joins to both wordings, and marks nothing as the same that is not', () => {
    const words = fc.array(fc.constantFrom('pier', 'sea', 'Orland', ' ', ',', '🛟', '“'), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const diff = diffWords(a.join(''), b.join(''));
        expect([textOf(diff.left), textOf(diff.right)]).toEqual([a.join(''), b.join('')]);
        const same = (pieces: typeof diff.left): string =>
          textOf(pieces.filter(({ isSame }) => isSame))
            .replace(/ /g, '')
            .toLowerCase();
        expect(same(diff.left)).toBe(same(diff.right));
      }),
    );
  });

  it('gives up on wordings that are too unlike, without loss', () => {
    const a = Array.from({ length: 1500 }, (_, n) => `a${n}`).join(' ');
    const b = Array.from({ length: 1500 }, (_, n) => `b${n}`).join(',');
    const diff = diffWords(a, b);
    expect(diff).toEqual({
      left: [{ text: a, isSame: false }],
      right: [{ text: b, isSame: false }],
      isWhole: false,
    });
  });
});
