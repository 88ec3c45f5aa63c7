import type { Migration } from './migration.ts';

/**
 * The first tables. `row_sha256` covers the other columns of its row (of `page` all but `bytes`, which the page's id
 * covers). `claim_entity`, `passage` and `claim_search` repeat what the claims say, for search only. Columns of type
 * ANY hold free text: as TEXT, or as UTF-16 in a BLOB where SQLite's TEXT would lose something.
 */
export const RECORD: Migration = {
  version: 1,
  statements: [
    `create table meta (
      dispute text not null,
      key text not null,
      value text,
      row_sha256 text not null,
      primary key (dispute, key)
    ) strict, without rowid`,
    `create table page (
      dispute text not null,
      id text not null,
      media_type text not null,
      charset text not null,
      url any,
      path any,
      captured_at text,
      byte_length integer not null,
      row_sha256 text not null,
      bytes blob not null,
      primary key (dispute, id)
    ) strict`,
    `create table article (
      dispute text not null,
      id text not null,
      revision text not null,
      page text not null,
      row_sha256 text not null,
      text any not null,
      primary key (dispute, id, revision),
      foreign key (dispute, page) references page (dispute, id)
    ) strict`,
    `create table reading (
      dispute text not null,
      article text not null,
      revision text not null,
      page text not null,
      extractor text not null,
      row_sha256 text not null,
      about text not null,
      annotations text not null,
      diagnostics text not null,
      error text,
      primary key (dispute, article),
      foreign key (dispute, page) references page (dispute, id),
      foreign key (dispute, article, revision) references article (dispute, id, revision)
    ) strict`,
    `create table failure (
      dispute text not null,
      path any not null,
      page text,
      code text not null,
      message any not null,
      row_sha256 text not null,
      primary key (dispute, path)
    ) strict`,
    `create table claim_version (
      dispute text not null,
      id text not null,
      recorded_from text not null,
      recorded_to text,
      kind text not null,
      valid_earliest integer,
      valid_latest integer,
      citations integer not null,
      claim_sha256 text not null,
      row_sha256 text not null,
      claim text not null,
      primary key (dispute, id, recorded_from),
      check (recorded_to is null or recorded_to > recorded_from)
    ) strict`,
    'create unique index claim_current on claim_version (dispute, id) where recorded_to is null',
    `create table claim_entity (
      dispute text not null,
      part text not null,
      entity any not null,
      claim text not null,
      recorded_from text not null,
      primary key (dispute, part, entity, claim, recorded_from),
      foreign key (dispute, claim, recorded_from) references claim_version (dispute, id, recorded_from)
    ) strict, without rowid`,
    'create index claim_entity_claim on claim_entity (dispute, claim, recorded_from)',
    `create table citation (
      dispute text not null,
      claim text not null,
      recorded_from text not null,
      n integer not null,
      telling integer not null,
      role text not null,
      page text not null,
      article text not null,
      revision text not null,
      span_start integer not null,
      span_end integer not null,
      exact any not null,
      exact_sha256 text not null,
      row_sha256 text not null,
      primary key (dispute, claim, recorded_from, n),
      foreign key (dispute, claim, recorded_from) references claim_version (dispute, id, recorded_from),
      foreign key (dispute, article, revision) references article (dispute, id, revision),
      check (span_start >= 0 and span_start < span_end)
    ) strict, without rowid`,
    'create index citation_article on citation (dispute, article, revision)',
    `create table passage (
      dispute text not null,
      claim text not null,
      recorded_from text not null,
      n integer not null,
      search_row integer not null unique,
      primary key (dispute, claim, recorded_from, n),
      foreign key (dispute, claim, recorded_from) references claim_version (dispute, id, recorded_from)
    ) strict, without rowid`,
    // The words are cut and folded before they come here, so the plainest tokenizer is the right one.
    `create virtual table claim_search using fts5 (words, tokenize = 'ascii')`,
  ],
};
