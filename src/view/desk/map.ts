import type { Knowledge } from '../../model/knowledge.ts';
import type { Names, PackParty, PackPlace } from '../../model/pack.ts';
import type { EntityRef } from '../../model/page.ts';
import { foldName } from '../../model/world/fold.ts';
import type { MapPlace, MapView } from './types.ts';

/** A place without the number of its events. */
type KnownPlace = Omit<MapPlace, 'events' | 'asked'>;

/** The places that can be drawn, by all their names, and those in dispute, which always are. */
export interface DeskGazetteer {
  readonly byName: ReadonlyMap<string, KnownPlace>;
  readonly disputed: readonly KnownPlace[];
}

/** Reads the places of knowledge once: those of the pack go before those of the world, names before settlements. */
export const deskGazetteer = (knowledge: Knowledge): DeskGazetteer => {
  const byName = new Map<string, KnownPlace>();
  const add = (names: readonly string[], place: KnownPlace): void => {
    for (const name of names) {
      const key = foldName(name);
      if (key !== '' && !byName.has(key)) byName.set(key, place);
    }
  };
  const ofPack = packPlaces(knowledge);
  for (const [entry, place] of ofPack)
    add([entry.label, ...Object.values(entry.names).flatMap((names) => Object.values(names).flat())], place);
  for (const { id, name, names, at } of knowledge.places)
    if (at !== null)
      add([name, ...Object.values(names).flat()], { id, name, at, disputed: false, names: [] });
  // A settlement of a disputed place stands where the place does, unless the world knows it better.
  for (const [entry, place] of ofPack) add(entry.settlements, place);
  return { byName, disputed: ofPack.map(([, place]) => place).filter(({ disputed }) => disputed) };
};

/** The pack's places with their coordinates, or those of what they are part of; places with neither are left out. */
const packPlaces = ({ pack }: Knowledge): readonly (readonly [PackPlace, KnownPlace])[] => {
  const byId = new Map((pack?.places ?? []).map((place) => [place.id as string, place]));
  return [...byId.values()].flatMap((entry) => {
    const at = pointOf(entry, byId);
    if (at === null) return [];
    const { id, label, disputed } = entry;
    const names = disputed ? sideNames(entry, pack?.parties ?? []) : [];
    return [[entry, { id, name: label, at, disputed, names }] as const];
  });
};

/** How far up a place is looked for in those that hold it: a hostile pack may go round in circles. */
const MAX_DEPTH = 8;

const pointOf = (entry: PackPlace, byId: ReadonlyMap<string, PackPlace>): MapPlace['at'] | null => {
  let place: PackPlace | undefined = entry;
  for (let depth = 0; place !== undefined && depth < MAX_DEPTH; depth++) {
    if (place.at !== null) return place.at;
    place = place.partOf === null ? undefined : byId.get(place.partOf);
  }
  return null;
};

const sideNames = ({ names }: PackPlace, parties: readonly PackParty[]): MapPlace['names'] => {
  const order = parties.map(({ id }) => id as string);
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return Object.entries(names)
    .sort(([x], [y]) => rank(x) - rank(y))
    .flatMap(([side, byLanguage]) => {
      const party = partyRef(parties.find(({ id }) => id === side));
      return Object.entries(byLanguage).flatMap(([language, [name]]) =>
        name === undefined ? [] : [{ party, language, name }],
      );
    });
};

const partyRef = (party: PackParty | undefined): EntityRef | null =>
  party === undefined ? null : { id: party.id, name: firstName(party.names) ?? party.id };

const firstName = (names: Names): string | undefined =>
  names.en?.[0] ?? Object.values(names).find((list) => list.length > 0)?.[0];

type Counted = Pick<MapPlace, 'events' | 'asked'>;
const NOTHING_THERE: Counted = { events: 0, asked: [] };

/**
 * The map of some events: the number of events by the name of their place, and of those without one. Places with events and
 * all places in dispute are listed, those with most events first; names that no place is known by stand apart.
 */
export const mapOf = (
  placed: ReadonlyMap<string, number>,
  unplaced: number,
  gazetteer: DeskGazetteer,
): Omit<MapView, 'state' | 'version'> => {
  const counts = new Map<KnownPlace, Counted>(gazetteer.disputed.map((place) => [place, NOTHING_THERE]));
  const unknown: { name: string; events: number }[] = [];
  for (const [name, events] of placed) {
    const place = findPlace(name, gazetteer);
    if (place === null) unknown.push({ name, events });
    else {
      const before = counts.get(place) ?? NOTHING_THERE;
      counts.set(place, { events: before.events + events, asked: [...before.asked, name] });
    }
  }
  return {
    places: [...counts]
      .map(([place, counted]) => ({ ...place, ...counted }))
      .sort((x, y) => y.events - x.events || compareText(x.name, y.name) || compareText(x.id, y.id)),
    unplaced,
    unknownPlaces: unknown.sort((x, y) => y.events - x.events || compareText(x.name, y.name)),
  };
};

/** `Nagato, Southmark` is looked for as a whole, then without what stands behind the comma; `the` does not count. */
const findPlace = (name: string, { byName }: DeskGazetteer): KnownPlace | null => {
  const key = foldName(name);
  const forms = [key, key.replace(/^the /, ''), key.split(',')[0]?.trim() ?? ''];
  for (const form of forms) {
    const place = byName.get(form);
    if (place !== undefined) return place;
  }
  return null;
};

const compareText = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
