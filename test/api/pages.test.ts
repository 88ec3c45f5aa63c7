import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openAssets } from '../../src/api/assets.ts';
import { testServer } from './support/server.ts';

const HTML = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

describe('the web application', () => {
  test('the root leads to the dispute', async () => {
    const response = await testServer().ask('/', HTML);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/orland']);
  });

  test.each([
    '/orland',
    '/orland/timeline?q=a',
    '/orland/statements',
    '/orland/statements/s-0000000aaaa1',
    '/orland/events/e-0000000bbbb1',
    '/orland/sources',
    '/orland/sources/00000000000000a1',
    '/orland/sources/00000000000000a1@00000000',
    '/orland/map',
    '/orland/jobs',
    '/orland/settings',
    '/orland/help',
  ])('%s is drawn by it', async (path) => {
    const response = await testServer().ask(path, HTML);
    expect([response.status, await response.text()]).toEqual([200, '<!doctype html><title>the app</title>']);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test.each(['/elsewhere', '/elsewhere/timeline', '/orland/nothing', '/a/b/c/d', '/orland/nothing.json'])(
    '%s is drawn by it as not found',
    async (path) => {
      const response = await testServer().ask(path, HTML);
      expect([response.status, await response.text()]).toEqual([
        404,
        '<!doctype html><title>the app</title>',
      ]);
    },
  );

  test('data asked for by a browser is data', async () => {
    const response = await testServer().ask('/orland/overview.json', HTML);
    expect(response.headers.get('content-type')).toBe('application/json');
  });

  test('parts whose names hold a digest never change; the others are asked for again', async () => {
    const { ask } = testServer();
    const part = await ask('/assets/index-BxYz12_4.js');
    expect(part.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(part.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const icon = await ask('/assets/icon.svg');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
    const etag = icon.headers.get('etag') ?? '';
    expect((await ask('/assets/icon.svg', { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await ask('/assets/none.js')).status).toBe(404);
  });

  test('without it, its addresses say how to build it', async () => {
    const response = await testServer({ assets: null }).ask('/orland/timeline', HTML);
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')]);
    expect((await testServer({ assets: null }).ask('/orland/overview.json')).status).toBe(200);
  });
});

describe('the files of the web application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-assets-'));
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(folder, 'web', 'index.html'), '<title>app</title>');
  writeFileSync(join(folder, 'web', 'assets', 'a.js'), '1');

  test('there are none before they are built', async () => {
    expect(await openAssets(join(folder, 'nothing'))).toBeNull();
  });

  test('are read by plain names only', async () => {
    const assets = await openAssets(join(folder, 'web'));
    expect((await assets?.read('assets/a.js'))?.mediaType).toBe('text/javascript; charset=utf-8');
    for (const path of [
      '../secret.json',
      'assets/../../secret.json',
      '/etc/hostname',
      'assets',
      'assets/.hidden',
      'a\0.js',
      '',
    ])
      expect([path, await assets?.read(path)]).toEqual([path, null]);
  });
});
