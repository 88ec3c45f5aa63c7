import type { Realis, Role } from '../annotation.ts';

/**
 * How a cue seats its participants. `joint`: all take part alike ("X met Y", "talks between X and Y"); `visit`: visitor
 * and host; `mediate`: mediator and those between whom; `act`: one does something to another; `body`: a gathering that
 * needs no state beside it; `receive`: the subject is what it is done to ("received aid from").
 */
export type EventFrame = 'joint' | 'visit' | 'mediate' | 'act' | 'body' | 'receive';

/** How a cue is told: as a verb, in the passive, as a noun. */
export type EventVoice = 'active' | 'passive' | 'noun';

/**
 * A place beside a cue: `subject` (of a noun: who owns it), `known-subject` (no bare "they"), `object`, `free-object` (no
 * possessor), `inner` (a party within the object), `own` (led in by a preposition of the cue itself), `of-doer` (after "of", save
 * where that is the act's object), `modifier`, `modifiers`, `modifier-pairs` ("Freedonian-Sylvanian"); any other word is the
 * preposition that leads it in.
 */
export type EventSource = string;

/** One seat of a frame. */
export interface EventSeat {
  readonly role: Role;
  /** The first of these that holds somebody is seated; of a list within, all its places at once. */
  readonly from: readonly (EventSource | readonly EventSource[])[];
  /** All groups that a preposition leads in, not just the nearest. */
  readonly all?: true;
  /** Only persons and bodies that travel. */
  readonly who?: 'travels';
}

/** Who is seated where, by the voice of the cue, in this order; nobody is seated twice. */
export type EventSeats = { readonly [V in EventVoice]: readonly EventSeat[] };

/** Who must take part in one voice before an act counts. */
export interface EventNeed {
  /** Of each list one role must be filled by somebody known; `place`: or a place be named. Empty: whoever takes part will do. */
  readonly roles: readonly (readonly (Role | 'place')[])[];
  /** How many must take part. */
  readonly parts: number;
  /** How many of them the clause itself must name, save where the cue is told `unnamed`; the others may be carried over. */
  readonly named: number;
  /** Whoever is visited is not the visitor's own state. */
  readonly apart?: true;
}

/** Acts that are told though nobody known takes part. */
export interface EventUnnamed {
  readonly voice: EventVoice;
  /** The types; null: all of the frame. */
  readonly types: readonly string[] | null;
  /**
   * Who does it: one of the grammar's `agents` ("the tribunal ruled"), several of them and with no object ("experts met", never
   * "the minister met his wife"), or `anyone` ("a trawler was rammed").
   */
  readonly who: 'agent' | 'agents' | 'anyone';
  /** Also by cues that are not marked `alone`. */
  readonly unmarked?: true;
}

/** A row of `knowledge/codebook/frames.json`. */
export interface EventFrameEntry {
  readonly id: EventFrame;
  /** Counts up when a seat or a need changes. */
  readonly version: number;
  readonly about: string;
  readonly seats: EventSeats;
  readonly needs: { readonly [V in EventVoice]: EventNeed };
  readonly unnamed: readonly EventUnnamed[];
  /** Types whose doer alone is enough in a language without trees, where other acts are asked for two parties. */
  readonly lone: readonly string[];
  readonly example: string;
}

/** Words by which one type of event is told: a row of `knowledge/codebook/cues`. Of cues that match at one word, the one that takes most words wins. */
export interface EventCue {
  /** Id of an event type. */
  readonly type: string;
  readonly frame: EventFrame;
  /**
   * Verbs in the base form; irregular past and participle behind slashes (`fall/fell/fallen short of`). Further words
   * must follow; `…` stands for up to six words; words joined by `|` are alternatives (of a verb: the only forms meant); a
   * word ending in `?` may be absent.
   */
  readonly verbs: readonly string[];
  /** Nouns in every form, with the same marks, without inflection. */
  readonly nouns: readonly string[];
  /** Words of which one must stand in the same clause, or the cue is passed over. */
  readonly about?: readonly string[];
  /** A cue that names an occasion (talks, visit) and so yields to an act told in the same clause. */
  readonly setting?: boolean;
  /** For joint frames: the parties may go unnamed ("the talks stopped") and are then the two last spoken of. */
  readonly unnamed?: boolean;
  /**
   * The act is told in many matters that concern no state: it counts only towards another party or on a matter that the
   * grammar's `objects` name.
   */
  readonly matter?: boolean;
  /**
   * How articles tell of what parties do in public: of an act by one upon whomever, one known party is enough. Such rows are
   * left out where it is known who acts on whom.
   */
  readonly official?: boolean;
  /**
   * Told though nobody known takes part: `agent` when one of the grammar's `agents` does it, or in the passive ("the tribunal
   * ruled", "a trawler was rammed"); `anyone` whatever its subject ("the visits resumed").
   */
  readonly alone?: 'agent' | 'anyone';
  /**
   * Who must do it, where the words alone say something else: troops that land seize, travellers that land do not; judges
   * who find rule, others do not.
   */
  readonly doer?: 'force' | 'court';
  /** The deed counts only where it is said that somebody will not do it: "would not [sign] anything". */
  readonly refused?: boolean;
  /** Where this cue seats others than its frame does. */
  readonly seats?: Partial<EventSeats>;
  /** What the cue itself says of realis, whatever its grammar. */
  readonly realis?: Realis;
}

/** Words that lead in the occasion at which an act is done: "[at] talks", "[в ходе] переговоров", "会談[で]". */
export interface SettingWords {
  /** Stand before the words that name it. */
  readonly leads: readonly string[];
  /** End the look back for a lead: "in Tesk [before] the talks". */
  readonly stops: readonly string[];
  /** Stand right behind it, in scripts without blanks. */
  readonly behind: readonly string[];
}

/** Words by which the state of an event is told. */
export interface EventGrammar {
  readonly negators: readonly string[];
  readonly future: readonly string[];
  readonly possible: readonly string[];
  /** Words that make the infinitive or noun after them a plan: `plans`, `set`, `agreed`, `upcoming`, … */
  readonly planned: readonly string[];
  readonly proposed: readonly string[];
  readonly hypothetical: readonly string[];
  /** Words that make what follows them not so: `failed`, `absence`, `prevented`, … */
  readonly refused: readonly string[];
  readonly ongoing: readonly string[];
  readonly conditions: readonly string[];
  readonly postponed: readonly string[];
  readonly cancelled: readonly string[];
  readonly held: readonly string[];
  readonly lapsed: readonly string[];
  readonly agreement: readonly string[];
  readonly partial: readonly string[];
  readonly noAgreement: readonly string[];
  readonly pending: readonly string[];
  /** Heads that make an adjective of nation an actor: `Soviet forces`, `the Japanese side`. */
  readonly bodies: readonly string[];
  /** Of those, the armed ones: they seize and deploy, and pay no visits. */
  readonly forces: readonly string[];
  /** Of those, the ones that travel: they can pay a visit. */
  readonly travellers: readonly string[];
  /** Nouns for occasions that bring the parties together: `meeting`, `talks`, `visit`, … */
  readonly occasions: readonly string[];
  /** Verbs that say an occasion came about or did not: `began`, `lasted`, `held`, `postponed`, … */
  readonly happens: readonly string[];
  /** Nouns for instruments, whose names hold years that date nothing else: `the declaration of 1931`. */
  readonly instruments: readonly string[];
  /** Verbs of saying after which `would` is a future seen from then. */
  readonly reporting: readonly string[];
  /** Who acts in public though no pack knows them, singular: `tribunal`, `deputy`, `fisherman`, `expert`, … */
  readonly agents: readonly string[];
  /** Of those, the ones that judge. */
  readonly courts: readonly string[];
  /** Words of sport, games and fiction: what is done in them is no act of a party. */
  readonly pastimes: readonly string[];
  /** Words that stand for the two parties last named: `leaders`, `sides`, `countries`, … */
  readonly pairs: readonly string[];
  /** Of those, the ones that mean persons. */
  readonly pairPersons: readonly string[];
  /** Nouns that name what an act is about, for the object of an event. */
  readonly objects: readonly string[];
  /** Stretches of history that texts name instead of years, with their years: `world war ii=1939/1945`. */
  readonly history: readonly string[];
}

/**
 * What a word says of the act that it governs. `actual`: the act is as real as the word ("[managed] to sign", "[held] talks");
 * `postponed`, `cancelled`, `held`: what became of an occasion; `denied`, `doubted`, `withheld`: how the teller stands to it
 * ("[denied] that", "declined to [say] whether"); the others are realis.
 */
export type OperatorKind =
  | Exclude<Realis, 'standing'>
  | 'postponed'
  | 'cancelled'
  | 'held'
  | 'denied'
  | 'doubted'
  | 'withheld';

/** Lemmas, with their particle where they have one (`rule out`), that govern acts in one way. */
export interface EventOperators {
  readonly as: OperatorKind;
  readonly words: readonly string[];
}

/** Words by which events are told for one language. */
export interface EventLexicon {
  readonly cues: readonly EventCue[];
  /** Absent where none are known. */
  readonly settings?: SettingWords;
  /**
   * Cues that are words of everyday too (help, hold, return): read where it is known who acts on whom. Absent counts as
   * none.
   */
  readonly broad?: readonly EventCue[];
  readonly grammar: EventGrammar | null;
  /** Read where there are trees. Absent counts as none. */
  readonly operators?: readonly EventOperators[];
}
