import type { RecordInfo, VerifyFinding, VerifyProgress } from '../../../model/store-port.ts';
import type { Connection } from '../connection.ts';
import { verifyClaims } from './claims.ts';
import { verifyFile, verifyIndex, verifyNotes } from './file.ts';
import { verifyArticles, verifyPages, verifyReadings } from './pages.ts';
import type { Part } from './walk.ts';
import { survive } from './walk.ts';

const PARTS: readonly Part[] = [
  verifyFile,
  verifyNotes,
  verifyPages,
  verifyArticles,
  verifyReadings,
  verifyClaims,
  verifyIndex,
];

/**
 * Walks the whole record. Every column is covered by a digest or rebuilt from what is, so any bit that changed and that
 * a reader could see is found. Each page, article and batch of claims is one transaction: the record stays free for
 * writing meanwhile.
 */
export async function* verifyRecord(
  connection: Connection,
  { dispute }: RecordInfo,
  onProgress: (progress: VerifyProgress) => void,
): AsyncGenerator<VerifyFinding> {
  let done: VerifyProgress = { pages: 0, citations: 0, claims: 0 };
  const count = (more: Partial<VerifyProgress>): void => {
    done = {
      pages: done.pages + (more.pages ?? 0),
      citations: done.citations + (more.citations ?? 0),
      claims: done.claims + (more.claims ?? 0),
    };
    onProgress(done);
  };
  for (const part of PARTS) yield* survive(part, { connection, dispute, count });
}
