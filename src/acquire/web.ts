import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../model/brand.ts';
import type { ErrorCode } from '../model/error.ts';
import type { AcquireFailure } from './acquired.ts';
import { failure } from './acquired.ts';
import { typeOf } from './headers.ts';
import type { Limits } from './limits.ts';
import { DEFAULT_LIMITS, inMiB } from './limits.ts';
import { sniff } from './sniff.ts';
import { warcRecord } from './warc-write.ts';
import type { WebAnswer, WebRequest } from './web-request.ts';
import { PRIVATE_CODE, requestOnce } from './web-request.ts';

/** How pages are fetched. */
export interface FetchOptions {
  /** The `User-Agent` that is sent. */
  readonly agent: string;
  readonly now: () => Instant;
  readonly limits?: Limits;
  /** Whether addresses of this machine and of private networks may be asked; false when absent. */
  readonly allowPrivate?: boolean;
  readonly signal?: AbortSignal;
  /** For the whole of one try, redirects and body included; 30,000 when absent. */
  readonly timeoutMs?: number;
  /** How long to wait before the one second try; 1,000 when absent. */
  readonly retryMs?: number;
  /** The IP addresses of a host; the system's resolver when absent. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

/** A page as fetched: one WARC record, to be written to a file and read by `acquirePath`. */
export interface Fetched {
  readonly ok: true;
  /** The address that answered in the end. */
  readonly url: string;
  readonly record: Uint8Array;
}

const REDIRECTS = 5;
const TIMEOUT_MS = 30_000;
const RETRY_MS = 1_000;
const REDIRECT_STATUS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PASSING_STATUS: ReadonlySet<number> = new Set([502, 503, 504]);
const PAGE_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'text/plain']);
/** What servers say when they do not know: the bytes decide. */
const SILENT_TYPES: ReadonlySet<string> = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/** A failure that a second try may not meet. */
interface Passing {
  readonly ok: 'again';
  readonly failure: AcquireFailure;
}

/**
 * An address that may be fetched, or why not: `http:` and `https:` only, and no user name or password, which the record
 * would keep.
 */
export const readAddress = (address: string): URL | string => {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return 'this is no address; give one that begins with https:// or http://';
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return 'only addresses that begin with https:// or http:// are fetched';
  if (url.username !== '' || url.password !== '')
    return 'the address holds a user name or password, which the record would keep; take it out';
  url.hash = '';
  return url;
};

/**
 * Fetches one page, and nothing that belongs to it (pictures, styles, scripts; `robots.txt` is not asked for: the address
 * was given by a person). Follows five redirects, each checked like the first address. A host's IP addresses are looked up
 * once and checked, and the connection goes to one of those, so that a name cannot lead elsewhere between check and
 * connection. A proxy of the environment is not used. Tries once more when the connection breaks or the server is busy.
 * Never throws.
 */
export const fetchPage = async (
  address: string,
  options: FetchOptions,
): Promise<Fetched | AcquireFailure> => {
  const first = await tryOnce(address, options);
  if (first.ok !== 'again') return first;
  try {
    await pause(options.retryMs ?? RETRY_MS, undefined, { signal: options.signal });
  } catch {
    return failure(address, 'fetch-failed', 'stopped');
  }
  const second = await tryOnce(address, options);
  return second.ok === 'again' ? second.failure : second;
};

const tryOnce = async (
  address: string,
  options: FetchOptions,
): Promise<Fetched | AcquireFailure | Passing> => {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
  try {
    return await follow(address, options, signal);
  } catch (error) {
    if (options.signal?.aborted === true) return failure(address, 'fetch-failed', 'stopped');
    if (timeout.aborted)
      return failure(
        address,
        'fetch-failed',
        `there was no whole answer within ${timeoutMs / 1_000} s; try again later`,
      );
    return connectionFailure(address, error);
  }
};

const connectionFailure = (address: string, error: unknown): AcquireFailure | Passing => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = error instanceof Error ? error.message : String(error);
  if (code === PRIVATE_CODE)
    return failure(address, 'fetch-failed', `${why}; such addresses are not fetched`);
  if (code === 'ENOTFOUND')
    return failure(address, 'fetch-failed', 'there is no such host; check the address');
  const broken = failure(address, 'fetch-failed', `the connection failed (${why}); try again later`);
  return { ok: 'again', failure: broken };
};

const requestFor = (options: FetchOptions, signal: AbortSignal): WebRequest => ({
  signal,
  headers: {
    'user-agent': options.agent,
    accept: 'text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1',
    'accept-encoding': 'gzip, identity;q=0.5',
  },
  maxBytes: (options.limits ?? DEFAULT_LIMITS).pageBytes,
  allowPrivate: options.allowPrivate ?? false,
  resolve: options.resolve ?? null,
  skipsBody: (status) => status !== 200,
});

/** Where a redirect leads; null when it does not say, or says nothing that can be read. */
const targetOf = (url: URL, answer: WebAnswer): string | null => {
  const location = answer.header('location');
  return location !== null && URL.canParse(location, url.href) ? new URL(location, url).href : null;
};

const follow = async (
  address: string,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched | AcquireFailure | Passing> => {
  let next = address;
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const url = readAddress(next);
    if (typeof url === 'string')
      return hop === 0
        ? failure(address, 'usage', url)
        : failure(address, 'fetch-failed', `it redirects elsewhere: ${url}`);
    const answer = await requestOnce(url, requestFor(options, signal));
    if (!REDIRECT_STATUS.has(answer.status)) return judge(address, url, answer, options);
    const target = targetOf(url, answer);
    if (target === null)
      return failure(address, 'fetch-failed', `it answers ${answer.status} without saying where to go`);
    next = target;
  }
  return failure(address, 'fetch-failed', `it redirects more than ${REDIRECTS} times`);
};

const CODE_OF_STATUS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  401: ['permission', 'it asks for a login'],
  402: ['permission', 'it asks for payment'],
  403: ['permission', 'it refuses access'],
  404: ['not-found', 'there is no such page'],
  410: ['not-found', 'the page is gone'],
};

const judge = (
  address: string,
  url: URL,
  answer: WebAnswer,
  options: FetchOptions,
): Fetched | AcquireFailure | Passing => {
  if (answer.status !== 200) {
    const [code, what] = CODE_OF_STATUS[answer.status] ?? ['fetch-failed', 'it does not give the page'];
    const failed = failure(
      address,
      code,
      `${what} (status ${answer.status}); save the page by hand and add the file`,
    );
    return PASSING_STATUS.has(answer.status) ? { ok: 'again', failure: failed } : failed;
  }
  const limits = options.limits ?? DEFAULT_LIMITS;
  if (answer.body === 'too-large')
    return failure(
      address,
      'too-large',
      `the page is larger than the ${inMiB(limits.pageBytes)} read of one page`,
    );
  const content = contentOf(answer, answer.body);
  if (content === null)
    return failure(
      address,
      'unsupported-format',
      `this is ${typeOf(answer.header('content-type') ?? undefined) || 'of no known type'}, not a page`,
    );
  return {
    ok: true,
    url: url.href,
    record: warcRecord({ url: url.href, capturedAt: options.now(), content }),
  };
};

const contentOf = (
  answer: WebAnswer,
  body: Uint8Array,
): Parameters<typeof warcRecord>[0]['content'] | null => {
  const type = typeOf(answer.header('content-type') ?? undefined);
  const { status, reason, headers } = answer;
  if (PAGE_TYPES.has(type)) return { kind: 'response', status, reason, headers, body };
  // An archive tells a page by its declared type: one that is told from the bytes has to be written down.
  if (!SILENT_TYPES.has(type) || answer.header('content-encoding') !== null) return null;
  const seen = sniff(body).kind;
  if (seen === 'html') return { kind: 'resource', mediaType: 'text/html', body };
  return seen === 'plain' ? { kind: 'resource', mediaType: 'text/plain', body } : null;
};
