import type { Acquired } from './acquired.ts';
import { failure } from './acquired.ts';
import { byteQueue } from './byte-queue.ts';
import type { BytesMeta } from './bytes.ts';
import { tooLarge } from './bytes.ts';
import { readInstant } from './instant.ts';
import type { Limits } from './limits.ts';
import { acquirePages } from './pages.ts';
import { sniff } from './sniff.ts';
import type { Jumps } from './warc-frame.ts';
import { nextRecord } from './warc-frame.ts';
import type { Payload, WarcRecord } from './warc-record.ts';
import { payloadOf } from './warc-record.ts';
import type { Memory } from './warc-revisit.ts';
import { createMemory } from './warc-revisit.ts';

const READ_AGAIN = 'what stands before it was read; fetch or copy the archive again';
const REST_READ = 'the other records were read; fetch or copy the archive again';

/** How an archive is read. */
interface Reading {
  readonly path: string;
  readonly limits: Limits;
  readonly memory: Memory;
}

/**
 * The pages of an archive, in file order: each page or feed in a `response`, `resource` or `conversion` record of status
 * 200, and each `revisit` of such a page that stands before it. A broken record becomes a failure and the rest goes on; a
 * stream that breaks off ends with a failure `broken-archive`. Memory is bounded by one record and 64 MiB of earlier ones.
 */
export async function* acquireWarc(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  limits: Limits,
  jumps: Jumps = { count: 0 },
): AsyncGenerator<Acquired> {
  const queue = byteQueue(chunks[Symbol.asyncIterator]());
  const reading: Reading = { path, limits, memory: createMemory() };
  let n = 0;
  try {
    for (;;) {
      const record = await nextRecord(queue, n + 1, limits, jumps);
      if (record === null) break;
      n++;
      yield* acquireRecord(record, reading);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    yield failure(path, 'broken-archive', `the archive breaks off after record ${n} (${why}); ${READ_AGAIN}`);
    return;
  }
  if (jumps.count > 0)
    yield failure(
      path,
      'broken-archive',
      `${jumps.count} part(s) of the gzip file cannot be unpacked, and records there are lost; ${REST_READ}`,
    );
  if (n === 0)
    yield failure(path, 'broken-archive', 'no WARC record was found; check that this is a WARC file');
}

const HOLDS_PAGES: ReadonlySet<string> = new Set(['response', 'resource', 'conversion']);

const FAULTS: Readonly<Record<string, string>> = {
  'cut-off': `the record is cut off; ${READ_AGAIN}`,
  'no-length': `the record is without a length; ${REST_READ}`,
  damaged: `the record lies where the gzip file is damaged; ${REST_READ}`,
};

/** The pages of a record; none when it is a request, metadata, a picture, a redirect. */
async function* acquireRecord(record: WarcRecord, reading: Reading): AsyncGenerator<Acquired> {
  const path = `${reading.path}#${record.n}`;
  const type = record.headers.get('warc-type') ?? '';
  const isRevisit = type === 'revisit';
  if (!HOLDS_PAGES.has(type) && !isRevisit && record.fault !== 'no-length') return;
  if (record.fault === 'too-large') yield tooLarge(path, record.declared, reading.limits);
  else if (record.fault !== null && record.fault !== 'wrong-length')
    yield failure(path, 'broken-archive', FAULTS[record.fault] ?? REST_READ);
  else if (isRevisit) yield* acquireRevisit(record, path, reading);
  else yield* acquirePayload(record, record, path, reading);
}

const NOT_HELD = {
  gone: 'its page stands too far back in the archive to be held; the page itself was read there',
  unknown: 'its page is not in this archive; add the archive that holds it',
} as const;

/** The page that a revisit record says is unchanged, at the moment of the revisit. */
async function* acquireRevisit(record: WarcRecord, path: string, reading: Reading): AsyncGenerator<Acquired> {
  const found = reading.memory.find(record);
  if (found === 'other') return;
  if (typeof found !== 'string') {
    yield* acquirePayload(found, record, path, reading);
    return;
  }
  // A revisit may carry the head of the answer: of a picture nothing is lost.
  const type = mediaTypeIn(record);
  if (type !== '' && !isPageType(type)) return;
  const of = record.headers.get('warc-refers-to-date');
  const what = of === undefined ? 'of an earlier capture' : `of the capture of ${of}`;
  yield failure(path, 'not-found', `the record repeats that ${what}, and ${NOT_HELD[found]}`);
}

const mediaTypeIn = (record: WarcRecord): string => {
  try {
    return record.block.length === 0 ? '' : payloadOf(record, 0, 'head').mediaType;
  } catch {
    return '';
  }
};

const isPageType = (mediaType: string): boolean =>
  /^text\/(?:html|plain|xml)$|xhtml|^application\/(?:xml|json|pdf|(?:rss|atom|rdf)\+xml|feed\+json)$|opml/.test(
    mediaType,
  );

/** XML and JSON of no further type are pages only when they are feeds. */
const isDoubtful = (mediaType: string): boolean => /^(?:text|application)\/(?:xml|json)$/.test(mediaType);

/** The pages of `held`, under the address and moment of `record`, which is the same or a revisit of it. */
async function* acquirePayload(
  held: WarcRecord,
  record: WarcRecord,
  path: string,
  { limits, memory }: Reading,
): AsyncGenerator<Acquired> {
  const payload = readPayload(held, path, limits);
  if ('ok' in payload) {
    yield payload;
    return;
  }
  const url = record.headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null;
  const { mediaType } = payload;
  const isPage =
    payload.status === 200 && isPageType(mediaType) && !isAuxiliary(url, mediaType) && !isOtherData(payload);
  if (held === record) memory.note(record, isPage);
  if (!isPage) return;
  const meta: BytesMeta = {
    path,
    url,
    capturedAt: readInstant(record.headers.get('warc-date')),
    mediaType,
    declaredCharset: payload.charset,
  };
  const repaired = repairOf(held, payload);
  for await (const acquired of acquirePages(payload.bytes, meta, limits))
    yield acquired.ok && repaired !== null ? withNotice(acquired, repaired) : acquired;
}

const readPayload = (record: WarcRecord, path: string, limits: Limits): Payload | Acquired => {
  try {
    return payloadOf(record, limits.pageBytes);
  } catch (error) {
    if (error instanceof RangeError) return tooLarge(path, limits.pageBytes + 1, limits);
    const why = error instanceof Error ? error.message : String(error);
    return failure(path, 'broken-archive', `the record cannot be read (${why}); ${REST_READ}`);
  }
};

const isOtherData = ({ mediaType, bytes }: Payload): boolean =>
  isDoubtful(mediaType) && !['feed', 'opml', 'html'].includes(sniff(bytes).kind);

const repairOf = (record: WarcRecord, payload: Payload): string | null => {
  if (payload.isCut) return 'the body breaks off; what came before was read';
  return record.fault === 'wrong-length'
    ? 'the record declares a wrong length; it was read up to where the next one begins'
    : null;
};

const withNotice = (acquired: Acquired & { ok: true }, message: string): Acquired => {
  const { capture } = acquired;
  const notice = { code: 'archive-repaired', severity: 'warning', message } as const;
  return { ok: true, capture: { ...capture, diagnostics: [notice, ...capture.diagnostics] } };
};

/** `robots.txt`, DNS answers and crawl notes are plain text, but no pages. */
const isAuxiliary = (url: string | null, mediaType: string): boolean =>
  url !== null &&
  (/^(?:dns|metadata|urn|filedesc):/i.test(url) ||
    (mediaType === 'text/plain' && /\/robots\.txt(?:\?|$)/i.test(url)));
