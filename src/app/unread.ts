import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { NO_ANNOTATIONS } from '../model/annotation.ts';
import type { Digest } from '../model/brand.ts';
import { digest, ruleId } from '../model/brand.ts';
import type { ErrorCode } from '../model/error.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Article, Capture } from '../model/page.ts';
import { bareArticle } from '../model/page.ts';
import { trimmed } from '../model/span.ts';

const RULE = ruleId('clean/any/unread@1');

/** The article of a page that could not be read in any way: all its text, one segment `other`, no metadata. */
const unreadArticle = (capture: Pick<Capture, 'page' | 'text'>): Article => {
  const all = trimmed(capture.text, { start: 0, end: capture.text.length });
  const segments =
    all.start < all.end ? [{ kind: 'other' as const, article: all, page: all, rule: RULE }] : [];
  const revision = digest(bytesToHex(sha256(utf8ToBytes(`${RULE}\n${capture.text}`))));
  const { page, text } = capture;
  return { ...bareArticle({ page: page.id, text, revision, language: 'und', segments }), url: page.url };
};

/** The extraction of a page that could not be read in any way, with the reason. */
export const unreadExtraction = (
  capture: Pick<Capture, 'page' | 'text' | 'diagnostics'>,
  extractor: Digest,
  error: { readonly code: ErrorCode; readonly message: string },
): Extraction => ({
  page: capture.page,
  article: unreadArticle(capture),
  annotations: NO_ANNOTATIONS,
  diagnostics: capture.diagnostics,
  error,
  extractor,
});
