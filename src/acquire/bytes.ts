import { sha256Hex } from '../lib/digest-bytes.ts';
import type { Instant, PageId } from '../model/brand.ts';
import { pageId } from '../model/brand.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Capture, Page } from '../model/page.ts';
import type { Acquired } from './acquired.ts';
import { failure } from './acquired.ts';
import type { Decoded } from './charset.ts';
import { decode } from './charset.ts';
import { readInstant } from './instant.ts';
import type { Limits } from './limits.ts';
import { DEFAULT_LIMITS, inMiB } from './limits.ts';
import { readMhtml } from './mhtml.ts';
import type { Sniffed } from './sniff.ts';
import { sniff } from './sniff.ts';

/** What is known about some bytes beside the bytes. */
export interface BytesMeta {
  readonly path: string | null;
  readonly url: string | null;
  readonly capturedAt: Instant | null;
  /** `text/html`, `text/plain`, …, as a header or a file name gives it; the bytes may prove it wrong. */
  readonly mediaType?: string;
  readonly declaredCharset?: string | null;
}

/**
 * Makes a capture of one page's bytes: refuses what is empty, binary, too large or of a format without article text,
 * and decodes the rest. Never throws.
 */
export const acquireBytes = (
  bytes: Uint8Array,
  meta: BytesMeta,
  limits: Limits = DEFAULT_LIMITS,
): Acquired => {
  const path = meta.path ?? meta.url ?? '-';
  if (bytes.length > limits.pageBytes) return tooLarge(path, bytes.length, limits);
  if (bytes.length === 0) return failure(path, 'empty', 'the page has no bytes; fetch or save it again');
  const page = pageId(sha256Hex(bytes));
  const seen = sniff(bytes);
  if (seen.kind === 'mhtml') return acquireArchivedPage(bytes, page, meta, limits);
  if (seen.kind !== 'html' && seen.kind !== 'plain') return refuse(path, page, seen);
  const decoded = decode(bytes, meta.declaredCharset ?? null);
  if (decoded.text.trim() === '')
    return failure(path, 'empty', 'the page holds only white space; fetch or save it again', page);
  return {
    ok: true,
    capture: captureOf(bytes, page, decoded, mediaTypeOf(meta, seen.kind, decoded.text), meta),
  };
};

/** Makes a capture of text that is already decoded, as a line of JSONL gives it; `id` stands in for a path in failures. */
export const acquireText = (input: {
  readonly text?: string;
  readonly html?: string;
  readonly url: string | null;
  readonly id: string;
}): Acquired => {
  const given = input.html ?? input.text ?? '';
  if (given.trim() === '')
    return failure(input.id, 'empty', 'the line gives no text; put some in `text` or `html`');
  const text = wellFormed(given);
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > DEFAULT_LIMITS.pageBytes) return tooLarge(input.id, bytes.length, DEFAULT_LIMITS);
  const diagnostics: readonly Diagnostic[] =
    text === given
      ? []
      : [
          {
            code: 'charset-replaced',
            severity: 'warning',
            message: 'lone surrogates were replaced by U+FFFD',
          },
        ];
  const meta: BytesMeta = { path: null, url: input.url, capturedAt: null };
  const mediaType = input.html === undefined ? 'text/plain' : 'text/html';
  const page = pageId(sha256Hex(bytes));
  return {
    ok: true,
    capture: captureOf(bytes, page, { text, charset: 'utf-8', diagnostics }, mediaType, meta),
  };
};

/** A refusal of something larger than a page may be. */
export const tooLarge = (path: string, bytes: number, limits: Limits): Acquired =>
  failure(
    path,
    'too-large',
    `the page has ${inMiB(bytes)}, more than the ${inMiB(limits.pageBytes)} read of one page; cut it, or split the archive`,
  );

const captureOf = (
  bytes: Uint8Array,
  id: PageId,
  decoded: Decoded,
  mediaType: Page['mediaType'],
  meta: BytesMeta,
): Capture => ({
  page: {
    id,
    mediaType,
    charset: decoded.charset,
    url: meta.url,
    path: meta.path,
    capturedAt: meta.capturedAt,
  },
  bytes,
  text: decoded.text,
  diagnostics: decoded.diagnostics,
});

/** A web archive's page is the root part: its bytes, not the archive's, are kept and named. */
const acquireArchivedPage = (bytes: Uint8Array, page: PageId, meta: BytesMeta, limits: Limits): Acquired => {
  const path = meta.path ?? meta.url ?? '-';
  const part = readMhtml(bytes);
  if (part === null)
    return failure(path, 'broken-archive', 'no page was found in this web archive; save it again', page);
  if (sniff(part.bytes).kind === 'mhtml')
    return failure(path, 'broken-archive', 'this web archive holds another one; give the inner one', page);
  return acquireBytes(
    part.bytes,
    {
      path: meta.path,
      url: meta.url ?? part.url,
      capturedAt: meta.capturedAt ?? readInstant(part.savedAt),
      mediaType: part.mediaType,
      declaredCharset: part.charset,
    },
    limits,
  );
};

const refuse = (path: string, page: PageId, seen: Sniffed): Acquired => {
  if (seen.kind === 'binary')
    return failure(
      path,
      'binary',
      `this looks like ${seen.looksLike}, not a page; give HTML or plain text`,
      page,
    );
  const what = seen.kind === 'unsupported' ? seen.looksLike : 'an archive inside a page';
  const message = `this looks like ${what}; give .html, .txt, .md, .warc, .warc.gz or .mhtml`;
  return failure(path, 'unsupported-format', message, page);
};

/** A name or header that says HTML is believed only when there is a tag in sight. */
const mediaTypeOf = (meta: BytesMeta, seen: 'html' | 'plain', text: string): Page['mediaType'] => {
  if (seen === 'html') return 'text/html';
  const said = meta.mediaType?.toLowerCase() ?? '';
  return said.includes('html') && /<[a-z!/]/i.test(text) ? 'text/html' : 'text/plain';
};

/** Lone surrogates cannot be written as UTF-8; each is one unit, so offsets hold. */
const wellFormed = (text: string): string =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
