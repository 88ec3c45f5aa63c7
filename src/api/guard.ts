import type { Context, MiddlewareHandler } from 'hono';
import { problemResponse } from './problem.ts';

/** The names of a machine for itself. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '::1'];

/** Whether only programs of this machine reach a server that listens at `host`. */
export const isLoopback = (host: string): boolean =>
  LOOPBACK.includes(host) || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);

/** `::1` as it stands in addresses: `[::1]`. */
export const inAddress = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** The host of an authority as browsers write it, with its port unless that is the scheme's; null when it is none. */
const parsed = (address: string): { readonly name: string; readonly host: string } | null => {
  try {
    const { hostname, host, username, password } = new URL(address);
    return username === '' && password === '' ? { name: hostname, host } : null;
  } catch {
    return null;
  }
};

/** A name or address, with or without a port, and nothing else. */
const AUTHORITY = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i;

const hostOf = (c: Context): string => c.req.header('host') ?? new URL(c.req.url).host;

/**
 * Refuses requests for another host than ours: a foreign name that was pointed at this machine (DNS rebinding) would make a
 * foreign page the same origin as ours. The port does not count: who forwards one has the machine's name all the same.
 */
export const hostGuard = (hosts: readonly string[]): MiddlewareHandler => {
  const allowed = new Set(hosts.map((host) => inAddress(host).toLowerCase()));
  return async (c, next) => {
    const given = hostOf(c);
    const host = AUTHORITY.test(given) ? parsed(`http://${given}`) : null;
    if (host !== null && allowed.has(host.name)) return next();
    return problemResponse({
      status: 421,
      code: 'wrong-host',
      detail: 'this server is not called by that name',
      hint: `call it ${[...allowed].join(', ')}; \`demarche serve --host NAME\` allows another name`,
    });
  };
};

const crossSite = (detail: string): Response =>
  problemResponse({
    status: 403,
    code: 'cross-site',
    detail,
    hint: 'open the desk itself; programs send no Origin',
  });

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITES: ReadonlySet<string> = new Set(['same-origin', 'none']);

/** Following a link from elsewhere to a page of ours is a navigation; all else from elsewhere is another page reading us. */
const readTrouble = (c: Context): string | null => {
  const site = c.req.header('sec-fetch-site');
  if (site === undefined || OWN_SITES.has(site)) return null;
  const isLink =
    c.req.header('sec-fetch-mode') === 'navigate' && c.req.header('sec-fetch-dest') === 'document';
  return isLink ? null : 'another site may not read this one';
};

/**
 * Browsers send `Origin` with whatever changes something, and `Sec-Fetch-Site` to trustworthy addresses; who sends neither is
 * no browser. `Origin: null` is what a page without referrer sends from a form: then only `Sec-Fetch-Site` tells.
 */
const writeTrouble = (c: Context): string | null => {
  const { origin, site } = { origin: c.req.header('origin'), site: c.req.header('sec-fetch-site') };
  if (site !== undefined && !OWN_SITES.has(site)) return 'another site may not change anything here';
  if (origin === undefined) return null;
  if (origin === 'null')
    return site === undefined ? 'a page without an origin may not change anything here' : null;
  const own = parsed(`${origin.startsWith('https:') ? 'https' : 'http'}://${hostOf(c)}`);
  return own !== null && parsed(origin)?.host === own.host
    ? null
    : 'another site may not change anything here';
};

/** Refuses what other sites' pages ask of this server through a reader's browser. There is no CORS. */
export const siteGuard = (): MiddlewareHandler => async (c, next) => {
  const trouble = READS.has(c.req.method) ? readTrouble(c) : writeTrouble(c);
  return trouble === null ? next() : crossSite(trouble);
};
