import type { Acquired } from './acquired.ts';
import { failure } from './acquired.ts';
import type { ByteQueue } from './byte-queue.ts';
import { byteQueue } from './byte-queue.ts';
import { acquireBytes, tooLarge } from './bytes.ts';
import type { Headers } from './headers.ts';
import { parseHeaders } from './headers.ts';
import { readInstant } from './instant.ts';
import type { Limits } from './limits.ts';
import type { WarcRecord } from './warc-record.ts';
import { payloadOf } from './warc-record.ts';

const READ_AGAIN = 'what stands before it was read; fetch or copy the archive again';

/**
 * The pages of an archive, in file order: each HTML or plain-text `response` or `resource` record of status 200. A broken
 * record becomes a failure and the rest goes on; a stream that breaks off ends with a failure `broken-archive`. Memory
 * is bounded by one record.
 */
export async function* acquireWarc(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  limits: Limits,
): AsyncGenerator<Acquired> {
  const queue = byteQueue(chunks[Symbol.asyncIterator]());
  let n = 0;
  try {
    for (;;) {
      const record = await nextRecord(queue, n + 1, limits);
      if (record === null) break;
      n++;
      const acquired = acquireRecord(record, `${path}#${n}`, limits);
      if (acquired !== null) yield acquired;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    yield failure(path, 'broken-archive', `the archive breaks off after record ${n} (${why}); ${READ_AGAIN}`);
    return;
  }
  if (n === 0)
    yield failure(path, 'broken-archive', 'no WARC record was found; check that this is a WARC file');
}

/** The next record; lines up to the next `WARC/` line are passed over, so one broken record costs only itself. */
const nextRecord = async (queue: ByteQueue, n: number, limits: Limits): Promise<WarcRecord | null> => {
  let line = await queue.line(limits.headerBytes);
  while (line !== null && !/^WARC\/[01]\.\d+\s*$/.test(line)) line = await queue.line(limits.headerBytes);
  if (line === null) return null;
  const headers = await headerBlock(queue, limits);
  const declared = Number(headers.get('content-length') ?? Number.NaN);
  const empty = new Uint8Array(0);
  if (!Number.isSafeInteger(declared) || declared < 0)
    return { n, headers, block: empty, fault: 'no-length', declared: 0 };
  if (!isWanted(headers) || declared > limits.pageBytes) {
    await queue.skip(declared);
    return { n, headers, block: empty, fault: declared > limits.pageBytes ? 'too-large' : null, declared };
  }
  const block = await queue.take(declared);
  return { n, headers, block, fault: block.length < declared ? 'cut-off' : null, declared };
};

const headerBlock = async (queue: ByteQueue, limits: Limits): Promise<Headers> => {
  const lines: string[] = [];
  let size = 0;
  for (;;) {
    const line = await queue.line(limits.headerBytes);
    if (line === null || line === '') break;
    size += line.length;
    if (size <= limits.headerBytes) lines.push(line);
  }
  return parseHeaders(lines.join('\n'));
};

const isWanted = (headers: Headers): boolean => {
  const type = headers.get('warc-type');
  return type === 'response' || type === 'resource';
};

/** The page of a record, or null when the record is none: requests, metadata, images, redirects. */
const acquireRecord = (record: WarcRecord, path: string, limits: Limits): Acquired | null => {
  if (!isWanted(record.headers) && record.fault !== 'no-length') return null;
  if (record.fault === 'too-large') return tooLarge(path, record.declared, limits);
  if (record.fault !== null)
    return failure(
      path,
      'broken-archive',
      `the record is ${record.fault === 'cut-off' ? 'cut off' : 'without a length'}; ${READ_AGAIN}`,
    );
  const url = record.headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null;
  try {
    const payload = payloadOf(record, limits.pageBytes);
    if (payload.status !== 200 || !/^text\/(?:html|plain)$|xhtml/.test(payload.mediaType)) return null;
    if (isAuxiliary(url, payload.mediaType)) return null;
    const capturedAt = readInstant(record.headers.get('warc-date'));
    return acquireBytes(
      payload.bytes,
      { path, url, capturedAt, mediaType: payload.mediaType, declaredCharset: payload.charset },
      limits,
    );
  } catch (error) {
    if (error instanceof RangeError) return tooLarge(path, limits.pageBytes + 1, limits);
    const why = error instanceof Error ? error.message : String(error);
    return failure(path, 'broken-archive', `the record cannot be read (${why}); ${READ_AGAIN}`);
  }
};

/** `robots.txt`, DNS answers and crawl notes are plain text, but no pages. */
const isAuxiliary = (url: string | null, mediaType: string): boolean =>
  url !== null &&
  (/^(?:dns|metadata|urn|filedesc):/i.test(url) ||
    (mediaType === 'text/plain' && /\/robots\.txt(?:\?|$)/i.test(url)));
