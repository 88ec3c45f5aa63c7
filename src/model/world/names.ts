import type { MentionType } from '../annotation.ts';
import type { EntityId } from '../brand.ts';
import type { Knowledge, PersonEntry, PlaceEntry } from '../knowledge.ts';
import type { Names, PackParty } from '../pack.ts';
import type { EntityRef } from '../page.ts';
import type { Body } from './bodies.ts';
import { seriesRefs } from './gatherings.ts';
import type { NameEntry, NameKind } from './types.ts';

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&.-]{1,6}$/u;

/** Whether no character lies beyond those of Latin scripts, as in most names. */
const isLatin = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x24f) return false;
  return true;
};

/** The language of a name by its script: Cyrillic is taken as Russian, kana and Han as Japanese. */
const languageOf = (text: string): string => {
  if (isLatin(text)) return 'en';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  return 'en';
};

const withoutArticle = (text: string): string =>
  text[1] === 'h' || text[1] === 'H' ? text.replace(/^the\s+/i, '') : text;

const entry = (
  text: string,
  entity: EntityRef,
  type: MentionType,
  kind: NameKind,
  language: string = languageOf(text),
): NameEntry => {
  const bare = withoutArticle(text);
  return {
    text: bare,
    entity,
    type,
    language,
    kind: kind === 'alias' && ACRONYM.test(bare) ? 'acronym' : kind,
  };
};

const isCyrillicFullName = (name: string): boolean =>
  /^\p{Script=Cyrillic}+(?:\s\p{Script=Cyrillic}+)+$/u.test(name);

const personNames = (person: PersonEntry): readonly NameEntry[] => {
  const entity: EntityRef = { id: person.id, name: person.name };
  const surnames = [
    person.surname,
    ...person.aliases.filter(isCyrillicFullName).map((n) => n.split(/\s/).at(-1) ?? n),
  ];
  return [
    entry(person.name, entity, 'PERSON', /\s/.test(person.name) ? 'full' : 'surname'),
    ...person.aliases.map((alias) => entry(alias, entity, 'PERSON', 'alias')),
    ...[...new Set(surnames)]
      .filter((surname) => surname.length > 1 && surname !== person.name)
      .map((surname) => entry(surname, entity, 'PERSON', 'surname')),
  ];
};

const TYPES: Readonly<Record<string, MentionType>> = {
  country: 'STATE',
  historical: 'STATE',
  'de-facto': 'STATE',
  organisation: 'ORG',
  group: 'ORG',
};

const placeNames = (place: PlaceEntry): readonly NameEntry[] => {
  const entity: EntityRef = { id: place.id, name: place.name };
  const type = TYPES[place.kind] ?? 'PLACE';
  const named = Object.entries(place.names).flatMap(([language, list]) =>
    list.map((text, i) => entry(text, entity, type, i === 0 ? 'full' : 'alias', language)),
  );
  return [
    ...named,
    ...place.demonyms.map((text) => entry(text, entity, type, 'demonym')),
    ...place.metonyms.map((text) => entry(text, entity, type, 'metonym')),
    ...place.demonyms.map((text) => entry(`${text} side`, entity, type, 'metonym')),
  ];
};

const inLanguages = (
  names: Names,
  entity: EntityRef,
  type: MentionType,
  kind: NameKind,
): readonly NameEntry[] =>
  Object.entries(names).flatMap(([language, list]) =>
    list.map((text) => entry(text, entity, type, kind, language)),
  );

/** What the pack adds to a state that is a party: adjectives and metonyms in other languages, the predecessor's names. */
const partyNames = (party: PackParty, refer: (id: string) => EntityRef | null): readonly NameEntry[] => {
  const entity = refer(party.id) ?? { id: party.id, name: party.names.en?.[0] ?? party.id };
  const type: MentionType = party.iso === '' ? 'ORG' : 'STATE';
  const before = party.predecessor;
  const predecessor =
    before && (refer(before.id) ?? { id: before.id, name: before.names.en?.[0] ?? before.id });
  return [
    ...inLanguages(party.adjectives, entity, type, 'demonym'),
    ...inLanguages(party.metonyms, entity, type, 'metonym'),
    ...(before && predecessor ? inLanguages(before.names, predecessor, 'STATE', 'alias') : []),
  ];
};

/** The names of the pack's places, each with the party whose name it is. */
const packPlaceNames = (knowledge: Knowledge): readonly NameEntry[] =>
  (knowledge.pack?.places ?? []).flatMap((place) => {
    const entity: EntityRef = { id: place.id, name: place.label };
    return Object.entries(place.names).flatMap(([party, names]) =>
      inLanguages(names, entity, 'PLACE', 'full').map((name) =>
        party === 'other' ? name : { ...name, party: party as EntityId },
      ),
    );
  });

const MARK = /^[\p{L}\p{N}][\p{L}\p{N} .&-]*$/u;

const outletNames = (knowledge: Knowledge): readonly NameEntry[] =>
  knowledge.outlets.flatMap(({ id, name, aliases, wire }) => {
    const entity: EntityRef = { id, name };
    return [
      entry(name, entity, 'ORG', 'full'),
      ...[...aliases, ...wire.filter((mark) => MARK.test(mark))].map((text) =>
        entry(text, entity, 'ORG', 'alias'),
      ),
    ];
  });

const gatheringNames = (knowledge: Knowledge): readonly NameEntry[] => {
  const series = seriesRefs(knowledge);
  return knowledge.gatherings.flatMap((edition) => {
    const entity = series.get(edition.series);
    if (!entity) return [];
    return [
      entry(edition.name, entity, 'GATHERING', 'full'),
      ...edition.aliases.map((text) => entry(text, entity, 'GATHERING', 'alias')),
    ];
  });
};

const instrumentNames = (knowledge: Knowledge): readonly NameEntry[] =>
  knowledge.instruments.flatMap(({ id, name, aliases }) => [
    entry(name, { id, name }, 'INSTRUMENT', 'full'),
    ...aliases.map((text) => entry(text, { id, name }, 'INSTRUMENT', 'alias')),
  ]);

const bodyNames = (bodies: readonly Body[]): readonly NameEntry[] =>
  bodies.flatMap(({ entity, names }) =>
    names.map((text, i) => entry(text, entity, 'ORG', i === 0 ? 'full' : 'alias', 'en')),
  );

const unrepeated = (entries: readonly NameEntry[]): readonly NameEntry[] => {
  // Most texts are met once: those of the same text are compared one by one.
  const seen = new Map<string, NameEntry[]>();
  return entries.filter((name) => {
    const { text, entity, language } = name;
    const held = seen.get(text);
    if (text === '' || held?.some((other) => other.entity.id === entity.id && other.language === language))
      return false;
    if (held === undefined) seen.set(text, [name]);
    else held.push(name);
    return true;
  });
};

/** Every name of everything; one row for a text, a thing and a language, the most telling kind of it first. */
export const allNames = (
  knowledge: Knowledge,
  bodies: readonly Body[],
  refer: (id: string) => EntityRef | null,
): readonly NameEntry[] =>
  unrepeated([
    ...packPlaceNames(knowledge),
    ...knowledge.places.flatMap(placeNames),
    ...(knowledge.pack?.parties ?? []).flatMap((party) => partyNames(party, refer)),
    ...knowledge.persons.flatMap(personNames),
    ...outletNames(knowledge),
    ...bodyNames(bodies),
    ...gatheringNames(knowledge),
    ...instrumentNames(knowledge),
  ]);
