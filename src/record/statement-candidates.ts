import { groupBy } from '../lib/group-by.ts';
import { compareText } from './order.ts';
import type { StatementItem } from './statements.ts';

/** Partners that are looked at for one word of one item: enough to reach every copy through the first ones. */
const MAX_PARTNERS = 200;
/** The least share of the smaller set of content words that any rule asks for. */
const LEAST_SHARE = 0.6;

/**
 * Pairs of items worth comparing, `[smaller index, greater index]`, ascending. Prefix filtering: two sets that share .6
 * of the smaller must share one of its rarest .4 (and one more), so only these words are looked up. Near-linear.
 */
export const candidatePairs = (items: readonly StatementItem[]): readonly (readonly [number, number])[] => {
  const pairs = new Set<number>();
  const add = (i: number, j: number): void => {
    if (i !== j) pairs.add(Math.min(i, j) * items.length + Math.max(i, j));
  };
  for (const group of groupBy(items.keys(), (i) => items[i]?.speakerKey ?? 'nobody').values()) {
    const postings = postingsOf(items, group);
    for (const i of group)
      for (const key of lookupsOf(items[i], postings))
        for (const j of (postings.get(key) ?? []).slice(0, MAX_PARTNERS)) add(i, j);
  }
  return [...pairs]
    .sort((x, y) => x - y)
    .map((pair) => [Math.floor(pair / items.length), pair % items.length] as const);
};

const formKey = (form: string): string => `form ${form}`;

const postingsOf = (
  items: readonly StatementItem[],
  group: readonly number[],
): ReadonlyMap<string, readonly number[]> => {
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

const lookupsOf = (
  item: StatementItem | undefined,
  postings: ReadonlyMap<string, readonly number[]>,
): readonly string[] => {
  if (item === undefined) return [];
  const { content, quoted, form } = item.wording;
  const rarity = (word: string): number => postings.get(word)?.length ?? 0;
  const rarest = (words: readonly string[]): readonly string[] =>
    [...words]
      .sort((x, y) => rarity(x) - rarity(y) || compareText(x, y))
      .slice(0, Math.ceil((1 - LEAST_SHARE) * words.length) + 1);
  const part = [...new Set(quoted)].filter((word) => content.has(word));
  return [formKey(form), ...new Set([...rarest([...content]), ...rarest(part)])];
};
