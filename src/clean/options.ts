import type { Day } from '../model/brand.ts';

/** What the caller knows beside the page. */
export interface CleanOptions {
  /** The day of publication, EDTF; chosen before all readings. */
  readonly published?: string | null;
  /** No page is published after it. */
  readonly today?: Day | null;
  /** Everything is body: paragraphs are split and nothing is looked for but the language and the address's date. */
  readonly asIs?: boolean;
}
