import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type {
  ClaimCard,
  ClaimList,
  MapView,
  Overview,
  ReaderView,
  SourceList,
} from '../../src/view/desk/types.ts';
import { CHROMIUM, launch, openPage, type WatchedPage } from './support/chromium.ts';
import { asked, bare, countTold, follow, heading, json, rowsTold, settled, visit } from './support/desk.ts';
import { type Served, serveSamples } from './support/served.ts';

describe.skipIf(CHROMIUM === null)('the rooms on the sample coverage', () => {
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

  /** Whatever a room did, nothing of it may have failed. */
  afterEach(() => {
    expect(opened.watch.errors.splice(0)).toEqual([]);
  });

  const words = async (): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');

  test('every room has its heading, a title that says where one is, one h1 and the landmarks', async () => {
    const { title } = await json<Overview>(served, '/overview.json');
    const rooms = {
      '': title,
      '/timeline': 'Timeline',
      '/events': 'Events',
      '/statements': 'Statements',
      '/sources': 'Sources',
      '/map': 'Map',
      '/jobs': 'Imports',
      '/settings': 'Settings',
      '/help': 'Help',
    };
    for (const [path, name] of Object.entries(rooms)) {
      await visit(page, served.at(path));
      expect(await heading(page), path).toBe(name);
      expect(await page.locator('h1').count(), path).toBe(1);
      await page.waitForFunction((wanted) => document.title.startsWith(wanted), name);
      await page.waitForFunction((wanted) => document.title.includes(wanted), title);
      expect(await page.title(), path).toMatch(/Demarche$/);
      for (const landmark of ['banner', 'navigation', 'main'] as const)
        expect(await page.getByRole(landmark).count(), `${landmark} in ${path}`).toBeGreaterThan(0);
      expect(await page.locator('.side-column [aria-current="page"]').count(), path).toBe(1);
      expect((await words()).length, path).toBeGreaterThan(40);
      await expectNoWaste(path);
    }
  });

  /** One can scroll to the end of what a room shows, and no further. */
  const expectNoWaste = async (path: string): Promise<void> => {
    const over = await page.evaluate(() => {
      const { scrollHeight, scrollTop, scrollWidth } = document.documentElement;
      const end = (document.querySelector('.frame')?.getBoundingClientRect().bottom ?? 0) + scrollTop;
      return {
        below: scrollHeight - Math.max(innerHeight, Math.ceil(end)),
        beside: scrollWidth - innerWidth,
      };
    });
    expect(over.below, path).toBeLessThanOrEqual(1);
    expect(over.beside, path).toBeLessThanOrEqual(0);
  };

  test('overview: every number leads to a list with exactly as many', async () => {
    const overview = await json<Overview>(served, '/overview.json');
    await visit(page, served.at(''));
    const numbers = await page.locator('.numbers a').evaluateAll((links) =>
      links.map((link) => ({
        n: Number((link.querySelector('b')?.textContent ?? '').replaceAll(',', '')),
        what: link.querySelector('span')?.textContent ?? '',
        address: (link as HTMLAnchorElement).href,
      })),
    );
    expect(numbers.map(({ n }) => n)).toEqual([
      overview.pages,
      overview.texts,
      overview.outlets,
      overview.statements,
      overview.events,
      overview.differing,
      overview.planned,
      overview.unresolved,
      overview.boundedPages,
      overview.undatedPages,
      overview.boundedClaims,
      overview.undatedClaims,
      overview.failures,
    ]);
    expect(numbers.filter(({ n }) => n > 0).length).toBeGreaterThan(8);
    for (const { n, what, address } of numbers) {
      await follow(page, served.at(''));
      await page.locator('.numbers a').filter({ hasText: what }).first().click();
      await page.waitForURL(address);
      await settled(page);
      expect(await countedThere(what), `${what} (${address})`).toBe(n);
    }
  });

  /** How many of what a number counts the list shows that it leads to. */
  const countedThere = async (what: string): Promise<number> => {
    const texts = /(\d+) texts?\b/.exec(await words())?.[1];
    if (what.startsWith('texts')) return Number(texts);
    if (what.includes('could not be read')) return page.locator('#failures-list li').count();
    if (what === 'outlets') {
      const { facets } = await json<SourceList>(served, '/sources.json');
      const outlets = facets.find(({ facet }) => facet === 'outlet');
      return (outlets?.values.length ?? 0) + (outlets?.more ?? 0);
    }
    const told = await countTold(page);
    if (/\/(timeline|statements)$/.test(new URL(page.url()).pathname))
      expect(await rowsTold(page), what).toBe(told);
    return told;
  };

  test('overview: outlets, parties, languages and the dates passed over lead to their lists', async () => {
    const overview = await json<Overview>(served, '/overview.json');
    await visit(page, served.at(''));
    expect(await words()).toContain(`${overview.pages} pages of ${overview.outlets} outlets`);
    const links = await page
      .locator(
        'section[aria-labelledby="caught"] a, section[aria-labelledby="outlets"] a, section[aria-labelledby="parties"] a, section[aria-labelledby="languages"] a',
      )
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    const wanted = [
      ...overview.caught.map(({ pages }) => pages),
      // A party without a claim has no line.
      ...overview.parties.map(({ claims }) => claims).filter((n) => n > 0),
      ...overview.byOutlet.map(({ pages }) => pages),
      ...overview.languages.map(({ pages }) => pages),
    ];
    expect(links).toHaveLength(wanted.length);
    for (const [index, address] of links.entries()) {
      const { pathname } = new URL(address);
      const answer = await fetch(`${served.url}${pathname}.json${asked(address)}`);
      expect(((await answer.json()) as SourceList).total, address).toBe(wanted[index]);
    }
  });

  test('timeline: the rows of the record in order, each with its time, its words, its sourcing and two links', async () => {
    const list = await json<ClaimList>(served, '/timeline.json');
    await visit(page, served.at('/timeline'));
    expect(await rowsTold(page)).toBe(list.total);
    expect(await countTold(page)).toBe(list.total);
    const rows = await page.locator('.rows-list > li').evaluateAll((items) =>
      items.slice(0, 15).map((item) => ({
        when: item.querySelector('.claim-when')?.textContent ?? '',
        open: item.querySelector('.claim-open')?.getAttribute('href') ?? '',
        read: item.querySelector('.claim-read')?.getAttribute('href') ?? '',
        ticks: item.querySelectorAll('.ticks, [class*="tick"]').length,
      })),
    );
    expect(rows).toHaveLength(15);
    for (const [index, row] of rows.entries()) {
      const claim = list.rows[index];
      expect(row.when).toContain(claim?.times.happened?.text ?? 'undated');
      expect(row.open).toBe(
        `/${served.dispute}/${claim?.kind === 'event' ? 'events' : 'statements'}/${claim?.id}`,
      );
      expect(row.read).toContain(`/sources/${claim?.at.article}@${claim?.at.revision.slice(0, 8)}#`);
      expect(row.read).toContain(`t=${claim?.at.start}-${claim?.at.end}`);
      expect(row.ticks).toBeGreaterThan(0);
    }
    expect(await page.locator('.strip-bars').count()).toBe(1);
    expect(await page.locator('[role="slider"]').count()).toBe(2);
  });

  test('timeline: what is planned is hollow and says so, what was called off is struck, a stretch is a bar', async () => {
    const { rows } = await json<ClaimList>(served, '/timeline.json?status=planned&limit=1000');
    expect(rows.length).toBeGreaterThan(0);
    await visit(page, served.at('/timeline?status=planned'));
    expect(await page.locator('.rows-list .claim-marks').first().innerText()).toContain('planned');
    expect(await page.locator('.rows-list .claim-marks svg .hollow').count()).toBeGreaterThan(0);
    await visit(page, served.at('/timeline?status=did%20not%20happen'));
    expect(await page.locator('.rows-list .claim-marks').first().innerText()).toContain('did not happen');
    const stretch = (await json<ClaimList>(served, '/timeline.json?limit=1000')).rows.find(
      ({ times: { happened: at } }) => at?.certainty === 'dated' && at.earliest !== at.latest,
    );
    await visit(page, served.at(`/timeline?article=${stretch?.at.article}`));
    const row = page.locator('.rows-list > li').filter({ has: page.locator(`[href$="/${stretch?.id}"]`) });
    expect(await row.locator('.when .precision').count()).toBe(1);
  });

  test('timeline: lanes and the table hold what the list holds', async () => {
    const list = await json<ClaimList>(served, '/timeline.json?limit=1000');
    await visit(page, served.at('/timeline?view=lanes'));
    await page.locator('.lane-mark').first().waitFor();
    const drawn = new Set(
      await page
        .locator('.lane-mark')
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-id') ?? '')),
    );
    const more = await page.locator('.lane-more text').allTextContents();
    expect(drawn.size).toBeGreaterThan(list.total / 3);
    if (more.length === 0)
      expect(drawn.size).toBe(list.total - (await json<Overview>(served, '/overview.json')).undatedClaims);
    expect((await page.locator('.lane-name').allTextContents()).join(' ')).toMatch(
      /Russia.*Japan|Japan.*Russia/,
    );
    await visit(page, served.at('/timeline?view=table'));
    expect(await page.locator('main table tbody tr').count()).toBe(list.rows.slice(0, 100).length);
    expect(await page.locator('main table').first().getAttribute('aria-rowcount')).toBe(
      String(list.total + 1),
    );
  });

  test('statements: every one with speaker, act, words in their language, and through whom', async () => {
    const list = await json<ClaimList>(served, '/statements.json');
    await visit(page, served.at('/statements'));
    expect(await rowsTold(page)).toBe(list.total);
    const shown = await page.locator('.rows-list > li').evaluateAll((items) =>
      items.slice(0, 8).map((item) => ({
        speaker: item.querySelector('.claim-speaker')?.textContent ?? '',
        words: item.querySelector('.quoted')?.textContent ?? '',
        language: item.querySelector('.quoted')?.getAttribute('lang'),
        through: item.querySelector('.claim-through')?.textContent ?? '',
      })),
    );
    for (const [index, { speaker, words: said, language, through }] of shown.entries()) {
      const row = list.rows[index];
      expect(speaker).toBe(row?.speaker?.name);
      expect(said).toContain(row?.wording ?? '-');
      expect(language).toBe(row?.language);
      expect(through).toBe(row?.chain ?? '');
    }
    expect(await page.locator('.facets h3').allTextContents()).toEqual(
      expect.arrayContaining(['Speaker', 'Party', 'Outlet', 'Issue', 'Act', 'How quoted']),
    );
    expect(await page.locator('.twins a').count()).toBe(3);
  });

  test('every claim has its page: the words, the passages, the chain, and the way to the characters', async () => {
    const { rows } = await json<ClaimList>(served, '/timeline.json?limit=1000');
    // The best told, those that differ, and a few more: a kind of page each.
    const chosen = [
      ...[...rows].sort((a, b) => b.witnesses.articles - a.witnesses.articles).slice(0, 4),
      ...rows.filter(({ differs }) => differs.length > 0).slice(0, 3),
      ...rows.filter((_, index) => index % 20 === 0),
    ];
    for (const row of chosen) {
      const room = row.kind === 'event' ? 'events' : 'statements';
      const card = await json<ClaimCard>(served, `/${room}/${row.id}.json`);
      await follow(page, served.at(`/${room}/${row.id}`));
      await page.locator('.cite').waitFor();
      await page.locator('.card', { hasText: row.id }).waitFor();
      const text = await words();
      expect((await heading(page)).length, row.id).toBeGreaterThan(5);
      if (row.kind === 'statement') expect(text, row.id).toContain(row.wording ?? '-');
      const [first] = card.accounts;
      expect(await page.locator('.account .chain').first().innerText(), row.id).toContain(
        first?.outlet?.name ?? '-',
      );
      expect(await page.locator('.account-open').count(), row.id).toBeGreaterThan(0);
      expect(text, row.id).toMatch(/independent/);
      if (card.differences.length > 0) expect(text, row.id).toMatch(/Accounts differ in/);
      expect(await page.getByRole('button', { name: 'copy citation' }).count(), row.id).toBe(1);
    }
    expect(chosen.length).toBeGreaterThan(10);
  });

  test('sources: every text once, the day used with its reason, days passed over, copies folded', async () => {
    const list = await json<SourceList>(served, '/sources.json');
    await visit(page, served.at('/sources'));
    expect(await page.locator('table.sources > tbody > tr').count()).toBe(list.rows.length);
    expect(await countTold(page)).toBe(list.total);
    expect(list.rows.length).toBeLessThan(list.total);
    const text = await words();
    for (const { title, outlet, published } of list.rows) {
      expect(text).toContain(title ?? '(no headline kept)');
      expect(text).toContain(outlet?.name ?? 'unnamed outlet');
      expect(text).toContain(published?.text ?? 'undated');
    }
    const caught = list.rows.filter(({ rejected }) =>
      rejected.some((reading) => reading.rejected?.reason === 'crawl-clock'),
    );
    expect(await page.locator('.passed-over .clock-caught, .passed-over.clock-caught').count()).toBe(
      caught.length,
    );
  });

  test('reader: every page with its title, all of its body, its statements, and its days', async () => {
    const { rows } = await json<SourceList>(served, '/sources.json?fold=no&limit=1000');
    expect(rows).toHaveLength(24);
    for (const { id } of rows) {
      const view = await json<ReaderView>(served, `/sources/${id}.json`);
      await follow(page, served.at(`/sources/${id}?show=all`));
      const shown = (): Promise<string> =>
        page
          .locator('.page-text p[data-start]')
          .evaluateAll((paragraphs) => paragraphs.map((paragraph) => paragraph.textContent ?? '').join(''));
      await expect.poll(async () => bare(await shown()), { message: id }).toBe(bare(view.text));
      expect(await heading(page)).toBe((view.source.title ?? '(no headline kept)').trim());
      const body = page.locator('.page-text p[data-start]').first();
      expect(await body.getAttribute('lang')).toBe(view.source.language);
      expect(await page.locator('.page-items > li').count(), id).toBeGreaterThanOrEqual(view.cited.length);
      await expectNoWaste(id);
    }
  });

  test('map: the places with their events, every side’s names of the disputed ones, nothing of one side’s colour', async () => {
    const view = await json<MapView>(served, '/places.json');
    await visit(page, served.at('/map'));
    await page.locator('.map-both svg').first().waitFor();
    const held = view.places.filter(({ events, disputed }) => events > 0 || disputed);
    expect(await page.locator('.map-list tbody tr').count()).toBe(held.length);
    const text = await words();
    for (const { name } of held) expect(text).toContain(name);
    const told = held.filter(({ disputed, events }) => disputed && events > 0);
    expect(told.length).toBeGreaterThan(0);
    for (const { name } of told) {
      const row = await page.locator('.map-list tbody tr').filter({ hasText: name }).first().innerText();
      for (const side of ['Russia:', 'Japan:']) expect(row, name).toContain(side);
    }
    expect(await page.locator('.map-list tbody [lang="ja"]').count()).toBeGreaterThan(0);
    const busiest = [...held].sort((a, b) => b.events - a.events)[0];
    await page
      .locator('.map-list tbody a')
      .filter({ hasText: busiest?.name ?? '-' })
      .first()
      .click();
    await settled(page);
    expect(await countTold(page)).toBe(busiest?.events);
  });

  test('jobs: no import yet, and the ways to begin one', async () => {
    await visit(page, served.at('/jobs'));
    const text = await words();
    expect(text).toContain('No import since this server was started');
    for (const name of ['Choose files', 'Choose a folder', 'Import the text'])
      expect(await page.getByRole('button', { name }).count(), name).toBe(1);
    expect(await page.locator('textarea').count()).toBe(2);
  });

  test('settings: themes, heights, and the keys of every command', async () => {
    await visit(page, served.at('/settings'));
    for (const name of ['system', 'light', 'dark', 'high contrast', 'normal', 'compact'])
      expect(await page.getByRole('radio', { name: new RegExp(`^${name}`) }).count(), name).toBe(1);
    expect(await page.locator('.key-table tbody tr').count()).toBeGreaterThan(20);
  });

  test('help: what each room answers, the keys, and the marks', async () => {
    await visit(page, served.at('/help'));
    expect(await page.locator('main h2').allTextContents()).toEqual(
      expect.arrayContaining([
        'What each room answers',
        'Keyboard',
        'Marks',
        'Clocks and days',
        'When a list is empty',
      ]),
    );
    expect(await page.locator('main kbd').count()).toBeGreaterThan(20);
    expect(await page.locator('main svg').count()).toBeGreaterThan(10);
  });

  test('an address that names no room says so', async () => {
    await page.goto(served.at('/kitchen'));
    await settled(page);
    expect(await heading(page)).toBe('Nothing is at this address');
    expect(await page.getByRole('link', { name: 'Overview' }).count()).toBeGreaterThan(0);
    opened.watch.errors.splice(0);
  });

  test('the address without a record leads to it', async () => {
    await visit(page, `${served.url}/`);
    expect(new URL(page.url()).pathname).toBe(`/${served.dispute}`);
  });
});
