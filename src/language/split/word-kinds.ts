import { hashText, spread } from '../words/hash.ts';
import type { WordKinds } from './chunks.ts';

const UNKNOWN = spread(1, 91);
const NUMBER = spread(2, 91);
const VERB = /VERB|AUX/;

/**
 * What words are, from lists by kind. A kind is the one or two universal tags that training saw most on a word, `NOUNVERB`;
 * numbers and words that are in no list are kinds of their own.
 */
export const wordKindsOf = (lists: ReadonlyMap<string, readonly string[]>): WordKinds => {
  const numbers = new Map<string, number>();
  const verbs = new Set<number>();
  for (const [kind, words] of lists) {
    const number = spread(hashText(kind), 91);
    if (VERB.test(kind)) verbs.add(number);
    for (const word of words) numbers.set(word, number);
  }
  return {
    of: (core) => numbers.get(core) ?? (/\d/.test(core) ? NUMBER : UNKNOWN),
    isVerb: (kind) => verbs.has(kind),
  };
};
