/** Words by which events are told for one language. The event layer owns this shape. */
export interface EventLexicon {
  readonly cues: Readonly<Record<string, readonly string[]>>;
}
