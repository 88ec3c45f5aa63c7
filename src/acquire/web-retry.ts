import type { AcquireFailure } from './acquired.ts';
import type { HostGate, WebClock } from './web-hosts.ts';

/** Tries in all, the first included. */
export const TRIES = 4;
/** Before the second try; doubled for each further one. */
const FIRST_WAIT_MS = 1_000;
/** A server that asks for a longer rest is not asked again in this run. */
export const LONGEST_WAIT_MS = 60_000;

/** A failure that a later try may not meet. */
export interface Passing {
  readonly ok: 'again';
  readonly failure: AcquireFailure;
  /** The host that failed. */
  readonly host: string;
  /** How long it asked to be left alone, in milliseconds; null when it did not say. */
  readonly retryAfterMs: number | null;
}

/** Milliseconds that a `Retry-After` header asks for (seconds, or a date after `now`), or null when it says nothing. */
export const readRetryAfter = (value: string | null, now: number): number | null => {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  // Only what RFC 9110 calls a date: `Date.parse` reads far more than that.
  const date = /^[A-Z][a-z]{2,8}, .{10,30} GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
};

/**
 * How long to wait after the n-th failed try (from 1): 1, 2, 4 s and up to half as much again, so that many who failed
 * together do not come back together; or what the server asked for, when that is longer.
 */
export const waitAfter = (n: number, { retryAfterMs }: Passing, { random }: WebClock): number =>
  Math.max(retryAfterMs ?? 0, FIRST_WAIT_MS * 2 ** (n - 1) * (1 + random() / 2));

/**
 * Tries up to four times. Between tries nothing goes to the host that failed; the waiting is done by the gate. Ends at once
 * when the server asks for a rest of more than a minute.
 */
export const withRetries = async <T extends object>(
  attempt: () => Promise<T | Passing>,
  { gate, clock }: { readonly gate: HostGate; readonly clock: WebClock },
): Promise<T | AcquireFailure> => {
  for (let n = 1; ; n++) {
    const result = await attempt();
    if (!isPassing(result)) return result;
    const wait = waitAfter(n, result, clock);
    if (n >= TRIES || wait > LONGEST_WAIT_MS) return result.failure;
    gate.rest(result.host, wait);
  }
};

const isPassing = (result: object): result is Passing => 'ok' in result && result.ok === 'again';
