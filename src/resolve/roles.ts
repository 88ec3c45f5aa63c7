import type { Day } from '../model/brand.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { EntityRef } from '../model/page.ts';
import type { World } from '../model/world/index.ts';
import { worldOf } from '../model/world/index.ts';

/** A description of a person or body taken apart: the state it names and the words of the role. */
export interface RolePhrase {
  /** Upper-case code of the state, or null. */
  readonly country: string | null;
  readonly role: string;
  readonly definite: boolean;
}

const stateWords = new WeakMap<Knowledge, ReadonlyMap<string, string>>();

/** State names, adjectives and one-word metonyms in lower case to the state's code. */
const statesOf = (knowledge: Knowledge): ReadonlyMap<string, string> => {
  const known = stateWords.get(knowledge);
  if (known !== undefined) return known;
  const map = new Map<string, string>();
  for (const { text, type, kind, entity } of worldOf(knowledge).names())
    if (type === 'STATE' && kind !== 'acronym' && !map.has(text.toLowerCase()))
      map.set(text.toLowerCase(), entity.id.toUpperCase());
  stateWords.set(knowledge, map);
  return map;
};

const DETERMINERS = new Set([
  'same',
  'the',
  'a',
  'an',
  'his',
  'her',
  'its',
  'their',
  'this',
  'that',
  'both',
  'two',
  'former',
  'then',
]);

/** Takes `the Sylvanian prime minister` apart. */
export const readRole = (text: string, knowledge: Knowledge): RolePhrase => {
  const states = statesOf(knowledge);
  const words = text.toLowerCase().replaceAll('’', "'").split(/\s+/);
  let country: string | null = null;
  const role: string[] = [];
  for (const word of words) {
    const bare = word.replace(/'s$|'$/, '');
    const state = states.get(bare);
    if (state !== undefined && country === null) country = state;
    else if (!DETERMINERS.has(bare)) role.push(bare);
  }
  return {
    country,
    role: role.join(' ').replace(/^of | of$/g, ''),
    definite: words[0] === 'the' || country !== null,
  };
};

/** A person of the article with the words of the titles given to them in it. */
export interface Known {
  readonly entity: EntityRef;
  readonly titles: ReadonlySet<string>;
}

/** Whether the title words an article gives somebody hold the role. */
export const bearsTitle = (known: Known, role: string): boolean => {
  const wanted = foldRole(role).split(' ');
  for (const title of known.titles) {
    const words = foldRole(title).split(' ');
    if (wanted.every((word) => words.includes(word)) && sameRank(wanted, words)) return true;
  }
  return false;
};

const LESSER = ['deputy', 'vice', 'former', 'assistant'];
/** `minister` alone may be the foreign minister but not the prime minister; a deputy is not the office itself. */
const sameRank = (wanted: readonly string[], words: readonly string[]): boolean =>
  LESSER.every((word) => wanted.includes(word) || !words.includes(word)) &&
  (wanted.includes('prime') || !wanted.includes('minister') || !words.includes('prime'));

const foldRole = (role: string): string =>
  role
    .replace(/\bpremier\b/g, 'prime minister')
    .replace(/\bhead of (?:the )?government\b/g, 'prime minister')
    .replace(/\bhead of (?:the )?state\b/g, 'president')
    .replace(/\bspokes(?:man|woman|person)\b/g, 'spokesperson')
    .replace(/\benvoy\b/g, 'ambassador')
    .replace(/\bdefense\b/g, 'defence');

/** Whether somebody ever held, or on the day held, the role in the country. */
export const heldRole = (
  world: World,
  person: string,
  { country, role }: RolePhrase,
  day: Day | null,
): boolean => {
  if (country === null) return world.terms(person).some((term) => matchesTerm(term, role));
  if (role === 'leader') return leads(world, country, person, day);
  return world.holders(country, foldRole(role), day).some((holder) => holder.person.id === person);
};

/** Whether somebody holds an office of that title on the day, in whatever country. */
export const holdsNow = (world: World, person: string, { role }: RolePhrase, day: Day): boolean =>
  world
    .terms(person)
    .some((term) => matchesTerm(term, role) && (term.from ?? '') <= day && day <= (term.to ?? '9999-12-31'));

/** By the title, else by what the office is everywhere: a Defence Secretary is a `defence minister`. */
const matchesTerm = (
  { title, office }: { readonly title: string; readonly office: string },
  role: string,
): boolean =>
  matchesTitle(title, role) || (/minister$/.test(office) && matchesTitle(office.replaceAll('_', ' '), role));

const matchesTitle = (title: string, role: string): boolean => {
  const words = foldRole(title.toLowerCase()).split(' ');
  const wanted = foldRole(role).split(' ');
  return wanted.every((word) => words.includes(word)) && sameRank(wanted, words);
};

const leads = (world: World, country: string, person: string, day: Day | null): boolean => {
  if (day !== null) return world.leader(country, day)?.person.id === person;
  return world
    .terms(person)
    .some((term) => term.country === country && /^head_of_(?:state|government)$/.test(term.office));
};

/** The days, both included, on one of which an article was published. */
export interface Period {
  readonly earliest: Day;
  readonly latest: Day;
}

/**
 * Who held the role when an article of the period was published, when knowledge has it. In a period of several days that is
 * somebody only if nobody else held it on any of them.
 */
export const holderOf = (
  world: World,
  phrase: RolePhrase,
  { earliest, latest }: Period,
): EntityRef | null => {
  const { country, role } = phrase;
  if (country === null) return null;
  const on = (day: Day): EntityRef | null =>
    (role === 'leader' ? world.leader(country, day) : world.holders(country, foldRole(role), day)[0])
      ?.person ?? null;
  const first = on(latest);
  if (first === null || earliest === latest) return first;
  const changes = daysOfChange(world, country, role === 'leader' ? null : foldRole(role), {
    earliest,
    latest,
  });
  return [earliest, ...changes].every((day) => on(day)?.id === first.id) ? first : null;
};

/** Who held the role last before the day and holds it no more: `the former president`. */
export const formerHolderOf = (world: World, { country, role }: RolePhrase, day: Day): EntityRef | null => {
  if (country === null || role === 'leader') return null;
  const words = foldRole(role).replace(/^ex-/, '');
  const now = world.holders(country, words, day)[0]?.person.id;
  const past = world
    .holders(country, words, null)
    .find(({ person, term }) => person.id !== now && term.to !== null && term.to <= day);
  return past?.person ?? null;
};

/** The days of the period on which somebody came into the office (into any, for `leader`). */
const daysOfChange = (
  world: World,
  country: string,
  role: string | null,
  { earliest, latest }: Period,
): readonly Day[] => {
  const offices = role === null ? ['president', 'prime minister'] : [role];
  return offices
    .flatMap((office) => world.holders(country, office, null))
    .flatMap(({ person }) => world.terms(person.id))
    .filter((term) => term.country === country)
    .flatMap(({ from }) => (from !== null && earliest < from && from <= latest ? [from] : []));
};
