import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Headers } from './headers.ts';
import { parameterOf, parseHeaders, typeOf } from './headers.ts';

/** One record of an archive as it stands in the file. */
export interface WarcRecord {
  /** Counted from 1 over all records of the file, of whatever type. */
  readonly n: number;
  readonly headers: Headers;
  readonly block: Uint8Array;
  /** Why the record cannot be used: `too-large`, `cut-off`, `no-length`; null when it is whole. */
  readonly fault: 'too-large' | 'cut-off' | 'no-length' | null;
  /** Length of the block as declared, bytes. */
  readonly declared: number;
}

/** What an HTTP response or a resource record holds once codings are undone. */
export interface Payload {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly status: number;
}

/** The payload of a `response` record (HTTP head parsed, codings undone) or of a `resource` record. @throws Error on broken codings */
export const payloadOf = (record: WarcRecord, maxBytes: number): Payload => {
  const own = record.headers.get('content-type');
  if (record.headers.get('warc-type') !== 'response' || typeOf(own) !== 'application/http')
    return { bytes: record.block, mediaType: typeOf(own), charset: parameterOf(own, 'charset'), status: 200 };
  const block = Buffer.from(record.block.buffer, record.block.byteOffset, record.block.length);
  const crlf = block.indexOf('\r\n\r\n');
  const lf = block.indexOf('\n\n');
  const headEnd = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf;
  if (headEnd < 0) throw new Error('the HTTP response has no end of its head');
  const head = block.subarray(0, headEnd).toString('latin1');
  const headers = parseHeaders(head.slice(head.indexOf('\n') + 1));
  const contentType = headers.get('content-type');
  const body = new Uint8Array(block.subarray(headEnd + (headEnd === crlf ? 4 : 2)));
  return {
    bytes: decodeContent(unchunk(body, headers), headers.get('content-encoding'), maxBytes),
    mediaType: typeOf(contentType),
    charset: parameterOf(contentType, 'charset'),
    status: Number(/^HTTP\/[\d.]+ (\d{3})/.exec(head)?.[1] ?? 0),
  };
};

/** Undoes chunked transfer when the body really is chunked: many archives keep the header and drop the chunks. */
const unchunk = (body: Uint8Array, headers: Headers): Uint8Array => {
  if (!/chunked/i.test(headers.get('transfer-encoding') ?? '')) return body;
  const raw = Buffer.from(body.buffer, body.byteOffset, body.length);
  const chunks: Buffer[] = [];
  let at = 0;
  while (at < raw.length) {
    const eol = raw.indexOf('\r\n', at);
    const size =
      eol < 0 || eol - at > 200
        ? null
        : /^([0-9a-fA-F]{1,8})(?:;|\s*$)/.exec(raw.toString('latin1', at, eol));
    if (size === null) return chunks.length === 0 ? body : new Uint8Array(Buffer.concat(chunks));
    const length = Number.parseInt(size[1] ?? '0', 16);
    if (length === 0) break;
    chunks.push(raw.subarray(eol + 2, eol + 2 + length));
    at = eol + 2 + length + 2;
  }
  return new Uint8Array(Buffer.concat(chunks));
};

const decodeContent = (
  body: Uint8Array,
  encoding: string | undefined,
  maxOutputLength: number,
): Uint8Array => {
  const name = encoding?.trim().toLowerCase() ?? '';
  if ((name === 'gzip' || name === 'x-gzip') && body[0] === 0x1f)
    return new Uint8Array(gunzipSync(body, { maxOutputLength }));
  if (name === 'br') return new Uint8Array(brotliOr(body, maxOutputLength));
  if (name === 'deflate')
    return new Uint8Array(
      (body[0] ?? 0) % 16 === 8
        ? inflateSync(body, { maxOutputLength })
        : inflateRawSync(body, { maxOutputLength }),
    );
  return body;
};

/** A body that is said to be Brotli but opens like markup was decoded by the crawler already. */
const brotliOr = (body: Uint8Array, maxOutputLength: number): Uint8Array =>
  body[0] === 0x3c ? body : brotliDecompressSync(body, { maxOutputLength });
