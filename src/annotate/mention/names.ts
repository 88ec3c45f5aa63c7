import { isCapitalised } from '../../lib/capital.ts';
import type { EntityRef } from '../../model/page.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import type { NameEntry } from '../../model/world/index.ts';
import { chooseEntry } from './choose.ts';
import type { Found } from './found.ts';
import { keyOf, longestName, longestVariant, type Match } from './gazetteer.ts';
import type { LocalNames } from './local.ts';
import { type Acquaintances, acquaint, newPerson, person } from './new-person.ts';
import type { NameReader, Step } from './reader.ts';
import type { Seen } from './recogniser.ts';
import { type Title, titleBefore } from './titles.ts';
import { endOf, isNameWord } from './token-text.ts';

/** Names of persons, states, bodies, places, instruments and gatherings in all sentences. `seen` is the recogniser's, a sentence each. */
export const findNames = (
  sentences: readonly Sentence[],
  seen: readonly (readonly Seen[])[],
  reader: NameReader,
): readonly Found[] => {
  const inFull = personsInFull(sentences, reader);
  const met: Acquaintances = new Map();
  const round = (): readonly Found[] => {
    const recent = new Map<string, string>();
    return sentences.flatMap(({ tokens }, i) =>
      namesIn(tokens, seen[i] ?? [], { ...reader, inFull, met, recent }),
    );
  };
  const found = round();
  // A headline has the surname alone, before the text names anybody in full: once all are met, it is read again.
  return met.size === 0 ? found : round();
};

interface Reading extends NameReader {
  readonly inFull: ReadonlySet<string>;
  readonly met: Acquaintances;
  /** Surnames to the person whom the text last named in full by it. */
  readonly recent: Map<string, string>;
}

/** A match with the rule by which it was made. */
interface Known extends Match {
  readonly rule: string;
}

/** What is known at each token of a sentence, once it has been looked up; a sentence is read several times. */
const lookedUp = new WeakMap<LocalNames, WeakMap<readonly Token[], (Known | null)[]>>();

const knownIn = (tokens: readonly Token[], local: LocalNames): (Known | null)[] => {
  let bySentence = lookedUp.get(local);
  if (bySentence === undefined) {
    bySentence = new WeakMap();
    lookedUp.set(local, bySentence);
  }
  let known = bySentence.get(tokens);
  if (known === undefined) {
    known = [];
    bySentence.set(tokens, known);
  }
  return known;
};

const knownAt = (tokens: readonly Token[], at: number, reader: NameReader): Known | null => {
  const known = knownIn(tokens, reader.local);
  const found = known[at];
  if (found !== undefined) return found;
  const made = lookUp(tokens, at, reader);
  known[at] = made;
  return made;
};

/** The longest name at a token that the article or knowledge has; another spelling counts only where it reads further. */
const lookUp = (tokens: readonly Token[], at: number, { local, gazetteer }: NameReader): Known | null => {
  const own = longestName(local, tokens, at);
  const listed = longestName(gazetteer, tokens, at);
  const varied = longestVariant(gazetteer, tokens, at);
  const length = Math.max(own?.length ?? 0, listed?.length ?? 0);
  if (varied !== null && varied.length > length) return { ...varied, rule: 'variant' };
  const entry = own?.entries[0];
  if (own !== null && own.length === length && entry !== undefined)
    return { ...own, rule: local.rules.get(entry) ?? 'gazetteer' };
  return listed === null ? null : { ...listed, rule: 'gazetteer' };
};

/** Ids of the persons whose full name stands somewhere: their surname alone then means them. */
const personsInFull = (sentences: readonly Sentence[], reader: NameReader): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const { tokens } of sentences)
    for (let i = 0; i < tokens.length; i++)
      for (const entry of knownAt(tokens, i, reader)?.entries ?? [])
        if (entry.type === 'PERSON' && entry.kind !== 'surname') ids.add(entry.entity.id);
  return ids;
};

const namesIn = (tokens: readonly Token[], seen: readonly Seen[], reader: Reading): readonly Found[] => {
  const found: Found[] = [];
  let floor = 0;
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    while (next < seen.length && (seen[next]?.from ?? 0) < i) next++;
    const here = stepAt(tokens, i, floor, seen[next], reader);
    if (here === null) continue;
    found.push(...here.found);
    i = here.to - 1;
    floor = here.to;
  }
  return found;
};

const stepAt = (
  tokens: readonly Token[],
  i: number,
  floor: number,
  seen: Seen | undefined,
  reader: Reading,
): Step | null => {
  const mine = seen?.from === i ? seen : null;
  const known = knownName(tokens, i, floor, reader);
  if (known !== null && !(mine !== null && outreaches(tokens, mine, known, reader))) return known;
  const unknown = newPerson(tokens, i, floor, reader, reader.met);
  if (unknown !== null && (mine === null || unknown.to >= mine.to || mine.type === 'PERSON')) return unknown;
  return (
    joinedStates(tokens, i, reader) ??
    (mine === null ? known : (seenName(tokens, mine, floor, reader) ?? known))
  );
};

/**
 * Whether the recogniser's longer name takes the place of a state, a place or a surname at its beginning: `[Valdorian
 * Geographical Society]`, `[Jordan Venn]`. What is known in several words stays.
 */
const outreaches = (tokens: readonly Token[], mine: Seen, { found, to }: Step, reader: Reading): boolean => {
  const known = found[0];
  if (known === undefined || to - mine.from > 1 || mine.to <= to) return false;
  if (known.start !== tokens[mine.from]?.start || tokens[to - 1]?.end !== endOf(tokens[to - 1])) return false;
  const next = tokens[to];
  if (next === undefined || !isNameWord(next, reader.words) || reader.words.titles.has(next.lower))
    return false;
  if (mine.type === 'ORG') return known.type !== 'ORG' && known.type !== 'PERSON';
  return (
    mine.type === 'PERSON' &&
    known.type !== 'PERSON' &&
    known.type !== 'ORG' &&
    !isRoleAfter(tokens, mine, reader)
  );
};

const isRoleAfter = (tokens: readonly Token[], { from, to }: Seen, { words }: Reading): boolean =>
  tokens.slice(from, to).some(({ lower }) => words.titles.has(lower) || words.groups.has(lower));

/**
 * A name that the recogniser sees and nobody knows. A person named in full is known from here on under an id made from the
 * name, as behind a title; bodies, places and lone surnames are typed and refer to nobody.
 */
const seenName = (tokens: readonly Token[], mine: Seen, floor: number, reader: Reading): Step | null => {
  const { from, to, type } = mine;
  if (!isCredible(tokens, mine, reader)) return null;
  if (type !== 'PERSON')
    return isOwner(tokens, mine, reader) ? null : { found: [typed(tokens, from, to, type)], to };
  const title = titleBefore(tokens, from, floor, reader.words, reader.gazetteer);
  const named = to - from > 1 && tokens.slice(from, to).every((token) => isNameWord(token, reader.words));
  const entity: EntityRef | null = named ? acquaint(tokens, from, to, reader.met) : null;
  return {
    found: [{ ...person(tokens, title?.from ?? from, to, entity, 'recognised'), confidence: 0.6 }],
    to,
  };
};

/**
 * Whether it only begins a longer name: a title and a name stand right behind (`[Meadow Party] Chairman Orla Venn` is all
 * hers), or, behind a place, any word of a name (`[Brannick] Farmers Party`).
 */
const isOwner = (tokens: readonly Token[], { to, type }: Seen, { words }: NameReader): boolean => {
  let i = to;
  while (i - to < 6 && words.titles.has(tokens[i]?.lower ?? '')) i++;
  const next = tokens[i];
  if (next === undefined || !isNameWord(next, words) || /['’]s?$/.test(tokens[to - 1]?.text ?? ''))
    return false;
  return i > to || type === 'PLACE';
};

/**
 * What the recogniser must not take for a name: words that are never in one, a person with a title or a state in the name,
 * a word of its own that is a role or a people, anything that ends in a small letter.
 */
const isCredible = (tokens: readonly Token[], { from, to, type }: Seen, reader: Reading): boolean => {
  const { words, gazetteer } = reader;
  const mine = tokens.slice(from, to);
  const [first] = mine;
  if (first === undefined || !isCapital(mine.at(-1)) || mine.some(({ lower }) => words.notInNames.has(lower)))
    return false;
  if (to - from === 1) return isNameLike(first, reader);
  return (
    type !== 'PERSON' ||
    mine.every((token) => !words.titles.has(token.lower) && !gazetteer.states.has(keyOf(token)))
  );
};

const isCapital = (token: Token | undefined): boolean => isCapitalised(token?.text ?? '');

/** A lone word that is a title, a word that sentences begin with, a people, or one that lists call ordinary is no name. */
const isNameLike = (token: Token, { words, gazetteer }: NameReader): boolean =>
  isCapital(token) &&
  !words.notNames.has(token.lower) &&
  !words.titles.has(token.lower) &&
  !words.groups.has(token.lower) &&
  !gazetteer.states.has(keyOf(token)) &&
  !gazetteer.states.has(keyOf(token).replace(/s$/, ''));

const typed = (tokens: readonly Token[], from: number, to: number, type: Seen['type']): Found => ({
  start: tokens[from]?.start ?? 0,
  end: endOf(tokens[to - 1]),
  form: 'name',
  type,
  refersTo: null,
  rule: 'recognised',
  confidence: 0.55,
});

const knownName = (tokens: readonly Token[], from: number, floor: number, reader: Reading): Step | null => {
  const match = knownAt(tokens, from, reader);
  if (match === null) return null;
  const to = from + match.length;
  if (
    match.length === 1 &&
    (isOrdinary(tokens[from], reader) || joinsName(tokens, from, to, reader, match.entries))
  )
    return null;
  const title = titleBefore(tokens, from, floor, reader.words, reader.gazetteer);
  const entry = chooseEntry(match.entries, { ...reader, tokens, from, to, title });
  if (entry === null) return null;
  const surname = tokens[to - 1];
  if (entry.type === 'PERSON' && entry.kind !== 'surname' && surname !== undefined)
    reader.recent.set(keyOf(surname), entry.entity.id);
  const start = startOf(entry, title, from);
  return { found: [asFound(tokens, start, to, entry, match.rule)], to };
};

const startOf = (entry: NameEntry, title: Title | null, from: number): number =>
  entry.type === 'PERSON' && title !== null ? title.from : from;

/** `Island`, `May`, `March`: a word that some gazetteer lists but that stands for itself far more often. */
const isOrdinary = (token: Token | undefined, { words }: NameReader): boolean =>
  token !== undefined && words.notNames.has(token.lower);

/** Whether a one-word name is only a part of a longer unknown one: `Abe Fortas`, `Moscow Times`. */
const joinsName = (
  tokens: readonly Token[],
  from: number,
  to: number,
  { words }: NameReader,
  entries: readonly NameEntry[],
): boolean => {
  const next = tokens[to];
  const here = tokens[from];
  if (next === undefined || here === undefined || !isNameWord(next, words)) return false;
  if (/['’]s?$/.test(here.text)) return false;
  if (words.titles.has(next.lower)) return false;
  return entries.every((entry) => entry.type === 'PERSON' && entry.kind === 'surname');
};

/** How far each way of knowing a name is trusted. */
const TRUST: Readonly<Record<string, number>> = { variant: 0.8, acronym: 0.85, 'taught-name': 0.8 };

const asFound = (
  tokens: readonly Token[],
  from: number,
  to: number,
  entry: NameEntry,
  rule: string,
): Found => ({
  start: tokens[from]?.start ?? 0,
  end: endOf(tokens[to - 1]),
  form: 'name',
  type: entry.type,
  refersTo: entry.entity,
  rule,
  confidence: TRUST[rule] ?? (entry.kind === 'surname' ? 0.85 : 0.95),
});

/** `Freedonian-Sylvanian talks`, `Freedonia–Sylvania relations`: both states, each under its own part of the word. */
const joinedStates = (tokens: readonly Token[], at: number, { gazetteer }: NameReader): Step | null => {
  const token = tokens[at];
  if (token === undefined || !isCapitalised(token.text)) return null;
  const parts = token.text.split(/[-‐‑–]/);
  if (parts.length !== 2) return null;
  const found: Found[] = [];
  let start = token.start;
  for (const part of parts) {
    const entry = gazetteer.states.get(part.toLowerCase());
    if (entry === undefined) return null;
    found.push({
      start,
      end: start + part.length,
      form: 'name',
      type: 'STATE',
      refersTo: entry.entity,
      rule: 'joined-states',
      confidence: 0.9,
    });
    start += part.length + 1;
  }
  return { found, to: at + 1 };
};
