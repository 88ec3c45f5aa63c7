import { slug } from '../../lib/slug.ts';
import type { EntityId } from '../../model/brand.ts';
import type { EntityRef } from '../../model/page.ts';
import type { Token } from '../../model/sentence.ts';
import type { NameEntry } from '../../model/world/index.ts';
import { type Gazetteer, keyOf, longestName, longestVariant } from './gazetteer.ts';
import { type LocalNames, localEntry, teach } from './local.ts';
import { nameText } from './token-text.ts';
import type { MentionWords } from './words.ts';

/** A name that a sentence says a party (or somebody) uses: tokens `[from, to)`. */
export interface Naming {
  readonly from: number;
  readonly to: number;
  readonly party: EntityRef | null;
}

/** What a sentence teaches: several names of one place, and what is called so. */
export interface Teaching {
  readonly namings: readonly Naming[];
  readonly place: EntityRef;
}

/** What is needed to read names in a sentence. */
interface Page {
  readonly tokens: readonly Token[];
  readonly gazetteer: Gazetteer;
  readonly words: MentionWords;
}

/**
 * Takes up the names that a sentence teaches: `the islands, which Valdoria calls the [Outer Skerries] and Orland the
 * [Northern Isles]`, `the [Skerrin Islands], known in Orland as the [Northern Isles]`. All are names of one place: the one
 * that knowledge has under any of them, else a new one. Null when the sentence teaches nothing, or names things that are
 * known to differ.
 */
export const teachNames = (
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  words: MentionWords,
  local: LocalNames,
): Teaching | null => {
  const page: Page = { tokens, gazetteer, words };
  const at = tokens.findIndex(({ lower }, i) => words.naming.has(lower) && namingsAt(page, i).length > 0);
  if (at < 0) return null;
  const told = namingsAt(page, at);
  const before = antecedentOf(page, Math.min(at, ...told.map(({ from }) => from)));
  const namings = before === null ? told : [before, ...told];
  if (namings.length < 2 && !told.some(({ party }) => party !== null)) return null;
  const place = placeOf(page, namings);
  if (place === null) return null;
  for (const { from, to } of namings)
    teach(
      local,
      tokens.slice(from, to).map(keyOf),
      localEntry(nameText(tokens, from, to), place, 'PLACE', 'full'),
      'taught-name',
    );
  return { namings, place };
};

/** The names that the verb at `at` introduces, in either voice, and those that `and Orland …` adds. */
const namingsAt = (page: Page, at: number): readonly Naming[] => {
  const first = activeAt(page, at) ?? passiveAt(page, at);
  return first === null ? [] : [first, ...addedAfter(page, first.to)];
};

/** `which Valdoria (officially) calls (them) (as) the [Outer Skerries]`. */
const activeAt = (page: Page, at: number): Naming | null => {
  const party = partyBefore(page, at);
  if (party === null) return null;
  const name = nameFrom(page, skipObject(page, at + 1));
  return name === null ? null : { ...name, party };
};

/** `known (to|in|by) Valdoria as the [Outer Skerries]`, `called the [Outer Skerries] by Valdoria`. */
const passiveAt = ({ tokens, ...page }: Page, at: number): Naming | null => {
  const here = { tokens, ...page };
  const owner = isOwnerWord(tokens[at + 1]) ? stateAt(here, at + 2) : null;
  if (owner !== null) {
    const name = nameFrom(here, skipWords(here, owner.to, ['as', 'simply']));
    return name === null ? null : { ...name, party: owner.state };
  }
  const name = nameFrom(here, skipWords(here, at + 1, ['as']));
  if (name === null || !isOwnerWord(tokens[name.to])) return null;
  const behind = stateAt(here, name.to + 1);
  return behind === null ? null : { ...name, party: behind.state };
};

/** `and Orland (calls) the [Northern Isles]`, `and in Orland as the [Northern Isles]`, as often as it goes on. */
const addedAfter = (page: Page, end: number): readonly Naming[] => {
  const { tokens } = page;
  const added: Naming[] = [];
  let at = end;
  for (let round = 0; round < 4; round++) {
    at = skipMarks(page, at);
    if (isOwnerWord(tokens[at])) {
      const closing = stateAt(page, at + 1);
      at = skipMarks(page, closing?.to ?? at);
    }
    if (!/^(?:and|while|but|or|;)$/.test(tokens[at]?.lower ?? '')) break;
    const state = stateAt(page, skipWords(page, at + 1, ['in', 'to', 'by', 'that']));
    if (state === null) break;
    const name = nameFrom(page, skipObject(page, skipNaming(page, state.to)));
    if (name === null) break;
    added.push({ ...name, party: state.state });
    at = name.to;
  }
  return added;
};

const isOwnerWord = (token: Token | undefined): boolean => /^(?:to|in|by)$/.test(token?.lower ?? '');

const isMark = (token: Token | undefined): boolean => /^["“”'‘’,]$/.test(token?.text ?? '');

const skipMarks = ({ tokens }: Page, at: number): number => {
  let i = at;
  while (i < tokens.length && i - at < 3 && isMark(tokens[i])) i++;
  return i;
};

const skipWords = (page: Page, at: number, list: readonly string[]): number => {
  const i = skipMarks(page, at);
  return list.includes(page.tokens[i]?.lower ?? '') ? i + 1 : i;
};

const skipNaming = ({ tokens, words }: Page, at: number): number =>
  words.naming.has(tokens[at]?.lower ?? '') ? at + 1 : at;

/** Over what is called so, when it stands between: `them`, `it`, `the islands`, `as`. */
const skipObject = (page: Page, at: number): number => {
  const { tokens, words } = page;
  let i = skipMarks(page, at);
  if (/^(?:them|it)$/.test(tokens[i]?.lower ?? '')) i++;
  else if (
    /^(?:the|these|those|this|that)$/.test(tokens[i]?.lower ?? '') &&
    words.placeNouns.has(tokens[i + 1]?.text ?? '')
  )
    i += 2;
  i = skipWords(page, i, ['as', 'simply', 'either']);
  return skipMarks(page, i);
};

/** Adverbs between a party and its verb: `officially`, `still`. */
const ADVERB = /^(?:still|also|itself|officially|now|always|\p{L}+ly)$/u;

const partyBefore = ({ tokens, gazetteer }: Page, at: number): EntityRef | null => {
  let i = at - 1;
  while (i > 0 && at - i < 4 && ADVERB.test(tokens[i]?.lower ?? '')) i--;
  const token = tokens[i];
  if (token === undefined || !/^\p{Lu}/u.test(token.text)) return null;
  return stateNamed(token, gazetteer);
};

const stateNamed = (token: Token, gazetteer: Gazetteer): EntityRef | null => {
  const entry =
    gazetteer.states.get(keyOf(token)) ??
    gazetteer.root.next.get(keyOf(token))?.entries.find(({ type }) => type === 'STATE');
  return entry === undefined || entry.kind === 'demonym' ? null : entry.entity;
};

const stateAt = (page: Page, at: number): { readonly state: EntityRef; readonly to: number } | null => {
  const { tokens, gazetteer } = page;
  const i = tokens[at]?.lower === 'the' ? at + 1 : at;
  const token = tokens[i];
  if (token === undefined || !/^\p{Lu}/u.test(token.text)) return null;
  const state = stateNamed(token, gazetteer);
  return state === null ? null : { state, to: i + 1 };
};

/** The most words of a taught name. */
const MAX_NAME = 5;

/** The capitalised words at `at`, behind an article: a name that may be taught. A state's name is none. */
const nameFrom = (page: Page, at: number): { readonly from: number; readonly to: number } | null => {
  const { tokens, gazetteer } = page;
  let from = skipMarks(page, at);
  if (tokens[from]?.lower === 'the') from = skipMarks(page, from + 1);
  let to = from;
  while (to < tokens.length && to - from < MAX_NAME && isNamePart(tokens, to)) to++;
  const only = tokens[from];
  if (to === from || only === undefined) return null;
  return to - from === 1 && gazetteer.states.has(keyOf(only)) ? null : { from, to };
};

const isNamePart = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word' || token.lower === 'the') return false;
  return (
    /^\p{Lu}/u.test(token.text) ||
    (token.lower === 'of' && /^(?:the|\p{Lu}.*)$/u.test(tokens[at + 1]?.text ?? ''))
  );
};

/** The name that is called so, before `, which …`, `, known …` or `(known …`. */
const antecedentOf = ({ tokens, gazetteer }: Page, end: number): Naming | null => {
  let i = end - 1;
  while (i > 0 && end - i < 7 && !/^(?:[,(]|which|that|–|—)$/.test(tokens[i]?.text ?? '')) i--;
  while (i > 0 && /^(?:[,(]|which|that|also|–|—)$/.test(tokens[i]?.text ?? '')) i--;
  const to = i + 1;
  let from = to;
  while (from > 0 && to - from < MAX_NAME && isNamePart(tokens, from - 1)) from--;
  const first = tokens[from];
  if (from === to || first === undefined) return null;
  return to - from === 1 && gazetteer.states.has(keyOf(first)) ? null : { from, to, party: null };
};

/** The place that these are names of; null when knowledge says that they are names of different things. */
const placeOf = (page: Page, namings: readonly Naming[]): EntityRef | null => {
  const known = new Map<string, EntityRef>();
  for (const { from, to } of namings) {
    const entries = wholeName(page, from, to);
    if (entries.length > 0 && entries.every(({ type }) => type !== 'PLACE')) return null;
    for (const { type, entity } of entries.slice(0, 1)) if (type === 'PLACE') known.set(entity.id, entity);
  }
  if (known.size > 1) return null;
  const [place] = known.values();
  return place ?? (soundsLikePlace(page, namings) ? newPlace(page, namings) : null);
};

const wholeName = ({ tokens, gazetteer }: Page, from: number, to: number): readonly NameEntry[] => {
  for (const match of [longestName(gazetteer, tokens, from), longestVariant(gazetteer, tokens, from)])
    if (match !== null && match.length === to - from)
      return match.entries.toSorted((a, b) => Number(b.type === 'PLACE') - Number(a.type === 'PLACE'));
  return [];
};

/** Whether a name, or the noun before `which`, says that it is a place: `Outer Skerries` alone does not, `the islands` does. */
const soundsLikePlace = ({ tokens, words }: Page, namings: readonly Naming[]): boolean => {
  const last = Math.max(...namings.map(({ to }) => to));
  const first = Math.min(...namings.map(({ from }) => from));
  return tokens.slice(Math.max(0, first - 8), last).some(({ lower }) => words.placeNouns.has(lower));
};

const newPlace = ({ tokens }: Page, namings: readonly Naming[]): EntityRef | null => {
  const first = namings[0];
  if (first === undefined) return null;
  const name = nameText(tokens, first.from, first.to);
  return { id: slug(name, 80) as EntityId, name };
};
