import type { Migration } from './migration.ts';

/**
 * The passages of present versions, by their rows of the full-text index: a word that stands in tens of thousands of
 * claims is looked up without a visit to `passage` (ordered by claim, so each visit is another page of the file) and
 * `claim_version`. It repeats what these two say, for search only.
 */
export const PRESENT_PASSAGES: Migration = {
  version: 2,
  statements: [
    `create table present_passage (
      search_row integer primary key,
      dispute text not null,
      claim text not null
    ) strict`,
    `insert into present_passage (search_row, dispute, claim)
      select passage.search_row, passage.dispute, passage.claim
      from passage join claim_version on claim_version.dispute = passage.dispute
        and claim_version.id = passage.claim and claim_version.recorded_from = passage.recorded_from
      where claim_version.recorded_to is null
      order by passage.search_row`,
  ],
};
