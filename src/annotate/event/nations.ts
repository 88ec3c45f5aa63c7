import type { Knowledge } from '../../model/knowledge.ts';
import type { EntityRef } from '../../model/page.ts';

/** States by the English words for them. */
export interface Nations {
  /** The state that an adjective or name in lower case means: `freedonian`, `freedonia`. */
  readonly byWord: (lower: string) => EntityRef | null;
  /** Whether the word in lower case is an adjective of nation. */
  readonly isAdjective: (lower: string) => boolean;
}

const STATES = new Set(['country', 'historical', 'de-facto', 'group', 'organisation']);

// Keyed by the knowledge itself, so that the maps live as long as it does; a pure cache.
const cache = new WeakMap<Knowledge, Nations>();

/** The states of `knowledge`, indexed once. */
export const nationsOf = (knowledge: Knowledge): Nations => {
  const held = cache.get(knowledge);
  if (held !== undefined) return held;
  const made = indexNations(knowledge);
  cache.set(knowledge, made);
  return made;
};

const indexNations = (knowledge: Knowledge): Nations => {
  const words = new Map<string, EntityRef>();
  const adjectives = new Set<string>();
  const put = (word: string, state: EntityRef): void => {
    if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), state);
  };
  for (const { id, kind, name, names, demonyms } of knowledge.places) {
    if (!STATES.has(kind)) continue;
    for (const word of [name, ...(names.en ?? []), ...demonyms]) put(word, { id, name });
    for (const adjective of demonyms) adjectives.add(adjective.toLowerCase());
  }
  for (const { id, names, adjectives: own } of knowledge.pack?.parties ?? []) {
    for (const adjective of own.en ?? []) {
      put(adjective, { id, name: names.en?.[0] ?? id });
      adjectives.add(adjective.toLowerCase());
    }
  }
  return { byWord: (lower) => words.get(lower) ?? null, isAdjective: (lower) => adjectives.has(lower) };
};
