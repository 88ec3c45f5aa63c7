/** Words by which a stance on an issue is known. */
export interface StanceWords {
  readonly rejects: readonly string[];
  readonly opposes: readonly string[];
  readonly demands: readonly string[];
  readonly noncommittal: readonly string[];
  readonly supports: readonly string[];
  readonly open: readonly string[];
  /** Words that turn the stance round when they stand shortly before it. */
  readonly negators: readonly string[];
  /** Words that open a condition. */
  readonly conditions: readonly string[];
  /** Words before `if` after which it means whether, and so opens no condition. */
  readonly whether: readonly string[];
  /** Words that mean that something ends: who wants it to end is against it. */
  readonly endings: readonly string[];
  /** What stands in the way of a proposal (a fee, a ban): who wants it to end wants the proposal. */
  readonly barriers: readonly string[];
  /** Words that take up what was spoken of before: `it`, `this`, `the plan`. */
  readonly anaphora: readonly string[];
  /** Words that may open a condition, and mostly open something else: `until`, `without`. */
  readonly softConditions: readonly string[];
  /** Words of what has to be done: `must`. */
  readonly obligations: readonly string[];
  /** Words that press: `at once`. */
  readonly urgency: readonly string[];
  /** Words that leave no room: `under no circumstances`. */
  readonly absolutes: readonly string[];
  /** Words of readiness: `willing`. */
  readonly readiness: readonly string[];
  /** Words of what might be: `conceivable`. */
  readonly possibility: readonly string[];
  /** Words of talking over: `negotiations`. */
  readonly talks: readonly string[];
  /** Words of what will be done: `pledged`. */
  readonly intent: readonly string[];
  /** Words by which a thing begins, goes on or is given: `reopen`; the counterpart of `endings`. */
  readonly beginnings: readonly string[];
  /** Words that judge well, whatever they judge. */
  readonly praise: readonly string[];
  /** Words that judge badly. */
  readonly blame: readonly string[];
  /**
   * Families of words that texts on one kind of dispute share, by a name of their own. An issue of a pack that is named by a word of
   * a family may be spoken of by the others: "the catch" where the pack says "fishing quota".
   */
  readonly related: Readonly<Record<string, readonly string[]>>;
}
