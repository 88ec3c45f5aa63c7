import type { AcquireFailure } from './acquired.ts';
import { readAddress } from './web-address.ts';
import { decodeBody } from './web-coding.ts';
import { failureOfNoRobots, failureOfStatus } from './web-failure.ts';
import type { WebAnswer } from './web-request.ts';
import type { Passing } from './web-retry.ts';
import { readRetryAfter } from './web-retry.ts';
import type { RobotRules } from './web-robots.ts';
import { FREE, ROBOTS_BYTES, readRobots, rulesOfStatus } from './web-robots.ts';
import type { FetchOptions, Shared, Try } from './web-send.ts';
import { isAnswer, REDIRECT_STATUS, REDIRECTS, send, TIMEOUT_MS, targetOf } from './web-send.ts';

/** Asks for `robots.txt`, which may redirect; an endless redirect is taken for a missing file, as RFC 9309 has it. */
export const askRobots = async (run: Shared, robots: URL): Promise<RobotRules | AcquireFailure | Passing> => {
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
