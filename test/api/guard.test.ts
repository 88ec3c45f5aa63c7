import { describe, expect, test } from 'vitest';
import { testServer } from './support/server.ts';

const PASTE = { method: 'POST', body: '{"text":"a"}' };
const paste = (headers: Readonly<Record<string, string>>): RequestInit => ({
  ...PASTE,
  headers: { 'content-type': 'application/json', ...headers },
});

describe('the host', () => {
  test.each([
    'localhost:4747',
    '127.0.0.1:4747',
    '[::1]:4747',
    'LOCALHOST',
    'localhost:9000',
    'localhost:80',
  ])('%s is ours', async (host) => {
    expect((await testServer().ask('/healthz', { headers: { host } })).status).toBe(200);
  });

  test.each([
    'rebound.example:4747',
    'localhost.rebound.example',
    '127.0.0.1.rebound.example',
    'user@localhost',
    'localhost:4747/x@rebound.example',
    '169.254.169.254',
    'localhost.',
    '[::ffff:127.0.0.2]',
    'not a host',
    'localhost:99999',
  ])('%s is refused everywhere', async (host) => {
    const server = testServer();
    for (const path of ['/healthz', '/orland', '/orland/timeline.json', '/assets/icon.svg', '/nothing']) {
      const response = await server.ask(path, { headers: { host, accept: 'text/html' } });
      expect([path, response.status, ((await response.json()) as { readonly code: string }).code]).toEqual([
        path,
        421,
        'wrong-host',
      ]);
    }
    expect((await server.ask('/orland/jobs', paste({ host }))).status).toBe(421);
    expect(server.jobs.inputs).toEqual([]);
  });

  test('a name that was given is ours', async () => {
    const { ask } = testServer({ hosts: ['Desk.example', 'fe80::1'] });
    expect((await ask('/healthz', { headers: { host: 'desk.example:4747' } })).status).toBe(200);
    expect((await ask('/healthz', { headers: { host: '[fe80::1]:4747' } })).status).toBe(200);
    expect((await ask('/healthz', { headers: { host: 'localhost:4747' } })).status).toBe(421);
  });
});

describe('other sites', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['no browser at all', {}],
    ['our own page', { origin: 'http://localhost:4747', 'sec-fetch-site': 'same-origin' }],
    ['our own page in a browser that says no more', { origin: 'http://localhost:4747' }],
    ['our own page behind TLS', { origin: 'https://desk.example', host: 'desk.example:443' }],
    ['our own form without a referrer', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  ])('%s may import', async (_, headers) => {
    const { ask } = testServer({ hosts: ['localhost', 'desk.example'] });
    const host = { host: 'localhost:4747' };
    expect((await ask('/orland/jobs', paste({ ...host, ...headers }))).status).toBe(202);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['another site', { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' }],
    ['another site in an old browser', { origin: 'https://other.example' }],
    ['another port of this machine', { origin: 'http://localhost:9999', 'sec-fetch-site': 'same-site' }],
    ['another port in an old browser', { origin: 'http://localhost:9999' }],
    ['another name of this machine', { origin: 'http://127.0.0.1:4747' }],
    ['a frame without an origin', { origin: 'null' }],
    ['a lie about the origin', { origin: 'http://localhost:4747', 'sec-fetch-site': 'cross-site' }],
    ['nonsense', { origin: 'localhost:4747' }],
  ])('%s may not', async (_, headers) => {
    const { problem, jobs } = testServer();
    const host = { host: 'localhost:4747' };
    expect(await problem('/orland/jobs', paste({ ...host, ...headers }))).toMatchObject({
      status: 403,
      code: 'cross-site',
    });
    expect(
      await problem('/orland/jobs/j1', { method: 'DELETE', headers: { ...host, ...headers } }),
    ).toMatchObject({ status: 403 });
    expect(jobs.inputs).toEqual([]);
  });

  test.each([
    ['cross-site', 'no-cors', 'script'],
    ['cross-site', 'cors', 'empty'],
    ['same-site', 'cors', 'empty'],
    ['cross-site', 'navigate', 'iframe'],
    ['cross-site', 'navigate', 'object'],
  ])('reading from %s by %s for %s is refused', async (site, mode, dest) => {
    const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest };
    const { problem } = testServer();
    for (const path of ['/orland/timeline.json', '/orland/timeline.csv', '/orland/live', '/assets/icon.svg'])
      expect(await problem(path, { headers })).toMatchObject({ status: 403, code: 'cross-site' });
  });

  test('a link from elsewhere leads to the page', async () => {
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
      accept: 'text/html',
    };
    expect((await testServer().ask('/orland/timeline', { headers })).status).toBe(200);
  });

  test('nobody is given leave to read across origins', async () => {
    const response = await testServer().ask('/orland/timeline.json', {
      headers: { origin: 'https://other.example' },
    });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('headers', () => {
  test.each([
    ['/orland', 200],
    ['/orland/timeline.json', 200],
    ['/orland/timeline.csv', 200],
    ['/orland/nothing.json', 404],
    ['/assets/icon.svg', 200],
    ['/', 302],
  ])('%s is wary', async (path, status) => {
    const response = await testServer().ask(path, { headers: { accept: '*/*' } });
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
  });

  test('even an answer to a foreign host and to a fault', async () => {
    const server = testServer();
    server.desk.trouble = new Error('fault');
    for (const init of [{ headers: { host: 'rebound.example' } }, {}]) {
      const response = await server.ask('/orland/overview.json', init);
      expect(response.status).toBeGreaterThan(400);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  test('texts are packed for those who can unpack them', async () => {
    const { ask } = testServer();
    const headers = { 'accept-encoding': 'gzip' };
    const packed = await ask('/openapi.json', { headers });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const plain = await ask('/openapi.json');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(
      (await ask('/orland/live', { method: 'HEAD', headers })).headers.get('content-encoding'),
    ).toBeNull();
  });
});
