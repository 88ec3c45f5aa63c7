import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch } from '../../../src/store/search-query.ts';
import { explainedTerms, explainSearch } from '../../../src/view/desk/explain.ts';

test.each([
  ['', null],
  ['  ', null],
  ['lighthouse', 'lighthouse'],
  ['"joint activity" sover*', '“joint activity” and a word beginning with sover'],
  ['“peace trea”* now', 'words beginning with “peace trea” and now'],
  ['harbour, lighthouse ferry', 'harbour, lighthouse and ferry'],
  ['ferry Ferry FERRY', 'ferry'],
  ['灯台', '“灯台”'],
  ['"open   phrase', '“open phrase”'],
  ['OR (x:y)', 'OR and “x:y”'],
  ['*** ???', 'no word to look for'],
])('%s is %s', (q, words) => {
  expect(explainSearch(q)).toBe(words);
});

test('reads a search as the store does', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 8, unit: 'grapheme' }),
    fc.constantFrom(
      '"',
      '“',
      '”',
      '«',
      '*',
      ' ',
      'Straße',
      'ё',
      'й',
      'ガ',
      '½',
      '㈱',
      'soft\u00adhyphen',
      '領土',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const q = pieces.join('');
      expect(explainedTerms(q).map(({ words, prefix }) => ({ words, prefix }))).toEqual(parseSearch(q));
    }),
    { numRuns: 1000 },
  );
});
