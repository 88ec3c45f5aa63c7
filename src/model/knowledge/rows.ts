import type { Day, Edtf, EntityId } from '../brand.ts';
import type { PeriodKind } from './period-words.ts';

/** A term of office. `from` and `to` are bounds; null is unknown (or still in office). */
export interface OfficeTerm {
  /** State or body: ISO 3166 alpha-3, or SUN, YUG, EUE, NATO, UN, … */
  readonly country: string;
  /** `head_of_state`, `head_of_government`, `foreign_minister`, `defence_minister`, `spokesperson`, … */
  readonly office: string;
  /** `President`, `Prime Minister`, `Foreign Minister`, … */
  readonly title: string;
  readonly person: EntityId;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Whether `to` is inferred (from the next holder) and so only a soft bound. */
  readonly soft: boolean;
}

/** A person known by name. */
export interface PersonEntry {
  readonly id: EntityId;
  readonly name: string;
  readonly surname: string;
  /** Other spellings and other languages, without the canonical one. */
  readonly aliases: readonly string[];
}

/** A state, territory, city, sea or disputed place. */
export interface PlaceEntry {
  readonly id: EntityId;
  readonly kind: string;
  readonly name: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** `Russian`, `Japanese`, … for states. */
  readonly demonyms: readonly string[];
  readonly capital: string | null;
  /** Words that stand for the government: `Moscow`, `the Kremlin`, … */
  readonly metonyms: readonly string[];
  /** Latitude and longitude in degrees. */
  readonly at: readonly [number, number] | null;
  /** The state it lies in or is held by, alpha-3, when that is not disputed. */
  readonly country: string | null;
}

/** A newspaper, agency, broadcaster, site or ministry that publishes. */
export interface OutletEntry {
  readonly id: EntityId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly country: string | null;
  /** `agency`, `newspaper`, `broadcaster`, `aggregator`, `government`, … */
  readonly kind: string;
  /** The marks an agency signs with, e.g. `AFP`, `TASS`. */
  readonly wire: readonly string[];
}

/** One edition of a recurring gathering. */
export interface GatheringEntry {
  readonly id: EntityId;
  readonly series: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly year: number;
  /** Its number in the series ("the second forum"), where the series is counted. */
  readonly ordinal?: number;
  readonly edtf: Edtf;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly place: string | null;
  readonly country: string | null;
}

/** A treaty, declaration or other instrument. */
export interface InstrumentEntry {
  readonly id: EntityId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly edtf: Edtf;
  readonly parties: readonly string[];
}

/** A stretch of history with a name: a war, an era, a conference, … */
export interface PeriodEntry {
  readonly id: EntityId;
  readonly kind: PeriodKind;
  /**
   * Names by language, without their article; the first is the one to show. `*` behind a word stands for any ending of up
   * to four letters. A name that begins with a capital is only found with one.
   */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** From its first to its last day; `..` when it goes on. */
  readonly edtf: Edtf;
  /** What "the beginning of" and "the end of" mean, where that is not the month of the first and last day. */
  readonly start?: Edtf;
  readonly end?: Edtf;
  /** Where the dates come from. */
  readonly source: string;
}

/** When the fiscal year of a state begins. */
export interface FiscalYearEntry {
  /** Alpha-3. */
  readonly country: string;
  /** Month (1 to 12) and day of its first day. */
  readonly month: number;
  readonly day: number;
  /** Whether a fiscal year goes by the calendar year it begins in or ends in. */
  readonly named: 'start' | 'end';
  readonly source: string;
}
