import type { Instant } from '../model/brand.ts';
import type { AcquireFailure } from './acquired.ts';
import { failure } from './acquired.ts';
import type { Limits } from './limits.ts';
import { failureOfError } from './web-failure.ts';
import type { Resolve } from './web-guard.ts';
import type { HostGate, Turn, WebClock } from './web-hosts.ts';
import type { Patience, WebAnswer, WebRequest } from './web-request.ts';
import { requestOnce } from './web-request.ts';
import type { Passing } from './web-retry.ts';

/** What a server said about a page when it gave it, to be asked whether it has changed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** How pages are fetched. */
export interface FetchOptions {
  /** The `User-Agent` that is sent. */
  readonly agent: string;
  readonly now: () => Instant;
  readonly limits?: Limits;
  /** Whether addresses of this machine and of private networks may be asked; false when absent. */
  readonly allowPrivate?: boolean;
  /** Whether what `robots.txt` forbids is fetched all the same; false when absent. */
  readonly ignoreRobots?: boolean;
  readonly signal?: AbortSignal;
  /** For the whole of one try, redirects and body included, waiting for the host not counted; 30,000 when absent. */
  readonly timeoutMs?: number;
  /** For the parts of a request; `patienceFor` when absent. */
  readonly patience?: Patience;
  /** Between two pages of a host; 1,000 when absent. */
  readonly delayMs?: number;
  /** The IP addresses of a host; the system's resolver when absent. */
  readonly resolve?: Resolve;
  readonly clock?: WebClock;
  /** What is known of an address from when it was fetched before. */
  readonly known?: (url: string) => Validators | null;
}

/** As many redirects are followed as RFC 9309 asks for. */
export const REDIRECTS = 5;
/** For one try, when nothing else is said. */
export const TIMEOUT_MS = 30_000;

/** A third of the time to connect, two thirds to the last header, half of it between parts of the body; never less than in 30 s. */
const patienceFor = (timeoutMs: number): Patience => {
  const whole = Math.max(timeoutMs, TIMEOUT_MS);
  return { connectMs: whole / 3, headersMs: (whole * 2) / 3, idleMs: whole / 2 };
};

/** Where to go instead is in the header `Location`. */
export const REDIRECT_STATUS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What all requests of a run share. */
export interface Shared {
  readonly options: FetchOptions;
  readonly gate: HostGate;
  readonly clock: WebClock;
}

/** One try at an address; `leftMs` is what is left of its time. */
export interface Try {
  readonly address: string;
  leftMs: number;
}

/** What requests for pages and for `robots.txt` differ in. */
export type Special = Pick<WebRequest, 'maxBytes' | 'longer' | 'headers' | 'skipsBody'>;

/** Sends one request when it is its turn. Never throws. */
export const send = async (
  { options, gate, clock }: Shared,
  current: Try,
  url: URL,
  turn: Turn,
  special: Special,
): Promise<WebAnswer | AcquireFailure | Passing> => {
  const { address } = current;
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  let timeout: AbortSignal | null = null;
  try {
    return await gate.turn(url.hostname, turn, async () => {
      const start = clock.now();
      timeout = AbortSignal.timeout(Math.max(1, Math.ceil(current.leftMs)));
      const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
      const { allowPrivate = false, resolve = null, patience = patienceFor(timeoutMs) } = options;
      try {
        return await requestOnce(url, { ...special, signal, allowPrivate, resolve, patience });
      } finally {
        current.leftMs -= clock.now() - start;
      }
    });
  } catch (error) {
    if (options.signal?.aborted === true) return failure(address, 'fetch-failed', 'stopped');
    if ((timeout as AbortSignal | null)?.aborted === true)
      return failure(
        address,
        'fetch-failed',
        `there was no whole answer within ${timeoutMs / 1_000} s; try again later`,
      );
    return failureOfError(address, url.hostname, error);
  }
};

/** Whether there is an answer, of whatever status. */
export const isAnswer = (result: WebAnswer | AcquireFailure | Passing): result is WebAnswer =>
  'status' in result;

/** Where a redirect leads; null when it does not say, or says nothing that can be read. */
export const targetOf = (url: URL, answer: WebAnswer): string | null => {
  const location = answer.header('location');
  return location !== null && URL.canParse(location, url.href) ? new URL(location, url).href : null;
};
