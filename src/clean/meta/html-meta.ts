import type { DateCandidate } from './candidate.ts';

/** What the mark-up of a page says about the page. */
export interface HtmlMeta {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly siteName: string | null;
  readonly canonical: string | null;
  readonly language: string | null;
  readonly dates: readonly DateCandidate[];
}
