import type { Participant } from '../../src/model/annotation.ts';
import type { PackFile, PackParty } from '../../src/model/pack.ts';

/** The names by which one who takes part counts as right: the id, and that of the party it acts for. */
export type Side = ReadonlySet<string>;

/** Who takes part in an event, one set of names each; those that the pack has nobody for are left out. */
export interface Cast {
  readonly named: readonly Side[];
  /** Who may be named or left out. */
  readonly maybe: readonly Side[];
}

/** Finds the side of an id of the pack: a person in office counts as the state, too. Null for an id the pack does not have. */
export type SideOf = (id: string) => Side | null;

/** What sides are read from: a pack, or all that is known. */
export interface World {
  readonly parties: readonly Pick<PackParty, 'id' | 'iso' | 'predecessor'>[];
  readonly persons: readonly { readonly id: string }[];
  readonly outlets: readonly { readonly id: string }[];
  readonly offices: readonly { readonly person: string; readonly country: string }[];
}

/** A person stands for a state when it ever held an office of it, and a state for its predecessor. */
export const sidesOf = ({ parties, persons, outlets, offices }: World): SideOf => {
  const states = new Map<string, string>(parties.map(({ id, iso }) => [iso === '' ? id : iso, id]));
  const sides = new Map<string, Set<string>>(
    [parties, persons, outlets].flatMap((list) => list.map(({ id }) => [id, new Set<string>([id])] as const)),
  );
  for (const { id, predecessor } of parties)
    if (predecessor !== null) sides.set(predecessor.id, new Set<string>([id]));
  for (const { person, country } of offices) {
    const state = states.get(country);
    if (state !== undefined) sides.get(person)?.add(state);
  }
  return (id) => sides.get(id) ?? null;
};

/** The sides of a pack that is laid over nothing. */
export const sidesOfPack = ({ parties, persons, outlets, offices }: PackFile): SideOf =>
  sidesOf({
    parties: parties ?? [],
    persons: persons ?? [],
    outlets: outlets ?? [],
    offices: offices ?? [],
  });

const meets = (a: Side, b: Side): boolean => [...a].some((id) => b.has(id));

const isAmong = (side: Side, sides: readonly Side[]): boolean => sides.some((other) => meets(side, other));

/** Those that the gold names. */
export const castOfGold = (
  row: {
    readonly actors: readonly string[];
    readonly targets: readonly string[];
    readonly mediators: readonly string[];
    readonly maybe: readonly string[];
  },
  sideOf: SideOf,
): Cast => {
  const known = (ids: readonly string[]): readonly Side[] => ids.flatMap((id) => sideOf(id) ?? []);
  return { named: known([...row.actors, ...row.targets, ...row.mediators]), maybe: known(row.maybe) };
};

/** Those that a coded event names: each counts by its own id and by its party's. */
export const castOfEvent = (participants: readonly Participant[], sideOf: SideOf): Cast => ({
  named: participants.flatMap(({ id, party }) => {
    const ids = [id, party?.id ?? null].flatMap((one) => (one === null ? [] : [...(sideOf(one) ?? [])]));
    return ids.length === 0 ? [] : [new Set(ids)];
  }),
  maybe: [],
});

/** How the cast told stands to the gold's. */
export interface CastScore {
  /** Of the gold's, how many are told, and how many there are. */
  readonly covered: number;
  readonly gold: number;
  /** Of those told, how many the gold has or leaves open, and how many there are. */
  readonly right: number;
  readonly told: number;
}

/** Compares two casts, side by side; roles are not looked at. */
export const compareCasts = (gold: Cast, told: Cast): CastScore => ({
  covered: gold.named.filter((side) => isAmong(side, [...told.named, ...told.maybe])).length,
  gold: gold.named.length,
  right: told.named.filter((side) => isAmong(side, [...gold.named, ...gold.maybe])).length,
  told: told.named.length,
});

/** Nobody missing and nobody too many. */
export const isSameCast = ({ covered, gold, right, told }: CastScore): boolean =>
  covered === gold && right === told;
