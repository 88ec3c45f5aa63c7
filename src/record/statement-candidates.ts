import { groupBy } from '../lib/group-by.ts';
import { pairSet } from '../lib/pair-set.ts';
import { compareText } from './order.ts';
import type { StatementItem } from './statement-items.ts';

/** Partners that are looked at for one word of one item: enough to reach every copy through the first ones. */
const MAX_PARTNERS = 64;
/** The least share of the smaller set of content words that any rule asks for. */
const LEAST_SHARE = 0.6;
/** Rare words that two items must have in common. */
const MIN_COMMON = 2;

/**
 * Pairs of items worth comparing, the smaller index first, ascending. Prefix filtering: two sets that share .6 of the
 * smaller must share two of its rarest .4 (and two more), so only these words are looked up. Near-linear.
 */
export const candidatePairs = (items: readonly StatementItem[]): Iterable<readonly [number, number]> => {
  const found = pairSet(items.length);
  for (const group of groupBy(items.keys(), (i) => items[i]?.speakerKey ?? 'nobody').values()) {
    const postings = postingsOf(items, group);
    for (const i of group) for (const j of partnersOf(items[i], postings)) found.add(i, j);
  }
  return found.pairs();
};

const partnersOf = (item: StatementItem | undefined, postings: Postings): Iterable<number> => {
  if (item === undefined) return [];
  const { content, quoted, form } = item.wording;
  const part = new Set(quoted.filter((word) => content.has(word)));
  const sameForm = (postings.get(formKey(form)) ?? []).slice(0, MAX_PARTNERS);
  return new Set([
    ...sameForm,
    ...sharing(content, postings),
    ...(part.size === content.size ? [] : sharing(part, postings)),
  ]);
};

const sharing = (words: ReadonlySet<string>, postings: Postings): readonly number[] => {
  const common = new Map<number, number>();
  for (const word of rarest(words, postings))
    for (const j of (postings.get(word) ?? []).slice(0, MAX_PARTNERS))
      common.set(j, (common.get(j) ?? 0) + 1);
  return [...common].filter(([, count]) => count >= MIN_COMMON).map(([j]) => j);
};

type Postings = ReadonlyMap<string, readonly number[]>;

const rarest = (words: ReadonlySet<string>, postings: Postings): readonly string[] => {
  const rarity = (word: string): number => postings.get(word)?.length ?? 0;
  return [...words]
    .sort((x, y) => rarity(x) - rarity(y) || compareText(x, y))
    .slice(0, Math.ceil((1 - LEAST_SHARE) * words.size) + MIN_COMMON);
};

const formKey = (form: string): string => `form ${form}`;

const postingsOf = (items: readonly StatementItem[], group: readonly number[]): Postings => {
  const postings = new Map<string, number[]>();
  for (const i of group) {
    const wording = items[i]?.wording;
    if (wording === undefined) continue;
    for (const key of [...wording.content, formKey(wording.form)]) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [i]);
      else list.push(i);
    }
  }
  return postings;
};
