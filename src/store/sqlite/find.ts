import { sql } from 'kysely';
import type { ArticleId, ClaimId } from '../../model/brand.ts';
import type { SearchTerm } from '../search-query.ts';
import { parseSearch } from '../search-query.ts';
import type { Connection, Db } from './connection.ts';
import { pragma } from './connection.ts';

/** A term in the language of FTS5: a phrase of words that are letters and digits only, so nothing needs escaping. */
export const ftsPhrase = ({ words, prefix }: SearchTerm): string =>
  `"${words.join(' ')}"${prefix ? ' *' : ''}`;

const presentWith = async (db: Db, dispute: string, term: SearchTerm): Promise<ReadonlySet<ClaimId>> => {
  // One text with all ids: a row for each would cost ten times as much. `cross join` keeps the order of the tables:
  // the words first, then the claims that have them.
  const { rows } = await sql<{ readonly ids: string }>`
    select json_group_array(present_passage.claim) as ids
    from claim_search cross join present_passage on present_passage.search_row = claim_search.rowid
    where claim_search match ${ftsPhrase(term)} and present_passage.dispute = ${dispute}`.execute(db);
  return new Set(JSON.parse(rows[0]?.ids ?? '[]') as readonly ClaimId[]);
};

/** As the port has it; within a transaction, as all that follow. */
export const searchIds = async (db: Db, dispute: string, query: string): Promise<readonly ClaimId[]> => {
  let met: readonly ClaimId[] | null = null;
  for (const term of parseSearch(query)) {
    const ids = await presentWith(db, dispute, term);
    met = met === null ? [...ids] : met.filter((id) => ids.has(id));
    if (met.length === 0) return [];
  }
  return met ?? [];
};

/** As the port has it. */
export const readCiting = async (
  db: Db,
  dispute: string,
  article: ArticleId,
): Promise<readonly ClaimId[]> => {
  // Left to itself SQLite takes the primary key and goes through the citations of all claims.
  const { rows } = await sql<{ readonly claim: ClaimId }>`
    select distinct citation.claim as claim
    from citation indexed by citation_article cross join claim_version
      on claim_version.dispute = citation.dispute and claim_version.id = citation.claim
      and claim_version.recorded_from = citation.recorded_from
    where citation.dispute = ${dispute} and citation.article = ${article}
      and claim_version.recorded_to is null`.execute(db);
  return rows.map(({ claim }) => claim);
};

/**
 * As the port has it: `data_version` tells of the commits of other connections, `total_changes()` of the rows that
 * this one has written.
 */
export const readChange = (connection: Connection): Promise<string> =>
  connection.plain(async (db) => {
    const others = await pragma(db, 'data_version');
    const { rows } = await sql<{ readonly own: number }>`select total_changes() as own`.execute(db);
    return `${others} ${rows[0]?.own}`;
  });
