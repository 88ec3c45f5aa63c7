import type { Act } from '../annotation.ts';

/**
 * How a cue verb takes its content. `c` clause with or without "that", `c!` never a mere thing instead ("added sugar"), `t` clause with "that" only, `q` a quotation beside
 * it, `i` may stand before its source ("said X"), `n` a noun phrase, `v` a to-infinitive, `h` a hearer may follow, `h+` a
 * hearer always follows, `as` a noun phrase with what it is called behind it ("called the step rash"), `b` a topic, which alone is no content ("discussed
 * the quota") and becomes one with a quotation or a question word ("discussed why it fell"); any other word is a preposition that
 * opens the content.
 */
export type Frame = string;

/** A verb (of one or more words) that tells of speech, with its forms spelled out. */
export interface CueVerb {
  readonly lemma: string;
  readonly act: Act;
  readonly frames: readonly Frame[];
  readonly forms: {
    readonly base: string;
    readonly third: string;
    readonly past: string;
    readonly participle: string;
    readonly ing: string;
  };
}

/** A preposition that tells of speech: `according to`. */
export interface CuePreposition {
  readonly words: string;
  readonly act: Act;
}

/** Words by which speech is told for one language; closed word classes included. All in lower case. */
export interface AttributionLexicon {
  readonly verbs: readonly CueVerb[];
  readonly prepositions: readonly CuePreposition[];
  /** Verb forms that make "as X notes" a cue. */
  readonly asVerbs: readonly string[];
  readonly auxiliaries: readonly string[];
  readonly passiveAuxiliaries: readonly string[];
  readonly negations: readonly string[];
  readonly adverbs: readonly string[];
  readonly prepositionWords: readonly string[];
  readonly conjunctions: readonly string[];
  readonly relatives: readonly string[];
  readonly determiners: readonly string[];
  readonly subjectPronouns: readonly string[];
  readonly objectPronouns: readonly string[];
  readonly possessives: readonly string[];
  /** Nouns for people and bodies that speak. */
  readonly roleNouns: readonly string[];
  /** Nouns for the occasion or form of speech: `statement`, `interview`, … */
  readonly quoteNouns: readonly string[];
  /** Nouns that make `Voss's claim that …` an attribution. */
  readonly speechNouns: readonly string[];
  /** Nouns that sum up, behind a comma, what has been told: `said the pier was lost, [a claim] that Voss denied`. */
  readonly summaryNouns: readonly string[];
  /** Base forms that are hardly ever nouns: behind any plural they are its verb (`Voters [say]`). */
  readonly onlyVerbs: readonly string[];
  /** Words before "of" that count what follows: `[most] of the islanders`. */
  readonly quantities: readonly string[];
  /** Words between a determiner and a noun that a phrase goes on over: `the [two] leaders`. */
  readonly counters: readonly string[];
  /** Prepositions that link a noun to what describes it: `spokesman [for] the ministry`. */
  readonly links: readonly string[];
  /** Words behind a quotation that open an adverbial of the teller: `“…” [during] a visit`. */
  readonly adverbialOpeners: readonly string[];
  /** Words that open a clause of the teller behind an object: `rejected the plan, [while] …`. */
  readonly clauseOpeners: readonly string[];
  /** Prepositions of an adverbial that tells when something was said and no part of it: `praised the crew [after] the trip`. */
  readonly occasionOpeners: readonly string[];
  /** Prepositions of such an adverbial where a time, a place or an occasion follows: `praised the crew [at] a briefing`. */
  readonly placeOpeners: readonly string[];
  /** Words that open a question told in a clause: `asked [how] …`. */
  readonly asking: readonly string[];
  /** Openings of sentences that run on under an earlier "according to". */
  readonly continuers: readonly string[];
}
