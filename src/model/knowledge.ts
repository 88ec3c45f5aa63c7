import type { AttributionLexicon } from './knowledge/attribution-lexicon.ts';
import type { CleanLexicon } from './knowledge/clean-lexicon.ts';
import type { EventLexicon } from './knowledge/event-lexicon.ts';
import type { LineModel } from './knowledge/line-model.ts';
import type { MentionLexicon } from './knowledge/mention-lexicon.ts';
import type {
  FiscalYearEntry,
  GatheringEntry,
  InstrumentEntry,
  OfficeTerm,
  OutletEntry,
  PeriodEntry,
  PersonEntry,
  PlaceEntry,
} from './knowledge/rows.ts';
import type { SpeechLexicon } from './knowledge/speech-lexicon.ts';
import type { StanceWords } from './knowledge/stance-words.ts';
import type { TimeLexicon } from './knowledge/time-lexicon.ts';
import type { Pack } from './pack.ts';

export type {
  FiscalYearEntry,
  GatheringEntry,
  InstrumentEntry,
  OfficeTerm,
  OutletEntry,
  PeriodEntry,
  PersonEntry,
  PlaceEntry,
} from './knowledge/rows.ts';

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
  /** Words of speech where attributions are found without the English grammar; absent counts as null. */
  readonly speech?: SpeechLexicon | null;
  /** Words of stance; absent counts as null. */
  readonly stance?: StanceWords | null;
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
  /** Stretches of history with a name; absent counts as none. */
  readonly periods?: readonly PeriodEntry[];
  /** When fiscal years begin; absent counts as not known. */
  readonly fiscalYears?: readonly FiscalYearEntry[];
  readonly eventTypes: readonly EventType[];
  readonly framing: readonly FramingConcept[];
  readonly languages: Readonly<Record<string, LanguageLexicon>>;
  /** Weights of the line model of plain text; absent or null, lines are told apart by rules alone. */
  readonly lineModel?: LineModel | null;
  /** The file of the recogniser of English names; absent or null, names are known by lists and cues alone. */
  readonly nameModel?: Uint8Array | null;
  readonly pack: Pack | null;
}
