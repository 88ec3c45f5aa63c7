import type { Instant } from '../model/brand.ts';
import type { AcquireFailure } from './acquired.ts';
import { failure } from './acquired.ts';
import { sha256Hex } from './digest.ts';
import { typeOf } from './headers.ts';
import { inMiB } from './limits.ts';
import { sniff } from './sniff.ts';
import type { WarcContent, WarcInput } from './warc-write.ts';
import { packedWarc, recordId } from './warc-write.ts';
import { decodeBody } from './web-coding.ts';
import type { WebAnswer } from './web-request.ts';

/** An answer and when it was had. */
export interface Hop {
  readonly answer: WebAnswer;
  readonly at: Instant;
}

/** A page as fetched. */
export interface FetchedPage {
  readonly ok: true;
  readonly kind: 'page';
  /** The address that answered in the end. */
  readonly url: string;
  readonly capturedAt: Instant;
  /** A `.warc.gz` file: the page, what was asked, and the redirects on the way, to be read by `acquirePath`. */
  readonly archive: Uint8Array;
  /** SHA-256 of the body with its content coding undone. */
  readonly digest: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What readers of archives may find a page in; the last word is theirs. */
const PAGE_TYPES: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/xml',
  'application/pdf',
  'text/xml',
  'text/x-opml',
  'text/x-opml+xml',
]);
/** What servers say when they do not know: the bytes decide. */
const SILENT_TYPES: ReadonlySet<string> = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/** What is put down for bytes whose server is silent. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  plain: 'text/plain',
  feed: 'application/xml',
  opml: 'text/x-opml',
  pdf: 'application/pdf',
};

/** What is asked for. */
export const ACCEPT =
  'text/html, application/xhtml+xml, text/plain;q=0.8, application/rss+xml;q=0.8, application/atom+xml;q=0.8, application/feed+json;q=0.8, application/xml;q=0.7, */*;q=0.1';

const responseOf = ({ status, reason, headers, body, isBodySkipped }: WebAnswer): WarcContent => ({
  kind: 'response',
  status,
  reason,
  headers,
  body: body === 'too-large' ? new Uint8Array(0) : body,
  isCut: isBodySkipped,
});

/** An archive tells a page by its declared type: one that is told from the bytes has to be written down. */
const contentOf = (answer: WebAnswer, decoded: Uint8Array): WarcContent | null => {
  const type = typeOf(answer.header('content-type') ?? undefined);
  if (PAGE_TYPES.has(type)) return responseOf(answer);
  if (!SILENT_TYPES.has(type)) return null;
  const mediaType = MEDIA_TYPES[sniff(decoded).kind];
  return mediaType === undefined ? null : { kind: 'resource', mediaType, body: decoded };
};

const recordsOf = ({ answer, at }: Hop, content: WarcContent): readonly WarcInput[] => {
  const { url, ip, sent } = answer;
  const main: WarcInput = { url, capturedAt: at, content, ip };
  const request: WarcInput = {
    url,
    capturedAt: at,
    content: { kind: 'request', headers: sent },
    ip,
    concurrentTo: recordId(main),
  };
  return [request, main];
};

const archiveOf = (hops: readonly Hop[], last: Hop, content: WarcContent, agent: string): Uint8Array =>
  packedWarc([
    {
      url: null,
      capturedAt: last.at,
      content: {
        kind: 'warcinfo',
        fields: [
          ['software', agent],
          ['format', 'WARC File Format 1.1'],
        ],
      },
    },
    ...hops.flatMap((hop) => recordsOf(hop, responseOf(hop.answer))),
    ...recordsOf(last, content),
  ]);

/**
 * The page of an answer with status 200, or why it is none. `hops` are the redirects that led there.
 */
export const pageOfAnswer = (
  address: string,
  hops: readonly Hop[],
  last: Hop,
  { maxBytes, agent }: { readonly maxBytes: number; readonly agent: string },
): FetchedPage | AcquireFailure => {
  const { answer, at } = last;
  const large = `the page is larger than the ${inMiB(maxBytes)} read of one page`;
  if (answer.body === 'too-large') return failure(address, 'too-large', large);
  const coding = answer.header('content-encoding');
  const decoded = decodeBody(answer.body, coding, maxBytes);
  switch (decoded.kind) {
    case 'too-large':
      return failure(address, 'too-large', `${large}, once unpacked`);
    case 'broken':
      return failure(
        address,
        'fetch-failed',
        `its body cannot be unpacked (${decoded.why}); try again later`,
      );
    case 'unknown':
      return failure(
        address,
        'unsupported-format',
        `its body is packed in a way that is not read (${coding})`,
      );
    case 'ok':
      break;
  }
  const content = contentOf(answer, decoded.bytes);
  if (content === null) {
    const type = typeOf(answer.header('content-type') ?? undefined);
    return failure(address, 'unsupported-format', `this is ${type || 'of no known type'}, not a page`);
  }
  return {
    ok: true,
    kind: 'page',
    url: answer.url,
    capturedAt: at,
    archive: archiveOf(hops, last, content, agent),
    digest: sha256Hex(decoded.bytes),
    etag: answer.header('etag'),
    lastModified: answer.header('last-modified'),
  };
};
