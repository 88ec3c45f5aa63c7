import { expect, test } from 'vitest';
import { countWords, wordsOf } from '../../src/lib/words.ts';

test.each([
  ['', 0],
  ['one', 1],
  ["The minister's well-known 3.5 per cent", 6],
  ['Министры встретились', 2],
  ['両外相は港で会談した', 5],
  ['NATOの会談', 3],
  ['— “…” 😀', 0],
])('%s has %i words', (text, count) => expect(countWords(text)).toBe(count));

test('words as written', () =>
  expect(wordsOf('Don’t go, U.S. envoy')).toEqual(['Don’t', 'go', 'U.S', 'envoy']));
