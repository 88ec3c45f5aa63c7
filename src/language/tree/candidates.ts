import type { Item } from './items.ts';
import { chunkBefore } from './phrases.ts';

/** A word that may be the subject of a verb: its item, and the phrase `[from, to)` that it heads. */
export interface Candidate {
  readonly head: number;
  readonly from: number;
  readonly to: number;
}

/** How many candidates are looked at before and behind the verb, and how many items away. */
const MOST = { before: 24, behind: 6 } as const;
const FARTHEST = { before: 120, behind: 40 } as const;

const NOMINAL: ReadonlySet<string> = new Set(['noun', 'pronoun', 'relative']);
/** What goes on with a phrase that the word before belongs to. */
const GOES_ON: ReadonlySet<string> = new Set(['noun', 'joint', 'possessive']);

/** "the accused", "the wounded": a participle or adjective behind a determiner with no noun behind it. */
const standsForNoun = (items: readonly Item[], i: number): boolean => {
  const here = items[i]?.kind;
  if (here !== 'adjective' && here !== 'participle' && here !== 'ing') return false;
  return (
    items[i - 1]?.kind === 'determiner' || items[i - 1]?.kind === 'adjective' || items[i]?.capital === true
  );
};

/** Whether item `i` can be the head of a phrase, whatever stands around it. */
const canHead = (items: readonly Item[], i: number): boolean => {
  const here = items[i]?.kind ?? 'stop';
  if (GOES_ON.has(items[i + 1]?.kind ?? 'stop') && here !== 'pronoun' && here !== 'relative') return false;
  return NOMINAL.has(here) || here === 'determiner' || standsForNoun(items, i);
};

/** "the accused", "the seriously wounded" */
const startOf = (items: readonly Item[], i: number): number => {
  let from = i;
  while (from > i - 3 && /^(?:determiner|adjective|adverb)$/.test(items[from - 1]?.kind ?? '')) from--;
  return items[from]?.kind === 'determiner' ? from : i;
};

const candidatesAt = (items: readonly Item[], i: number): readonly Candidate[] => {
  const chunk = chunkBefore(items, i);
  if (chunk === null) return [{ head: i, from: startOf(items, i), to: i + 1 }];
  const last = { head: i, from: chunk.from, to: chunk.to };
  return chunk.head === i ? [last] : [{ ...last, head: chunk.head }, last];
};

const add = (found: Candidate[], items: readonly Item[], i: number): void => {
  if (canHead(items, i)) found.push(...candidatesAt(items, i));
};

/**
 * The words around the verb that may be its subject, the nearest first: last words of noun phrases, roles beside names,
 * pronouns and relative words, and the words of `also` that are not among them. Bounded, however long the sentence is.
 */
export const candidatesFor = (
  items: readonly Item[],
  verb: number,
  also: readonly number[],
): readonly Candidate[] => {
  const found: Candidate[] = [];
  for (let i = verb - 1; i >= 0 && i > verb - FARTHEST.before && found.length < MOST.before; i--)
    add(found, items, i);
  const before = found.length;
  for (let i = verb + 1; i < Math.min(items.length, verb + FARTHEST.behind); i++) {
    if (found.length - before >= MOST.behind) break;
    add(found, items, i);
  }
  for (const head of also)
    if (head >= 0 && !found.some((candidate) => candidate.head === head))
      found.push(candidatesAt(items, head)[0] ?? { head, from: head, to: head + 1 });
  return found;
};
