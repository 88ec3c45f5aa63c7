import type { Act } from '../annotation.ts';

/**
 * A verb of speech with its forms spelled out. Frames: `c` a clause behind a conjunction, `q` a quotation, `i` may stand
 * before its source or behind what was said, `v` an infinitive, `n` a noun phrase, `s` the noun phrase behind it speaks
 * (`quotes the minister: …`); any other word is a preposition that opens the content.
 */
export interface SpeechVerb {
  readonly act: Act;
  readonly frames: readonly string[];
  readonly forms: readonly string[];
}

/** Words before a source that tell of speech: `по словам X`, `Xによると`. */
export interface SpeechPreposition {
  readonly words: string;
  readonly act: Act;
}

/**
 * Words by which speech and those who speak are told in a language whose words bend (Russian) or run together (Japanese).
 * All in lower case. `roles` name offices by the English words that the terms of office are known by.
 */
export interface SpeechLexicon {
  readonly verbs: readonly SpeechVerb[];
  readonly prepositions: readonly SpeechPreposition[];
  readonly roles: Readonly<Record<string, string>>;
  /** Public bodies, with what stands behind the id of the state: `foreign-ministry`. */
  readonly bodies: Readonly<Record<string, string>>;
  /** Descriptions of two who spoke together: `оба лидера`, `両首脳`. */
  readonly pairs: readonly string[];
  readonly he: readonly string[];
  readonly she: readonly string[];
  readonly they: readonly string[];
  readonly self: readonly string[];
  /** Words for those spoken to. */
  readonly hearers: readonly string[];
  /** Words that open a clause or stand beside its verb and belong to no source. */
  readonly openers: readonly string[];
  /** Nouns for media: the words between marks behind them are a name. */
  readonly media: readonly string[];
  /** Words that open the clause of what was said. */
  readonly conjunctions: readonly string[];
  /** Words at which the clause of a verb begins. */
  readonly boundaries: readonly string[];
  readonly prepositionWords: readonly string[];
  /** Nouns for what is written, in the form behind "in": `в отчёте`. */
  readonly documents: readonly string[];
}
