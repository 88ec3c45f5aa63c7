/**
 * What a named period is. `era`: its name alone tells a time ("the Meiji era"). The others need a word of time before
 * them ("during the Cold War"), and an `event` is nothing to be inside of ("after the annexation", not "in").
 */
export type PeriodKind =
  | 'era'
  | 'age'
  | 'war'
  | 'crisis'
  | 'conference'
  | 'occupation'
  | 'pandemic'
  | 'event';

/** A part of a period, or the time around it. `docs/guide/named-periods.md` says which days each means. */
export type PeriodPart =
  | 'eve'
  | 'start'
  | 'first-days'
  | 'first-months'
  | 'first-years'
  | 'height'
  | 'last-years'
  | 'last-months'
  | 'last-days'
  | 'end'
  | 'aftermath';

/** Words of a language around the names of periods; all in lower case. */
export interface PeriodWords {
  readonly articles: readonly string[];
  /** Phrases before a name, its article included, that mean a part of it: `the end of`. */
  readonly parts: Readonly<Record<string, PeriodPart>>;
  /** The same for phrases behind a name. */
  readonly partsBehind: Readonly<Record<string, PeriodPart>>;
  /** Words before a name that put something inside it: `during`. */
  readonly within: readonly string[];
  /** Words before a name that put something before or after it: `since`. */
  readonly around: readonly string[];
  /** Words behind a name that make it a time, in languages that have them there. */
  readonly behind: readonly string[];
  /** Nouns that, with the article, mean the last named period of a kind again: `war`. */
  readonly again: Readonly<Record<string, PeriodKind>>;
  /** Words behind such a noun by which it means something else: `war crimes`, `war on`. */
  readonly notAgain: readonly string[];
  /** Words for a fiscal year, by which a year or quarter is known to be one. */
  readonly fiscal: readonly string[];
}
