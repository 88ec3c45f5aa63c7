import type { Item } from './items.ts';
import type { Chunk } from './phrases.ts';

/** What is being read. */
export interface Reading {
  readonly items: readonly Item[];
  /** The item of the verb before it that the verb is joined to by the tree, or null. */
  readonly partner: number | null;
}

export const kind = ({ items }: Reading, i: number): Item['kind'] | undefined => items[i]?.kind;
export const low = ({ items }: Reading, i: number): string => items[i]?.low ?? '';

/** First item of the verb group: auxiliaries and adverbs before the verb belong to it. */
export const groupStart = (reading: Reading, verb: number): number => {
  let i = verb;
  while (kind(reading, i - 1) === 'auxiliary' || kind(reading, i - 1) === 'adverb') i--;
  return i;
};

export const hasAuxiliary = (reading: Reading, group: number, verb: number): boolean => {
  for (let i = group; i < verb; i++) if (kind(reading, i) === 'auxiliary') return true;
  return false;
};

/** Words that lead from a noun to one that describes it, some of them also openers of clauses. */
export const LINKS: ReadonlySet<string> = new Set(['as', 'since', 'than', 'until', 'like']);

/** "of [more] than forty" */
export const MEASURES: ReadonlySet<string> = new Set(['more', 'less', 'fewer']);

export const isLink = (reading: Reading, i: number): boolean =>
  kind(reading, i) === 'preposition' || LINKS.has(low(reading, i));

/** Nothing describes them and nothing is joined before them: "… had an impact and [she] said". */
export const NOMINATIVES: ReadonlySet<string> = new Set(['i', 'he', 'she', 'it', 'we', 'they', 'you']);

/** "retired officers": a past form at the head of a phrase in a list, whatever the tagger says. */
export const isMereModifier = (reading: Reading, i: number): boolean =>
  low(reading, i).endsWith('ed') &&
  (kind(reading, i) === 'finite' || kind(reading, i) === 'participle') &&
  kind(reading, i + 1) === 'noun' &&
  kind(reading, i - 1) === 'comma';

/** A name that the tagger took for something else, at the start of a sentence. */
export const capitalAt = (reading: Reading, i: number): Chunk | null =>
  i === 0 && reading.items[i]?.capital === true ? { from: i, to: i + 1, head: i } : null;
