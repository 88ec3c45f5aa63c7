/** A step from one version of the record's tables to the next. Steps that were released are never changed. */
export interface Migration {
  /** The version that the record has after it; versions count up from 1 without gaps. */
  readonly version: number;
  /** Statements in order; they and the version stamp are one transaction. */
  readonly statements: readonly string[];
}
