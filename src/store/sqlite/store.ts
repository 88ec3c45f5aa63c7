import type { Instant } from '../../model/brand.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { RecordInfo, RecordStore } from '../../model/store-port.ts';
import { readClaim, readClaims, readHistory, searchClaims } from './claims-read.ts';
import { applyClaims } from './claims-write.ts';
import type { Connection } from './connection.ts';
import { readEvidence } from './evidence.ts';
import { readFailures, saveFailure } from './failures.ts';
import { readChange, readCiting, searchIds } from './find.ts';
import { readArticleHeads, readCounts, readHeads } from './heads.ts';
import { articleIds, hasPage, readBytes, readExtraction, savePage } from './pages.ts';
import { readArticleText, readRevisions } from './texts.ts';
import { verifyRecord } from './verify/index.ts';

async function* inOrder(connection: Connection, dispute: string): AsyncGenerator<Extraction> {
  // The ids first, then one short transaction each: the record stays free for writing meanwhile.
  for (const id of await connection.read((db) => articleIds(db, dispute))) {
    const extraction = await connection.read((db) => readExtraction(db, dispute, id));
    if (extraction) yield extraction;
  }
}

/** The port over an open record file. */
export const recordStore = (connection: Connection, info: RecordInfo, now: () => Instant): RecordStore => {
  const { dispute } = info;
  const { read, write } = connection;
  return {
    info: async () => info,
    hasPage: (page, extractor) => read((db) => hasPage(db, dispute, page, extractor)),
    savePage: (extraction, bytes) => savePage(connection, dispute, extraction, bytes),
    saveFailure: (failure) => write((db) => saveFailure(db, dispute, failure)),
    failures: () => read((db) => readFailures(db, dispute)),
    extractions: () => inOrder(connection, dispute),
    extraction: (article) => read((db) => readExtraction(db, dispute, article)),
    bytes: (page) => read((db) => readBytes(db, dispute, page)),
    applyClaims: (claims) => write((db) => applyClaims(db, dispute, claims, now)),
    claims: (query) => read((db) => readClaims(db, dispute, query)),
    claim: (id, asOf) => read((db) => readClaim(db, dispute, id, asOf)),
    history: (id) => read((db) => readHistory(db, dispute, id)),
    search: (query, options) => read((db) => searchClaims(db, dispute, query, options)),
    change: () => readChange(connection),
    heads: () => readHeads(connection, dispute),
    counts: () => read((db) => readCounts(db, dispute)),
    articleHeads: () => readArticleHeads(connection, dispute),
    evidence: () => readEvidence(connection, dispute),
    searchIds: (query) => read((db) => searchIds(db, dispute, query)),
    citing: (article) => read((db) => readCiting(db, dispute, article)),
    articleText: (article, revision) => read((db) => readArticleText(db, dispute, article, revision)),
    revisions: (article) => read((db) => readRevisions(db, dispute, article)),
    verify: (onProgress = () => undefined) => verifyRecord(connection, info, onProgress),
    close: () => connection.close(),
  };
};
