import { gzipSync } from 'node:zlib';
import type { Instant } from '../model/brand.ts';
import { sha256Hex } from './digest.ts';
import type { HeaderList } from './web-request.ts';

/** What a WARC record holds. */
export type WarcContent =
  /** The whole HTTP answer. */
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly reason: string;
      readonly headers: HeaderList;
      /** As it was sent: with its content coding, without chunks. */
      readonly body: Uint8Array;
      /** Whether a body was sent that was not read. */
      readonly isCut?: boolean;
    }
  /** A body alone, of a media type that was told from its bytes because the answer named none. */
  | { readonly kind: 'resource'; readonly mediaType: string; readonly body: Uint8Array }
  /** What was sent to get the answer. */
  | { readonly kind: 'request'; readonly headers: HeaderList }
  /** Who made the file, as `name: value` lines. */
  | { readonly kind: 'warcinfo'; readonly fields: HeaderList };

/** A record to write. */
export interface WarcInput {
  /** The address that was asked; null for `warcinfo`, which is about no address. */
  readonly url: string | null;
  readonly capturedAt: Instant;
  readonly content: WarcContent;
  /** The IP address that answered. */
  readonly ip?: string | null;
  /** The record made by the same exchange. */
  readonly concurrentTo?: string;
}

/** The body is kept without its chunks, so a header that says it is chunked would be untrue. A cookie is a key: not kept. */
const DROPPED: ReadonlySet<string> = new Set(['transfer-encoding', 'set-cookie']);

/** A line break in a value would begin another header. */
const oneLine = (value: string): string => value.replace(/[\r\n]+/g, ' ');

const headerLines = (headers: HeaderList): readonly string[] =>
  headers.map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}`);

const NO_BODY = new Uint8Array(0);

const bodyOf = (content: WarcContent): Uint8Array =>
  content.kind === 'response' || content.kind === 'resource' ? content.body : NO_BODY;

const blockOf = ({ url, content }: WarcInput): Buffer => {
  switch (content.kind) {
    case 'response': {
      const headers = content.headers.filter(([name]) => !DROPPED.has(name.toLowerCase()));
      const lines = [`HTTP/1.1 ${content.status} ${oneLine(content.reason)}`, ...headerLines(headers)];
      return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), content.body]);
    }
    case 'request': {
      const { pathname, search } = new URL(url ?? '');
      const lines = [`GET ${pathname}${search} HTTP/1.1`, ...headerLines(content.headers)];
      return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
    }
    case 'resource':
      return Buffer.from(content.body);
    case 'warcinfo':
      return Buffer.from(`${headerLines(content.fields).join('\r\n')}\r\n`);
  }
};

const typeOfBlock = (content: WarcContent): string => {
  switch (content.kind) {
    case 'response':
      return 'application/http; msgtype=response';
    case 'request':
      return 'application/http; msgtype=request';
    case 'resource':
      return oneLine(content.mediaType);
    case 'warcinfo':
      return 'application/warc-fields';
  }
};

/** The name of a record: the same for the same capture, made of its kind, address, moment and body. */
export const recordId = ({ url, capturedAt, content }: WarcInput): string => {
  const kind = content.kind === 'response' || content.kind === 'resource' ? '' : `\n${content.kind}`;
  const hex = sha256Hex(Buffer.from(`${url}\n${capturedAt}\n${sha256Hex(bodyOf(content))}${kind}`));
  const parts = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ] as const;
  const [a, b, c, d, e] = parts.map(([from, to]) => hex.slice(from, to));
  // Version 8 of RFC 9562: a UUID whose digits its maker chooses.
  return `<urn:uuid:${a}-${b}-8${c}-8${d}-${e}>`;
};

/**
 * One record of an archive (WARC/1.1, ISO 28500:2017), ready to be written to a `.warc` file, where records simply follow
 * each other.
 */
export const warcRecord = (input: WarcInput): Uint8Array => {
  const { url, capturedAt, content, ip = null, concurrentTo } = input;
  const block = blockOf(input);
  const hasPayload = content.kind === 'response' || content.kind === 'resource';
  const fields: readonly (readonly [string, string | null])[] = [
    ['WARC-Type', content.kind],
    ['WARC-Record-ID', recordId(input)],
    ['WARC-Date', capturedAt],
    ['WARC-Target-URI', url],
    ['WARC-IP-Address', ip],
    ['WARC-Concurrent-To', concurrentTo ?? null],
    ['WARC-Payload-Digest', hasPayload ? `sha256:${sha256Hex(content.body)}` : null],
    ['WARC-Truncated', content.kind === 'response' && content.isCut === true ? 'unspecified' : null],
    ['Content-Type', typeOfBlock(content)],
    ['Content-Length', String(block.length)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${oneLine(value)}`]));
  return new Uint8Array(
    Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]),
  );
};

/** A `.warc.gz` file of the records: each is packed by itself, so that one can be read without the others. */
export const packedWarc = (records: readonly WarcInput[]): Uint8Array =>
  new Uint8Array(Buffer.concat(records.map((record) => gzipSync(warcRecord(record)))));
