import type { Day } from '../model/brand.ts';

/**
 * How a page gets its day of publication. `usual`: the witnesses vote, and an HTML page without any gets a guess whose rule
 * says so (`clean/published/guess-…`). `strict`: no guess, and a vote that is weak or contested dates nothing.
 */
export type Dating = 'usual' | 'strict';

/** What the caller knows beside the page. */
export interface CleanOptions {
  /** The day of publication, EDTF; chosen before all readings. */
  readonly published?: string | null;
  /** Default `usual`. */
  readonly dating?: Dating;
  /** No page is published after it. */
  readonly today?: Day | null;
  /** Everything is body: paragraphs are split and nothing is looked for but the language and the address's date. */
  readonly asIs?: boolean;
}
