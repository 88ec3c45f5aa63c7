import type { AttributionLexicon } from './knowledge/attribution-lexicon.ts';
import type { CleanLexicon } from './knowledge/clean-lexicon.ts';
import type { EventFrame, EventFrameEntry, EventLexicon } from './knowledge/event-lexicon.ts';
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
import type { StanceModel } from './knowledge/stance-model.ts';
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
  /** Id of its root in `knowledge/codebook/roots.json`; null where PLOVER has none for it. */
  readonly root?: string | null;
  /** How its cues seat who takes part, save where a cue says otherwise. */
  readonly frame?: EventFrame;
  /** Further CAMEO codes that the type takes in. */
  readonly cameoAlso?: readonly string[];
  /** What counts as an event of the type. */
  readonly about?: string;
  /** How its realis is told, where that is not plain. */
  readonly realis?: string;
  /** An occasion that other acts are set in; an act told in the same clause goes before it. */
  readonly setting?: boolean;
  /** Done by saying so: "I would like to invite" invites. */
  readonly performative?: boolean;
  /** Whether it has an outcome: agreement, none, pending. */
  readonly outcome?: boolean;
}

/** A root of PLOVER, and what becomes of an event of it on export when it is only planned, or did not come about. */
export interface EventRoot {
  readonly id: string;
  /** The quarter that PLOVER puts it in, 1 to 4: spoken or done, for or against the other. */
  readonly quad: 1 | 2 | 3 | 4;
  readonly planned: string;
  /** Null: an event that did not come about is left out. */
  readonly negated: string | null;
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
  /** The roots of PLOVER; absent counts as none. */
  readonly eventRoots?: readonly EventRoot[];
  /** Who is seated where beside a cue; absent counts as none, and then no event has participants. */
  readonly eventFrames?: readonly EventFrameEntry[];
  readonly framing: readonly FramingConcept[];
  readonly languages: Readonly<Record<string, LanguageLexicon>>;
  /** Weights of the line model of plain text; absent or null, lines are told apart by rules alone. */
  readonly lineModel?: LineModel | null;
  /** Weights by which stances are chosen; absent or null, they are told by rules alone. */
  readonly stanceModel?: StanceModel | null;
  /** The file of the recogniser of English names; absent or null, names are known by lists and cues alone. */
  readonly nameModel?: Uint8Array | null;
  /** Files of weights for words, tags and trees, by language; a language that is absent is read without trees. */
  readonly languageModels?: Readonly<Record<string, Uint8Array | null>>;
  readonly pack: Pack | null;
}
