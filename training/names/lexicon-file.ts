/** The lists of words and names that go into the recogniser, each joined by semicolons. */
export interface NameLexicon {
  readonly note: string;
  readonly lists: Readonly<Record<string, string>>;
}
