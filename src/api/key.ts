import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { readBody } from './body.ts';
import { loginPage } from './login-page.ts';
import { problemResponse } from './problem.ts';
import type { ServerOptions } from './types.ts';

/** Milliseconds for which a login holds: thirty days. */
const LOGIN_LASTS = 30 * 24 * 60 * 60 * 1000;
/** Wrong keys that one address may send within the window before it has to wait. */
const MOST_TRIES = 10;
const WINDOW = 60_000;
/** Addresses whose wrong keys are remembered. */
const MOST_ADDRESSES = 10_000;
/** Most bytes of the login form. */
const MOST_FORM = 16 * 1024;

/** Compares in a time that does not tell how much agrees. */
const isSame = (a: string, b: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
};

/** Counts wrong keys by address. */
interface Throttle {
  readonly isShut: (address: string) => boolean;
  readonly fail: (address: string) => void;
}

const createThrottle = (now: () => number): Throttle => {
  const tries = new Map<string, { readonly since: number; readonly count: number }>();
  const current = (address: string): { readonly since: number; readonly count: number } => {
    const found = tries.get(address);
    return found !== undefined && now() - found.since < WINDOW ? found : { since: now(), count: 0 };
  };
  return {
    isShut: (address) => current(address).count >= MOST_TRIES,
    fail: (address) => {
      const { since, count } = current(address);
      tries.delete(address);
      tries.set(address, { since, count: count + 1 });
      const [oldest] = tries.keys();
      if (tries.size > MOST_ADDRESSES && oldest !== undefined) tries.delete(oldest);
    },
  };
};

const addressOf = (c: Context): string => {
  const env = c.env as {
    readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
  } | null;
  return env?.incoming?.socket?.remoteAddress ?? 'unknown';
};

/** The cookie proves that the key was known when it was made; it is of no use to find the key. */
const ticket = (key: string, made: number): string => {
  const proof = createHmac('sha256', key).update(`demarche desk ${made}`).digest('base64url');
  return `${made}.${proof}`;
};

const isTicket = (key: string, value: string, now: number): boolean => {
  const made = Number(/^(\d{1,16})\./.exec(value)?.[1] ?? Number.NaN);
  return Number.isFinite(made) && made <= now && now - made < LOGIN_LASTS && isSame(value, ticket(key, made));
};

const tooManyTries = (): Response =>
  problemResponse(
    { status: 429, code: 'too-many-tries', detail: 'too many wrong keys; wait a minute' },
    { 'retry-after': '60' },
  );

const BEARER = { 'www-authenticate': 'Bearer realm="demarche"' };
const keyWanted = (): Response =>
  problemResponse(
    {
      status: 401,
      code: 'key-wanted',
      detail: 'this desk asks for a key',
      hint: 'send `Authorization: Bearer KEY`, or open /login',
    },
    BEARER,
  );
const keyWrong = (): Response =>
  problemResponse({ status: 401, code: 'key-wrong', detail: 'that is not the key of this desk' }, BEARER);

/** A path of this server and nothing that a browser could take for another one. */
const ownPath = (to: string | null): string =>
  to !== null && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) && !to.includes('\\') ? to : '/';

const isOpenToAll = (c: Context): boolean =>
  c.req.path === '/healthz' || c.req.path === '/login' || c.req.path.startsWith('/assets/');

const wantsPage = (c: Context): boolean =>
  c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html');

const toLogin = (c: Context): Response => {
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/login?to=${encodeURIComponent(pathname + search)}`, 302);
};

/** Who may come in, where a key is asked for. */
export interface KeyGuard {
  /** Lets only those pass who bring the key, or the cookie that the login gave. */
  readonly guard: MiddlewareHandler;
  /** `GET /login` */
  readonly form: (c: Context) => Response;
  /** `POST /login` */
  readonly login: (c: Context) => Promise<Response>;
}

/** The door of a server with a key. */
export const keyGuard = (key: string, options: Pick<ServerOptions, 'desk' | 'now'>): KeyGuard => {
  const now = options.now ?? Date.now;
  const throttle = createThrottle(now);
  const cookie = `demarche-${options.desk.info.dispute}`;
  const byBearer = (c: Context, given: string): Response | null => {
    const address = addressOf(c);
    if (throttle.isShut(address)) return tooManyTries();
    if (isSame(given, key)) return null;
    throttle.fail(address);
    return keyWrong();
  };
  const page = (c: Context, to: string, wrong: boolean): Response => {
    c.header('referrer-policy', 'same-origin');
    c.header('cache-control', 'no-store');
    return c.html(loginPage(to, wrong), wrong ? 401 : 200) as Response;
  };
  return {
    guard: async (c, next) => {
      if (isOpenToAll(c)) return next();
      const held = getCookie(c, cookie);
      if (held !== undefined && isTicket(key, held, now())) return next();
      const bearer = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
      if (bearer === undefined) return wantsPage(c) ? toLogin(c) : keyWanted();
      return byBearer(c, bearer) ?? next();
    },
    form: (c) => page(c, ownPath(c.req.query('to') ?? null), false),
    login: async (c) => {
      const address = addressOf(c);
      if (throttle.isShut(address)) return tooManyTries();
      const form = new URLSearchParams(Buffer.from(await readBody(c.req.raw, MOST_FORM)).toString('utf8'));
      const to = ownPath(form.get('to'));
      if (!isSame(form.get('key') ?? '', key)) {
        throttle.fail(address);
        return page(c, to, true);
      }
      setCookie(c, cookie, ticket(key, now()), {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        maxAge: LOGIN_LASTS / 1000,
      });
      return c.redirect(to, 303);
    },
  };
};
