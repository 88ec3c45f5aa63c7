import type { Instant, PageId } from '../model/brand.ts';
import { pageId } from '../model/brand.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Capture, Page } from '../model/page.ts';
import type { Acquired } from './acquired.ts';
import { failure } from './acquired.ts';
import type { Decoded } from './charset.ts';
import { decode } from './charset.ts';
import { sha256Hex } from './digest.ts';
import { readInstant } from './instant.ts';
import type { Limits } from './limits.ts';
import { DEFAULT_LIMITS, inMiB } from './limits.ts';
import { readMhtml } from './mhtml.ts';
import type { Sniffed } from './sniff.ts';
import { sniff } from './sniff.ts';
import { wellFormed } from './well-formed.ts';

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
  const claimed = NOT_A_PAGE[meta.mediaType ?? ''];
  if (claimed !== undefined)
    return failure(
      path,
      'unsupported-format',
      `this should be ${claimed} and is ${seen.kind === 'html' ? 'HTML, often a notice of the server' : 'something else'}; fetch it again, or name it .html or .txt to have it read as a page`,
      page,
    );
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
  const made = acquireMade(
    given,
    input.html === undefined ? 'text/plain' : 'text/html',
    { path: null, url: input.url, capturedAt: null },
    DEFAULT_LIMITS,
  );
  return made.ok ? made : { ...made, path: input.id };
};

/** Makes a capture of a text that a reader has made: its bytes are the text in UTF-8. `before` is what the reader noticed. */
export const acquireMade = (
  made: string,
  mediaType: Page['mediaType'],
  meta: BytesMeta,
  limits: Limits,
  before: readonly Diagnostic[] = [],
): Acquired => {
  const text = wellFormed(made);
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > limits.pageBytes) return tooLarge(meta.path ?? meta.url ?? '-', bytes.length, limits);
  const diagnostics: readonly Diagnostic[] =
    text === made
      ? before
      : [
          ...before,
          {
            code: 'charset-replaced',
            severity: 'warning',
            message: 'lone surrogates were replaced by U+FFFD',
          },
        ];
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

/** Media types that promise something else than one page; bytes that do not keep the promise are no page to trust. */
const NOT_A_PAGE: Readonly<Record<string, string>> = {
  'application/rss+xml': 'a feed',
  'application/atom+xml': 'a feed',
  'application/rdf+xml': 'a feed',
  'application/feed+json': 'a feed',
  'text/x-opml': 'a list of feeds',
  'application/pdf': 'a PDF',
};

const KINDS: Readonly<Record<string, string>> = {
  feed: 'a feed, which holds many pages',
  opml: 'a list of feeds (OPML)',
  pdf: 'a PDF',
  warc: 'an archive inside a page',
  gzip: 'an archive inside a page',
};

const refuse = (path: string, page: PageId, seen: Sniffed): Acquired => {
  if (seen.kind === 'binary')
    return failure(
      path,
      'binary',
      `this looks like ${seen.looksLike}, not a page; give HTML or plain text`,
      page,
    );
  const what = seen.kind === 'unsupported' ? seen.looksLike : KINDS[seen.kind];
  const message = `this looks like ${what}; give a file with a page or feed: .html, .txt, .md, .mhtml, .warc, .warc.gz, .rss, .pdf`;
  return failure(path, 'unsupported-format', message, page);
};

/** A name or header that says HTML is believed only when there is a tag in sight. */
const mediaTypeOf = (meta: BytesMeta, seen: 'html' | 'plain', text: string): Page['mediaType'] => {
  if (seen === 'html') return 'text/html';
  const said = meta.mediaType?.toLowerCase() ?? '';
  return said.includes('html') && /<[a-z!/]/i.test(text) ? 'text/html' : 'text/plain';
};
