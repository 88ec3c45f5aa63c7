import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimList, SourceList } from '../../src/view/desk/types.ts';
import { AFTER, builtRecord, FOREIGN, MEETING } from './support/built.ts';
import { CHROMIUM, launch, openPage, type WatchedPage } from './support/chromium.ts';
import { countTold, follow, isOfRecord, json, ROOMS, rowsTold, visit, wordsOf } from './support/desk.ts';
import { inventedPage } from './support/invented.ts';
import { type Served, servePages, serveRecord, tempFolder } from './support/served.ts';

describe.skipIf(CHROMIUM === null)('a record whose file is damaged, locked or gone', () => {
  let browser: Browser;
  let opened: WatchedPage;
  let page: Page;
  let whole: { readonly file: string; readonly folder: string };

  beforeAll(async () => {
    whole = await builtRecord();
    browser = await launch();
    opened = await openPage(browser);
    ({ page } = opened);
  });

  afterAll(async () => {
    await browser?.close();
    if (whole !== undefined) rmSync(whole.folder, { recursive: true, force: true });
  });

  /** Answers that say that something cannot be read are no faults of the desk; scripts that break are. */
  afterEach(() => {
    const faults = opened.watch.errors
      .splice(0)
      .filter((text) => !/^Failed to load resource|ERR_CONNECTION_REFUSED/.test(text));
    expect(faults).toEqual([]);
  });

  const open = async (address: string): Promise<string> => {
    await visit(page, address);
    return wordsOf(page);
  };

  const go = async (address: string): Promise<string> => {
    await follow(page, address);
    return wordsOf(page);
  };

  /** Serves a copy of the record after something was done to the file. */
  const withCopy = async (
    change: (file: string) => void,
    look: (served: Served) => Promise<void>,
  ): Promise<void> => {
    const folder = tempFolder();
    const file = join(folder, 'copy.demarche');
    copyFileSync(whole.file, file);
    change(file);
    const served = await serveRecord(file, folder);
    try {
      await look(served);
    } finally {
      await served.close();
    }
  };

  test('a damaged record: every room says what is wrong with it and what helps', async () => {
    const meddle = (file: string): void => {
      const database = new Libsql(file);
      database.exec(`update claim_version set claim_sha256 = '${'0'.repeat(64)}'`);
      database.close();
    };
    await withCopy(meddle, async (served) => {
      await open(served.at(''));
      for (const path of ROOMS) {
        const words = await go(served.at(path));
        if (!isOfRecord(path)) continue;
        expect(words, path).toContain('The record cannot be read');
        expect(words, path).toContain('record-corrupt');
      }
      expect(await page.locator('.band-bad').innerText()).toContain('The record cannot be read');
    });
  });

  test('a byte of a text is another: that page says so, and everything else is there', async () => {
    const flip = (file: string): void => {
      const bytes = readFileSync(file);
      const found: number[] = [];
      for (
        let at = bytes.indexOf('Port Halm, Monday');
        at >= 0;
        at = bytes.indexOf('Port Halm, Monday', at + 1)
      )
        found.push(at);
      expect(found.length).toBeGreaterThan(0);
      for (const at of found) bytes[at] = 'x'.charCodeAt(0);
      writeFileSync(file, bytes);
    };
    await withCopy(flip, async (served) => {
      await open(served.at(''));
      for (const path of ROOMS) await go(served.at(path));
      const { rows } = await json<ClaimList>(served, '/timeline.json');
      for (const { id, kind, at } of rows) {
        const words = await go(served.at(`/${kind === 'event' ? 'events' : 'statements'}/${id}`));
        if (at.article !== AFTER.article.id) expect(words, id).toContain(id);
      }
      expect(await go(served.at(`/sources/${FOREIGN.he.article.id}`))).toContain(FOREIGN.he.article.title);
      const words = await go(served.at(`/sources/${AFTER.article.id}`));
      expect(words).toContain('This page could not be shown');
      expect(words).toContain('record-corrupt');
    });
  });

  test('the file is locked by another program while the desk is open: said so, and it goes on afterwards', async () => {
    await withCopy(
      () => undefined,
      async (served) => {
        await open(served.at('/timeline'));
        const total = await countTold(page);
        const other = new Libsql(served.record);
        other.exec('pragma locking_mode = exclusive');
        other.exec('begin exclusive');
        expect(await open(served.at('/timeline'))).toContain('Timeline');
        expect(await rowsTold(page)).toBe(total);
        const words = await open(served.at(`/sources/${AFTER.article.id}`));
        expect(words).toContain('another program is writing');
        expect(words).toContain('record-locked');
        other.exec('rollback');
        other.close();
        await open(served.at('/timeline'));
        await expect.poll(() => countTold(page)).toBe(total);
        expect(await open(served.at(`/events/${MEETING.id}`))).toContain(MEETING.id);
      },
    );
  });

  test('the file is deleted under an open desk: what was read stays, and it is said or still answered', async () => {
    await withCopy(
      () => undefined,
      async (served) => {
        await open(served.at('/timeline'));
        const before = await rowsTold(page);
        rmSync(served.record);
        await page.waitForTimeout(1500);
        expect(await rowsTold(page)).toBe(before);
        for (const path of ROOMS) await go(served.at(path));
        await go(served.at(`/sources/${AFTER.article.id}`));
        await open(served.at(`/events/${MEETING.id}`));
      },
    );
  });

  test('pages that could not be read are counted, and listed with the reason', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'good.html'), inventedPage(3));
    writeFileSync(join(folder, 'bad.html'), Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 0, 0, 7, 0]));
    const served = await servePages([folder], { dispute: 'troubled' });
    try {
      const failed = async (): Promise<SourceList['failures']> =>
        (await json<SourceList>(served, '/sources.json')).failures;
      await expect.poll(async () => (await failed()).length).toBe(1);
      await open(served.at(''));
      await page.locator('.numbers a', { hasText: 'pages that could not be read' }).click();
      await page.waitForURL(/sources#failures/);
      await page.locator('#failures-list').waitFor();
      expect(await page.locator('#failures-list').innerText()).toContain('bad.html');
      expect(await page.locator('#failures-list').innerText()).toContain((await failed())[0]?.message ?? '-');
    } finally {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
