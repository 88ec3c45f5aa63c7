import { lookup as systemLookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP, isIPv6 } from 'node:net';
import { isPrivateAddress } from './private-network.ts';

/** The `code` of the error for a host that leads into a private network. */
export const PRIVATE_CODE = 'EPRIVATE';

/** One request. */
export interface WebRequest {
  readonly signal: AbortSignal;
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly allowPrivate: boolean;
  readonly resolve: ((host: string) => Promise<readonly string[]>) | null;
  /** Whether the body of an answer with this status is of no use. */
  readonly skipsBody: (status: number) => boolean;
}

/** The answer to one request. */
export interface WebAnswer {
  readonly status: number;
  readonly reason: string;
  /** As they came, in order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The first header of that name (lower case), or null. */
  readonly header: (name: string) => string | null;
  /** Without chunks, with its content coding; empty when it was skipped. */
  readonly body: Uint8Array | 'too-large';
}

const refusal = (host: string): Error =>
  Object.assign(new Error(`${host} leads into a private network or this machine`), { code: PRIVATE_CODE });

const systemAddresses = async (host: string): Promise<readonly string[]> =>
  (await systemLookup(host, { all: true })).map(({ address }) => address);

/** Looks a host up for the connection itself, so that what was checked is what is connected to. */
const checkedLookup =
  ({ resolve, allowPrivate }: WebRequest): LookupFunction =>
  (host, { all }, callback) => {
    const found = (resolve ?? systemAddresses)(host).then((addresses) => {
      if (!allowPrivate && addresses.some(isPrivateAddress)) throw refusal(host);
      return addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    });
    found.then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined)
          callback(Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' }), '');
        else if (all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };

const pairs = (raw: readonly string[]): WebAnswer['headers'] =>
  Array.from({ length: Math.floor(raw.length / 2) }, (_, i) => [raw[2 * i] ?? '', raw[2 * i + 1] ?? '']);

const readBody = async (message: IncomingMessage, maxBytes: number): Promise<WebAnswer['body']> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    // Leaving the loop ends the connection.
    if (size > maxBytes) return 'too-large';
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
};

const answerOf = async (message: IncomingMessage, request: WebRequest): Promise<WebAnswer> => {
  const status = message.statusCode ?? 0;
  const headers = pairs(message.rawHeaders);
  const header = (name: string): string | null =>
    headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? null;
  const answer = { status, reason: message.statusMessage ?? '', headers, header };
  if (request.skipsBody(status) || Number(header('content-length') ?? 0) > request.maxBytes) {
    message.destroy();
    return { ...answer, body: request.skipsBody(status) ? new Uint8Array(0) : 'too-large' };
  }
  return { ...answer, body: await readBody(message, request.maxBytes) };
};

/**
 * Sends one GET request on a connection of its own; redirects are not followed.
 * Rejects with the system's error, with an `AbortError`, or with the code `PRIVATE_CODE`.
 */
export const requestOnce = (url: URL, request: WebRequest): Promise<WebAnswer> =>
  new Promise((resolve, reject) => {
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    // A literal address is never looked up, and so is checked here.
    if (isIP(literal) !== 0 && !request.allowPrivate && isPrivateAddress(literal)) {
      reject(refusal(literal));
      return;
    }
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const sent = send(url, {
      agent: false,
      headers: request.headers,
      signal: request.signal,
      lookup: checkedLookup(request),
    });
    sent.on('error', reject);
    sent.on('response', (message) => {
      message.on('error', reject);
      answerOf(message, request).then(resolve, reject);
    });
    sent.end();
  });
