import type { AcquireFailure } from './acquired.ts';
import { failure } from './acquired.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readAddress } from './web-address.ts';
import type { FetchedPage, Hop } from './web-answer.ts';
import { ACCEPT, pageOfAnswer } from './web-answer.ts';
import { CODINGS } from './web-coding.ts';
import { failureOfRobots, failureOfStatus } from './web-failure.ts';
import { createHostGate, SYSTEM_CLOCK } from './web-hosts.ts';
import type { WebAnswer } from './web-request.ts';
import type { Passing } from './web-retry.ts';
import { readRetryAfter, withRetries } from './web-retry.ts';
import type { RobotRules, RobotsAsk } from './web-robots.ts';
import { FREE, rememberRobots } from './web-robots.ts';
import { askRobots } from './web-robots-ask.ts';
import type { FetchOptions, Shared, Try } from './web-send.ts';
import { isAnswer, REDIRECT_STATUS, REDIRECTS, send, TIMEOUT_MS, targetOf } from './web-send.ts';

/** A page that is as it was when `known` was told of it. */
export interface Unchanged {
  readonly ok: true;
  readonly kind: 'unchanged';
  readonly url: string;
}

/** Fetches pages; remembers what hosts want and when they were last asked. */
export interface Fetcher {
  /** Never throws. */
  readonly fetch: (address: string) => Promise<FetchedPage | Unchanged | AcquireFailure>;
}

const DELAY_MS = 1_000;

/** What all fetches of a run share. */
interface Run extends Shared {
  readonly robots: RobotsAsk;
}

const pageHeaders = ({ agent, known }: FetchOptions, url: URL): Readonly<Record<string, string>> => {
  const before = known?.(url.href) ?? null;
  return {
    'user-agent': agent,
    accept: ACCEPT,
    'accept-encoding': CODINGS,
    ...(before?.etag == null ? {} : { 'if-none-match': before.etag }),
    ...(before?.lastModified == null ? {} : { 'if-modified-since': before.lastModified }),
  };
};

/** Checks an address and asks for it, if the host allows. */
const askPage = async (
  run: Run,
  current: Try,
  url: URL,
  isNewHost: boolean,
): Promise<WebAnswer | AcquireFailure | Passing> => {
  const { options, robots } = run;
  const rules = options.ignoreRobots === true ? FREE : await robots(url);
  if ('ok' in rules) return { ...rules, path: current.address };
  if (!rules.allows(url.href)) return failureOfRobots(current.address, url.host);
  const gapMs = isNewHost ? Math.max(options.delayMs ?? DELAY_MS, rules.delayMs) : 0;
  return send(
    run,
    current,
    url,
    { gapMs, isCounted: true },
    {
      headers: pageHeaders(options, url),
      maxBytes: (options.limits ?? DEFAULT_LIMITS).pageBytes,
      longer: 'refuse',
      skipsBody: (status) => status !== 200,
    },
  );
};

const follow = async (
  run: Run,
  address: string,
): Promise<FetchedPage | Unchanged | AcquireFailure | Passing> => {
  const current: Try = { address, leftMs: run.options.timeoutMs ?? TIMEOUT_MS };
  const hops: Hop[] = [];
  const seen = new Set<string>();
  let host: string | null = null;
  let next = address;
  while (hops.length <= REDIRECTS) {
    const url = readAddress(next);
    if (typeof url === 'string')
      return hops.length === 0
        ? failure(address, 'usage', url)
        : failure(address, 'fetch-failed', `it redirects elsewhere: ${url}`);
    if (seen.has(url.href)) return failure(address, 'fetch-failed', 'it redirects in a circle');
    seen.add(url.href);
    const answer = await askPage(run, current, url, url.hostname !== host);
    if (!isAnswer(answer)) return answer;
    const hop: Hop = { answer, at: run.options.now() };
    if (!REDIRECT_STATUS.has(answer.status)) return judge(run, address, hops, hop);
    const target = targetOf(url, answer);
    if (target === null)
      return failure(address, 'fetch-failed', `it answers ${answer.status} without saying where to go`);
    hops.push(hop);
    host = url.hostname;
    next = target;
  }
  return failure(address, 'fetch-failed', `it redirects more than ${REDIRECTS} times`);
};

const judge = async (
  { options }: Run,
  address: string,
  hops: readonly Hop[],
  last: Hop,
): Promise<FetchedPage | Unchanged | AcquireFailure | Passing> => {
  const { answer } = last;
  const { limits = DEFAULT_LIMITS, agent } = options;
  if (answer.status === 200) return pageOfAnswer(address, hops, last, { maxBytes: limits.pageBytes, agent });
  const wasAsked = answer.sent.some(([name]) => name.startsWith('if-'));
  if (answer.status === 304 && wasAsked) return { ok: true, kind: 'unchanged', url: answer.url };
  const retryAfterMs = readRetryAfter(answer.header('retry-after'), Date.parse(last.at));
  return failureOfStatus(address, new URL(answer.url).hostname, answer.status, retryAfterMs);
};

/**
 * Makes a fetcher: of each address one page, and nothing that belongs to it (pictures, styles, scripts). `robots.txt` is
 * honoured (RFC 9309); one request at a time goes to a host, and pages of a host are a second apart. Follows five redirects,
 * each checked like the first address. Host names are looked up for the connection and checked there (`guardedConnector`). Of
 * a page that is known, only a changed one is sent. Tries up to four times when the connection breaks or the server is busy.
 */
export const createFetcher = (options: FetchOptions): Fetcher => {
  const clock = options.clock ?? SYSTEM_CLOCK;
  const gate = createHostGate(clock, options.signal);
  const shared: Shared = { options, clock, gate };
  const robots = rememberRobots((url) =>
    withRetries<RobotRules | AcquireFailure>(() => askRobots(shared, url), shared),
  );
  const run: Run = { ...shared, robots };
  return {
    fetch: (address) =>
      withRetries<FetchedPage | Unchanged | AcquireFailure>(() => follow(run, address), shared),
  };
};
