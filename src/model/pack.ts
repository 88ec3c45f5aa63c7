import type { Edtf, EntityId } from './brand.ts';
import type {
  GatheringEntry,
  InstrumentEntry,
  OfficeTerm,
  OutletEntry,
  PeriodEntry,
  PersonEntry,
} from './knowledge/rows.ts';

/** Names by language; the first of a list is the one to show. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** A side of the dispute. */
export interface PackParty {
  readonly id: EntityId;
  readonly iso: string;
  readonly names: Names;
  readonly adjectives: Names;
  readonly metonyms: Names;
  /** Phrases for whoever leads it at the time: `the Russian leader`, … */
  readonly leaderPhrases: readonly string[];
  /** The office that `leaderPhrases` means: `head_of_state` or `head_of_government`. */
  readonly leaderOffice: string;
  readonly predecessor: { readonly id: EntityId; readonly until: string; readonly names: Names } | null;
}

/** A place of the dispute with the names each side gives it. */
export interface PackPlace {
  readonly id: EntityId;
  readonly label: string;
  readonly disputed: boolean;
  readonly partOf: EntityId | null;
  /** Party id (or `other`) to names by language. */
  readonly names: Readonly<Record<string, Names>>;
  /** Latitude and longitude in degrees. */
  readonly at: readonly [number, number] | null;
  readonly settlements: readonly string[];
}

/** A question of the dispute, with the words by which a text is known to treat it. */
export interface PackIssue {
  readonly id: string;
  readonly label: string;
  readonly cues: Names;
  /** Words for what stands against the issue's proposal: a ban, a fee, a blockade. Absent counts as none. */
  readonly against?: Names;
}

/**
 * What a dispute needs beyond the world's knowledge: data, never code, checked by the JSON Schema `packs/schema.json` and
 * by `demarche pack lint`. Its rows are laid over `knowledge/world`; where both name one thing the pack wins.
 */
export interface Pack {
  readonly schema: 1;
  readonly id: string;
  readonly title: string;
  readonly parties: readonly PackParty[];
  readonly persons: readonly PersonEntry[];
  readonly offices: readonly OfficeTerm[];
  readonly places: readonly PackPlace[];
  readonly issues: readonly PackIssue[];
  readonly instruments: readonly InstrumentEntry[];
  readonly gatherings: readonly GatheringEntry[];
  readonly outlets: readonly OutletEntry[];
  /** Stretches of history that the coverage names instead of dates; absent in packs that have none. */
  readonly periods?: readonly PeriodEntry[];
  /** Numbered meetings of a pair of leaders ("their 25th meeting"). */
  readonly countedMeetings: readonly {
    readonly between: readonly [EntityId, EntityId];
    readonly n: number;
    readonly edtf: Edtf;
    readonly place: string;
  }[];
  /** Parts of the pack that no native reader has checked yet, e.g. `persons.*.aliases.ja`. */
  readonly unreviewed: readonly string[];
  /** Where the facts come from and under which terms, for NOTICE. */
  readonly sources: readonly string[];
}

/**
 * A pack as its file holds it. One that extends another may leave out everything but `schema`: what it leaves out, and
 * every row whose id it does not name, is that of its base.
 */
export interface PackFile extends Partial<Omit<Pack, 'schema'>> {
  readonly schema: 1;
  /** Name of the pack in `packs/` that it extends; null or absent when it stands alone. */
  readonly extends?: string | null;
}
