import type { ErrorCode } from '../model/error.ts';
import type { AcquireFailure } from './acquired.ts';
import { failure } from './acquired.ts';
import { PRIVATE_CODE } from './web-guard.ts';
import type { Passing } from './web-retry.ts';

const BY_HAND = 'save the page by hand and add the file';

/** Errors of a connection that may not come again. */
const PASSING_ERRORS: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  // The answer broke off before it was as long as it said.
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_SOCKET',
]);
const PASSING_STATUS: ReadonlySet<number> = new Set([429, 502, 503, 504]);

const ERRORS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOTFOUND: ['fetch-failed', 'there is no such host; check the address'],
  UND_ERR_CONNECT_TIMEOUT: ['fetch-failed', 'no connection came about in time; try again later'],
  UND_ERR_HEADERS_TIMEOUT: [
    'fetch-failed',
    'the server took the question and did not answer; try again later',
  ],
  UND_ERR_BODY_TIMEOUT: ['fetch-failed', 'the answer stopped midway; try again later'],
  UND_ERR_HEADERS_OVERFLOW: ['fetch-failed', `the headers of its answer are too large; ${BY_HAND}`],
};

const STATUSES: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  401: ['permission', 'it asks for a login'],
  402: ['permission', 'it asks for payment'],
  403: ['permission', 'it refuses access'],
  404: ['not-found', 'there is no such page'],
  410: ['not-found', 'the page is gone'],
  429: ['fetch-failed', 'it has been asked too often'],
  451: ['permission', 'it may not show the page for legal reasons'],
};

/** The failure for an error that a request ended with. */
export const failureOfError = (address: string, host: string, error: unknown): AcquireFailure | Passing => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = error instanceof Error && error.message !== '' ? error.message : code || String(error);
  if (code === PRIVATE_CODE)
    return failure(
      address,
      'private-address',
      `${why}; such addresses are fetched only when that is allowed (--allow-private)`,
    );
  // The class of undici is no export, and its code is not always set.
  if (error instanceof Error && error.name === 'HTTPParserError')
    return failure(address, 'fetch-failed', `what it answers is no HTTP (${why}); ${BY_HAND}`);
  if (/^(?:CERT|UNABLE|SELF_SIGNED|DEPTH_ZERO|ERR_TLS)_/.test(code))
    return failure(address, 'fetch-failed', `its certificate is not to be trusted (${why}); ${BY_HAND}`);
  if (/^(?:EPROTO$|ERR_SSL_)/.test(code))
    return failure(
      address,
      'fetch-failed',
      `no secure connection came about (${code}); does it begin with http://?`,
    );
  const [known, message] = ERRORS[code] ?? [
    'fetch-failed',
    `the connection failed (${why}); try again later`,
  ];
  const failed = failure(address, known, message);
  return PASSING_ERRORS.has(code) ? { ok: 'again', failure: failed, host, retryAfterMs: null } : failed;
};

/** The failure for an answer without the page. */
export const failureOfStatus = (
  address: string,
  host: string,
  status: number,
  retryAfterMs: number | null,
): AcquireFailure | Passing => {
  const [code, what] = STATUSES[status] ?? ['fetch-failed', 'it does not give the page'];
  if (!PASSING_STATUS.has(status)) return failure(address, code, `${what} (status ${status}); ${BY_HAND}`);
  const when =
    retryAfterMs === null ? 'try again later' : `it says: again in ${Math.ceil(retryAfterMs / 1_000)} s`;
  const failed = failure(address, code, `${what} (status ${status}); ${when}`);
  return { ok: 'again', failure: failed, host, retryAfterMs };
};

/** The failure for what a host wants no program to fetch. */
export const failureOfRobots = (address: string, host: string): AcquireFailure =>
  failure(
    address,
    'robots-disallowed',
    `the robots.txt of ${host} asks programs not to fetch this; ${BY_HAND}, or use --ignore-robots if you may`,
  );

/** The failure for a host whose wishes cannot be known: RFC 9309 forbids to fetch anything from it. */
export const failureOfNoRobots = (address: string, host: string, status: number): AcquireFailure =>
  failure(
    address,
    'robots-disallowed',
    `${host} does not give its robots.txt (status ${status}), so nothing is fetched from it; try again later, or ${BY_HAND}`,
  );
