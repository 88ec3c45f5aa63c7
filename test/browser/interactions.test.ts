import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimList, Strip } from '../../src/view/desk/types.ts';
import { CHROMIUM, launch, openPage, type WatchedPage } from './support/chromium.ts';
import { json, rowsTold, settled, visit } from './support/desk.ts';
import { listHands } from './support/lists.ts';
import { type Served, serveSamples } from './support/served.ts';

describe.skipIf(CHROMIUM === null)('lists of the sample coverage, by hand', () => {
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

  afterEach(() => {
    expect(opened.watch.errors.splice(0)).toEqual([]);
  });

  const { answer, agreed, chips, facet, countOf } = listHands(
    () => page,
    () => served,
  );

  test('a value of a facet in, out and away: the rows are as many as its count said', async () => {
    await visit(page, served.at('/statements'));
    const all = await agreed('statements');
    const putin = await countOf('Speaker', 'Vladimir Putin');
    await facet('Speaker', 'Vladimir Putin').locator('.facet-in').click();
    await page.waitForURL(/speaker=vladimir-putin/);
    expect(await agreed('statements')).toBe(putin);
    expect(await chips()).toEqual(['speaker: Vladimir Putin']);
    expect(await facet('Speaker', 'Vladimir Putin').locator('.facet-in').getAttribute('aria-pressed')).toBe(
      'true',
    );
    for (const words of await page.locator('.rows-list .claim-speaker').allTextContents())
      expect(words).toBe('Vladimir Putin');
    // A second value of the same facet widens, one of another narrows; both counts were told beforehand.
    const abe = await countOf('Speaker', 'Shinzo Abe');
    await facet('Speaker', 'Shinzo Abe').locator('.facet-in').click();
    await page.waitForURL(/shinzo-abe/);
    expect(await agreed('statements')).toBe(putin + abe);
    const owned = await countOf('Issue', 'Who owns the islands');
    await facet('Issue', 'Who owns the islands').locator('.facet-in').click();
    await page.waitForURL(/issue=/);
    expect(await agreed('statements')).toBe(owned);
    await page.locator('.chip', { hasText: 'Vladimir Putin' }).click();
    await page.waitForURL((url) => !url.search.includes('vladimir-putin'));
    expect(await agreed('statements')).toBeLessThan(owned);
    await page.locator('.chips-list').getByRole('button', { name: 'clear all' }).click();
    await page.waitForURL((url) => url.search === '');
    expect(await agreed('statements')).toBe(all);
    await facet('Speaker', 'Vladimir Putin').locator('.facet-out').click();
    await page.waitForURL(/speaker=-vladimir-putin/);
    expect(await agreed('statements')).toBe(all - putin);
    expect(await facet('Speaker', 'Vladimir Putin').locator('del').count()).toBe(1);
    expect(await page.locator('.chip.chip-out').count()).toBe(1);
    await facet('Speaker', 'Vladimir Putin').locator('.facet-out').click();
    await page.waitForURL((url) => url.search === '');
    expect(await agreed('statements')).toBe(all);
  });

  test('filters that hide everything: which to take away, with what that gives', async () => {
    await visit(page, served.at('/statements?speaker=vladimir-putin&party=jpn'));
    const { of, relax } = await answer('statements');
    expect(await page.locator('.list-main .empty-title').innerText()).toBe(
      `0 of ${of}: the filters hide everything`,
    );
    const [first] = relax;
    const way = page.locator('.empty-ways button').first();
    expect(await way.innerText()).toContain(String(first?.total));
    await way.click();
    expect(await agreed('statements')).toBe(first?.total);
  });

  test('search: asked while one types, hits marked, read back in words, taken away', async () => {
    await visit(page, served.at('/statements'));
    const all = await rowsTold(page);
    const field = page.getByRole('searchbox', { name: 'Search the statements' });
    await field.pressSequentially('peace treaty', { delay: 15 });
    await page.waitForURL(/q=peace(\+|%20)treaty/);
    const found = await agreed('statements');
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
    const { rows, explained } = await answer('statements');
    await page.waitForFunction(() => document.querySelector('.search-explained') !== null);
    expect(await page.locator('.search-explained').innerText()).toContain(explained ?? '-');
    const marked = await page.locator('.rows-list > li').first().locator('mark').allTextContents();
    const wanted = rows[0]?.hit?.marks.map(({ start, end }) => rows[0]?.hit?.text.slice(start, end));
    expect(marked).toEqual(wanted);
    expect(marked.join(' ').toLowerCase()).toContain('treaty');
    await field.fill('');
    await page.waitForURL((url) => url.search === '');
    expect(await agreed('statements')).toBe(all);
    expect(await page.locator('.rows-list mark').count()).toBe(0);
  });

  test('order: every one is that of the twin in JSON', async () => {
    await visit(page, served.at('/statements'));
    const first = new Set<string>();
    for (const sort of ['-time', 'speaker', 'witnesses', 'published', '-published', 'time']) {
      await page.locator('.sort select').selectOption(sort);
      await page.waitForURL((url) => (url.searchParams.get('sort') ?? 'time') === sort);
      await agreed('statements');
      const ids = (await answer('statements')).rows.slice(0, 8).map(({ id }) => id);
      const shown = (): Promise<readonly string[]> =>
        page
          .locator('.rows-list .claim-open')
          .evaluateAll((links) =>
            links
              .slice(0, 8)
              .map((link) => link.getAttribute('href')?.split('/').at(-1)?.split('?')[0] ?? ''),
          );
      await expect.poll(shown, { message: sort }).toEqual(ids);
      first.add(ids.join(' '));
    }
    expect(first.size).toBeGreaterThan(4);
  });

  const drag = async (from: number, to: number): Promise<void> => {
    const box = await page.locator('.strip-body').boundingBox();
    if (box === null) throw new Error('there is no strip');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * from, y);
    await page.mouse.down();
    for (let n = 1; n <= 6; n++) await page.mouse.move(box.x + box.width * (from + ((to - from) * n) / 6), y);
    await page.mouse.up();
  };

  const windowOf = (): { from: string; to: string } => {
    const { searchParams } = new URL(page.url());
    return { from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
  };

  test('the brush: a drag chooses a window, its middle moves it, arrows move an edge, { and } the whole', async () => {
    await visit(page, served.at('/timeline'));
    const all = await agreed('timeline');
    await page.locator('.strip-body').waitFor();
    await drag(0.5, 0.8);
    await page.waitForURL(/from=.*to=/);
    const chosen = windowOf();
    const inWindow = await agreed('timeline');
    expect(inWindow).toBeGreaterThan(0);
    expect(inWindow).toBeLessThan(all);
    for (const { times } of (await answer('timeline')).rows) {
      expect((times.happened?.latest ?? '9999') >= chosen.from).toBe(true);
      expect((times.happened?.earliest ?? '0000') <= chosen.to).toBe(true);
    }
    await drag(0.65, 0.55);
    await page.waitForURL((url) => url.searchParams.get('from') !== chosen.from);
    const moved = windowOf();
    expect(moved.from < chosen.from && moved.to < chosen.to).toBe(true);
    await agreed('timeline');
    const start = page.getByRole('slider', { name: 'beginning of the window' });
    const before = Number(await start.getAttribute('aria-valuenow'));
    await start.focus();
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight');
    await page.waitForURL((url) => url.searchParams.get('from') !== moved.from);
    expect(Number(await start.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
    expect(windowOf().to).toBe(moved.to);
    await agreed('timeline');
    const narrowed = windowOf();
    await page.locator('main h1').click();
    await page.keyboard.press('{');
    await page.waitForURL((url) => url.searchParams.get('from') !== narrowed.from);
    expect(windowOf().from < narrowed.from).toBe(true);
    await page.keyboard.press('}');
    await page.waitForURL((url) => url.searchParams.get('from') === narrowed.from);
    await agreed('timeline');
    await page.getByRole('button', { name: 'show all' }).click();
    await page.waitForURL((url) => url.search === '');
    expect(await agreed('timeline')).toBe(all);
  });

  test('the clock places every claim anew, in the list and in the strip', async () => {
    const orders = new Set<string>();
    await visit(page, served.at('/timeline'));
    for (const clock of ['said', 'published', 'happened'] as const) {
      await page.getByRole('radio', { name: clock }).check({ force: true });
      await page.waitForURL((url) => (url.searchParams.get('clock') ?? 'happened') === clock);
      await agreed('timeline');
      const { rows } = await answer('timeline');
      const shown = async (): Promise<string> =>
        (await page.locator('.rows-list .claim-when').first().innerText()).trim();
      await expect.poll(shown).toContain(rows[0]?.times[clock]?.text ?? 'undated');
      orders.add(rows.map(({ id }) => id).join());
      const strip = await json<Strip>(served, `/strip.json?clock=${clock}&bins=160`);
      if (strip.undated > 0)
        expect(await page.locator('.strip-unplaced').innerText()).toContain(`undated ${strip.undated}`);
    }
    expect(orders.size).toBe(3);
  });

  test('as of: [ and ] step through the days with news, the band says so, and the counts are of that day', async () => {
    await visit(page, served.at('/timeline'));
    const all = await agreed('timeline');
    const days: string[] = [];
    for (let n = 0; n < 3; n++) {
      await page.keyboard.press('[');
      await page.waitForURL((url) => (url.searchParams.get('as_of') ?? '') !== (days.at(-1) ?? ''));
      days.push(new URL(page.url()).searchParams.get('as_of') ?? '');
      const total = await agreed('timeline');
      expect(total).toBeLessThanOrEqual(all);
      expect(await page.locator('.band-asof').innerText()).toMatch(
        /^As known on .*: later reports are left out/,
      );
      for (const { times } of (await answer('timeline')).rows)
        expect((times.published?.earliest ?? '') <= (days.at(-1) ?? '')).toBe(true);
    }
    expect([...days].sort().toReversed()).toEqual(days);
    expect(await rowsTold(page)).toBeLessThan(all);
    await page.keyboard.press(']');
    await page.waitForURL((url) => url.searchParams.get('as_of') === days[1]);
    // It holds in the rooms one goes to, and a room that shows everything says so.
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.waitForURL(/\/statements\?.*as_of=/);
    await agreed('statements');
    await page.keyboard.press('g');
    await page.keyboard.press('u');
    await page.waitForURL(/\/sources\?.*as_of=/);
    await settled(page);
    expect(await page.locator('.band-asof').innerText()).toContain('this room shows the whole record');
    await page.getByRole('button', { name: 'Return to today' }).click();
    await page.waitForURL((url) => !url.search.includes('as_of'));
    expect(await page.locator('.band-asof').count()).toBe(0);
  });

  test('as of a day before all reports: nothing known, and since when', async () => {
    await visit(page, served.at('/timeline?as_of=1999-01-01'));
    expect(await page.locator('.list-main .empty-title').innerText()).toMatch(
      /^Nothing known on 1 Jan 1999; the first report held is of 1 Nov 2010/,
    );
  });

  test('preview: Space opens it beside the row, the arrows lead on, Esc closes it, a click opens it', async () => {
    await visit(page, served.at('/timeline'));
    const { rows } = await answer('timeline');
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await page.waitForURL((url) => url.searchParams.get('preview') === rows[0]?.id);
    await page.locator('.preview .brief').waitFor();
    expect(await page.locator('.preview').innerText()).toContain('open the event');
    await page.keyboard.press('j');
    await page.waitForURL((url) => url.searchParams.get('preview') === rows[1]?.id);
    await page.locator(`.preview a[href*="${rows[1]?.id}"]`).first().waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.search.includes('preview'));
    expect(await page.locator('.preview').count()).toBe(0);
    await page.locator('.rows-list > li').nth(3).locator('.claim-when').click();
    await page.waitForURL((url) => url.searchParams.get('preview') === rows[3]?.id);
    await page.getByRole('button', { name: 'Close the preview' }).click();
    await page.waitForURL((url) => !url.search.includes('preview'));
  });

  test('height of rows and theme change with a key, and stay when the desk is opened again', async () => {
    await visit(page, served.at('/timeline'));
    const height = async (): Promise<number> =>
      (await page.locator('.rows-list > li').nth(1).boundingBox())?.height ?? 0;
    const colour = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const [usual, light] = [await height(), await colour()];
    await page.keyboard.press('d');
    await expect.poll(height).toBeLessThan(usual);
    const themes = new Set<string>();
    for (let n = 0; n < 2; n++) {
      const before = await page.locator('html').getAttribute('data-theme');
      await page.keyboard.press('Shift+T');
      await page.waitForFunction(
        (old) => document.documentElement.getAttribute('data-theme') !== old,
        before,
      );
      themes.add(await colour());
    }
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(themes.size).toBe(2);
    await page.reload();
    await settled(page);
    expect(await height()).toBeLessThan(usual);
    expect(await colour()).not.toBe(light);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await settled(page);
    expect(await height()).toBe(usual);
    expect(await colour()).toBe(light);
  });

  test('list, lanes and table show the same claims, and the counts of the strip are those of its table', async () => {
    await visit(page, served.at('/timeline?kind=event'));
    const total = await agreed('timeline');
    await page.getByRole('button', { name: 'lanes', exact: true }).click();
    await page.waitForURL(/view=lanes/);
    await page.locator('.lane-mark').first().waitFor();
    const words = await page.locator('.lanes-head').innerText();
    const drawn = await page
      .locator('.lane-mark')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-id') ?? ''));
    const hidden = (await page.locator('.lane-more').allTextContents()).map((text) =>
      Number(text.replace('+', '')),
    );
    const { rows } = await json<ClaimList>(served, '/timeline.json?kind=event&limit=1000');
    const placed = rows.filter(
      ({ times }) =>
        times.happened !== null && (times.happened.earliest !== null || times.happened.latest !== null),
    );
    expect(words).toContain(`${placed.length} claims drawn`);
    if (hidden.length === 0)
      expect([...new Set(drawn)].sort()).toEqual(placed.map(({ id }) => id as string).sort());
    await page.keyboard.press('v');
    await page.waitForURL(/view=table/);
    await page.locator('main table tbody tr').first().waitFor();
    expect(await page.locator('main .claim-table tbody tr').count()).toBe(Math.min(100, total));
    expect(await page.locator('main .claim-table caption').innerText()).toBe(
      `Rows 1 to ${Math.min(100, total)} of ${total}`,
    );
    await page.locator('.strip-counts summary').click();
    const counts = await page
      .locator('.strip-table tbody tr')
      .evaluateAll((lines) => lines.map((line) => Number(line.querySelector('td')?.textContent)));
    const strip = await json<Strip>(served, '/strip.json?kind=event&bins=160');
    expect(counts).toEqual(strip.bins.filter(({ events }) => events > 0).map(({ events }) => events));
    expect(counts.reduce((sum, n) => sum + n, 0) + strip.undated + strip.bounded).toBe(total);
    await page.getByRole('button', { name: 'list', exact: true }).click();
    await page.waitForURL((url) => !url.search.includes('view='));
    expect(await agreed('timeline')).toBe(total);
  });

  test('back: from a claim, from a page and from another room to the same list, filters and place', async () => {
    await visit(page, served.at('/timeline?party=rus&sort=-time'));
    const total = await agreed('timeline');
    const address = page.url();
    const list = page.locator('.rows');
    const scrolled = (): Promise<number> => list.evaluate((element) => element.scrollTop);
    const topRow = (): Promise<string | null> =>
      list.evaluate((element) => {
        const { left, top } = element.getBoundingClientRect();
        const row = document.elementFromPoint(left + 20, top + 60)?.closest('li');
        return row?.getAttribute('data-index') ?? null;
      });
    // A row in full sight: one that is only drawn would be scrolled to by the click itself.
    const inSight = (first: string | null, part: string) =>
      page.locator(`.rows [data-index="${Number(first) + 2}"] ${part}`);
    const leave = [
      (first: string | null) => inSight(first, '.claim-open').click(),
      (first: string | null) => inSight(first, '.claim-read').click(),
      () => page.locator('.side-column .room-link', { hasText: 'Statements' }).click(),
    ];
    for (const [n, go] of leave.entries()) {
      await list.evaluate((element, by) => element.scrollTo(0, by), 600 + 200 * n);
      await settled(page);
      const at = await scrolled();
      expect(at).toBe(600 + 200 * n);
      const first = await topRow();
      expect(first).not.toBeNull();
      await go(first);
      await page.waitForURL((url) => url.href !== address);
      await settled(page);
      await page.goBack();
      await page.waitForURL(address);
      await settled(page);
      await expect.poll(scrolled).toBe(at);
      expect(await topRow()).toBe(first);
      expect(await chips()).toEqual(['party: Russia']);
      expect(await rowsTold(page)).toBe(total);
    }
    await page.goForward();
    await page.waitForURL(/\/statements/);
  });
});
