import { articleId, digest, instant, pageId } from '../../model/brand.ts';
import type { Citation, Claim, Version } from '../../model/claim.ts';
import type { NonEmpty } from '../../model/span.ts';
import { isNonEmpty } from '../../model/span.ts';
import { canonicalJson } from '../canonical.ts';
import { entitiesOf, validKeys } from '../claim-query.ts';
import { recordCorrupt } from '../errors.ts';
import { passagesOf } from '../search-hit.ts';
import { readSearchTokens } from '../tokens.ts';
import { fromColumn, intact, seal, sha256, toColumn } from './columns.ts';
import type { CitationRow, EntityRow, PassageRow, SearchRow, VersionRow } from './tables.ts';

/** What names a version of a claim in every table. */
export interface VersionKey {
  readonly dispute: string;
  readonly claim: string;
  readonly recorded_from: string;
}

/** The digest of a claim with its evidence: equal for equal claims, whatever the order of their keys. */
export const claimDigest = (claim: Claim): string => sha256(canonicalJson(claim));

/** The row of a version that begins now. */
export const versionRow = ({ dispute, recorded_from }: VersionKey, claim: Claim): VersionRow => {
  const { evidence, ...rest } = claim;
  const { earliest, latest } = validKeys(claim.valid);
  return seal('claim_version', {
    dispute,
    id: claim.id,
    recorded_from,
    recorded_to: null,
    kind: claim.kind,
    valid_earliest: earliest,
    valid_latest: latest,
    citations: evidence.length,
    claim_sha256: claimDigest(claim),
    claim: canonicalJson(rest),
  });
};

/** The rows of a claim's citations. */
export const citationRows = (key: VersionKey, claim: Claim): readonly CitationRow[] =>
  claim.evidence.map((citation, n) =>
    seal('citation', {
      ...key,
      n,
      telling: citation.telling,
      role: citation.role,
      page: citation.page,
      article: citation.article,
      revision: citation.revision,
      span_start: citation.span.start,
      span_end: citation.span.end,
      exact: toColumn(citation.exact),
      exact_sha256: sha256(canonicalJson(citation.exact)),
    }),
  );

/** The rows of the entities a claim is listed under. */
export const entityRows = (key: VersionKey, claim: Claim): readonly EntityRow[] =>
  entitiesOf(claim).map(({ part, entity }) => ({ ...key, part, entity: toColumn(entity) }));

/** The folded words of each passage of a claim, as the index holds them. */
export const wordsOf = (claim: Claim): readonly string[] =>
  passagesOf(claim).map((text) =>
    readSearchTokens(text)
      .map((token) => token.folded)
      .join(' '),
  );

/** The rows by which a claim is found, with index rows from `first` on. */
export const searchRows = (
  key: VersionKey,
  claim: Claim,
  first: number,
): readonly { readonly passage: PassageRow; readonly search: SearchRow }[] =>
  wordsOf(claim).map((words, n) => ({
    passage: { ...key, n, search_row: first + n },
    search: { rowid: first + n, words },
  }));

const ROLES: readonly string[] = [
  'content',
  'cue',
  'source',
  'trigger',
  'clause',
  'time',
  'place',
  'participant',
] satisfies readonly Citation['role'][];
const isRole = (role: string): role is Citation['role'] => ROLES.includes(role);

const citationOf = (row: CitationRow): Citation => {
  const citation = plainCitation(intact('citation', `${row.n} of claim ${row.claim}`, row));
  if (citation === null || sha256(canonicalJson(citation.exact)) !== row.exact_sha256)
    throw recordCorrupt(`citation ${row.n} of claim ${row.claim} does not match its digest`, row.claim);
  return citation;
};

/** The citation of a row as it stands there, not checked against its digest; null when it has no known role. */
export const plainCitation = (row: CitationRow): Citation | null =>
  isRole(row.role)
    ? {
        page: pageId(row.page),
        article: articleId(row.article),
        revision: digest(row.revision),
        span: { start: row.span_start, end: row.span_end },
        exact: fromColumn(row.exact),
        role: row.role,
        telling: row.telling,
      }
    : null;

const evidenceOf = (row: VersionRow, rows: readonly CitationRow[]): NonEmpty<Citation> => {
  const evidence = [...rows].sort((a, b) => a.n - b.n).map(citationOf);
  if (!isNonEmpty(evidence) || evidence.length !== row.citations)
    throw recordCorrupt(`claim ${row.id} has ${rows.length} of its ${row.citations} citations`, row.id);
  return evidence;
};

/**
 * The version that the rows stand for. @throws DemarcheError `record-corrupt`, naming the claim, when a row or the
 * whole claim does not match its digest.
 */
export const versionOfRows = (row: VersionRow, citations: readonly CitationRow[]): Version => {
  const rest: Omit<Claim, 'evidence'> = JSON.parse(intact('claim_version', row.id, row).claim);
  const claim = { ...rest, evidence: evidenceOf(row, citations) } as Claim;
  if (claim.id !== row.id || claimDigest(claim) !== row.claim_sha256)
    throw recordCorrupt(`claim ${row.id} does not match its digest`, row.id);
  return {
    claim,
    recorded: {
      from: instant(row.recorded_from),
      to: row.recorded_to === null ? null : instant(row.recorded_to),
    },
  };
};
