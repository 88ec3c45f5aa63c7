import { describe, expect, test } from 'vitest';
import { DemarcheError } from '../../src/model/error.ts';
import { BYTES } from './support/desk.ts';
import { ARTICLE, hex, PAGE, REVISION } from './support/rows.ts';
import { testServer } from './support/server.ts';

describe('single things', () => {
  test.each([
    ['/orland/overview.json', { title: 'The lighthouse of Orland', dispute: 'orland' }],
    ['/orland/strip.json?bins=3&clock=said', { clock: 'said', bins: [{}, {}, {}] }],
    ['/orland/statements/s-0000000aaaa1.json', { row: { id: 's-0000000aaaa1' } }],
    ['/orland/statements/s-000.json', { row: { id: 's-0000000aaaa1' } }],
    ['/orland/events/e-0000000bbbb1.json?as_of=2016', { row: { kind: 'event' } }],
    [`/orland/sources/${ARTICLE}.json`, { source: { id: ARTICLE }, revision: REVISION }],
    [`/orland/sources/${ARTICLE}.json?revision=${REVISION.slice(0, 8)}`, { isPresent: true }],
    ['/orland/jump.json?q=vo&limit=1', [{ id: 'ada-voss', detail: 'vo' }]],
    ['/healthz', { ok: true, version: '9.9.9' }],
  ])('%s', async (path, expected) => {
    const response = await testServer().ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toMatchObject(expected);
  });

  test('a claim that is closed is gone, one that never was is not found; both say so in JSON', async () => {
    const { ask } = testServer();
    const closed = await ask('/orland/statements/s-00000000dead.json');
    expect([closed.status, await closed.json()]).toMatchObject([
      410,
      { what: 'closed', label: expect.any(String) },
    ]);
    const unknown = await ask('/orland/events/e-ffffffffffff.json');
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { what: 'unknown' }]);
    expect(unknown.headers.get('etag')).toBeNull();
  });

  test.each([
    ['/orland/statements/s.json', 404, 'claim-unknown'],
    [`/orland/sources/${hex(0xff, 16)}.json`, 404, 'not-found'],
    ['/orland/sources/nonsense.json', 404, 'not-found'],
    [`/orland/sources/${ARTICLE}.json?revision=00000001`, 404, 'not-found'],
    [`/orland/sources/${ARTICLE}.json?revision=xyz`, 400, 'usage'],
    ['/orland/strip.json?bins=0', 400, 'usage'],
    ['/orland/strip.json?bins=1e9', 400, 'usage'],
    [`/orland/jump.json?q=${'x'.repeat(201)}`, 400, 'usage'],
    [`/orland/pages/${hex(0xff, 64)}/bytes`, 404, 'not-found'],
    ['/orland/pages/../bytes', 404, 'not-found'],
    ['/elsewhere/overview.json', 404, 'not-found'],
    ['/orland/nothing.json', 404, 'not-found'],
    ['/%E0%A4%A/overview.json', 404, 'not-found'],
  ])('%s is a problem', async (path, status, code) => {
    expect(await testServer().problem(path)).toMatchObject({ type: 'about:blank', status, code });
  });

  test('captured bytes are to be saved: no type, no origin, no name that could lead elsewhere', async () => {
    const { ask } = testServer();
    const response = await ask(`/orland/pages/${PAGE}/bytes`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'content-disposition':
        'attachment; filename="a__page____.._x__y___.html"; filename*=UTF-8\'\'a%20%22page%22%0D%0A%2F..%2Fx%3B%20y%3D%D0%B6%C3%A9.html',
    });
  });
});

describe('problems', () => {
  test.each([
    ['usage', 400],
    ['claim-unknown', 404],
    ['too-large', 413],
    ['record-locked', 503],
    ['record-corrupt', 500],
    ['disk-full', 507],
  ] as const)('%s is answered with %d, its message and hint', async (code, status) => {
    const server = testServer();
    server.desk.trouble = new DemarcheError(code, 'so it is', { hint: 'do this' });
    const response = await server.ask('/orland/overview.json');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('retry-after')).toBe(status === 503 ? '2' : null);
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: expect.any(String),
      status,
      detail: 'so it is',
      code,
      hint: 'do this',
    });
  });

  test('a fault of the program tells nothing of itself', async () => {
    const server = testServer();
    server.desk.trouble = new DemarcheError('internal', 'at /home/somebody/desk.ts');
    const problem = await server.problem('/orland/overview.json');
    expect([problem.status, JSON.stringify(problem).includes('somebody')]).toEqual([500, false]);
  });

  test.each([
    ['POST', '/orland/timeline.json', 'GET, HEAD'],
    ['DELETE', '/orland/overview.json', 'GET, HEAD'],
    ['PUT', '/orland/jobs/j1', 'DELETE'],
    ['OPTIONS', '/orland/timeline.csv', 'GET, HEAD'],
  ])('%s %s is not possible', async (method, path, allow) => {
    const response = await testServer().ask(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect(await response.json()).toMatchObject({ code: 'wrong-method' });
  });

  test('HEAD gives the headers alone', async () => {
    const server = testServer();
    for (const path of ['overview.json', 'timeline.csv', 'live', `pages/${PAGE}/bytes`]) {
      const response = await server.ask(`/orland/${path}`, { method: 'HEAD' });
      expect([path, response.status, await response.text()]).toEqual([path, 200, '']);
    }
    expect([server.desk.pulled, server.desk.listeners.size]).toEqual([0, 0]);
  });
});

describe('tags', () => {
  test.each(['overview.json', 'timeline.json?q=light', 'timeline.csv', 'statements/s-0000000aaaa1.json'])(
    '%s is sent again only when the record has changed',
    async (path) => {
      const server = testServer();
      const first = await server.ask(`/orland/${path}`);
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^W\/"[\w-]+"$/);
      expect(first.headers.get('cache-control')).toContain('no-cache');
      const headers = { 'if-none-match': `"other", ${etag}` };
      const again = await server.ask(`/orland/${path}`, { headers });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
      server.desk.versionHeld = '2';
      expect((await server.ask(`/orland/${path}`, { headers })).status).toBe(200);
    },
  );

  test('another query, form or start of the program has another tag; the order of parameters does not count', async () => {
    const server = testServer();
    const tag = async (path: string, from = server): Promise<string | null> =>
      (await from.ask(`/orland/${path}`)).headers.get('etag');
    const tags = await Promise.all([
      tag('timeline.json'),
      tag('timeline.json?q=a'),
      tag('timeline.csv'),
      tag('statements.json'),
      tag('timeline.json', testServer()),
    ]);
    expect(new Set(tags).size).toBe(5);
    expect(await tag('timeline.json?q=a&from=2016')).toBe(await tag('timeline.json?from=2016&q=a'));
  });

  test('while the record is being opened, each step of it has another tag', async () => {
    const server = testServer();
    server.desk.stateHeld = { kind: 'opening', done: 1, total: 2 };
    const etag = (await server.ask('/orland/overview.json')).headers.get('etag') ?? '';
    server.desk.stateHeld = { kind: 'opening', done: 2, total: 2 };
    const again = await server.ask('/orland/overview.json', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(200);
  });
});
