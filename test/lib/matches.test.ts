import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allMatches } from '../../src/lib/matches.ts';

describe('allMatches', () => {
  test.each([/a/g, /a*/g, /(?<=b)a?/g, /\p{L}+/gu, /x?/gu, /.{2}/gu])(
    'is what matchAll gives, call after call: %s',
    (pattern) => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom('a', 'b', 'x', ' ', '😀', 'é')), (letters) => {
          const text = letters.join('');
          const found = allMatches(text, pattern).map((match) => [match.index, ...match]);
          expect(found).toEqual([...text.matchAll(pattern)].map((match) => [match.index, ...match]));
        }),
      );
    },
  );
});
