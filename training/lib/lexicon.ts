import { spread } from '../../src/language/words/hash.ts';
import type { Lexicon } from '../../src/language/words/word-table.ts';
import type { Tagged } from './tagging.ts';

/** A word must be seen so often before training trusts its tags as a feature. */
const LEAST_SEEN = 3;
/** A word must be seen so often before other tags than the seen are ruled out. */
const LEAST_CLOSED = 100;
/** A tag counts among those of a word from this share on. */
const LEAST_SHARE = 0.04;

const ordered = (tags: ReadonlyMap<number, number>, share: number): readonly number[] => {
  const total = totalOf(tags);
  return [...tags]
    .filter(([, n]) => n >= total * share)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([tag]) => tag);
};

const totalOf = (tags: ReadonlyMap<number, number>): number => [...tags.values()].reduce((a, b) => a + b, 0);

const kindOf = (tags: ReadonlyMap<number, number>): number =>
  ordered(tags, LEAST_SHARE)
    .slice(0, 3)
    .reduce((hash, tag, i) => spread(hash ^ tag, 60 + i), 0);

const countTags = (
  sentences: readonly Tagged[],
  wordOf: (form: string) => string,
): ReadonlyMap<string, ReadonlyMap<number, number>> => {
  const seen = new Map<string, Map<number, number>>();
  for (const { forms, tags } of sentences)
    for (const [i, form] of forms.entries()) {
      const word = wordOf(form);
      const counts = seen.get(word) ?? new Map<number, number>();
      counts.set(tags[i] ?? 0, (counts.get(tags[i] ?? 0) ?? 0) + 1);
      seen.set(word, counts);
    }
  return seen;
};

/** The lexicon of tagged sentences, and its sets of tags; set 0 is every tag. */
export const lexiconOf = (
  sentences: readonly Tagged[],
  labels: number,
): { readonly lexicon: Lexicon; readonly sets: readonly Uint16Array[] } => {
  const seen = countTags(sentences, (form) => form.toLowerCase());
  const kinds = new Map<string, number>();
  const sets = new Map<string, number>();
  const lists = [Uint16Array.from({ length: labels }, (_, i) => i)];
  const numbers = new Map<string, number>();
  for (const [word, counts] of seen) if (totalOf(counts) >= LEAST_SEEN) kinds.set(word, kindOf(counts));
  for (const [word, counts] of countTags(sentences, (form) => form)) {
    if (totalOf(counts) < LEAST_CLOSED) continue;
    const list = [...ordered(counts, 0)].sort((a, b) => a - b);
    const name = list.join(' ');
    if (!numbers.has(name)) numbers.set(name, lists.push(Uint16Array.from(list)) - 1);
    sets.set(word, numbers.get(name) ?? 0);
  }
  return { lexicon: { kinds, sets, fine: new Map() }, sets: lists };
};
