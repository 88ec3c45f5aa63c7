import type { Headers } from './headers.ts';
import { parameterOf, parseHeaders, typeOf } from './headers.ts';
import { decodeContent } from './http-content.ts';

/** One record of an archive as it stands in the file. */
export interface WarcRecord {
  /** Counted from 1 over all records of the file, of whatever type. */
  readonly n: number;
  readonly headers: Headers;
  readonly block: Uint8Array;
  /** What is wrong with the record; null when it is whole. One of a wrong length was cut or read on to its true end. */
  readonly fault: 'too-large' | 'cut-off' | 'no-length' | 'wrong-length' | 'damaged' | null;
  /** Length of the block as declared, bytes. */
  readonly declared: number;
}

/** What an HTTP response or another record holds once codings are undone. */
export interface Payload {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly status: number;
  /** Whether the coded body breaks off, so that `bytes` is its beginning. */
  readonly isCut: boolean;
}

/**
 * The payload of a record: of an HTTP answer the body, with codings undone (with `head`, only what its head says); of
 * another record the block. @throws Error on broken codings, RangeError when the body is larger than `maxBytes`
 */
export const payloadOf = (record: WarcRecord, maxBytes: number, part: 'all' | 'head' = 'all'): Payload => {
  const own = record.headers.get('content-type');
  if (typeOf(own) !== 'application/http')
    return {
      bytes: record.block,
      mediaType: typeOf(own),
      charset: parameterOf(own, 'charset'),
      status: 200,
      isCut: false,
    };
  const block = Buffer.from(record.block.buffer, record.block.byteOffset, record.block.length);
  const crlf = block.indexOf('\r\n\r\n');
  const lf = block.indexOf('\n\n');
  const headEnd = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf;
  if (headEnd < 0 && part === 'all') throw new Error('the HTTP response has no end of its head');
  const head = block.subarray(0, headEnd < 0 ? block.length : headEnd).toString('latin1');
  const headers = parseHeaders(head.slice(head.indexOf('\n') + 1));
  const contentType = headers.get('content-type');
  const body = new Uint8Array(block.subarray(headEnd + (headEnd === crlf ? 4 : 2)));
  return {
    ...(part === 'head'
      ? { bytes: new Uint8Array(0), isCut: false }
      : decodeContent(unchunk(body, headers), headers.get('content-encoding'), maxBytes)),
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
