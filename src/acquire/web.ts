import type { Instant } from '../model/brand.ts';
import type { AcquireFailure } from './acquired.ts';
import { failure } from './acquired.ts';
import type { Limits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readAddress } from './web-address.ts';
import type { FetchedPage, Hop } from './web-answer.ts';
import { ACCEPT, pageOfAnswer } from './web-answer.ts';
import { CODINGS, decodeBody } from './web-coding.ts';
import { failureOfError, failureOfNoRobots, failureOfRobots, failureOfStatus } from './web-failure.ts';
import type { Resolve } from './web-guard.ts';
import type { HostGate, Turn, WebClock } from './web-hosts.ts';
import { createHostGate, SYSTEM_CLOCK } from './web-hosts.ts';
import type { Patience, WebAnswer, WebRequest } from './web-request.ts';
import { requestOnce } from './web-request.ts';
import type { Passing } from './web-retry.ts';
import { readRetryAfter, withRetries } from './web-retry.ts';
import type { RobotRules, RobotsAsk } from './web-robots.ts';
import { FREE, ROBOTS_BYTES, readRobots, rememberRobots, rulesOfStatus } from './web-robots.ts';

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
  /** For the parts of a request; 10 s to connect, 20 s for the headers, 15 s between parts of the body when absent. */
  readonly patience?: Patience;
  /** Between two pages of a host; 1,000 when absent. */
  readonly delayMs?: number;
  /** The IP addresses of a host; the system's resolver when absent. */
  readonly resolve?: Resolve;
  readonly clock?: WebClock;
  /** What is known of an address from when it was fetched before. */
  readonly known?: (url: string) => Validators | null;
}

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

const REDIRECTS = 5;
const TIMEOUT_MS = 30_000;
const DELAY_MS = 1_000;
const PATIENCE: Patience = { connectMs: 10_000, headersMs: 20_000, idleMs: 15_000 };
const REDIRECT_STATUS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** What all fetches of a run share. */
interface Run {
  readonly options: FetchOptions;
  readonly gate: HostGate;
  readonly clock: WebClock;
  readonly robots: RobotsAsk;
}

/** One try at an address; `leftMs` is what is left of its time. */
interface Try {
  readonly address: string;
  leftMs: number;
}

type Special = Pick<WebRequest, 'maxBytes' | 'longer' | 'headers' | 'skipsBody'>;

/** Sends one request when it is its turn. Never throws. */
const send = async (
  { options, gate, clock }: Omit<Run, 'robots'>,
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
      const { allowPrivate = false, resolve = null, patience = PATIENCE } = options;
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

const isAnswer = (result: WebAnswer | AcquireFailure | Passing): result is WebAnswer => 'status' in result;

/** Where a redirect leads; null when it does not say, or says nothing that can be read. */
const targetOf = (url: URL, answer: WebAnswer): string | null => {
  const location = answer.header('location');
  return location !== null && URL.canParse(location, url.href) ? new URL(location, url).href : null;
};

/** Asks for `robots.txt`, which may redirect; an endless redirect is taken for a missing file, as RFC 9309 has it. */
const askRobots = async (
  run: Omit<Run, 'robots'>,
  robots: URL,
): Promise<RobotRules | AcquireFailure | Passing> => {
  const { options } = run;
  const current: Try = { address: robots.href, leftMs: options.timeoutMs ?? TIMEOUT_MS };
  let next = robots.href;
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const url = readAddress(next);
    if (typeof url === 'string') return FREE;
    const answer = await send(
      run,
      current,
      url,
      { gapMs: 0, isCounted: false },
      {
        headers: {
          'user-agent': options.agent,
          accept: 'text/plain, */*;q=0.1',
          'accept-encoding': 'identity',
        },
        maxBytes: ROBOTS_BYTES,
        longer: 'cut',
        skipsBody: (status) => status < 200 || status > 299,
      },
    );
    if (!isAnswer(answer)) return answer;
    const target = REDIRECT_STATUS.has(answer.status) ? targetOf(url, answer) : null;
    if (target === null) return rulesOf(robots, url, answer, options);
    next = target;
  }
  return FREE;
};

const rulesOf = async (
  robots: URL,
  url: URL,
  answer: WebAnswer,
  { now }: FetchOptions,
): Promise<RobotRules | AcquireFailure | Passing> => {
  const { status, body } = answer;
  if (status >= 200 && status <= 299 && body !== 'too-large') {
    const decoded = await decodeBody(body, answer.header('content-encoding'), ROBOTS_BYTES);
    // Nobody asked for a packed one; what cannot be read asks for nothing.
    return decoded.kind === 'ok' ? readRobots(robots.href, decoded.bytes) : FREE;
  }
  if (REDIRECT_STATUS.has(status)) return FREE;
  const rules = rulesOfStatus(status);
  if (rules !== 'closed') return rules;
  const closed = failureOfNoRobots(robots.href, robots.host, status);
  const retryAfterMs = readRetryAfter(answer.header('retry-after'), Date.parse(now()));
  const passing = failureOfStatus(robots.href, url.hostname, status, retryAfterMs);
  return passing.ok === 'again' ? { ...passing, failure: closed } : closed;
};

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
  const shared = { options, clock, gate };
  const robots = rememberRobots((url) =>
    withRetries<RobotRules | AcquireFailure>(() => askRobots(shared, url), shared),
  );
  const run: Run = { ...shared, robots };
  return {
    fetch: (address) =>
      withRetries<FetchedPage | Unchanged | AcquireFailure>(() => follow(run, address), shared),
  };
};
