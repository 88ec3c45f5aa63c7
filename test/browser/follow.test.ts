import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  ClaimCard,
  ClaimList,
  DeskRow,
  ReaderView,
  SourceList,
  SourceRow,
} from '../../src/view/desk/types.ts';
import { CHROMIUM, launch, openPage, type WatchedPage } from './support/chromium.ts';
import { bare, follow, json, litIn, settled, visit } from './support/desk.ts';
import { ROOT, type Served, servePages, serveSamples } from './support/served.ts';

const SEEDS = join(ROOT, '..', 'shared', 'seeds');
const HAS_SEEDS = existsSync(SEEDS);

if (CHROMIUM !== null && !HAS_SEEDS)
  console.warn(
    'SKIPPED, LOUDLY: ../shared/seeds is not here, so no row of the real pages is followed to its characters',
  );

const RECORDS = [
  { name: 'the samples', serve: serveSamples, isThere: true },
  {
    name: 'the real pages',
    serve: (): Promise<Served> => servePages([SEEDS], { pack: 'kurils' }),
    isThere: HAS_SEEDS,
  },
] as const;

/** What a row's link must lead to: where its characters stand, what they are, as the interface for programs has it. */
interface Wanted {
  readonly row: DeskRow;
  readonly text: string;
}

describe.each(RECORDS)('every row of $name leads to its characters', ({ serve, isThere }) => {
  const isOn = CHROMIUM !== null && isThere;
  let browser: Browser;
  let served: Served;
  let opened: WatchedPage;
  let page: Page;
  const wanted = new Map<string, Wanted>();
  const views = new Map<string, ReaderView>();

  beforeAll(async () => {
    if (!isOn) return;
    served = await serve();
    browser = await launch();
    opened = await openPage(browser);
    ({ page } = opened);
    const { rows, total } = await json<ClaimList>(served, '/timeline.json?limit=1000');
    expect(rows).toHaveLength(total);
    for (const { at } of rows)
      if (!views.has(at.article))
        views.set(at.article, await json<ReaderView>(served, `/sources/${at.article}.json`));
    for (const row of rows) {
      const text = views.get(row.at.article)?.text.slice(row.at.start, row.at.end) ?? '';
      wanted.set(row.id, { row, text });
    }
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** The address of each claim's characters as the rows of a list link to them. */
  const links = async (list: 'timeline' | 'statements'): Promise<ReadonlyMap<string, string>> => {
    await visit(page, served.at(`/${list}?view=table&limit=1000`));
    const found = await page.locator('main table tbody tr').evaluateAll((rows) =>
      rows.map((row) => {
        const anchors = [...row.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
        const claim = anchors.find((href) => /\/(?:statements|events)\/[se]-/.test(href)) ?? '';
        const read = anchors.filter((href) => /\/sources\/[^?]*#/.test(href));
        return { id: claim.split('/').at(-1)?.split('?')[0] ?? '', read };
      }),
    );
    expect(found.filter(({ read }) => read.length !== 1)).toEqual([]);
    return new Map(found.map(({ id, read: [address] }) => [id, address ?? '']));
  };

  /** The reader lights what a row cites, all of it and nothing else, in view. */
  const expectLit = async ({ row, text }: Wanted): Promise<void> => {
    await expect
      .poll(() => litIn(page), { interval: 30, message: row.id })
      .toEqual({ start: row.at.start, end: row.at.end, text: bare(text) });
    expect(await page.locator('.page-band').count(), `${row.id}: nothing to excuse`).toBe(0);
  };

  test.skipIf(!isOn)(
    'what is cited is evidence of the claim: the words of a row, or the clause of an event',
    async () => {
      expect(wanted.size).toBeGreaterThan(100);
      for (const { row, text } of wanted.values()) {
        const room = row.kind === 'event' ? 'events' : 'statements';
        const card = await json<ClaimCard>(served, `/${room}/${row.id}.json`);
        expect(bare(text).length, row.id).toBeGreaterThan(0);
        expect(
          card.accounts.map(({ article }) => article),
          row.id,
        ).toContain(row.at.article);
        if (row.kind === 'statement') {
          // The row shows these words: they, and no others but a cue between them, must stand there.
          for (const piece of (row.wording ?? '').split(' … '))
            expect(bare(text), row.id).toContain(bare(piece));
        } else {
          const told = card.accounts.find(({ article }) => article === row.at.article);
          const marks =
            told?.passage?.marks.filter(({ role }) => role === 'clause' || role === 'trigger') ?? [];
          const words = marks.map(({ start, end }) => bare(told?.passage?.text.slice(start, end) ?? ''));
          expect(words, row.id).toContain(bare(text));
        }
      }
    },
  );

  test.skipIf(!isOn)(
    'one click on a row of the list opens the page at exactly its characters, in view',
    async () => {
      for (const list of ['timeline', 'statements'] as const) {
        await visit(page, served.at(`/${list}`));
        for (let n = 0; n < 6; n++) {
          const row = page.locator('.rows-list > li').nth(n * 2);
          const id =
            (await row.locator('.claim-open').getAttribute('href'))?.split('/').at(-1)?.split('?')[0] ?? '';
          await row.locator('.claim-read').click();
          await settled(page);
          const found = wanted.get(id);
          if (found === undefined) throw new Error(`${id} is no row`);
          await expectLit(found);
          await page.waitForFunction(() => {
            const box = document.querySelector('.page-text [data-m~="anchor"]')?.getBoundingClientRect();
            return box !== undefined && box.bottom > 0 && box.top < innerHeight;
          });
          await page.goBack();
          await settled(page);
          await page.locator('.rows-list > li').first().waitFor();
        }
      }
    },
  );

  test.skipIf(!isOn)('every row of the timeline and of the statements', async () => {
    const all = { timeline: await links('timeline'), statements: await links('statements') };
    expect(all.timeline.size).toBe(wanted.size);
    expect([...all.statements.keys()].every((id) => wanted.get(id)?.row.kind === 'statement')).toBe(true);
    for (const [id, address] of all.statements) expect(all.timeline.get(id), id).toBe(address);
    const byPage = [...all.timeline].sort(([, one], [, other]) => (one < other ? -1 : 1));
    for (const [index, [id, address]] of byPage.entries()) {
      const found = wanted.get(id);
      if (found === undefined) throw new Error(`${id} is no row`);
      // Some are opened as from a bookmark; the rest as from a link of the desk, which takes a tenth of the time.
      if (index % 25 === 0) await visit(page, `${served.url}${address}`);
      else await follow(page, address);
      await expectLit(found);
    }
    expect(opened.watch.errors).toEqual([]);
  });

  test.skipIf(!isOn)('the preview and the claim’s page lead to characters, too', async () => {
    const some = [...wanted.values()].filter((_, index) => index % 30 === 0);
    for (const { row } of some) {
      const room = row.kind === 'event' ? 'events' : 'statements';
      const card = await json<ClaimCard>(served, `/${room}/${row.id}.json`);
      await visit(page, served.at(`/${room}/${row.id}`));
      const [first] = card.accounts;
      if (first === undefined || first.at === null) throw new Error(`${row.id} has no account`);
      await page.locator('.account-open').first().click();
      await settled(page);
      await page.locator('.page-text [data-m~="anchor"]').first().waitFor();
      const lit = await litIn(page);
      expect({ start: lit?.start, end: lit?.end }, row.id).toEqual({
        start: first.at.start,
        end: first.at.end,
      });
    }
  });

  const isClock = (reading: SourceRow['rejected'][number]): boolean =>
    reading.rejected?.reason === 'crawl-clock';

  test.skipIf(!isOn)(
    'the clocks of crawled pages are shown as caught, with the reason, and never used',
    async () => {
      const list = await json<SourceList>(served, '/sources.json?caught=crawl-clock&fold=no&limit=1000');
      expect(list.rows.length).toBeGreaterThanOrEqual(2);
      for (const row of list.rows) {
        const clocks = row.rejected.filter(isClock);
        expect(clocks.length, row.id).toBeGreaterThan(0);
        for (const { text, rejected, edtf } of clocks) {
          expect(rejected?.words).toMatch(/clock/);
          expect(row.published?.edtf, row.id).not.toBe(edtf);
          expect(row.published?.text, row.id).not.toBe(text);
        }
      }
      await visit(page, served.at('/sources?caught=crawl-clock&fold=no'));
      expect(await page.locator('table.sources > tbody > tr').count()).toBe(list.rows.length);
      for (const row of list.rows) {
        const line = page
          .locator('table.sources > tbody > tr')
          .filter({ has: page.locator(`a[href*="/sources/${row.id}"]`) })
          .first();
        const [clock] = row.rejected.filter(isClock);
        const caught = line.locator('.clock-caught');
        expect(await caught.innerText()).toContain(clock?.raw ?? clock?.text ?? '-');
        expect(await caught.innerText()).toContain('page’s own clock, ignored');
        expect(await caught.getAttribute('title')).toBe(clock?.rejected?.words);
        expect(await line.locator('.used-day').innerText()).toContain(row.published?.text ?? 'undated');
        expect(await line.locator('.used-day').innerText()).not.toBe(clock?.text);
      }
    },
  );

  test.skipIf(!isOn)('in the reader, too: in the head, among the dates, and at its characters', async () => {
    const { rows } = await json<SourceList>(served, '/sources.json?caught=crawl-clock&fold=no&limit=1000');
    for (const row of rows) {
      const clocks = row.rejected.filter(isClock);
      await visit(page, served.at(`/sources/${row.id}`));
      const head = page.locator('.page-head');
      expect(await head.locator('.clock-caught').count()).toBe(clocks.length);
      const [clock] = clocks;
      const words = await head.locator('.clock-caught').first().innerText();
      expect(words).toContain(clock?.raw ?? clock?.text ?? '-');
      expect(words).toContain(clock?.rejected?.words ?? '-');
      expect(words).toContain('ignored');
      expect(await head.locator('.used-day').innerText()).not.toBe(clock?.text);
      await page.getByRole('tab', { name: 'dates' }).click();
      expect(await page.locator('.reader-panel .clock-caught').count()).toBe(clocks.length);
      if (clock?.at === null || clock?.at === undefined) continue;
      await head.locator('.clock-caught button').first().click();
      await page.locator('.page-text [data-m~="anchor"]').first().waitFor();
      const lit = await litIn(page);
      expect(lit).toMatchObject({ start: clock.at.start, end: clock.at.end });
    }
  });
});
