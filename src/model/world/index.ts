import type { Day, EntityId } from '../brand.ts';
import type { Knowledge } from '../knowledge.ts';
import type { EntityRef } from '../page.ts';
import { type Body, bodiesOf } from './bodies.ts';
import { indexGatherings, seriesRefs } from './gatherings.ts';
import { allNames } from './names.ts';
import { indexTerms } from './terms.ts';
import type { World } from './types.ts';

export type { Holder, NameEntry, NameKind, World } from './types.ts';

/** A value computed on first use. */
const lazy = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const byId = <T extends { readonly id: EntityId }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

const STATE_KINDS: ReadonlySet<string> = new Set([
  'country',
  'historical',
  'de-facto',
  'territory',
  'organisation',
]);
const PUBLIC_KINDS: ReadonlySet<string> = new Set(['government', 'ministry', 'parliament']);

type Refer = (id: string) => EntityRef | null;

const refersTo = (knowledge: Knowledge, bodies: () => readonly Body[]): Refer => {
  const refs = lazy(() => {
    const all = new Map<string, EntityRef>(bodies().map(({ entity }) => [entity.id, entity]));
    for (const [id, ref] of seriesRefs(knowledge)) all.set(id, ref);
    const { instruments, gatherings, outlets, places, persons } = knowledge;
    for (const rows of [instruments, gatherings, outlets, places, persons])
      for (const { id, name } of rows) all.set(id, { id, name });
    for (const { entity } of bodies()) if (entity.id.endsWith('-government')) all.set(entity.id, entity);
    return all;
  });
  return (id) => refs().get(id) ?? null;
};

const build = (knowledge: Knowledge): World => {
  const persons = lazy(() => byId(knowledge.persons));
  const places = lazy(() => byId(knowledge.places));
  const outlets = lazy(() => byId(knowledge.outlets));
  const bodies = lazy(() => bodiesOf(knowledge));
  const bodyStates = lazy(
    () => new Map<string, EntityId>(bodies().map((body) => [body.entity.id, body.state])),
  );
  const entity = refersTo(knowledge, bodies);
  const terms = lazy(() => indexTerms(knowledge, entity));
  const editions = lazy(() => indexGatherings(knowledge));
  const names = lazy(() => allNames(knowledge, bodies(), entity));

  const state: World['state'] = (id) => {
    const place = places().get(id.toLowerCase());
    return place && STATE_KINDS.has(place.kind) ? place : null;
  };
  /** The alpha-3 code or group id of what `id` acts for. */
  const actsFor = (id: string, day: Day | null): string | null => {
    const own = state(id)?.id ?? bodyStates().get(id) ?? null;
    if (own !== null) return own;
    if (places().get(id)?.kind === 'group') return id;
    const outlet = outlets().get(id);
    if (outlet && PUBLIC_KINDS.has(outlet.kind)) return outlet.country;
    return terms().countryOf(id, day);
  };

  return {
    person: (id) => persons().get(id) ?? null,
    state,
    place: (id) => places().get(id) ?? null,
    outlet: (id) => outlets().get(id) ?? null,
    entity,
    terms: (person) => terms().of(person),
    partyOf: (id, day) => {
      const party = actsFor(id, day);
      if (party === null) return null;
      return entity(terms().succession(party.toUpperCase(), day).toLowerCase());
    },
    holders: (country, office, day) => terms().holders(country, office, day),
    leader: (country, day) => terms().leader(country, day),
    gathering: (name, day) => editions()(name, day),
    names,
  };
};

const worlds = new WeakMap<Knowledge, World>();

/** The index over `knowledge`: made once for each `Knowledge` object and kept as long as that is. */
export const worldOf = (knowledge: Knowledge): World => {
  const known = worlds.get(knowledge);
  if (known) return known;
  const world = build(knowledge);
  worlds.set(knowledge, world);
  return world;
};
