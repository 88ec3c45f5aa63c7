import type { Knowledge, OfficeTerm, PersonEntry, PlaceEntry } from '../../model/knowledge.ts';
import type { Span } from '../../model/span.ts';
import { cover } from '../../model/span.ts';
import type { Words } from '../lexicon.ts';
import { foldLine } from '../lexicon.ts';

/** A title before a name in running text, with the terms in which that person held that office. */
export interface OfficeMention {
  readonly at: Span;
  readonly terms: readonly OfficeTerm[];
}

interface OfficeIndex {
  readonly titles: readonly string[];
  /** Terms by title, then by the last name of the holder, both folded. */
  readonly holders: ReadonlyMap<string, ReadonlyMap<string, readonly Holder[]>>;
  readonly countries: ReadonlyMap<string, string>;
}

interface Holder {
  readonly term: OfficeTerm;
  readonly person: PersonEntry;
}

const compiled = new WeakMap<object, OfficeIndex>();
const NAME = /^(?:\s+\p{Lu}[\p{L}\p{M}'’.-]*){1,4}/u;
const BEFORE = /(\p{L}[\p{L}\p{M}'’-]*)\s+$/u;

/**
 * Title before name in the given stretches: `Valdorian President Ana Kestrel`. A country's adjective before the title
 * must agree; without one the name must fit one person only. `former`, `then` and the like unbind. One mention a person and title.
 */
export const officeMentions = (
  text: string,
  stretches: readonly Span[],
  knowledge: Knowledge,
  words: Words,
): readonly OfficeMention[] => {
  const index = indexOf(knowledge);
  if (index.titles.length === 0) return [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${index.titles.map(escapeRegExp).join('|')})(?=\\s+\\p{Lu})`,
    'gu',
  );
  const found = new Map<string, OfficeMention>();
  for (const stretch of stretches) {
    const part = cover(text, stretch).slice(0, 100_000);
    for (const match of part.matchAll(pattern)) {
      const mention = readMention(part, match.index, match[0], index, words);
      if (mention === null) continue;
      const at = { start: stretch.start + match.index, end: stretch.start + mention.end };
      const key = mention.terms.map((term) => `${term.person} ${term.from}`).join();
      if (!found.has(key)) found.set(key, { at, terms: mention.terms });
    }
  }
  return [...found.values()];
};

const readMention = (
  part: string,
  at: number,
  title: string,
  index: OfficeIndex,
  words: Words,
): { readonly end: number; readonly terms: readonly OfficeTerm[] } | null => {
  const before = foldLine(BEFORE.exec(part.slice(Math.max(0, at - 40), at))?.[1] ?? '');
  const earlier = foldLine(part.slice(Math.max(0, at - 48), at)).split(/\s+/);
  if (earlier.slice(-3).some((word) => words.formerWords.has(word))) return null;
  const nameAt = at + title.length;
  const name = NAME.exec(part.slice(nameAt, nameAt + 80))?.[0];
  if (name === undefined) return null;
  const country = index.countries.get(before) ?? null;
  const match = matchHolders(name, index.holders.get(title.toLowerCase()), country);
  return match === null ? null : { end: nameAt + match.length, terms: match.terms };
};

/** The longest beginning of `name` whose last word is the surname of holders that agree. */
const matchHolders = (
  name: string,
  holders: ReadonlyMap<string, readonly Holder[]> | undefined,
  country: string | null,
): { readonly length: number; readonly terms: readonly OfficeTerm[] } | null => {
  const words = [...name.matchAll(/\S+/g)];
  for (let n = words.length; n >= 1; n--) {
    const last = words[n - 1];
    if (last === undefined) continue;
    const surname = foldName(last[0].replace(/['’]s$/, '').replace(/[.'’-]+$/, ''));
    const given = words.slice(0, n - 1).map((word) => foldName(word[0]));
    const fit = (holders?.get(surname) ?? []).filter(
      ({ term, person }) => (country === null || term.country === country) && givenFits(person, given),
    );
    const people = new Set(fit.map(({ person }) => person.id));
    if (people.size === 1) return { length: last.index + last[0].length, terms: fit.map(({ term }) => term) };
  }
  return null;
};

const givenFits = (person: PersonEntry, given: readonly string[]): boolean => {
  if (given.length === 0) return true;
  const known = [person.name, ...person.aliases].flatMap((name) => name.split(/\s+/)).map(foldName);
  return given.some((word) => known.includes(word));
};

const foldName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

const escapeRegExp = (literal: string): string =>
  literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s');

const indexOf = (knowledge: Knowledge): OfficeIndex => {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const people = new Map(
    [...knowledge.persons, ...(knowledge.pack?.persons ?? [])].map((person) => [person.id, person]),
  );
  const holders = new Map<string, Map<string, Holder[]>>();
  const titles = new Set<string>();
  for (const term of [...(knowledge.pack?.offices ?? []), ...knowledge.offices]) {
    const person = people.get(term.person);
    if (
      person === undefined ||
      (term.from === null && term.to === null) ||
      !/^\p{Lu}[\p{L} -]+$/u.test(term.title)
    )
      continue;
    titles.add(term.title);
    addHolder(holders, term.title.toLowerCase(), foldName(person.surname), { term, person });
  }
  const index = {
    titles: [...titles].sort((a, b) => b.length - a.length),
    holders,
    countries: countriesOf(knowledge.places),
  };
  compiled.set(knowledge, index);
  return index;
};

const addHolder = (
  table: Map<string, Map<string, Holder[]>>,
  title: string,
  surname: string,
  holder: Holder,
): void => {
  const bySurname = table.get(title) ?? new Map<string, Holder[]>();
  table.set(title, bySurname);
  const list = bySurname.get(surname) ?? [];
  bySurname.set(surname, list);
  list.push(holder);
};

const countriesOf = (places: readonly PlaceEntry[]): ReadonlyMap<string, string> => {
  const countries = new Map<string, string>();
  for (const place of places)
    for (const name of [...place.demonyms, place.name])
      if (place.kind === 'country' || place.demonyms.length > 0)
        countries.set(name.toLowerCase(), place.id.toUpperCase());
  return countries;
};
