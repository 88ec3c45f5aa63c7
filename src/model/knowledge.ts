import type { Day, Edtf, EntityId } from './brand.ts';
import type { AttributionLexicon } from './knowledge/attribution-lexicon.ts';
import type { CleanLexicon } from './knowledge/clean-lexicon.ts';
import type { EventLexicon } from './knowledge/event-lexicon.ts';
import type { MentionLexicon } from './knowledge/mention-lexicon.ts';
import type { TimeLexicon } from './knowledge/time-lexicon.ts';
import type { Pack } from './pack.ts';

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

/** A type of event and what it is called in other codebooks. Cue words live in the event lexicon of a language. */
export interface EventType {
  readonly id: string;
  readonly label: string;
  readonly plover: string | null;
  readonly cameo: string | null;
  readonly icow: string | null;
  /** Whether all participants are `joint` (meet, negotiate, sign, …). */
  readonly reciprocal: boolean;
}

/** Words of one language that the stages read by. */
export interface LanguageLexicon {
  readonly language: string;
  readonly clean: CleanLexicon | null;
  readonly time: TimeLexicon | null;
  readonly mention: MentionLexicon | null;
  readonly attribution: AttributionLexicon | null;
  readonly event: EventLexicon | null;
}

/** A neutral concept and the loaded words it is told in. */
export interface FramingConcept {
  readonly id: string;
  readonly neutral: string;
  /** Wordings by language, lower case; matched on whole words. */
  readonly wordings: Readonly<Record<string, readonly string[]>>;
}

/** All that the stages know about the world and about words. Plain data; a pack is laid over it. */
export interface Knowledge {
  /** Digest of everything in it: part of what an extraction depends on. */
  readonly version: string;
  readonly persons: readonly PersonEntry[];
  readonly offices: readonly OfficeTerm[];
  readonly places: readonly PlaceEntry[];
  readonly outlets: readonly OutletEntry[];
  readonly gatherings: readonly GatheringEntry[];
  readonly instruments: readonly InstrumentEntry[];
  readonly eventTypes: readonly EventType[];
  readonly framing: readonly FramingConcept[];
  readonly languages: Readonly<Record<string, LanguageLexicon>>;
  readonly pack: Pack | null;
}
