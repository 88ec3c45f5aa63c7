import type { EntityId } from '../brand.ts';
import type { Knowledge, PlaceEntry } from '../knowledge.ts';
import type { Pack, PackParty, PackPlace } from '../pack.ts';

/** Knowledge before a pack is laid over it. */
export type BaseKnowledge = Omit<Knowledge, 'version' | 'pack'>;

/** Rows by id, those of `over` in the place of those of `under`; what is new comes last, in the order given. */
const laid = <T extends { readonly id: EntityId }>(under: readonly T[], over: readonly T[]): readonly T[] => {
  if (over.length === 0) return under;
  const rows = new Map<string, T>(under.map((row) => [row.id, row]));
  for (const row of over) rows.set(row.id, row);
  return [...rows.values()];
};

/** Lists by key, joined without repeats, those of `first` ahead. */
const joined = (
  first: Readonly<Record<string, readonly string[]>>,
  second: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> => {
  const out: Record<string, readonly string[]> = { ...second };
  for (const [key, list] of Object.entries(first)) out[key] = [...new Set([...list, ...(second[key] ?? [])])];
  return out;
};

const placeEntry = (place: PackPlace): PlaceEntry => {
  const byParty = Object.values(place.names);
  const names = byParty.reduce((all, own) => joined(all, own), {});
  return {
    id: place.id,
    kind: place.disputed ? 'disputed' : 'place',
    name: place.label,
    names,
    demonyms: [],
    capital: null,
    metonyms: [],
    at: place.at,
    country: null,
  };
};

/** A state of the world with what the pack says of it as a party. */
const partyEntry = (party: PackParty, state: PlaceEntry | undefined): PlaceEntry => ({
  id: party.id,
  kind: state?.kind ?? (party.iso === '' ? 'group' : 'country'),
  name: party.names.en?.[0] ?? state?.name ?? party.id,
  names: joined(party.names, state?.names ?? {}),
  demonyms: [...new Set([...(party.adjectives.en ?? []), ...(state?.demonyms ?? [])])],
  capital: state?.capital ?? null,
  metonyms: [...new Set([...(party.metonyms.en ?? []), ...(state?.metonyms ?? [])])],
  at: state?.at ?? null,
  country: party.iso === '' ? null : party.iso,
});

/** Editions: a row of the pack that does not count them keeps the number the world has. */
const laidGatherings = (
  under: Knowledge['gatherings'],
  over: Knowledge['gatherings'],
): Knowledge['gatherings'] => {
  const numbers = new Map(under.map(({ id, ordinal }) => [id, ordinal]));
  const counted = over.map((row) => {
    const ordinal = row.ordinal ?? numbers.get(row.id);
    return ordinal === undefined ? row : { ...row, ordinal };
  });
  return laid(under, counted);
};

const laidPersons = (under: Knowledge['persons'], over: Knowledge['persons']): Knowledge['persons'] => {
  const rows = new Map<string, Knowledge['persons'][number]>(under.map((row) => [row.id, row]));
  for (const row of over) {
    const known = rows.get(row.id);
    const more = known ? [known.name, ...known.aliases].filter((name) => name !== row.name) : [];
    rows.set(row.id, { ...row, aliases: [...new Set([...row.aliases, ...more])] });
  }
  return [...rows.values()];
};

/** Terms of office: where the pack tells of a person's office in a country, it tells all of it. */
const laidOffices = (under: Knowledge['offices'], over: Knowledge['offices']): Knowledge['offices'] => {
  const told = new Set(over.map((term) => `${term.country} ${term.office} ${term.person}`));
  return [...under.filter((term) => !told.has(`${term.country} ${term.office} ${term.person}`)), ...over];
};

/**
 * A pack in which the codes of states are those the world counts by: the id of the party in capitals. Packs write the
 * alpha-3 code of a party (`iso`), and its id may be another word.
 */
const recoded = (pack: Pack): Pack => {
  const codes = new Map(
    pack.parties.flatMap(({ id, iso }) =>
      iso === '' || iso === id.toUpperCase() ? [] : [[iso, id.toUpperCase()] as const],
    ),
  );
  if (codes.size === 0) return pack;
  const code = <C extends string | null>(own: C): C => (codes.get(own ?? '') ?? own) as C;
  const placed = <T extends { readonly country: string | null }>(rows: readonly T[]): readonly T[] =>
    rows.map((row) => ({ ...row, country: code(row.country) }));
  return {
    ...pack,
    parties: pack.parties.map((party) => ({ ...party, iso: code(party.iso) })),
    offices: placed(pack.offices),
    outlets: placed(pack.outlets),
    gatherings: placed(pack.gatherings),
  };
};

/** Lays a pack over the world. Where both name one thing the pack wins; other spellings of persons and states stay. */
export const layPack = (base: BaseKnowledge, given: Pack | null, version: string): Knowledge => {
  if (given === null) return { ...base, version, pack: given };
  const pack = recoded(given);
  const states = new Map(base.places.map((place) => [place.id, place]));
  const parties = pack.parties.map((party) => partyEntry(party, states.get(party.id)));
  return {
    ...base,
    version,
    pack,
    persons: laidPersons(base.persons, pack.persons),
    offices: laidOffices(base.offices, pack.offices),
    places: laid(base.places, [...parties, ...pack.places.map(placeEntry)]),
    outlets: laid(base.outlets, pack.outlets),
    gatherings: laidGatherings(base.gatherings, pack.gatherings),
    instruments: laid(base.instruments, pack.instruments),
    periods: laid(base.periods ?? [], pack.periods ?? []),
  };
};
