/** Archives written for the tests, byte by byte, so that each part can be wrong. */

/** An HTTP answer. */
export const http = (body: string | Buffer, headers: readonly string[] = [], status = '200 OK'): Buffer =>
  Buffer.concat([Buffer.from([`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n')), Buffer.from(body)]);

/** A record of an archive; `length` is what it declares. */
export const record = (
  type: string,
  url: string,
  block: Buffer,
  more: readonly string[] = [],
  length = block.length,
): Buffer =>
  Buffer.concat([
    Buffer.from(
      [
        'WARC/1.0',
        `WARC-Type: ${type}`,
        `WARC-Target-URI: ${url}`,
        'WARC-Date: 2020-03-03T06:12:00Z',
        `Content-Type: ${type === 'response' ? 'application/http; msgtype=response' : 'text/html'}`,
        `Content-Length: ${length}`,
        ...more,
        '',
        '',
      ].join('\r\n'),
    ),
    block,
    Buffer.from('\r\n\r\n'),
  ]);

export const HTML: readonly string[] = ['Content-Type: text/html; charset=utf-8'];
/** The record of a page. */
export const page = (n: number): Buffer =>
  record('response', `https://x.example/${n}`, http(`<html><p>page ${n} — 𝕏`, HTML));
