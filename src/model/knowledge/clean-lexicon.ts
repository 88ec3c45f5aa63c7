/** Words by which lines of a page are told apart, for one language. */
export interface CleanLexicon {
  readonly stopwords: readonly string[];
  /** Openings of lines that are no article text, by the segment kind they point at. */
  readonly markers: Readonly<Record<string, readonly string[]>>;
}
