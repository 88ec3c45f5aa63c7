import parser from 'robots-parser';
import type { AcquireFailure } from './acquired.ts';

/** What a host's `robots.txt` says to this program. */
export interface RobotRules {
  readonly allows: (url: string) => boolean;
  /** Milliseconds between requests that it asks for, at most `LONGEST_DELAY_MS`; 0 when it asks for nothing. */
  readonly delayMs: number;
}

/** Asks for `robots.txt` of the address's host: its rules, or why they cannot be had. */
export type RobotsAsk = (url: URL) => Promise<RobotRules | AcquireFailure>;

/** The name under which `robots.txt` may speak to this program. */
export const ROBOT: string = 'demarche';
/** What RFC 9309 says must be read at least; no more is. */
export const ROBOTS_BYTES: number = 500 * 1024;
/** A longer `Crawl-delay` is taken as this: it is no part of RFC 9309, and some hosts give absurd ones. */
export const LONGEST_DELAY_MS = 30_000;

/** The rules of a host without any. */
export const FREE: RobotRules = { allows: () => true, delayMs: 0 };

type Parser = (
  url: string,
  text: string,
) => {
  readonly isAllowed: (url: string, robot: string) => boolean | undefined;
  readonly getCrawlDelay: (robot: string) => number | undefined;
};
// The package is CommonJS; its types speak of a default export that is not there.
const parse = parser as unknown as Parser;

/**
 * The lines that matter: every group's name is put down as this program, as everyone, or as another, each once a group. The
 * library copies each rule to each name of its group, which a hostile file could use to fill the memory.
 */
const ourLines = (text: string): readonly string[] => {
  const kept: string[] = [];
  const group = new Set<string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const name = /^\s*user-agent\s*:\s*([a-z_-]+|\*)?/i.exec(line);
    if (name === null) {
      if (/^\s*(?:dis)?allow\s*:|^\s*crawl-delay\s*:/i.test(line)) {
        kept.push(line);
        group.clear();
      }
      continue;
    }
    const said = name[1]?.toLowerCase() ?? 'other';
    const who = said === ROBOT || said === '*' ? said : 'other';
    if (!group.has(who)) kept.push(`User-agent: ${who}`);
    group.add(who);
  }
  return kept;
};

/** Reads a `robots.txt` that stands at `url`. Text of any kind can be read; what makes no sense forbids nothing. */
export const readRobots = (url: string, bytes: Uint8Array): RobotRules => {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, ROBOTS_BYTES));
  // The line that was cut could say less than the whole one.
  const whole = bytes.length >= ROBOTS_BYTES ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
  const robots = parse(url, ourLines(whole).join('\n'));
  const seconds = robots.getCrawlDelay(ROBOT) ?? 0;
  return {
    allows: (page) => robots.isAllowed(page, ROBOT) !== false,
    delayMs: seconds > 0 ? Math.min(seconds * 1_000, LONGEST_DELAY_MS) : 0,
  };
};

/** What the final status of the request for `robots.txt` means (RFC 9309, 2.3.1), when it brought no rules. */
export const rulesOfStatus = (status: number): RobotRules | 'closed' =>
  // "Too many requests" is a refusal for now, not a host without rules.
  status >= 400 && status < 500 && status !== 429 ? FREE : 'closed';

/** Remembers what was asked, once for each scheme, host and port. */
export const rememberRobots = (ask: (robots: URL) => Promise<RobotRules | AcquireFailure>): RobotsAsk => {
  const known = new Map<string, Promise<RobotRules | AcquireFailure>>();
  return ({ origin }) => {
    const before = known.get(origin);
    if (before !== undefined) return before;
    const asked = ask(new URL('/robots.txt', origin));
    known.set(origin, asked);
    return asked;
  };
};
