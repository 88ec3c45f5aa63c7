/**
 * A linear chain over the lines of a page, as `tools/train-lines.ts` writes it to `knowledge/models/lines.json`. Numbers
 * only: no word of any page is in it.
 */
export interface LineModel {
  readonly name: string;
  readonly version: number;
  /** What it was trained on and how, for people. */
  readonly provenance: Readonly<Record<string, string | number>>;
  /** Names of the features in the order of the weights; a model whose list is not the code's is not used. */
  readonly features: readonly string[];
  readonly states: readonly string[];
  /** For each state one weight a feature. */
  readonly weights: readonly (readonly number[])[];
  /** `transitions[from][to]`; null where the one never follows the other. */
  readonly transitions: readonly (readonly (number | null)[])[];
  /** Weight of each state for the first line, null where no page begins with it. */
  readonly start: readonly (number | null)[];
  /** The least probability of the body states together at which a line is body, 0 to 1. */
  readonly threshold: number;
}
