import { anyOf } from '../../lib/alternation.ts';
import { allMatches } from '../../lib/matches.ts';
import type { Knowledge, OfficeTerm, PersonEntry, PlaceEntry } from '../../model/knowledge.ts';
import type { Words } from '../lexicon.ts';
import { foldLine } from '../lexicon.ts';

/** What the words around an office say of it: that it is held, was held, is to be held, or nothing. */
export type OfficeForm = 'holds' | 'former' | 'elect' | 'unbound';

/** A title before a name in running text, with the terms in which that person held that office. */
export interface OfficeMention {
  /** Offsets in the string that was read. */
  readonly start: number;
  readonly end: number;
  readonly form: OfficeForm;
  readonly title: string;
  readonly name: string;
  readonly terms: readonly OfficeTerm[];
}

interface OfficeIndex {
  readonly pattern: RegExp;
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
const SUFFIX = /^[-\s](?:elect|designate)\b/;
const LEFT: ReadonlySet<string> = new Set(['former', 'ex', 'ex-', 'onetime', 'one-time', 'erstwhile']);
const COMING: ReadonlySet<string> = new Set(['incoming']);

/**
 * Title before name in a sentence: `Valdorian President Ana Kestrel`. A country's adjective before the title must agree;
 * without one the name must fit one person only. `then`, `acting` and the like leave it unbound.
 */
export const officeMentions = (
  text: string,
  knowledge: Knowledge,
  words: Words,
): readonly OfficeMention[] => {
  const index = indexOf(knowledge);
  const part = text.slice(0, 20_000);
  return allMatches(part, index.pattern).flatMap((match) => readMention(part, match, index, words) ?? []);
};

const readMention = (
  part: string,
  match: RegExpExecArray,
  index: OfficeIndex,
  words: Words,
): OfficeMention | null => {
  const [title] = match;
  const suffix = SUFFIX.exec(part.slice(match.index + title.length))?.[0] ?? '';
  const nameAt = match.index + title.length + suffix.length;
  const name = NAME.exec(part.slice(nameAt, nameAt + 80))?.[0];
  if (name === undefined) return null;
  const before = foldLine(part.slice(Math.max(0, match.index - 48), match.index));
  const country = index.countries.get(BEFORE.exec(before)?.[1] ?? '') ?? null;
  const found = matchHolders(name, index.holders.get(title.toLowerCase()), country);
  if (found === null) return null;
  return {
    start: match.index,
    end: nameAt + found.length,
    form: suffix === '' ? formOf(before, words) : 'elect',
    title,
    name: found.name,
    terms: found.terms,
  };
};

/** By the last three words before the title, not across a comma or stop: `former Valdorian [President …]`. */
const formOf = (before: string, words: Words): OfficeForm => {
  const near = (before.split(/[,;:.()]\s/).at(-1) ?? '')
    .trim()
    .split(/[\s-]+/)
    .slice(-3);
  if (near.some((word) => LEFT.has(word))) return 'former';
  if (near.some((word) => COMING.has(word))) return 'elect';
  return near.some((word) => words.formerWords.has(word)) ? 'unbound' : 'holds';
};

/** The longest beginning of `name` whose last word is the surname of holders that agree. */
const matchHolders = (
  name: string,
  holders: ReadonlyMap<string, readonly Holder[]> | undefined,
  country: string | null,
): { readonly length: number; readonly name: string; readonly terms: readonly OfficeTerm[] } | null => {
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
    const [one] = fit;
    if (people.size === 1 && one !== undefined)
      return {
        length: last.index + last[0].replace(/['’]s$/, '').replace(/[.'’-]+$/, '').length,
        name: one.person.name,
        terms: fit.map(({ term }) => term),
      };
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
    pattern: patternOf([...titles]),
    holders,
    countries: countriesOf(knowledge.places),
  };
  compiled.set(knowledge, index);
  return index;
};

/** Titles with a capital or, as in British papers, without; longer ones first. Matches nothing when there are none. */
const patternOf = (titles: readonly string[]): RegExp => {
  const any = anyOf([...titles, ...titles.map((title) => title.toLowerCase())]);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?=(?:[-\\s](?:elect|designate))?\\s+\\p{Lu})`, 'gu');
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
        countries.set(name.toLowerCase(), place.country ?? place.id.toUpperCase());
  return countries;
};
