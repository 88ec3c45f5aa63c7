import { expect, test } from 'vitest';
import { facetWords } from '../../web/src/lib/facet-words.ts';

test.each([
  ['mode', 'direct', 'direct', 'in their words'],
  ['act', 'believed', 'believed', 'believed'],
  ['stance', 'none stated', 'none stated', 'no stance told'],
  ['stance', 'open', 'open', 'open to it'],
  ['certainty', 'bounded', 'bounded', 'placed by bounds only'],
  ['language', 'ja', 'ja', 'Japanese'],
  ['background', 'yes', 'yes', 'yes'],
  // Names of the record are never words of the program, whatever they are.
  ['speaker', 'direct', 'Ada Voss', 'Ada Voss'],
  ['place', 'yes', 'Port Yes', 'Port Yes'],
  // A value that the program has no word for stays as it is, and no key of every object is a word.
  ['act', 'constructor', 'constructor', 'constructor'],
])('%s %s', (facet, value, label, words) => expect(facetWords(facet, { value, label })).toBe(words));
