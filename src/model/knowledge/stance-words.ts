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
}
