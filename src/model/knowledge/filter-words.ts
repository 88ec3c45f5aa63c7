/** Words by which a number or a line is known to be no time; all in lower case. */
export interface FilterWords {
  /** Words before a number that make it a label: `resolution`, `flight`, `no`. */
  readonly numbered: readonly string[];
  /** Words behind a number that make it an amount: `kg`, `seats`. */
  readonly measured: readonly string[];
  /** Words that end the name of a street. */
  readonly streets: readonly string[];
  /** Words before a number behind which a capitalised street is the next thing told: `in 2000 Main Street was closed`. */
  readonly timeWords: readonly string[];
  /** Words that open a stamp of a page: `updated`. */
  readonly stamps: readonly string[];
  /** What else a line of nothing but a stamp may hold: `at`, `gmt`, `min`. */
  readonly stampWords: readonly string[];
  /** Openings of lines that point at other stories: `read more`. */
  readonly teasers: readonly string[];
}
