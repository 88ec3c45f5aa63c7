/** Words by which speech is told for one language. The attribution layer owns this shape. */
export interface AttributionLexicon {
  readonly verbs: readonly string[];
}
