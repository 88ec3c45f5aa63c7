import { slug } from '../../lib/slug.ts';
import type { Day, EntityId } from '../../model/brand.ts';
import type { Sentence, Token } from '../../model/sentence.ts';
import type { NameEntry, World } from '../../model/world/index.ts';
import { chooseEntry } from './choose.ts';
import type { Found } from './found.ts';
import { type Gazetteer, keyOf, longestName } from './gazetteer.ts';
import { titleBefore } from './titles.ts';
import type { MentionWords } from './words.ts';

/** What the finder of names reads by. */
export interface NameReader {
  readonly gazetteer: Gazetteer;
  readonly words: MentionWords;
  readonly world: World;
  readonly day: Day | null;
  readonly ofPack: ReadonlySet<string>;
}

/** Names of persons, states, bodies, places, instruments and gatherings in all sentences. */
export const findNames = (sentences: readonly Sentence[], reader: NameReader): readonly Found[] => {
  const inFull = personsInFull(sentences, reader);
  const local = new Map<string, Found['refersTo']>();
  return sentences.flatMap((sentence) => namesIn(sentence.tokens, reader, inFull, local));
};

/** Ids of the persons whose full name stands somewhere: their surname alone then means them. */
const personsInFull = (sentences: readonly Sentence[], { gazetteer }: NameReader): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const { tokens } of sentences)
    for (let i = 0; i < tokens.length; i++)
      for (const entry of longestName(gazetteer, tokens, i)?.entries ?? [])
        if (entry.type === 'PERSON' && entry.kind !== 'surname') ids.add(entry.entity.id);
  return ids;
};

const namesIn = (
  tokens: readonly Token[],
  reader: NameReader,
  inFull: ReadonlySet<string>,
  local: Map<string, Found['refersTo']>,
): readonly Found[] => {
  const found: Found[] = [];
  let floor = 0;
  for (let i = 0; i < tokens.length; i++) {
    const known = knownName(tokens, i, floor, reader, inFull);
    const here = known ?? newPerson(tokens, i, floor, reader, local) ?? joinedStates(tokens, i, reader);
    if (here === null) continue;
    found.push(...here.found);
    i = here.to - 1;
    floor = here.to;
  }
  return found;
};

interface Step {
  readonly found: readonly Found[];
  readonly to: number;
}

const knownName = (
  tokens: readonly Token[],
  from: number,
  floor: number,
  reader: NameReader,
  inFull: ReadonlySet<string>,
): Step | null => {
  const match = longestName(reader.gazetteer, tokens, from);
  if (match === null) return null;
  const to = from + match.length;
  if (match.length === 1 && (isOrdinary(tokens[from], reader) || joinsName(tokens, from, to, reader)))
    return null;
  const title = titleBefore(tokens, from, floor, reader.words, reader.gazetteer);
  const entry = chooseEntry(match.entries, { ...reader, tokens, from, to, title, inFull });
  if (entry === null) return null;
  const start = entry.type === 'PERSON' && title !== null ? title.from : from;
  return { found: [asFound(tokens, start, to, entry, 'gazetteer')], to };
};

/** `Island`, `May`, `March`: a word that some gazetteer lists but that stands for itself far more often. */
const isOrdinary = (token: Token | undefined, { words }: NameReader): boolean =>
  token !== undefined && words.notNames.has(token.lower);

/** Whether a one-word name is only a part of a longer unknown one: `Abe Fortas`, `Moscow Times`. */
const joinsName = (
  tokens: readonly Token[],
  from: number,
  to: number,
  { words, gazetteer }: NameReader,
): boolean => {
  const next = tokens[to];
  const here = tokens[from];
  if (next === undefined || here === undefined || !isNameWord(next, words)) return false;
  if (/['’]s?$/.test(here.text)) return false;
  if (words.titles.has(next.lower)) return false;
  const entries = gazetteer.root.next.get(keyOf(here))?.entries ?? [];
  return entries.every((entry) => entry.type === 'PERSON' && entry.kind === 'surname');
};

const isNameWord = (token: Token, words: MentionWords): boolean =>
  token.kind === 'word' &&
  /^\p{Lu}[\p{L}'’-]+$|^\p{Lu}\.$/u.test(token.text) &&
  !words.notNames.has(token.lower);

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
  confidence: entry.kind === 'surname' ? 0.85 : 0.95,
});

/** The end of a name without a possessive. */
const endOf = (token: Token | undefined): number => {
  if (token === undefined) return 0;
  const possessive = /['’]s?$/.exec(token.text);
  return token.end - (possessive?.[0].length ?? 0);
};

/**
 * A person whom no gazetteer knows: two to four capitalised words behind a title or a given name; and later the surname
 * alone. The id is made from the name, so that the same person in another article is the same.
 */
const newPerson = (
  tokens: readonly Token[],
  from: number,
  floor: number,
  reader: NameReader,
  local: Map<string, Found['refersTo']>,
): Step | null => {
  const first = tokens[from];
  if (first === undefined || !isNameWord(first, reader.words) || reader.words.titles.has(first.lower))
    return null;
  const known = local.get(keyOf(first));
  let to = from;
  while (to < tokens.length && to - from < 4 && isPartOfName(tokens, to, from, reader)) to++;
  if (known !== undefined && known !== null && to - from <= 1)
    return { found: [person(tokens, from, from + 1, known, 'surname-again')], to: from + 1 };
  const title = titleBefore(tokens, from, floor, reader.words, reader.gazetteer);
  if (to - from < 2 && !(title !== null && title.words !== 'former')) return null;
  if (title === null && !isGiven(first, reader)) return null;
  if (reader.gazetteer.states.has(keyOf(first))) return null;
  const name = tokens
    .slice(from, to)
    .map((token) => token.text.replace(/['’]s?$/, ''))
    .join(' ');
  const entity = { id: slug(name, 80) as EntityId, name };
  const last = tokens[to - 1];
  if (last !== undefined && to - from > 1) local.set(keyOf(last), entity);
  return { found: [person(tokens, title?.from ?? from, to, entity, 'new-person')], to };
};

const isPartOfName = (tokens: readonly Token[], at: number, from: number, reader: NameReader): boolean => {
  const token = tokens[at];
  if (token === undefined || !isNameWord(token, reader.words)) return false;
  if (at > from && /['’]s$/.test(tokens[at - 1]?.text ?? '')) return false;
  return at === from || !reader.gazetteer.states.has(keyOf(token));
};

const isGiven = (token: Token, { gazetteer }: NameReader): boolean => gazetteer.givenNames.has(keyOf(token));

const person = (
  tokens: readonly Token[],
  from: number,
  to: number,
  entity: NonNullable<Found['refersTo']>,
  rule: string,
): Found => ({
  start: tokens[from]?.start ?? 0,
  end: endOf(tokens[to - 1]),
  form: 'name',
  type: 'PERSON',
  refersTo: entity,
  rule,
  confidence: 0.7,
});

/** `Freedonian-Sylvanian talks`, `Freedonia–Sylvania relations`: both states, each under its own part of the word. */
const joinedStates = (tokens: readonly Token[], at: number, { gazetteer }: NameReader): Step | null => {
  const token = tokens[at];
  if (token === undefined || !/^\p{Lu}/u.test(token.text)) return null;
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
