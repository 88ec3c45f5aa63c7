/** What a marker says a line is. The first eight are segment kinds; `subscribe` and the like are `promo`. */
export type MarkerKind =
  | 'navigation'
  | 'related'
  | 'promo'
  | 'legal'
  | 'credit'
  | 'caption'
  | 'clock'
  | 'byline';

/**
 * Words by which lines of a page are told apart, for one language. All in lower case with straight quotation marks and
 * plain blanks; matched on whole words (on characters where the script has no blanks). Data for people to extend.
 */
export interface CleanLexicon {
  /** Frequent little words: running text is full of them, menus and headlines are not. */
  readonly stopwords: readonly string[];
  /** The same of languages that are not read: their pages have running text too. */
  readonly foreignStopwords: readonly string[];
  /** A line that opens with one of these, and is short, is of that kind. */
  readonly markers: Readonly<Partial<Record<MarkerKind, readonly string[]>>>;
  /** A line that holds one of these anywhere is of that kind, however long. */
  readonly phrases: Readonly<Partial<Record<MarkerKind, readonly string[]>>>;
  /** As `phrases`, but only at the tail of a page: an article may treat of the thing itself. */
  readonly tailPhrases: Readonly<Partial<Record<MarkerKind, readonly string[]>>>;
  /** A line that is one of these and nothing else is of that kind. */
  readonly whole: Readonly<Partial<Record<MarkerKind, readonly string[]>>>;
  /** A short line with one of the verbs and one of the nouns asks the reader to follow the outlet. */
  readonly plugs: { readonly verbs: readonly string[]; readonly nouns: readonly string[] };
  /** Month names and their short forms without dots, with the number of the month. */
  readonly months: Readonly<Record<string, number>>;
  /** Month names of languages that are not read but whose pages are dated. */
  readonly foreignMonths: Readonly<Record<string, number>>;
  /** Names of the days of the week and their short forms. */
  readonly weekdays: readonly string[];
  /** Words before a date that say it is the day of publication. */
  readonly publishedWords: readonly string[];
  /** Words before a date that say it is the day of a change. */
  readonly updatedWords: readonly string[];
  /** Words that join an agency's name to what it told, by the side of the name they stand on: `reports X`, `X reported`. */
  readonly reportCues: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Signs in brackets that a picture description holds: `left`, `right`, `file photo`. */
  readonly captionSigns: readonly string[];
  /** Words in capitals before a colon that are no place of a dateline: `UPDATE:`, `WATCH:`. */
  readonly notPlaces: readonly string[];
  /** Verb forms that tell of the past; a year beside one lies not after the publication. */
  readonly pastWords: readonly string[];
  /** Words before an office that unbind it: `former`, `then`. */
  readonly formerWords: readonly string[];
  /** A short line of agencies, names and these words only credits somebody. */
  readonly creditWords: readonly string[];
  /** Words that stand for agencies without naming one: `agencies`, `wires`. */
  readonly collectives: readonly string[];
  /** Closed lists whose share in a line the line model looks at. */
  readonly lineWords: LineWords;
}

/** Little words that tell who speaks to whom in a line: a report, an outlet to its readers, a reader's comment, a form. */
export interface LineWords {
  /** Verbs of report: `said`, `told`. */
  readonly told: readonly string[];
  /** The reader and the outlet: `you`, `our`. */
  readonly reader: readonly string[];
  /** The first person singular. */
  readonly self: readonly string[];
  /** Words of comment threads: `reply`, `votes`. */
  readonly comment: readonly string[];
  /** Words of forms, consent notices and shops: `email`, `cookies`. */
  readonly form: readonly string[];
}
