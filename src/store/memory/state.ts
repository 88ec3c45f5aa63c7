import type { ArticleId, ClaimId, Digest, Instant, PageId } from '../../model/brand.ts';
import type { Citation, Claim, Version } from '../../model/claim.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { FailedPage } from '../../model/store-port.ts';
import { toMilliseconds } from '../instants.ts';

/** One revision of an article's text. */
interface HeldText {
  readonly revision: Digest;
  readonly text: string;
}

/** What a record in memory holds. */
export interface State {
  readonly now: () => Instant;
  readonly readings: Map<ArticleId, Extraction>;
  readonly bytes: Map<PageId, Uint8Array>;
  /** Every text that was ever held, by article and revision: old versions of claims cite old revisions. */
  readonly texts: Map<string, HeldText>;
  readonly failures: Map<string, FailedPage>;
  /** Every version of every claim, oldest first. */
  readonly versions: Map<ClaimId, readonly Version[]>;
  last: Instant | null;
  /** How many times anything was changed. */
  changes: number;
}

/** The key of a text. */
export const textKey = ({ article, revision }: Pick<Citation, 'article' | 'revision'>): string =>
  `${article} ${revision}`;

const isAt =
  (asOf: Instant | undefined) =>
  ({ recorded: { from, to } }: Version): boolean =>
    asOf === undefined ? to === null : from <= asOf && (to === null || asOf < to);

/** The versions that stood then, or stand now. */
export const versionsAt = (state: State, asOf: Instant | undefined): readonly Version[] => {
  const at = isAt(asOf === undefined ? undefined : toMilliseconds(asOf));
  return [...state.versions.values()].flatMap((versions) => versions.filter(at));
};

/** The claims of the versions that stood then, or stand now. */
export const claimsAt = (state: State, asOf: Instant | undefined): readonly Claim[] =>
  versionsAt(state, asOf).map(({ claim }) => claim);
