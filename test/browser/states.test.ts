import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimList } from '../../src/view/desk/types.ts';
import {
  AFTER,
  BEFORE,
  builtRecord,
  CLOSED,
  FOREIGN,
  FURNITURE,
  MEETING,
  NOTHING,
  SUCCESSOR,
  uncomparedRecord,
} from './support/built.ts';
import { CHROMIUM, launch, openPage, type WatchedPage } from './support/chromium.ts';
import {
  bare,
  follow,
  heading,
  isOfRecord,
  json,
  litIn,
  ROOMS,
  rowsTold,
  settled,
  visit,
  wordsOf,
} from './support/desk.ts';
import { inventedPage } from './support/invented.ts';
import { demarche, type Served, servePages, serveRecord, tempFolder } from './support/served.ts';

describe.skipIf(CHROMIUM === null)('every bad state is told, and no page is blank', () => {
  let browser: Browser;
  let opened: WatchedPage;
  let page: Page;
  let built: Served;

  beforeAll(async () => {
    const { file, folder } = await builtRecord();
    built = await serveRecord(file, folder);
    browser = await launch();
    opened = await openPage(browser);
    ({ page } = opened);
  });

  afterAll(async () => {
    await browser?.close();
    await built?.close();
  });

  /** Answers that say that something is not there are no faults of the desk; scripts that break are. */
  afterEach(() => {
    const faults = opened.watch.errors
      .splice(0)
      .filter((text) => !text.startsWith('Failed to load resource'));
    expect(faults).toEqual([]);
  });

  /** Opens an address; whatever it is, there is a heading and something to read. */
  const open = async (address: string): Promise<string> => {
    await visit(page, address);
    return wordsOf(page);
  };

  /** Goes there within the open desk. */
  const go = async (address: string): Promise<string> => {
    await follow(page, address);
    return wordsOf(page);
  };

  test('an empty record: every room says that nothing was imported, or is there all the same', async () => {
    const served = await servePages([], { dispute: 'empty' });
    try {
      await open(served.at(''));
      for (const path of ROOMS) {
        const words = await go(served.at(path));
        if (isOfRecord(path)) expect(words, path).toContain('Nothing has been imported yet');
      }
      expect(await go(served.at('/statements/s-000000000000'))).toContain('has never held a claim');
      expect(await go(served.at('/sources/0000000000000000'))).toContain('holds no page');
    } finally {
      await served.close();
    }
  });

  test('pages that are held, but not yet compared: how many, and how that goes on', async () => {
    const { file, folder } = await uncomparedRecord();
    const served = await serveRecord(file, folder);
    try {
      await open(served.at(''));
      for (const path of ['', '/timeline', '/timeline?view=lanes', '/statements', '/map'])
        expect(await go(served.at(path)), path).toContain(
          '4 pages are held, but no claims have been made of them yet',
        );
      expect(await go(served.at('/sources'))).toContain(FOREIGN.ar.article.title);
      expect(await go(served.at(`/sources/${BEFORE.article.id}`))).toContain('The pilots stay aboard');
    } finally {
      await served.close();
    }
  });

  test('a record that another program adds to: rows appear in the open list, and it says that the record changed', async () => {
    const folder = tempFolder();
    const [first, second] = [join(folder, 'first.html'), join(folder, 'second.html')];
    writeFileSync(first, inventedPage(1));
    writeFileSync(second, inventedPage(2));
    const served = await servePages([first], { dispute: 'growing' });
    try {
      await open(served.at('/timeline'));
      const before = await rowsTold(page);
      expect(before).toBeGreaterThan(0);
      const pageOf = (): string => page.url();
      const address = pageOf();
      await page.evaluate(() => Object.assign(window, { sameAsBefore: true }));
      demarche(['add', second, '--record', served.record, '--quiet']);
      await expect.poll(() => rowsTold(page)).toBeGreaterThan(before);
      await page.locator('.bands', { hasText: 'The record changed; what you see is up to date' }).waitFor();
      expect(await page.evaluate(() => 'sameAsBefore' in window)).toBe(true);
      expect(pageOf()).toBe(address);
      const { total } = await json<ClaimList>(served, '/timeline.json');
      expect(await rowsTold(page)).toBe(total);
    } finally {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test.each([
    ['a name that means nothing', 'colour=green', 'colour=green'],
    ['a clock that there is not', 'clock=sundial', 'clock=sundial'],
    ['a day that is none', 'from=yesterday', 'from=yesterday'],
    ['an order that there is not', 'sort=beauty', 'sort=beauty'],
    ['a page that is none', 'article=xyz', 'article=xyz'],
    ['a number that is none', 'limit=many', 'limit=many'],
  ])(
    '%s in the address: a dashed chip, the list is there, and it can be taken off',
    async (_, search, chip) => {
      const { total } = await json<ClaimList>(built, '/timeline.json');
      for (const room of ['/timeline', '/timeline?view=table', '/statements']) {
        await go(`${built.at(room)}${room.includes('?') ? '&' : '?'}${search}`);
        const unknown = page.locator('.chip.chip-unknown');
        expect(await unknown.locator('.chip-text').innerText(), room).toBe(`not understood: ${chip}`);
        expect(await unknown.evaluate((element) => getComputedStyle(element).borderStyle)).toContain(
          'dashed',
        );
        if (room === '/timeline') expect(await rowsTold(page)).toBe(total);
        await unknown.click();
        await page.waitForURL((url) => !url.search.includes(search));
        await settled(page);
        expect(await unknown.count()).toBe(0);
      }
    },
  );

  test('a value that no claim has: nothing matches, said as the filter that it is, and taken off with one click', async () => {
    const { total } = await json<ClaimList>(built, '/timeline.json');
    const words = await open(built.at('/timeline?speaker=nobody-at-all'));
    expect(words).toContain(`0 of ${total}`);
    await page.locator('.chip').first().click();
    await page.waitForURL((url) => url.search === '');
    await settled(page);
    expect(await rowsTold(page)).toBe(total);
  });

  test.each([
    ['/statements/s-ffffffffffff', 's-ffffffffffff'],
    ['/events/e-ffffffffffff', 'e-ffffffffffff'],
    ['/statements/s-1%2F..%2F..', 's-1/../..'],
  ])('a claim that never was (%s) has a page that says so', async (path, id) => {
    const words = await open(built.at(path));
    expect(words).toContain(`This record has never held a claim ${id}`);
    expect(await page.locator('main').getByRole('link', { name: 'all statements' }).count()).toBe(1);
  });

  test('an id that is too short for a claim: what is wrong with it', async () => {
    const words = await open(built.at('/statements/%F0%9F%92%A9'));
    expect(words).toContain('too short for a claim: "💩"');
    expect(words).toContain('give the id, or at least its first four characters');
  });

  test('a claim that was closed: since when, what it rested on, what stands there now', async () => {
    const words = await open(built.at(`/statements/${CLOSED.id}`));
    expect(words).toContain('This record no longer asserts this claim: it was closed on');
    expect(words).toContain('the tolls would not rise before the winter');
    expect(words).toContain('Claims that rest on the same characters now');
    expect(await page.locator(`.card-lines a[href*="${SUCCESSOR.id}"]`).count()).toBe(1);
    await page.getByRole('link', { name: 'look for these words on the page' }).click();
    await expect
      .poll(async () => (await litIn(page))?.text)
      .toBe(bare('the tolls would not rise before the winter'));
    await open(built.at(`/timeline?preview=${CLOSED.id}`));
    await page.locator('.preview', { hasText: 'This claim is no longer in the record' }).waitFor();
    await open(built.at(`/statements/${MEETING.id}`));
    expect(await page.locator('.card').innerText()).toContain(MEETING.id);
  });

  test.each([
    '/sources/ffffffffffffffff',
    '/sources/xyz',
    '/sources/%2e%2e%2fetc',
    '/sources/ffffffffffffffff@12345678#t=1-2&q=words',
  ])('a page that is not held (%s) says so', async (path) => {
    expect(await open(built.at(path))).toMatch(/This record holds no page/);
    expect(await heading(page)).toBe('Page not found');
  });

  test('a page without running text, and one without any', async () => {
    expect(await open(built.at(`/sources/${FURNITURE.article.id}`))).toContain(
      'No running text was found on this page',
    );
    expect(await page.locator('.stub-line').count()).toBe(1);
    expect(await open(built.at(`/sources/${NOTHING.article.id}`))).toContain(
      'No text was found on this page',
    );
    await page.getByRole('tab', { name: 'about' }).click();
    expect(await page.getByRole('link', { name: 'download' }).count()).toBe(1);
    await open(built.at('/sources'));
    expect(await page.locator('main').innerText()).toContain('undated');
  });

  test('quotes in Hebrew, Arabic and Japanese bear their language and direction wherever they stand', async () => {
    const { rows } = await json<ClaimList>(built, '/statements.json');
    await open(built.at(''));
    for (const [language, extraction] of Object.entries(FOREIGN)) {
      const direction = language === 'ja' ? 'ltr' : 'rtl';
      const row = rows.find((other) => other.language === language);
      const wanted = { lang: language, dir: direction };
      const read = (element: Element) => ({
        lang: element.getAttribute('lang'),
        dir: element.getAttribute('dir'),
      });
      const words = row?.wording ?? '-';
      for (const path of [
        '/statements',
        '/statements?view=table',
        `/timeline?preview=${row?.id}`,
        `/statements/${row?.id}`,
      ]) {
        await go(built.at(path));
        const quote = page.locator('.quoted', { hasText: words }).last();
        await quote.waitFor();
        expect(await quote.evaluate(read), `${language} in ${path}`).toEqual(wanted);
        expect(await quote.evaluate((element) => getComputedStyle(element).direction), path).toBe(direction);
      }
      await go(built.at(`/sources/${extraction.article.id}`));
      expect(await page.locator('.page-text p[data-start]').first().evaluate(read)).toEqual(wanted);
      expect(await page.locator('main h1 .quoted').evaluate(read)).toEqual(wanted);
      await go(built.at('/sources'));
      expect(
        await page
          .locator('.source-title .quoted', { hasText: extraction.article.title ?? '-' })
          .evaluate(read),
      ).toEqual(wanted);
    }
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
  });

  const passage = (
    at: { readonly start: number; readonly end: number },
    quote: string,
    revision: string,
  ): string =>
    built.at(
      `/sources/${BEFORE.article.id}@${revision.slice(0, 8)}#t=${at.start}-${at.end}&q=${encodeURIComponent(quote)}`,
    );

  test('an address made for an older text that is held: that text, said to be old, at its characters', async () => {
    const gone = 'The old lighthouse was sold to a baker';
    const start = BEFORE.article.text.indexOf(gone);
    const words = await open(passage({ start, end: start + gone.length }, gone, BEFORE.article.revision));
    expect(words).toContain('An older text of this page.');
    expect((await litIn(page))?.text).toBe(bare(gone));
    await page.getByRole('link', { name: 'the present one' }).click();
    await page.locator('.page-band', { hasText: 'Not in this version of the page.' }).waitFor();
    // The words are gone from the present text; the older one that has them is shown and can be opened.
    await page.locator('.page-band .mark-hit', { hasText: gone }).waitFor();
    expect(await page.locator('.page-text').innerText()).toContain('Port Halm, Monday.');
    await page.getByRole('link', { name: 'open that text' }).click();
    await expect.poll(async () => (await litIn(page))?.text).toBe(bare(gone));
  });

  test('an address made for a text that is not held: the words are found where they now are, and it says so', async () => {
    const quote = 'The pilots stay aboard';
    const at = BEFORE.article.text.indexOf(quote);
    const words = await open(passage({ start: at, end: at + quote.length }, quote, 'ffffffff'));
    expect(words).toContain(
      'The text that this address names (ffffffff) is not held here; this is the present one.',
    );
    expect(words).toContain('The text has changed; found by its words');
    const start = AFTER.article.text.indexOf(quote);
    expect(await litIn(page)).toEqual({ start, end: start + quote.length, text: bare(quote) });
    expect(await open(passage({ start: 3, end: 9 }, 'words that nobody wrote', 'ffffffff'))).toContain(
      'Not in this version of the page.',
    );
    expect(await open(built.at(`/sources/${BEFORE.article.id}#t=2-8`))).toContain(
      'these may not be the characters meant',
    );
    await open(built.at(`/sources/${BEFORE.article.id}#t=9999-99999`));
    await open(built.at(`/sources/${BEFORE.article.id}#t=8-2&q=`));
  });
});
