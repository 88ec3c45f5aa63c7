import { describe, expect, test } from 'vitest';
import type { TestServer } from './support/server.ts';
import { testServer } from './support/server.ts';

const KEY = 'a-long-key-of-the-harbour';
const START = 1_700_000_000_000;
const DAY = 24 * 60 * 60 * 1000;

const locked = (): TestServer & { readonly clock: { now: number } } => {
  const clock = { now: START };
  return { ...testServer({ key: KEY, now: () => clock.now }), clock };
};

const login = (server: TestServer, key: string, to = '/orland/timeline?q=a'): Promise<Response> =>
  server.ask('/login', { method: 'POST', body: new URLSearchParams({ key, to }) });

const cookieOf = (response: Response): string =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

describe('a desk with a key', () => {
  test('gives nothing to those without it', async () => {
    const server = locked();
    for (const path of [
      '/orland/timeline.json',
      '/orland/timeline.csv',
      '/orland/live',
      '/openapi.json',
      '/orland/jobs.json',
      '/nothing',
    ])
      expect(await server.problem(path)).toMatchObject({ status: 401, code: 'key-wanted' });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"a"}' };
    expect(await server.problem('/orland/jobs', init)).toMatchObject({ status: 401 });
    expect(server.jobs.inputs).toEqual([]);
  });

  test('answers whether it lives, shows the form and the parts of the application', async () => {
    const { ask } = locked();
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/assets/icon.svg')).status).toBe(200);
    const form = await ask('/login?to=%2Forland%22%3E%3Cscript%3E');
    const html = await form.text();
    expect(html).toContain('value="/orland&quot;&gt;&lt;script&gt;"');
    expect(html).not.toContain('<script');
    expect(form.headers.get('referrer-policy')).toBe('same-origin');
  });

  test('opens to the key in a header', async () => {
    const { ask, problem } = locked();
    const withKey = (authorization: string): RequestInit => ({ headers: { authorization } });
    expect((await ask('/orland/timeline.json', withKey(`Bearer ${KEY}`))).status).toBe(200);
    expect(await problem('/orland/timeline.json', withKey('Bearer another'))).toMatchObject({
      code: 'key-wrong',
    });
    expect(await problem('/orland/timeline.json', withKey(`Basic ${KEY}`))).toMatchObject({
      code: 'key-wanted',
    });
  });

  test('sends pages to the form and back', async () => {
    const server = locked();
    const page = await server.ask('/orland/timeline?q=a', { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('location')]).toEqual([
      302,
      '/login?to=%2Forland%2Ftimeline%3Fq%3Da',
    ]);
    const entry = await login(server, KEY);
    expect([entry.status, entry.headers.get('location')]).toEqual([303, '/orland/timeline?q=a']);
    const cookie = entry.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^demarche-orland=\d+\.[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(cookie).not.toContain(KEY);
    expect((await server.ask('/orland/timeline.json', { headers: { cookie: cookieOf(entry) } })).status).toBe(
      200,
    );
  });

  test.each([
    '//other.example/',
    '/\\other.example',
    'https://other.example',
    '/a\r\nx: y',
    '',
    'javascript:alert(1)',
  ])('leads nowhere else after the login: %j', async (to) => {
    expect((await login(locked(), KEY, to)).headers.get('location')).toBe('/');
  });

  test('a cookie ends, cannot be changed, and is of one key', async () => {
    const server = locked();
    const cookie = cookieOf(await login(server, KEY));
    const status = async (value: string): Promise<number> =>
      (await server.ask('/orland/timeline.json', { headers: { cookie: value } })).status;
    expect(await status(cookie)).toBe(200);
    expect(await status(cookie.replace(String(START), String(START + 1)))).toBe(401);
    expect(await status(`${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`)).toBe(401);
    const other = testServer({ key: `${KEY}!`, now: () => START });
    expect((await other.ask('/orland/timeline.json', { headers: { cookie } })).status).toBe(401);
    server.clock.now += 29 * DAY;
    expect(await status(cookie)).toBe(200);
    server.clock.now += DAY;
    expect(await status(cookie)).toBe(401);
  });

  test('a wrong key shows the form again; many of them have to wait, cookies have not', async () => {
    const server = locked();
    const cookie = cookieOf(await login(server, KEY));
    for (let n = 0; n < 10; n++) expect((await login(server, `wrong ${n}`)).status).toBe(401);
    const shut = await login(server, KEY);
    expect([shut.status, shut.headers.get('retry-after')]).toEqual([429, '60']);
    const authorization = `Bearer ${KEY}`;
    expect((await server.ask('/orland/timeline.json', { headers: { authorization } })).status).toBe(429);
    expect((await server.ask('/orland/timeline.json', { headers: { cookie } })).status).toBe(200);
    server.clock.now += 60_000;
    expect((await login(server, KEY)).status).toBe(303);
  });

  test('the login of another site is refused', async () => {
    const init = {
      method: 'POST',
      headers: { origin: 'https://other.example' },
      body: new URLSearchParams({ key: KEY }),
    };
    expect(await locked().problem('/login', init)).toMatchObject({ status: 403 });
  });
});
