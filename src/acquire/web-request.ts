import { Client } from 'undici';
import type { Resolve } from './web-guard.ts';
import { guardedConnector } from './web-guard.ts';

/** One request. */
export interface WebRequest {
  readonly signal: AbortSignal;
  readonly headers: Readonly<Record<string, string>>;
  /** The most bytes of a body that are read, before its content coding is undone. */
  readonly maxBytes: number;
  /** What becomes of a longer body: it is given up, or cut there. */
  readonly longer: 'refuse' | 'cut';
  readonly allowPrivate: boolean;
  readonly resolve: Resolve | null;
  /** Whether the body of an answer with this status is of no use. */
  readonly skipsBody: (status: number) => boolean;
  readonly patience: Patience;
}

/** How long the parts of one request may take, in milliseconds. */
export interface Patience {
  readonly connectMs: number;
  /** Until the last header. */
  readonly headersMs: number;
  /** Between two parts of the body. */
  readonly idleMs: number;
}

/** Header names and values as they came, in order. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** The answer to one request. */
export interface WebAnswer {
  readonly url: string;
  readonly status: number;
  readonly reason: string;
  readonly headers: HeaderList;
  /** The first header of that name (lower case), or null. */
  readonly header: (name: string) => string | null;
  /** Without chunks, with its content coding; empty when it was skipped. */
  readonly body: Uint8Array | 'too-large';
  readonly isBodySkipped: boolean;
  /** The IP address that answered. */
  readonly ip: string | null;
  /** What was sent. */
  readonly sent: HeaderList;
}

/** More than the 16 KiB that Node takes: news sites send long lists of where their scripts may come from. */
const HEADER_BYTES = 64 * 1024;

const pairs = (raw: readonly string[]): HeaderList =>
  Array.from({ length: Math.floor(raw.length / 2) }, (_, i) => [raw[2 * i] ?? '', raw[2 * i + 1] ?? '']);

/** The first header of that name (lower case), or null. */
export const headerIn = (headers: HeaderList, name: string): string | null =>
  headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? null;

const readBody = async (
  body: AsyncIterable<Buffer>,
  { maxBytes, longer }: WebRequest,
): Promise<WebAnswer['body']> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    parts.push(part);
    // Leaving the loop ends the connection.
    if (size > maxBytes && longer === 'refuse') return 'too-large';
    if (size > maxBytes) break;
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, maxBytes));
};

const clientFor = (url: URL, request: WebRequest, onConnected: (ip: string | null) => void): Client => {
  const { allowPrivate, resolve, patience } = request;
  return new Client(url.origin, {
    connect: guardedConnector({ allowPrivate, resolve, connectMs: patience.connectMs, onConnected }),
    maxHeaderSize: HEADER_BYTES,
    headersTimeout: patience.headersMs,
    bodyTimeout: patience.idleMs,
  });
};

const askOnce = async (client: Client, url: URL, request: WebRequest): Promise<Omit<WebAnswer, 'ip'>> => {
  const { statusCode, statusText, ...answer } = await client.request({
    method: 'GET',
    path: `${url.pathname}${url.search}`,
    headers: request.headers,
    signal: request.signal,
    reset: true,
    responseHeaders: 'raw',
  });
  // With `raw` these are strings by turns, which the types do not say.
  const headers = pairs(answer.headers as unknown as readonly string[]);
  const header = (name: string): string | null => headerIn(headers, name);
  const sent: HeaderList = [['host', url.host], ['connection', 'close'], ...Object.entries(request.headers)];
  const isBodySkipped = request.skipsBody(statusCode);
  const told = {
    url: url.href,
    status: statusCode,
    reason: statusText,
    headers,
    header,
    isBodySkipped,
    sent,
  };
  const isLong = request.longer === 'refuse' && Number(header('content-length') ?? 0) > request.maxBytes;
  if (!isBodySkipped && !isLong) return { ...told, body: await readBody(answer.body, request) };
  answer.body.on('error', () => undefined).destroy();
  return { ...told, body: isBodySkipped ? new Uint8Array(0) : 'too-large' };
};

/**
 * Sends one GET request on a connection of its own; redirects are not followed, cookies neither kept nor sent, a proxy of
 * the environment is not used. Rejects with the system's or undici's error, with an `AbortError`, or with `PRIVATE_CODE`.
 */
export const requestOnce = async (url: URL, request: WebRequest): Promise<WebAnswer> => {
  let ip: string | null = null;
  const client = clientFor(url, request, (connected) => {
    ip = connected;
  });
  try {
    const answer = await askOnce(client, url, request);
    return { ...answer, ip };
  } finally {
    await client.destroy();
  }
};
