import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { ClaimList, Job, JobList, Overview, SourceList } from '../../src/view/desk/types.ts';
import { CHROMIUM, launch, openPage, type WatchedPage } from './support/chromium.ts';
import { heading, json, rowsTold, settled, visit } from './support/desk.ts';
import { inventedPage, inventedText } from './support/invented.ts';
import { type Served, servePages, tempFolder } from './support/served.ts';

/** Pages of the import that is stopped. */
const COUNT_TO_STOP = 1000;

describe.skipIf(CHROMIUM === null)('imports into an empty record, seen while they happen', () => {
  let browser: Browser;
  let served: Served;
  let opened: WatchedPage;
  let page: Page;
  let begun = 0;
  const folder = tempFolder();
  const pages = join(folder, 'pages');

  beforeAll(async () => {
    mkdirSync(join(pages, 'folder', 'deeper'), { recursive: true });
    writeFileSync(join(pages, 'one.html'), inventedPage(1));
    writeFileSync(join(pages, 'two.html'), inventedPage(2));
    writeFileSync(join(pages, 'folder', 'three.html'), inventedPage(3));
    writeFileSync(join(pages, 'folder', 'deeper', 'four.txt'), inventedText(4));
    writeFileSync(join(pages, 'folder', 'logo.png'), Buffer.from('89504e470d0a1a0a0000', 'hex'));
    served = await servePages([], { dispute: 'ferry' });
    browser = await launch();
    opened = await openPage(browser);
    ({ page } = opened);
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    begun = (await json<JobList>(served, '/jobs.json')).total;
  });

  const newest = async (): Promise<Job | undefined> => (await json<JobList>(served, '/jobs.json')).jobs[0];

  /** Waits until the import that was just begun is over, and the room says so. */
  const over = async (state: string): Promise<Job> => {
    begun += 1;
    await expect.poll(() => page.locator('.job').count()).toBe(begun);
    await page.locator('.job').first().locator('header', { hasText: state }).waitFor();
    const job = await newest();
    if (job === undefined) throw new Error('there is no import');
    return job;
  };

  /** The lines of the newest import as they stand in the room. */
  const lines = (): Promise<readonly { readonly name: string; readonly cells: readonly string[] }[]> =>
    page
      .locator('.job')
      .first()
      .locator('.job-lines tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => ({
          name: (row.querySelector('td')?.textContent ?? '').trim(),
          cells: [...row.querySelectorAll('td')].slice(1).map((cell) => (cell.textContent ?? '').trim()),
        })),
      );

  test('an empty record says so and offers the ways in', async () => {
    await visit(page, served.at(''));
    expect(await page.locator('main').innerText()).toContain('Nothing has been imported yet');
    expect(await page.locator('.drop-zone').count()).toBe(1);
    await visit(page, served.at('/timeline'));
    expect(await page.locator('main').innerText()).toContain('Nothing has been imported yet');
  });

  test('files that are chosen: a line for each with what came out of it, and rows in a list that was open all along', async () => {
    const watching = await opened.context.newPage();
    onTestFinished(() => watching.close());
    await visit(watching, served.at('/timeline'));
    expect(await rowsTold(watching)).toBe(0);
    await watching.evaluate(() => Object.assign(window, { sameAsBefore: true }));
    await visit(page, served.at(''));
    await page
      .locator('.drop-zone input[type="file"]')
      .first()
      .setInputFiles([join(pages, 'one.html'), join(pages, 'two.html')]);
    await page.waitForURL(/\/jobs$/);
    await expect.poll(() => heading(page)).toBe('Imports');
    const job = await over('done');
    expect(job.counts).toEqual({ added: 2, known: 0, reread: 0, failed: 0 });
    const told = await lines();
    expect(told.map(({ name }) => name).join(' ')).toMatch(
      /Ferry talks 1 in Southmark.*one\.html.*Ferry talks 2 in Southmark.*two\.html/,
    );
    for (const [index, { cells }] of told.entries()) {
      expect(cells[0]).toBe('new');
      expect(cells[1]).toContain(`${index + 2} Mar 2019`);
      expect(cells.slice(2)).toEqual([
        String(job.lines[index]?.statements),
        String(job.lines[index]?.events),
      ]);
      expect(job.lines[index]?.statements).toBeGreaterThan(0);
    }
    // The desk reads what the import wrote in its own time.
    const claims = async (): Promise<number> => (await json<ClaimList>(served, '/timeline.json')).total;
    await expect.poll(claims).toBeGreaterThan(2);
    const total = await claims();
    await expect.poll(() => rowsTold(watching)).toBe(total);
    expect(await watching.evaluate(() => 'sameAsBefore' in window)).toBe(true);
  });

  test('a line leads to the page that it tells of', async () => {
    await page.locator('.job-lines a').first().click();
    await page.waitForURL(/\/sources\//);
    await settled(page);
    await expect.poll(() => heading(page)).toMatch(/^Ferry talks \d in Southmark$/);
  });

  test('a folder with folders in it: pages are read, what is no page is told of', async () => {
    await visit(page, served.at('/jobs'));
    await page.locator('.drop-zone input[type="file"]').nth(1).setInputFiles(join(pages, 'folder'));
    const job = await over('done');
    expect(job.counts.added).toBe(2);
    const told = (await lines()).map(({ name, cells }) => `${name} ${cells.join(' ')}`).join('\n');
    expect(told).toContain('folder/three.html');
    expect(told).toContain('folder/deeper/four.txt');
    // The desk reads what the import wrote in its own time.
    await expect.poll(async () => (await json<SourceList>(served, '/sources.json')).total).toBe(4);
    const { failures } = await json<SourceList>(served, '/sources.json');
    expect(job.counts.failed).toBe(job.lines.filter(({ outcome }) => outcome === 'failed').length);
    if (failures.length > 0) expect(told).toContain('logo.png');
  });

  test('a page that is dropped, held already: said so, and nothing counted twice', async () => {
    await visit(page, served.at('/jobs'));
    const { total } = await json<ClaimList>(served, '/timeline.json');
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'one.html', { type: 'text/html' }));
      return data;
    }, inventedPage(1));
    await page.locator('.drop-zone').dispatchEvent('dragover', { dataTransfer: transfer });
    expect(await page.locator('.drop-zone.is-over').count()).toBe(1);
    await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: transfer });
    const job = await over('done');
    expect(job.counts).toMatchObject({ added: 0, known: 1 });
    expect((await lines())[0]?.cells[0]).toBe('held already');
    expect((await json<ClaimList>(served, '/timeline.json')).total).toBe(total);
    expect(await page.locator('.job').first().innerText()).toContain('No claim changed.');
  });

  test('text that is pasted, with its address', async () => {
    await visit(page, served.at('/jobs'));
    const before = await json<Overview>(served, '/overview.json');
    await page.getByRole('textbox', { name: 'Paste the text of a page' }).fill(inventedText(9));
    await page
      .getByRole('textbox', { name: 'Its address, if it is known' })
      .fill('https://harbour-post.example/ferry/pasted');
    await page.getByRole('button', { name: 'Import the text' }).click();
    const job = await over('done');
    expect(job.counts.added).toBe(1);
    expect(await page.getByRole('textbox', { name: 'Paste the text of a page' }).inputValue()).toBe('');
    await expect
      .poll(async () => (await json<Overview>(served, '/overview.json')).pages)
      .toBe(before.pages + 1);
    const { rows } = await json<SourceList>(served, '/sources.json?q=pasted');
    expect(rows.map(({ url }) => url)).toEqual(['https://harbour-post.example/ferry/pasted']);
  });

  test('addresses that are none are refused before anything is sent', async () => {
    await visit(page, served.at('/jobs'));
    await page
      .getByRole('textbox', { name: 'Paste addresses' })
      .fill('not an address\nhttps://harbour-post.example/');
    expect(await page.getByRole('alert').innerText()).toBe('One line is no http(s) address: not an address');
    expect(await page.getByRole('button', { name: /^Fetch and import/ }).isDisabled()).toBe(true);
    expect((await json<JobList>(served, '/jobs.json')).total).toBe(begun);
  });

  test('an address of this very machine is not fetched, and the line says why', async () => {
    await visit(page, served.at('/jobs'));
    await page.getByRole('textbox', { name: 'Paste addresses' }).fill(`${served.url}/healthz`);
    await page.getByRole('button', { name: 'Fetch and import one page' }).click();
    await expect.poll(async () => (await json<JobList>(served, '/jobs.json')).total).toBe(begun + 1);
    await expect.poll(async () => (await newest())?.ended).not.toBeNull();
    const job = await newest();
    expect(job?.counts.added).toBe(0);
    expect(job?.counts.failed).toBe(1);
    await expect.poll(async () => (await lines())[0]?.cells[0]).toBe('could not be read');
  });

  test('an import that is stopped says so, keeps what it had, and goes on when it is begun again', async () => {
    await visit(page, served.at('/jobs'));
    const held = (await json<Overview>(served, '/overview.json')).pages;
    // So many that it is still at it when a slow browser gets to the button.
    const many = Array.from({ length: COUNT_TO_STOP }, (_, n) => ({
      name: `many-${n}.html`,
      mimeType: 'text/html',
      buffer: Buffer.from(inventedPage(n + 100)),
    }));
    await page.locator('.drop-zone input[type="file"]').first().setInputFiles(many);
    await page.locator('.job').first().getByRole('button', { name: 'Stop' }).click();
    const job = await over('stopped');
    expect(job.state).toBe('cancelled');
    expect(await page.locator('.job').first().innerText()).toContain('What had been read is kept');
    expect(await page.locator('.job').first().getByRole('button', { name: 'Stop' }).count()).toBe(0);
    const after = (await json<Overview>(served, '/overview.json')).pages;
    expect(after).toBeGreaterThanOrEqual(held);
    expect(after).toBeLessThan(held + COUNT_TO_STOP);
    await page.locator('.drop-zone input[type="file"]').first().setInputFiles(many.slice(0, 20));
    const again = await over('done');
    expect(again.counts.added + again.counts.known + again.counts.reread).toBe(20);
    expect(opened.watch.errors).toEqual([]);
  });
});
