import { type Item, standsAlone } from './items.ts';

/** A noun phrase without what follows its head: items `[from, to)`, and the item of the head. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

const TIMES =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday|tomorrow|january|february|march|april|june|july|august|september|october|november|december)$/;

/** Days, months, "today". */
export const isTime = (item: Item | undefined): boolean => TIMES.test(item?.low ?? '');

/** Words that can stand inside a noun phrase before its head. */
const INNER: ReadonlySet<string> = new Set(['noun', 'adjective', 'joint', 'possessive']);

/** Whether item `i` can be the last of a noun phrase. */
const canEnd = (items: readonly Item[], i: number): boolean => {
  const { kind, low } = items[i] ?? { kind: 'other', low: '' };
  if (kind === 'noun' || kind === 'pronoun') return true;
  if (kind === 'determiner') return standsAlone(low);
  return kind === 'adjective' && canStartLeft(items, i);
};

/** "The general saluted": an adjective with a determiner or at the start of a clause must be the noun. */
const canStartLeft = (items: readonly Item[], i: number): boolean => {
  const before = items[i - 1]?.kind ?? 'stop';
  return before === 'determiner' || before === 'adjective' || before === 'stop' || items[i]?.capital === true;
};

const goesLeft = (items: readonly Item[], i: number, last: number): boolean => {
  const item = items[i];
  if (item === undefined) return false;
  if (INNER.has(item.kind)) return !(isTime(item) && i < last && items[i + 1]?.kind !== 'possessive');
  const before = items[i - 1]?.kind;
  if (item.kind === 'participle' || item.kind === 'ing')
    return (
      before === 'determiner' ||
      before === 'possessive' ||
      before === 'adjective' ||
      before === 'joint' ||
      (before === 'adverb' && items[i - 2]?.kind === 'determiner')
    );
  return item.kind === 'adverb' && (before === 'determiner' || before === 'possessive');
};

/** The phrase that ends with item `last`, or null when none does. */
export const chunkBefore = (items: readonly Item[], last: number): Chunk | null => {
  if (!canEnd(items, last)) return null;
  if (items[last]?.kind === 'pronoun' || items[last]?.kind === 'determiner') return alone(items, last);
  let from = last;
  while (goesLeft(items, from - 1, last)) from--;
  while (items[from - 1]?.kind === 'determiner') from--;
  return { from, to: last + 1, head: roleIn(items, from, last) };
};

/** "the [philosopher] Orvik": with a determiner the noun is the head and the name stands beside it. */
const roleIn = (items: readonly Item[], from: number, last: number): number => {
  const owned = (at: number): boolean => /^(?:determiner|possessive)$/.test(items[at]?.kind ?? '');
  let at = last;
  while (at > from && items[at]?.kind === 'noun' && items[at]?.capital === true) at--;
  const isRole =
    at < last && items[at]?.kind === 'noun' && items[at - 1]?.kind !== 'joint' && !isTime(items[at]);
  for (let i = at - 1; isRole && i >= from; i--) if (owned(i)) return at;
  return last;
};

const FLOATING = /^(?:all|both|each)$/;

/** "They all agreed": of two words that can stand alone the first. */
const alone = (items: readonly Item[], last: number): Chunk => {
  const before = items[last - 1];
  if (FLOATING.test(items[last]?.low ?? '') && before?.kind === 'pronoun')
    return { from: last - 1, to: last + 1, head: last - 1 };
  return { from: last, to: last + 1, head: last };
};

/** "the acting secretary", "the ministry's acting secretary" */
const BEFORE_MODIFIER: ReadonlySet<string> = new Set(['determiner', 'possessive']);

const goesRight = (items: readonly Item[], i: number): boolean => {
  const { kind = 'stop' } = items[i] ?? {};
  if (INNER.has(kind)) return true;
  const next = items[i + 1]?.kind ?? 'stop';
  if (next !== 'noun' && next !== 'adjective') return false;
  const before = items[i - 1]?.kind;
  if (kind === 'adverb') return before === 'determiner';
  return (kind === 'participle' || kind === 'ing') && BEFORE_MODIFIER.has(before ?? 'stop');
};

/** The phrase that begins with item `from`, or null when none does. A time behind a name is no part of it. */
export const chunkAfter = (items: readonly Item[], from: number): Chunk | null => {
  const first = items[from];
  if (first === undefined) return null;
  if (first.kind === 'pronoun') return { from, to: from + 1, head: from };
  let to = from;
  while (items[to]?.kind === 'determiner') to++;
  while (goesRight(items, to) && !(isTime(items[to]) && to > from)) to++;
  let head = to - 1;
  while (head > from && items[head]?.kind !== 'noun') head--;
  if (items[head]?.kind === 'determiner') head = to - 1;
  const { kind = 'stop', low = '' } = items[head] ?? {};
  if (head < from || (kind === 'determiner' && !standsAlone(low))) return null;
  return kind === 'possessive' || kind === 'joint'
    ? null
    : { from, to: head + 1, head: roleIn(items, from, head) };
};
