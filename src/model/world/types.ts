import type { MentionType } from '../annotation.ts';
import type { Day, EntityId } from '../brand.ts';
import type { GatheringEntry, OfficeTerm, OutletEntry, PersonEntry, PlaceEntry } from '../knowledge.ts';
import type { EntityRef } from '../page.ts';

/** How a name stands for its thing. */
export type NameKind = 'full' | 'surname' | 'alias' | 'demonym' | 'metonym' | 'acronym';

/** One name of one thing. Several things may bear one name: all are listed, and none is chosen. */
export interface NameEntry {
  /** As written, without a leading article. */
  readonly text: string;
  readonly entity: EntityRef;
  readonly type: MentionType;
  /** BCP 47 primary tag of the language the name is written in. */
  readonly language: string;
  readonly kind: NameKind;
  /** The party whose name for the place this is, where the pack tells parties' names apart. */
  readonly party?: EntityId;
}

/** Somebody in an office, with the row that says so. */
export interface Holder {
  readonly person: EntityRef;
  readonly term: OfficeTerm;
}

/** An index over knowledge. Everything in it is computed once for a `Knowledge`, on first use. */
export interface World {
  readonly person: (id: string) => PersonEntry | null;
  /** A state, territory or organisation, by id or alpha-3 code in any case. */
  readonly state: (id: string) => PlaceEntry | null;
  readonly place: (id: string) => PlaceEntry | null;
  readonly outlet: (id: string) => OutletEntry | null;
  /** Anything that has an id: person, state, place, outlet, ministry, gathering (series or edition), instrument. */
  readonly entity: (id: string) => EntityRef | null;
  /** The terms of office of a person, earliest first. */
  readonly terms: (person: string) => readonly OfficeTerm[];
  /**
   * The party somebody acts for on a day: the state of the office held, of the ministry, or the state itself. Without a
   * term on that day the nearest term decides. Where the pack names a predecessor it is given for days before its end.
   */
  readonly partyOf: (id: string, day: Day | null) => EntityRef | null;
  /**
   * Who held an office in a country on a day, the latest to come in first; without a day, everybody who ever did.
   * `office` is an office (`foreign_minister`) or words of a title (`prime minister`, `chief cabinet secretary`).
   */
  readonly holders: (country: string, office: string, day: Day | null) => readonly Holder[];
  /** Whom `the Russian leader` means: by the pack's office, else by the state's system of government. */
  readonly leader: (country: string, day: Day | null) => Holder | null;
  /** The edition of a gathering, by edition id, or by series id or name on or nearest to a day. */
  readonly gathering: (name: string, day: Day | null) => GatheringEntry | null;
  /** Every name of everything. */
  readonly names: () => readonly NameEntry[];
}
