import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimList, SourceList } from '../../src/view/desk/types.ts';
import { CHROMIUM, launch, openPage, type WatchedPage } from './support/chromium.ts';
import { countTold, heading, json, rowsTold, settled, visit } from './support/desk.ts';
import { type Served, serveRecord, serveSamples } from './support/served.ts';

describe.skipIf(CHROMIUM === null)('without a network, and without the server', () => {
  let browser: Browser;
  let served: Served;
  let opened: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    served = await serveSamples();
    browser = await launch();
    opened = await openPage(browser);
    ({ page } = opened);
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test('no request leaves the origin, whatever room one is in', async () => {
    const { rows } = await json<ClaimList>(served, '/timeline.json?limit=100');
    const sources = await json<SourceList>(served, '/sources.json');
    const [event, statement] = [
      rows.find(({ kind }) => kind === 'event'),
      rows.find(({ kind }) => kind === 'statement'),
    ];
    const asked: string[] = [];
    // Also what other pages of the browser would ask for, and what the policy stops before it is sent.
    opened.context.on('request', (request) => asked.push(request.url()));
    const stopped: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|ERR_/i.test(message.text())) stopped.push(message.text());
    });
    for (const path of [
      '',
      '/timeline',
      '/timeline?view=lanes',
      '/timeline?view=table',
      `/timeline?preview=${event?.id}`,
      `/events/${event?.id}`,
      '/statements',
      `/statements/${statement?.id}`,
      '/sources',
      ...sources.rows.slice(0, 3).map(({ id }) => `/sources/${id}?show=all&highlights=all&panel=about`),
      '/map',
      '/map?tab=world',
      '/jobs',
      '/settings',
      '/help',
    ])
      await visit(page, served.at(path));
    expect(asked.length).toBeGreaterThan(40);
    expect(
      asked.filter((address) => new URL(address).origin !== served.url && !/^(data|blob):/.test(address)),
    ).toEqual([]);
    expect(stopped).toEqual([]);
    expect(opened.watch.errors).toEqual([]);
  });

  test('no page of the desk names anything of another origin to be loaded', async () => {
    const response = await fetch(served.at('/timeline'));
    const html = await response.text();
    const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(named.length).toBeGreaterThan(1);
    for (const address of named) expect(new URL(address, served.url).origin).toBe(served.url);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src '(self|none)'/);
  });

  test('the server stops under an open list: said so, the rows stay, and it goes on once the server is back', async () => {
    const { port } = new URL(served.url);
    const loading = await openPage(browser);
    await visit(page, served.at('/timeline'));
    await visit(loading.page, served.at('/help'));
    const [total, first] = [await rowsTold(page), await page.locator('.rows-list > li').first().innerText()];
    await page.evaluate(() => Object.assign(window, { sameAsBefore: true }));
    await served.stop();
    const banner = page.locator('.band-bad', { hasText: 'The server does not answer' });
    await banner.waitFor();
    expect(await rowsTold(page)).toBe(total);
    expect(await page.locator('.rows-list > li').first().innerText()).toBe(first);

    // A question that cannot be answered now: the trouble is told with what helps, the address keeps the question.
    await page.locator('.facet-in').first().click();
    await page.waitForURL(/kind=/);
    await page.locator('.trouble', { hasText: 'The server does not answer' }).waitFor();
    expect(await page.locator('.trouble').innerText()).toContain('demarche serve');
    expect(await heading(page)).toBe('Timeline');

    // A room whose code was never loaded.
    await loading.page.locator('.side-column .room-link', { hasText: 'Map' }).click();
    await loading.page.locator('main h1', { hasText: 'This room could not be shown' }).waitFor();
    expect(await loading.page.locator('main').innerText()).toContain(
      'It opens by itself once the server answers',
    );
    expect(await loading.page.locator('.side-column .room-link').count()).toBeGreaterThan(5);

    served = { ...(await serveRecord(served.record, served.folder, { port: Number(port) })) };
    await banner.waitFor({ state: 'detached' });
    await page.locator('.trouble').waitFor({ state: 'detached' });
    await settled(page);
    const { total: events } = await json<ClaimList>(served, `/timeline.json${new URL(page.url()).search}`);
    await expect.poll(() => rowsTold(page)).toBe(events);
    expect(await countTold(page)).toBe(events);
    expect(await page.evaluate(() => 'sameAsBefore' in window)).toBe(true);
    await loading.page.locator('main h1', { hasText: /^Map$/ }).waitFor();
    await settled(loading.page);
    await loading.context.close();
  });

  test('the server stops while a page is read: the text stays, and so do the other rooms that were loaded', async () => {
    const { port } = new URL(served.url);
    const { rows } = await json<SourceList>(served, '/sources.json');
    await visit(page, served.at('/sources'));
    await page.locator('.source-title').first().click();
    await page.waitForURL(/\/sources\/./);
    await expect.poll(() => heading(page)).not.toBe('Sources');
    const text = await page.locator('.page-text').innerText();
    await served.stop();
    await page.locator('.band-bad').waitFor();
    expect(await page.locator('.page-text').innerText()).toBe(text);
    await page.goBack();
    await expect.poll(() => heading(page)).toBe('Sources');
    expect(await page.locator('table.sources > tbody > tr').count()).toBe(rows.length);
    served = { ...(await serveRecord(served.record, served.folder, { port: Number(port) })) };
    await page.locator('.band-bad').waitFor({ state: 'detached' });
  });
});
