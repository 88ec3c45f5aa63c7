import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyOf } from '../../src/lib/alternation.ts';

const found = (forms: readonly string[], text: string): readonly string[] =>
  text.match(new RegExp(anyOf(forms), 'gu')) ?? [];

describe('anyOf', () => {
  test.each([
    [['prime minister', 'prime', 'minister'], 'the prime minister', ['prime minister']],
    [['envoy'], 'no one', []],
    [[], 'anything', []],
    [['a.b', 'a'], 'axb a.b', ['a', 'a.b']],
    [['head of state'], 'head\u00a0of state', ['head\u00a0of state']],
    [['😀 a', '😀'], '😀 b 😀 a', ['😀', '😀 a']],
  ] as const)('%j in %s', (forms, text, expected) => {
    expect(found(forms, text)).toEqual(expected);
  });

  test('finds what the forms side by side find, the longest first', () => {
    const form = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 })
      .map((l) => l.join(''));
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 8 }), form, (forms, text) => {
        const plain = [...forms].sort((a, b) => b.length - a.length).join('|');
        expect(found(forms, text)).toEqual(text.match(new RegExp(plain, 'gu')) ?? []);
      }),
    );
  });
});
