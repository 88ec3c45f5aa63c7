import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** A local server that answers as told and remembers what it was asked. */
export interface BadServer {
  /** `http://127.0.0.1:PORT`. */
  readonly base: string;
  readonly port: number;
  /** The requests, `robots.txt` included. */
  readonly asked: IncomingMessage[];
  /** What `robots.txt` answers; 404 when null. */
  robots: Answer | null;
  readonly close: () => Promise<void>;
}

/** Answers one request; `n` counts the requests for this path from 1. */
export type Answer = (response: ServerResponse, request: IncomingMessage, n: number) => void;

const html = { 'content-type': 'text/html; charset=utf-8' };
const BOMB = Buffer.alloc(2_000_000, 0x20);

/** Sends bytes as they are, past the server's own idea of HTTP, and ends. */
const raw =
  (...parts: readonly string[]): Answer =>
  (response) => {
    const socket = response.socket as Socket;
    for (const part of parts) socket.write(part);
    socket.end();
  };

const packed =
  (coding: string, body: Uint8Array): Answer =>
  (response) =>
    void response.writeHead(200, { ...html, 'content-encoding': coding }).end(body);

const to =
  (location: string, status = 302): Answer =>
  (response) =>
    void response.writeHead(status, { location }).end();

const typed =
  (type: string, body: string | Uint8Array): Answer =>
  (response) =>
    void response.writeHead(200, type === '' ? {} : { 'content-type': type }).end(body);

const failsTwice =
  (status: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response, _, n) =>
    void (n < 3
      ? response.writeHead(status, headers).end()
      : response.writeHead(200, html).end('<p>calm again'));

/** A good answer, and a bad one in every way we know of. */
export const ANSWERS: Readonly<Record<string, Answer>> = {
  '/page': typed(
    'text/html; charset=windows-1251',
    Buffer.from([0x3c, 0x70, 0x3e, 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0x97]),
  ),
  '/second': typed('text/html', '<p>second'),
  '/chunked': (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write('<p>one ');
    response.end('two 𝕏');
  },
  '/gzip': packed('gzip', gzipSync('<p>packed')),
  '/br': packed('br', brotliCompressSync('<p>packed')),
  '/deflate': packed('deflate', deflateSync('<p>packed')),
  '/deflate-raw': packed('deflate', deflateRawSync('<p>packed')),
  '/gzip-lie': packed('gzip', Buffer.from('<p>not packed')),
  '/gzip-cut': packed('gzip', gzipSync('<p>packed and cut'.repeat(99)).subarray(0, 40)),
  '/zstd': packed('zstd', Buffer.from('(\xb5/\xfd', 'latin1')),
  '/bomb-gzip': packed('gzip', gzipSync(BOMB)),
  '/bomb-br': packed('br', brotliCompressSync(BOMB)),
  '/bomb-deflate': packed('deflate', deflateSync(BOMB)),
  '/charset-lie': typed(
    'text/html; charset=utf-8',
    Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><p>'),
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
    ]),
  ),
  '/silent': typed('', '<!doctype html><p>told from its bytes'),
  '/silent-noise': typed('application/octet-stream', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7])),
  '/image': typed('image/png', 'x'),
  '/video': typed('video/mp4', 'x'),
  '/feed': typed(
    'application/rss+xml',
    '<?xml version="1.0"?><rss version="2.0"><channel><title>a</title></channel></rss>',
  ),
  '/json-feed': typed(
    'application/feed+json; charset=utf-8',
    '{"version":"https://jsonfeed.org/version/1.1"}',
  ),
  '/moved': to('/page', 301),
  '/moved-far': to('/hop1'),
  '/loop': to('/loop'),
  '/ping': to('/pong', 307),
  '/pong': to('/ping', 308),
  ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`/hop${i}`, to(`/hop${i + 1}`)])),
  '/nowhere': (response) => void response.writeHead(301).end(),
  '/to-nonsense': to('http://[half'),
  '/to-file': to('file:///etc/hostname'),
  '/to-ftp': to('ftp://harbour.example/a'),
  '/to-data': to('data:text/html,<p>a'),
  '/to-password': to('http://ada:secret@harbour.example/'),
  '/login': (response) => void response.writeHead(403).end('no'),
  '/gone': (response) => void response.writeHead(410).end(),
  '/broken': (response) => void response.writeHead(500).end(),
  '/teapot': (response) => void response.writeHead(418).end(),
  '/unasked-304': (response) => void response.writeHead(304).end(),
  '/partial': (response) => void response.writeHead(206, html).end('<p>half'),
  '/never': () => undefined,
  '/stalls': (response) => void response.writeHead(200, html).write('<p>'),
  '/half-head': (response) => void (response.socket as Socket).write('HTTP/1.1 200 OK\r\nContent-Ty'),
  '/drips': (response) => {
    response.writeHead(200, html);
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/large': (response) => {
    const body = `<p>${'x'.repeat(5_000)}`;
    response.writeHead(200, { ...html, 'content-length': String(body.length) }).end(body);
  },
  '/large-said': (response) =>
    void response.writeHead(200, { ...html, 'content-length': '999999999999' }).write('<p>'),
  '/grows': (response) => {
    response.writeHead(200, html);
    for (let i = 0; i < 50; i++) response.write('x'.repeat(100));
    response.end();
  },
  '/busy': failsTwice(503),
  '/gateway': failsTwice(502),
  '/too-often': failsTwice(429, { 'retry-after': '7' }),
  '/too-often-long': failsTwice(429, { 'retry-after': '86400' }),
  '/always-busy': (response) => void response.writeHead(503).end(),
  '/hangs-up': (_, request) => void request.socket.destroy(),
  '/hangs-up-once': (response, request, n) =>
    void (n === 1 ? request.socket.destroy() : response.writeHead(200, html).end('<p>calm again')),
  '/reset-midway': (response, _, n) => {
    if (n > 1) return void response.writeHead(200, html).end('<p>calm again');
    response.writeHead(200, { ...html, 'content-length': '1000' });
    response.write('<p>half', () => (response.socket as Socket).resetAndDestroy());
  },
  '/chunks-cut': raw(
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\nff\r\nhalf',
  ),
  '/chunks-bad': raw(
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<p>ab\r\n',
  ),
  '/length-long': raw('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<p>short'),
  '/length-short': raw(
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 8\r\n\r\n<p>shortHTTP/1.1 200 OK\r\n\r\n',
  ),
  '/length-twice': raw('HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\n<p>ab'),
  '/length-and-chunks': raw(
    'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\n0\r\n\r\n',
  ),
  '/head-bad': raw('HTTP/1.1 200 OK\r\nBad Header\x01: a\r\nno colon\r\n\r\n<p>a'),
  '/head-huge': raw(`HTTP/1.1 200 OK\r\nX-A: ${'a'.repeat(200_000)}\r\n\r\n<p>a`),
  '/head-many': raw(`HTTP/1.1 200 OK\r\n${'X-A: aaaaaaaaaa\r\n'.repeat(20_000)}\r\n<p>a`),
  '/no-http': raw('SSH-2.0-OpenSSH_9.2\r\n'),
  '/cookie': (response) =>
    void response.writeHead(302, { location: '/cookie-end', 'set-cookie': 'session=secret' }).end(),
  '/cookie-end': (response) =>
    void response.writeHead(200, { ...html, 'set-cookie': 'session=secret2' }).end('<p>no key'),
  '/tagged': (response, request) =>
    void (request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] !== undefined
      ? response.writeHead(304).end()
      : response
          .writeHead(200, { ...html, etag: '"v1"', 'last-modified': 'Wed, 14 May 2031 10:00:00 GMT' })
          .end('<p>tagged')),
};

/** An answer of a page that takes `ms`, and the most of them that were on their way at once. */
export const slowAnswer = (ms: number): { readonly answer: Answer; readonly most: () => number } => {
  let open = 0;
  let most = 0;
  const answer: Answer = (response) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.writeHead(200, { 'content-type': 'text/plain' }).end('a page of words');
    }, ms);
  };
  return { answer, most: () => most };
};

/** Starts a server at 127.0.0.1 that answers `answers`, and 404 else. */
export const startBadServer = async (
  answers: Readonly<Record<string, Answer>> = ANSWERS,
): Promise<BadServer> => {
  const counts = new Map<string, number>();
  const asked: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request);
    const path = (request.url ?? '').split('?')[0] ?? '';
    const n = (counts.get(path) ?? 0) + 1;
    counts.set(path, n);
    response.on('error', () => undefined);
    request.socket.on('error', () => undefined);
    const answer = path === '/robots.txt' ? here.robots : answers[path];
    if (answer === undefined || answer === null) response.writeHead(404).end();
    else answer(response, request, n);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const here: BadServer = {
    base: `http://127.0.0.1:${port}`,
    port,
    asked,
    robots: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return here;
};
