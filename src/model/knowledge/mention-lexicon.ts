/** Words by which people and bodies are named and pointed at, for one language. All in lower case. */
export interface MentionLexicon {
  /** Words that stand in a title before a name: `president`, `prime`, `deputy`, `spokesman`, … */
  readonly titleWords: readonly string[];
  /** Nouns for one person by office or part: `president`, `leader`, `spokesman`, … */
  readonly personRoles: readonly string[];
  /** Nouns for several people or a body: `leaders`, `officials`, `press`, `ministry`, … with the type they have. */
  readonly groupRoles: Readonly<Record<string, 'ORG' | 'OTHER'>>;
  /** Roles of several words, e.g. `head of government`, as they stand. */
  readonly phraseRoles: readonly string[];
  /** Pronouns that stand for one person. */
  readonly personPronouns: readonly string[];
  /** Nouns that make the role before them a modifier: `press conference`, `official visit`. */
  readonly compounds: readonly string[];
  readonly groupPronouns: readonly string[];
  /** Words before a name of a place that make it a place rather than a government: `in`, `to`, … */
  readonly placePrepositions: readonly string[];
  /** Capitalised words that begin no name: days, months, sentence openers, … */
  readonly notNames: readonly string[];
  /** Words that are no part of a name of a person, body or place wherever they stand: days, auxiliaries, sentence openers. */
  readonly notInNames: readonly string[];
  readonly determiners: readonly string[];
  /** Forms of the verbs by which a text says what somebody calls a place: `calls`, `known`, … */
  readonly namingVerbs: readonly string[];
  /** Nouns for places, in small letters: `islands`, `strait`, … */
  readonly placeNouns: readonly string[];
  /** Given names that are mostly women's, and mostly men's: a hint for pronouns, never more. */
  readonly womenNames?: readonly string[];
  readonly menNames?: readonly string[];
}
