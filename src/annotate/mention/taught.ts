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
  const before =
    objectAt(page, at, told.slice(0, 1)) ?? antecedentOf(page, Math.min(at, ...told.map(({ from }) => from)));
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
  const first = activeAt(page, at) ?? asCalledAt(page, at) ?? passiveAt(page, at);
  return first === null ? [] : [first, ...addedAfter(page, first.to)];
};

/** `which Valdoria (officially) calls (them) (as) the [Outer Skerries]`. */
const activeAt = (page: Page, at: number): Naming | null => {
  const party = partyBefore(page, at);
  if (party === null) return null;
  const from = nameAfterVerb(page, at);
  const name = from === null ? null : nameFrom(page, from);
  if (name === null) return null;
  // `Valdoria calls the Skerrin Islands the [Outer Skerries]`: the first name is what is called so.
  const second = page.tokens[name.to]?.lower === 'the' ? nameFrom(page, name.to) : null;
  return { ...(second ?? name), party };
};

/** What is called so, when it is named beside the verb: `refers to the [Skerrin Islands] as`, `calls the [Skerrin Islands] the …`. */
const objectAt = (page: Page, at: number, told: readonly Naming[]): Naming | null => {
  const first = told[0];
  const isRefer = /^refers?$/.test(page.tokens[at]?.lower ?? '');
  const object = nameFrom(page, isRefer ? at + 2 : at + 1);
  if (first !== undefined && object !== null && object.to < first.from && object.from > at)
    return { ...object, party: null };
  const last = told.at(-1);
  const behind =
    last !== undefined && page.tokens[last.to]?.lower === 'for' ? nameFrom(page, last.to + 1) : null;
  return behind === null ? null : { ...behind, party: null };
};

/** Words that stand between `refers to` and `as` at most: `refers to the disputed chain as`. */
const MOST_BETWEEN = 6;

/** Where the name behind a verb of naming begins: behind its object, `refers to … as`, `uses the name`. */
const nameAfterVerb = (page: Page, at: number): number | null => {
  const { tokens } = page;
  const verb = tokens[at]?.lower ?? '';
  if (/^refers?$/.test(verb)) {
    for (let i = at + 2; i < tokens.length && i - at <= MOST_BETWEEN + 2; i++)
      if (tokens[i]?.lower === 'as') return i + 1;
    return null;
  }
  if (!/^(?:uses?|prefers?)$/.test(verb)) return skipObject(page, at + 1);
  return tokens[at + 1]?.lower === 'the' && /^(?:name|term)$/.test(tokens[at + 2]?.lower ?? '')
    ? at + 3
    : null;
};

/** `or the [Outer Skerries], as Valdoria calls them`: the name stands before. */
const asCalledAt = (page: Page, at: number): Naming | null => {
  const { tokens } = page;
  const party = partyBefore(page, at);
  if (party === null || !/^(?:them|it)$/.test(tokens[at + 1]?.lower ?? '')) return null;
  let as = at - 1;
  while (as > 0 && at - as < 5 && tokens[as]?.lower !== 'as') as--;
  if (tokens[as]?.lower !== 'as') return null;
  let to = as;
  while (to > 0 && isMark(tokens[to - 1])) to--;
  const from = nameStart(tokens, to);
  return from === to || tokens[nameEdge(tokens, from)]?.lower !== 'or' ? null : { from, to, party };
};

/** Where the capitalised words that end before `to` begin; `to` when there are none. */
const nameStart = (tokens: readonly Token[], to: number): number => {
  let from = to;
  while (from > 0 && to - from < MAX_NAME && isNamePart(tokens, from - 1)) from--;
  return from;
};

/** The word before a name, over its article and quotation marks. */
const nameEdge = (tokens: readonly Token[], from: number): number => {
  let at = from - 1;
  while (at > 0 && (isMark(tokens[at]) || tokens[at]?.lower === 'the')) at--;
  return at;
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
  const added: Naming[] = [];
  let at = end;
  for (let round = 0; round < 4; round++) {
    const next = nextNaming(page, overOwner(page, at));
    if (next === null) break;
    added.push(next);
    at = next.to;
  }
  return added;
};

/** Over `by Valdoria` behind a name, when it stands there. */
const overOwner = (page: Page, at: number): number => {
  const from = skipMarks(page, at);
  if (!isOwnerWord(page.tokens[from])) return from;
  return skipMarks(page, stateAt(page, from + 1)?.to ?? from);
};

const nextNaming = (page: Page, at: number): Naming | null => {
  const isJoined = /^(?:and|while|but|or|;)$/.test(page.tokens[at]?.lower ?? '');
  const owned = isJoined ? ownedAt(page, at + 1) : null;
  if (owned !== null) return owned;
  const state = stateAt(page, isJoined ? skipWords(page, at + 1, ['in', 'to', 'by', 'that']) : at);
  if (state === null) return null;
  const verb = skipNaming(page, state.to);
  // Without a word that joins them, the second party needs a verb of its own: `…, Orland knows as the Northern Isles`.
  if (!isJoined && verb === state.to) return null;
  const name = nameFrom(page, skipObject(page, overTerm(page, verb)));
  return name === null ? null : { ...name, party: state.state };
};

/** Over `the name`, `the term`. */
const overTerm = ({ tokens }: Page, at: number): number =>
  tokens[at]?.lower === 'the' && /^(?:name|term)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at;

/** `(called the Outer Skerries by Valdoria and) the [Northern Isles] by Orland`. */
const ownedAt = (page: Page, at: number): Naming | null => {
  const name = nameFrom(page, at);
  if (name === null || !isOwnerWord(page.tokens[name.to])) return null;
  const owner = stateAt(page, name.to + 1);
  return owner === null ? null : { ...name, party: owner.state };
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
  return stateNamed(token, gazetteer, tokens[i - 1]?.lower === 'the');
};

/** A state by its name; by its people (`the Russians`, `the Japanese`) only behind an article or in the plural. */
const stateNamed = (token: Token, gazetteer: Gazetteer, isBehindArticle: boolean): EntityRef | null => {
  const key = keyOf(token);
  const entry =
    gazetteer.states.get(key) ??
    gazetteer.root.next.get(key)?.entries.find(({ type }) => type === 'STATE') ??
    gazetteer.states.get(key.replace(/s$/, ''));
  if (entry === undefined) return null;
  const isPeople = isBehindArticle || (key.endsWith('s') && !gazetteer.states.has(key));
  return entry.kind === 'demonym' && !isPeople ? null : entry.entity;
};

const stateAt = (page: Page, at: number): { readonly state: EntityRef; readonly to: number } | null => {
  const { tokens, gazetteer } = page;
  const i = tokens[at]?.lower === 'the' ? at + 1 : at;
  const token = tokens[i];
  if (token === undefined || !/^\p{Lu}/u.test(token.text)) return null;
  const state = stateNamed(token, gazetteer, i > at);
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
const antecedentOf = ({ tokens, gazetteer, words }: Page, end: number): Naming | null => {
  let i = end - 1;
  while (i > 0 && end - i < 7 && !/^(?:[,(]|which|that|–|—)$/.test(tokens[i]?.text ?? '')) i--;
  while (i > 0 && /^(?:[,(“"]|which|that|also|or|the|–|—)$/.test(tokens[i]?.text ?? '')) i--;
  const to = i + 1;
  const from = nameStart(tokens, to);
  const first = tokens[from];
  if (from === to || first === undefined || (to - from === 1 && words.notNames.has(first.lower))) return null;
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
