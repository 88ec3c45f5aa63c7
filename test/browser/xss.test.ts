import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch, openPage, type WatchedPage } from './support/chromium.ts';
import { PAYLOADS, payloadPage } from './support/payloads.ts';
import { type Served, servePages, tempFolder } from './support/served.ts';

/** A file name that holds as much of the payload as a file system takes. */
const fileName = (payload: string, n: number): string =>
  `${n}-${payload.replace(/[/\\\u0000-\u001f]/g, '∕').slice(0, 120)}.html`;

interface Rows {
  readonly rows: readonly { readonly id: string; readonly kind?: string; readonly page?: string }[];
}

describe.skipIf(CHROMIUM === null)('payloads in every imported field', () => {
  let browser: Browser;
  let served: Served;
  let opened: WatchedPage;
  let ran = 0;

  beforeAll(async () => {
    const pages = join(tempFolder(), 'pages');
    mkdirSync(pages);
    for (const [n, payload] of PAYLOADS.entries())
      writeFileSync(join(pages, fileName(payload, n)), payloadPage(payload, n));
    served = await servePages([pages], { dispute: 'hostile' });
    browser = await launch();
    opened = await openPage(browser);
    await opened.context.exposeFunction('__ran', () => {
      ran += 1;
    });
    opened.page.on('dialog', (dialog) => {
      ran += 1;
      void dialog.dismiss();
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const visit = async (path: string): Promise<void> => {
    await opened.page.goto(served.at(path), { waitUntil: 'load' });
    await opened.page.locator('h1').first().waitFor();
    await opened.page.waitForLoadState('networkidle').catch(() => undefined);
    expect(await opened.page.locator('.xss-mark').count(), `an element of a payload stands in ${path}`).toBe(
      0,
    );
  };

  const rowsOf = async (list: string): Promise<Rows['rows']> => {
    const response = await fetch(served.at(`/${list}.json?limit=1000`));
    return ((await response.json()) as Rows).rows;
  };

  test('there are sixty, and every page was read', async () => {
    expect(PAYLOADS).toHaveLength(60);
    expect(await rowsOf('sources')).toHaveLength(PAYLOADS.length);
  });

  test('the lists and the overview', async () => {
    for (const path of [
      '',
      '/timeline',
      '/timeline?view=lanes',
      '/timeline?view=table',
      '/statements',
      '/sources',
      '/map',
      '/jobs',
    ])
      await visit(path);
    expect(ran).toBe(0);
  }, 120_000);

  test('every page in the reader', async () => {
    for (const { id } of await rowsOf('sources')) await visit(`/sources/${id}?show=all&highlights=all`);
    expect(ran).toBe(0);
  }, 240_000);

  test('claims of it, their previews and citations', async () => {
    const claims = await rowsOf('timeline');
    expect(claims.length).toBeGreaterThan(PAYLOADS.length / 2);
    for (const { id, kind } of claims.slice(0, 40))
      await visit(`/${kind === 'event' ? 'events' : 'statements'}/${id}`);
    for (const { id } of claims.slice(0, 10)) await visit(`/timeline?preview=${id}`);
    expect(ran).toBe(0);
  }, 240_000);

  test('payloads in the address itself', async () => {
    for (const payload of PAYLOADS) {
      const text = encodeURIComponent(payload);
      await visit(`/statements?q=${text}&speaker=${text}&${text}=${text}&clock=${text}`);
    }
    expect(ran).toBe(0);
  }, 240_000);

  test('no link of the desk leads to a script', async () => {
    for (const { id } of (await rowsOf('sources')).slice(-12)) {
      await visit(`/sources/${id}`);
      const targets = await opened.page.$$eval('a[href]', (links) =>
        links.map((link) => (link as HTMLAnchorElement).href),
      );
      for (const target of targets) expect(target).toMatch(/^https?:\/\//);
    }
  }, 120_000);

  test('captured pages come as attachments that no browser runs', async () => {
    const [first] = await rowsOf('sources');
    const response = await fetch(served.at(`/pages/${first?.page}/bytes`));
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });
});
