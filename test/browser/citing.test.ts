import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimCard, ClaimList, JumpItem, ReaderView, SourceList } from '../../src/view/desk/types.ts';
import { CHROMIUM, launch, openPage, type WatchedPage } from './support/chromium.ts';
import {
  asked,
  bare,
  clipboard,
  countTold,
  heading,
  json,
  litIn,
  settled,
  toasted,
  visit,
} from './support/desk.ts';
import { listHands } from './support/lists.ts';
import { type Served, serveSamples } from './support/served.ts';

describe.skipIf(CHROMIUM === null)('finding, reading, citing and linking on the sample coverage', () => {
  let browser: Browser;
  let served: Served;
  let opened: WatchedPage;
  let page: Page;
  let statement: ClaimCard;
  let view: ReaderView;

  beforeAll(async () => {
    served = await serveSamples();
    browser = await launch();
    opened = await openPage(browser);
    ({ page } = opened);
    await opened.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.url });
    const { rows } = await json<ClaimList>(served, '/statements.json?mode=direct&sort=witnesses&limit=1');
    statement = await json<ClaimCard>(served, `/statements/${rows[0]?.id}.json`);
    const sources = await json<SourceList>(served, '/sources.json?sort=statements&limit=1');
    view = await json<ReaderView>(served, `/sources/${sources.rows[0]?.id}.json`);
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  afterEach(() => {
    expect(opened.watch.errors.splice(0)).toEqual([]);
  });

  const { agreed, facet } = listHands(
    () => page,
    () => served,
  );

  test('sources: a filter, the search, the order and the folding of copies agree with the twin', async () => {
    await visit(page, served.at('/sources'));
    const list = (): Promise<SourceList> => json<SourceList>(served, `/sources.json${asked(page.url())}`);
    const lines = page.locator('table.sources > tbody > tr');
    const agrees = async (): Promise<SourceList> => {
      await settled(page);
      const found = await list();
      await expect.poll(() => lines.count()).toBe(found.rows.length);
      await expect.poll(() => countTold(page)).toBe(found.total);
      const titles = await lines.locator('.source-title').allTextContents();
      expect(titles.map((title) => title.trim())).toEqual(
        found.rows.map(({ title }) => title ?? '(no headline kept)'),
      );
      return found;
    };
    const all = await agrees();
    const folded = all.rows.find(({ copies }) => copies.length > 0);
    const fold = lines
      .filter({ hasText: folded?.title ?? '-' })
      .getByRole('button', { name: /pages, one text/ });
    expect(await fold.innerText()).toBe(`${(folded?.copies.length ?? 0) + 1} pages, one text`);
    await fold.click();
    expect(await page.locator('table.sources tr.is-copy').count()).toBe(folded?.copies.length);
    await fold.click();
    expect(await page.locator('table.sources tr.is-copy').count()).toBe(0);
    await page.getByRole('checkbox', { name: /fold copies/ }).uncheck();
    await page.waitForURL(/fold=no/);
    expect((await agrees()).rows).toHaveLength(all.total);
    await facet('Outlet', 'Vostrubezh').locator('.facet-in').click();
    await page.waitForURL(/outlet=vostrubezh/);
    const fewer = await agrees();
    expect(fewer.total).toBeLessThan(all.total);
    await page.locator('.sources-bar select').selectOption('statements');
    await page.waitForURL(/sort=statements/);
    await agrees();
    await page.locator('.sources-search').pressSequentially('Putin', { delay: 15 });
    await page.waitForURL(/q=Putin/);
    expect((await agrees()).total).toBeLessThan(fewer.total);
    const [row] = (await list()).rows;
    await lines.first().locator('.count-cell a').first().click();
    await page.waitForURL(/article=/);
    expect(await agreed('statements')).toBe(row?.statements);
  });

  test('a citation in all four formats, by button and by key, and the permanent address', async () => {
    await visit(page, served.at(`/statements/${statement.row.id}`));
    await page.getByRole('button', { name: 'copy citation' }).click();
    await toasted(page, 'Chicago copied');
    expect(await clipboard(page)).toBe(statement.cite.chicago);
    await page.getByRole('button', { name: 'all formats' }).click();
    const formats = {
      BibTeX: statement.cite.bibtex,
      'CSL-JSON': statement.cite.csl,
      Markdown: statement.cite.markdown,
      Chicago: statement.cite.chicago,
    };
    for (const [name, text] of Object.entries(formats)) {
      await page.getByRole('button', { name: `copy as ${name}`, exact: true }).click();
      await toasted(page, `${name} copied`);
      expect(await clipboard(page), name).toBe(text);
      expect(await page.locator('.cite-text').allTextContents()).toContain(text);
    }
    expect(statement.cite.bibtex).toMatch(/^@(online|article)\{/);
    expect(JSON.parse(statement.cite.csl)).toHaveLength(1);
    for (const text of Object.values(formats)) expect(text).toContain(statement.row.id);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.keyboard.press('c');
    await expect.poll(() => clipboard(page)).toBe(statement.cite.chicago);
    await page.keyboard.press('Shift+C');
    await toasted(page, 'Link copied');
    const link = await clipboard(page);
    expect(link).toBe(served.at(`/statements/${statement.row.id}`));
    const other = await opened.context.newPage();
    await visit(other, link);
    expect(await heading(other)).toBe(await heading(page));
    await other.close();
  });

  test('the permanent address of what was known on a day keeps the day', async () => {
    const asOf = statement.row.times.published?.latest ?? '';
    await visit(page, served.at(`/statements/${statement.row.id}?as_of=${asOf}`));
    await page.getByRole('button', { name: 'copy link' }).click();
    await toasted(page, 'Link copied');
    expect(await clipboard(page)).toBe(served.at(`/statements/${statement.row.id}?as_of=${asOf}`));
  });

  test('the address in a citation opens the claim', async () => {
    const address = new RegExp(`http://\\S+/${statement.row.id}`).exec(statement.cite.chicago)?.[0] ?? '';
    await visit(page, address);
    expect(await page.locator('.card').innerText()).toContain(statement.row.id);
  });

  /** Marks the first words of the longest paragraph of the article with the mouse. Returns them. */
  const mark = async (): Promise<string> => {
    const body = view.segments
      .filter(({ kind }) => kind === 'body')
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    await page.locator('.page-text p[data-start]').first().waitFor();
    const paragraph = page
      .locator('.page-text .paragraph:not(.unread) p[data-start]')
      .nth(body.length > 0 ? 2 : 0);
    await paragraph.scrollIntoViewIfNeeded();
    const box = await paragraph.boundingBox();
    if (box === null) throw new Error('there is no paragraph');
    await page.mouse.move(box.x + 1, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 10, { steps: 4 });
    await page.mouse.move(box.x + 260, box.y + 10, { steps: 4 });
    await page.mouse.up();
    return page.evaluate(() => String(document.getSelection()));
  };

  test('marked words give a link that lights exactly them when it is opened', async () => {
    await visit(page, served.at(`/sources/${view.source.id}`));
    const words = await mark();
    expect(words.length).toBeGreaterThan(10);
    await page
      .getByRole('toolbar', { name: 'Selected words' })
      .getByRole('button', { name: 'copy link to this passage' })
      .click();
    await toasted(page, 'Link copied');
    const link = await clipboard(page);
    expect(link.startsWith(served.at(`/sources/${view.source.id}@${view.revision.slice(0, 8)}#`))).toBe(true);
    const other = await opened.context.newPage();
    await visit(other, link);
    await expect.poll(async () => (await litIn(other))?.text).toBe(bare(words));
    const lit = await litIn(other);
    expect(bare(view.text.slice(lit?.start, lit?.end))).toBe(bare(words));
    await other.waitForFunction(() => {
      const box = document.querySelector('.page-text [data-m~="anchor"]')?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
    await other.close();
  });

  test('marked words as a citation: the words, the outlet, the day, and the way back', async () => {
    await visit(page, served.at(`/sources/${view.source.id}`));
    const words = await mark();
    await page
      .getByRole('toolbar', { name: 'Selected words' })
      .getByRole('button', { name: 'copy as citation' })
      .click();
    await toasted(page, 'Citation copied');
    const citation = await clipboard(page);
    expect(citation).toContain(`“${words.replaceAll(/\s+/g, ' ').trim()}”`);
    expect(citation).toContain(view.source.outlet?.name ?? 'unnamed outlet');
    expect(citation).toContain(view.source.published?.text ?? 'undated');
    expect(citation).toContain(served.at(`/sources/${view.source.id}@`));
  });

  test('the slider lights more and less, by mouse and by key, and the address says how much', async () => {
    await visit(page, served.at(`/sources/${view.source.id}`));
    const slider = page.getByRole('slider');
    const marked = (): Promise<number> =>
      page.locator('.page-text').locator('.in-content, .in-cue, .in-time, .in-trigger, .in-source').count();
    const counts: number[] = [];
    for (const [value, level] of ['none', 'quotes', 'statements', 'all'].entries()) {
      await slider.fill(String(value));
      await page.waitForURL((url) => (url.searchParams.get('highlights') ?? 'statements') === level);
      expect(await slider.getAttribute('aria-valuetext')).toBe(level);
      counts.push(await marked());
    }
    expect(counts[0]).toBe(0);
    expect([...counts].sort((a, b) => a - b)).toEqual(counts);
    expect(counts.at(-1)).toBeGreaterThan(counts[2] ?? 0);
    await page.locator('main h1').click();
    await page.keyboard.press('-');
    await page.waitForURL((url) => !url.searchParams.has('highlights'));
    await page.keyboard.press('+');
    await page.waitForURL(/highlights=all/);
    await page.reload();
    await settled(page);
    await expect.poll(marked).toBe(counts.at(-1));
    const time = view.times[0];
    const words = view.text.slice(time?.span.start, time?.span.end);
    expect(await page.locator('.margin-note').filter({ hasText: words }).first().innerText()).toContain('→');
  });

  test('what was not read is folded, says why, and comes back; a claim beside the text leads to its words', async () => {
    await visit(page, served.at(`/sources/${view.source.id}`));
    const unread = view.segments.filter(
      ({ kind }) => !['headline', 'body', 'byline', 'dateline'].includes(kind),
    );
    const paragraphs = page.locator('.page-text p[data-start]');
    const folded = await paragraphs.count();
    await page.getByRole('button', { name: 'whole page' }).click();
    await page.waitForURL(/show=all/);
    await expect.poll(() => paragraphs.count()).toBeGreaterThan(folded);
    const [first] = unread;
    expect(await page.locator('.kind-why').allTextContents()).toContain(first?.why ?? '-');
    await page.getByRole('button', { name: 'clean' }).click();
    await expect.poll(() => paragraphs.count()).toBe(folded);
    await page.locator('.stub-line').first().click();
    expect(await page.locator('.stub-line').first().getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => paragraphs.count()).toBeGreaterThan(folded);
    const cited = view.cited.at(-1);
    await page.locator(`.page-items > li[data-m="${cited?.claim.id}"] .page-item`).click();
    await page.waitForFunction((id) => {
      const box = document.querySelector(`.page-text [data-m~="${id}"]`)?.getBoundingClientRect();
      return box !== undefined && box.bottom > 0 && box.top < innerHeight;
    }, cited?.claim.id);
    await page.locator(`.page-text [data-m~="${cited?.claim.id}"]:not(.voice)`).first().hover();
    const lit = await page.locator('.page-text .lit:not(.voice)').allTextContents();
    expect(bare(lit.join(''))).toContain(bare(view.text.slice(cited?.marks[0]?.start, cited?.marks[0]?.end)));
    await page.getByRole('tab', { name: 'times' }).click();
    expect(await page.locator('.reader-panel table.times tbody tr').count()).toBe(view.times.length);
    expect(await page.locator('.reader-panel').innerText()).toContain(view.times[0]?.anchor ?? '-');
    await page.getByRole('tab', { name: 'about' }).click();
    expect(
      await page.locator('.reader-panel').getByRole('link', { name: 'download' }).getAttribute('href'),
    ).toContain(`/pages/${view.source.page}/bytes`);
    expect(await page.locator('section[aria-labelledby="copies"] .source-line').count()).toBe(
      view.copies.length,
    );
  });

  const jump = async (typed: string): Promise<void> => {
    await page.keyboard.press('/');
    const field = page.locator('dialog').getByRole('combobox');
    await field.waitFor();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await field.pressSequentially(typed, { delay: 10 });
  };

  const choose = async (kind: string, name: string): Promise<void> => {
    const entry = page.getByRole('group', { name: kind, exact: true }).getByRole('option', { name });
    await entry.first().waitFor();
    for (let n = 0; n < 40; n++) {
      if ((await entry.first().getAttribute('aria-selected')) === 'true') break;
      await page.keyboard.press('ArrowDown');
    }
    expect(await entry.first().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
  };

  test('jump: to a person, to a statement, to a page, to a room, to a command; a search in words', async () => {
    await visit(page, served.at('/jobs'));
    await jump('lavrov');
    await choose('Speakers', 'Sergei Lavrov');
    await page.waitForURL(/speaker=sergei-lavrov/);
    await settled(page);
    const { total } = await json<ClaimList>(served, '/statements.json?speaker=sergei-lavrov');
    expect(await countTold(page)).toBe(total);
    const words = (statement.row.wording ?? '')
      .replaceAll(/[^\p{L}\s]/gu, ' ')
      .trim()
      .split(/\s+/)
      .slice(0, 5)
      .join(' ');
    const found = await json<readonly JumpItem[]>(
      served,
      `/jump.json?q=${encodeURIComponent(words)}&limit=24`,
    );
    const item = found.find(({ what }) => what === 'statement');
    await jump(words);
    await choose('Statements', item?.label ?? '-');
    await page.waitForURL((url) => url.pathname.endsWith(`/statements/${item?.id}`));
    await settled(page);
    await jump(view.source.title ?? '-');
    await choose('Pages', view.source.title ?? '-');
    await page.waitForURL((url) => url.pathname.endsWith(`/sources/${view.source.id}`));
    await settled(page);
    await jump('map');
    await choose('Rooms', 'Map');
    await page.waitForURL(/\/map$/);
    await jump('theme');
    const before = await page.locator('html').getAttribute('data-theme');
    await choose('Commands', 'Change the theme');
    await page.waitForFunction((old) => document.documentElement.getAttribute('data-theme') !== old, before);
    await jump('peace treaty');
    const { total: hits } = await json<ClaimList>(served, '/statements.json?q=peace%20treaty');
    await page.locator('.jump-foot', { hasText: `${hits} statements found` }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/statements\?q=peace/);
    await settled(page);
    expect(await countTold(page)).toBe(hits);
    await page.evaluate(() => localStorage.clear());
  });

  test('jump: Esc closes it and leaves everything as it was; ctrl K opens it from a field', async () => {
    await visit(page, served.at('/statements?speaker=sergei-lavrov'));
    const address = page.url();
    await jump('zzzz qqqq');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(page.url()).toBe(address);
    await page.getByRole('searchbox', { name: 'Search the statements' }).focus();
    await page.keyboard.press('Control+k');
    await page.locator('dialog').getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
  });
});
