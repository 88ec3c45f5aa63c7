import type { Instant } from '../model/brand.ts';
import { sha256Hex } from './digest.ts';

/** What a WARC record keeps of a fetched page. */
export interface WarcInput {
  /** The address that was answered, after redirects. */
  readonly url: string;
  readonly capturedAt: Instant;
  /**
   * `response`: the whole HTTP answer; `resource`: a body alone, of a media type that was told from its bytes because the
   * answer named none.
   */
  readonly content:
    | {
        readonly kind: 'response';
        readonly status: number;
        readonly reason: string;
        /** Names and values in the order they came. */
        readonly headers: readonly (readonly [name: string, value: string])[];
        /** As it was sent: with its content coding, without chunks. */
        readonly body: Uint8Array;
      }
    | { readonly kind: 'resource'; readonly mediaType: string; readonly body: Uint8Array };
}

/** The body is kept without its chunks, so a header that says it is chunked would be untrue. */
const DROPPED: ReadonlySet<string> = new Set(['transfer-encoding']);

/** A line break in a value would begin another header. */
const oneLine = (value: string): string => value.replace(/[\r\n]+/g, ' ');

const httpHead = (content: WarcInput['content'] & { kind: 'response' }): Buffer => {
  const headers = content.headers.filter(([name]) => !DROPPED.has(name.toLowerCase()));
  const lines = [
    `HTTP/1.1 ${content.status} ${oneLine(content.reason)}`,
    ...headers.map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}`),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
};

/** A name for the record that is the same for the same capture: its address, moment and body. */
const recordId = ({ url, capturedAt }: WarcInput, digest: string): string => {
  const hex = sha256Hex(Buffer.from(`${url}\n${capturedAt}\n${digest}`));
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
  const { url, capturedAt, content } = input;
  const isResponse = content.kind === 'response';
  const block = isResponse ? Buffer.concat([httpHead(content), content.body]) : Buffer.from(content.body);
  const digest = sha256Hex(content.body);
  const head = [
    'WARC/1.1',
    `WARC-Type: ${content.kind}`,
    `WARC-Record-ID: ${recordId(input, digest)}`,
    `WARC-Date: ${capturedAt}`,
    `WARC-Target-URI: ${oneLine(url)}`,
    `WARC-Payload-Digest: sha256:${digest}`,
    `Content-Type: ${isResponse ? 'application/http; msgtype=response' : oneLine(content.mediaType)}`,
    `Content-Length: ${block.length}`,
  ];
  return new Uint8Array(
    Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]),
  );
};
