import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimCard, ClaimList } from '../../src/view/desk/types.ts';
import { CHROMIUM, launch, openPage, type WatchedPage } from './support/chromium.ts';
import {
  clipboard,
  countTold,
  focused,
  heading,
  json,
  litIn,
  settled,
  toasted,
  visit,
} from './support/desk.ts';
import { type Served, serveSamples } from './support/served.ts';

describe.skipIf(CHROMIUM === null)('the desk with the keyboard alone', () => {
  let browser: Browser;
  let served: Served;
  let opened: WatchedPage;
  let page: Page;
  let keys: CDPSession;

  beforeAll(async () => {
    served = await serveSamples();
    browser = await launch();
    opened = await openPage(browser);
    ({ page } = opened);
    await opened.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.url });
    keys = await opened.context.newCDPSession(page);
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  afterEach(async () => {
    await page.evaluate(() => localStorage.clear());
    expect(opened.watch.errors.splice(0)).toEqual([]);
  });

  const press = async (...strokes: readonly string[]): Promise<void> => {
    for (const stroke of strokes) await page.keyboard.press(stroke);
  };

  /** Something has the focus, and one sees what: never the page as a whole. */
  const expectFocus = async (where: string): Promise<void> => {
    await expect
      .poll(async () => (await focused(page)).tag, { message: `${where}: the focus is lost` })
      .not.toBe('body');
    const now = await focused(page);
    expect(now.isSeen || now.isStart, `${where}: no ring on ${now.tag} “${now.name}”`).toBe(true);
  };

  /** After a move to another room the focus is at its heading. */
  const expectArrived = async (path: RegExp, name: RegExp): Promise<void> => {
    await page.waitForURL(path);
    await settled(page);
    await expect.poll(() => heading(page)).toMatch(name);
    await expect
      .poll(async () => (await focused(page)).isStart, { message: `on arrival at ${path}` })
      .toBe(true);
  };

  /** Presses Tab until something of that name has the focus; every stop on the way must be seen. */
  const tabTo = async (name: RegExp, most = 80): Promise<void> => {
    for (let n = 0; n < most; n++) {
      await press('Tab');
      await expectFocus(`on the way to ${name}`);
      if (name.test((await focused(page)).name)) return;
    }
    throw new Error(`${name} was not reached with ${most} Tabs`);
  };

  test('the main path: open, jump, filter, move, preview, open, read, cite, back, as of, help', async () => {
    await visit(page, served.at(''));
    await press('Tab');
    expect((await focused(page)).name).toBe('To the content');
    await expectFocus('the first stop');
    await press('Enter');
    expect(await focused(page)).toMatchObject({ tag: 'main', isStart: true });

    await press('/');
    await page.locator('dialog .jump-field').waitFor();
    await page.keyboard.type('timeline');
    const room = page.getByRole('group', { name: 'Rooms' }).getByRole('option', { name: 'Timeline' });
    for (let n = 0; n < 10 && (await room.getAttribute('aria-selected')) !== 'true'; n++)
      await press('ArrowDown');
    await press('Enter');
    await expectArrived(/\/timeline$/, /^Timeline$/);

    await tabTo(/^event\s*\d/);
    await press('Space');
    await page.waitForURL(/kind=event/);
    await settled(page);
    await expectFocus('after a filter');
    expect((await focused(page)).name).toMatch(/^event/);
    const { rows, total } = await json<ClaimList>(served, '/timeline.json?kind=event');
    expect(await countTold(page)).toBe(total);

    const row = (): Promise<string> =>
      page.evaluate(
        () => document.activeElement?.getAttribute('href')?.split('/').at(-1)?.split('?')[0] ?? '',
      );
    await press('j');
    await expect.poll(row).toBe(rows[0]?.id);
    await press('j', 'j', 'j');
    await expect.poll(row).toBe(rows[3]?.id);
    await expectFocus('at a row');
    await press('k');
    await expect.poll(row).toBe(rows[2]?.id);
    await press('Space');
    await page.waitForURL((url) => url.searchParams.get('preview') === rows[2]?.id);
    await page.locator('.preview .brief').waitFor();
    await expectFocus('with the preview');
    await press('j');
    await page.waitForURL((url) => url.searchParams.get('preview') === rows[3]?.id);
    await press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('preview'));
    await expect.poll(row).toBe(rows[3]?.id);

    await press('Enter');
    await expectArrived(new RegExp(`/events/${rows[3]?.id}`), /./);
    const card = await json<ClaimCard>(served, `/events/${rows[3]?.id}.json`);
    await page.locator('.cite').waitFor();
    await press('c');
    await toasted(page, 'Chicago copied');
    expect(await clipboard(page)).toBe(card.cite.chicago);
    await expectFocus('after copying');

    await tabTo(/^open the page at these characters$/);
    await press('Enter');
    await expectArrived(/\/sources\//, /./);
    await expect.poll(async () => (await litIn(page))?.start).toBe(card.accounts[0]?.at?.start);
    await press('+');
    await page.waitForURL(/highlights=all/);
    await expectFocus('in the reader');
    await tabTo(/^statements$/, 120);
    await press('ArrowRight');
    await page.waitForURL(/panel=times/);
    expect((await focused(page)).name).toBe('times');

    await press('Escape');
    await expectArrived(new RegExp(`/events/${rows[3]?.id}`), /./);
    await press('Escape');
    await page.waitForURL(/\/timeline\?kind=event$/);
    await settled(page);
    await expectFocus('back at the list');
    expect(await countTold(page)).toBe(total);

    await press('[');
    await page.waitForURL(/as_of=/);
    await page.locator('.band-asof').waitFor();
    await settled(page);
    await expectFocus('as of an earlier day');
    await press(']');
    await page.waitForURL((url) => !url.searchParams.has('as_of'));
    await settled(page);
    await expectFocus('as of today again');
    await press('?');
    await page.locator('dialog', { hasText: 'Keyboard' }).waitFor();
    await expectFocus('in the help');
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await expectFocus('after the help');
    await press('/');
    await page.locator('dialog .jump-field').waitFor();
    await press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await expectFocus('after the jump that was not made');
    await press('Shift+F');
    await page.waitForURL((url) => url.search === '');
  });

  test('every room is a key away, and the focus arrives at its heading', async () => {
    await visit(page, served.at('/help'));
    const rooms = [
      ['s', /\/statements$/, /^Statements$/],
      ['u', /\/sources$/, /^Sources$/],
      ['m', /\/map$/, /^Map$/],
      ['i', /\/jobs$/, /^Imports$/],
      ['t', /\/timeline$/, /^Timeline$/],
      ['o', new RegExp(`/${served.dispute}$`), /^The sample coverage$/],
    ] as const;
    for (const [key, path, name] of rooms) {
      await press('g', key);
      await expectArrived(path, name);
    }
  });

  test('every stop of the Tab key is seen, in every room', async () => {
    for (const path of [
      '/timeline',
      '/timeline?view=lanes',
      '/statements?view=table',
      '/sources',
      '/map',
      '/jobs',
      '/settings',
    ]) {
      await visit(page, served.at(path));
      await page.locator('main h1').focus();
      for (let n = 0; n < 25; n++) {
        await press('Tab');
        const now = await focused(page);
        // After the last stop the focus leaves the page for the browser's own controls.
        if (now.tag === 'body') break;
        expect(now.isSeen || now.isStart, `${path}: no ring on ${now.tag} “${now.name}”`).toBe(true);
      }
    }
  });

  test('rows of Sources and marks of the lanes by key; a row that is far down stays in view', async () => {
    await visit(page, served.at('/sources'));
    await press('j', 'j');
    const title = (await focused(page)).name;
    expect(await page.locator('table.sources .source-title').nth(1).innerText()).toBe(title);
    await press('Enter');
    await page.waitForURL(/\/sources\/./);
    await expect.poll(() => heading(page)).toBe(title);
    await visit(page, served.at('/timeline?view=lanes'));
    await page.locator('.lane-mark').first().waitFor();
    await press('j', 'ArrowRight', 'ArrowRight');
    const id = await page.evaluate(() => document.activeElement?.getAttribute('data-id'));
    expect(id).toBe(await page.locator('.lane-mark').nth(2).getAttribute('data-id'));
    await expectFocus('at a mark');
    await press('Space');
    await page.waitForURL((url) => url.searchParams.get('preview') === id);
    await press('Escape');
    await visit(page, served.at('/timeline'));
    await press('j');
    for (let n = 0; n < 60; n++) await press('ArrowDown');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-index')))
      .toBe('60');
    const isInView = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
    expect(isInView).toBe(true);
  });

  /** A key as a keyboard of another layout sends it: its own character, the same place. */
  const typed = async (key: string, code: string, modifiers = 0): Promise<void> => {
    await keys.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key,
      code,
      text: key,
      unmodifiedText: key,
      modifiers,
    });
    await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers });
  };
  const SHIFT = 8;

  test('on a Russian keyboard every key is where it was', async () => {
    await visit(page, served.at('/help'));
    await typed('п', 'KeyG');
    await typed('е', 'KeyT');
    await expectArrived(/\/timeline$/, /^Timeline$/);
    const { rows } = await json<ClaimList>(served, '/timeline.json');
    const row = (): Promise<string> =>
      page.evaluate(
        () => document.activeElement?.getAttribute('href')?.split('/').at(-1)?.split('?')[0] ?? '',
      );
    await typed('о', 'KeyJ');
    await typed('о', 'KeyJ');
    await expect.poll(row).toBe(rows[1]?.id);
    await typed('л', 'KeyK');
    await expect.poll(row).toBe(rows[0]?.id);
    await typed('х', 'BracketLeft');
    await page.waitForURL(/as_of=/);
    await typed('ъ', 'BracketRight');
    await page.waitForURL((url) => !url.searchParams.has('as_of'));
    await typed('.', 'Slash');
    await page.locator('dialog .jump-field').waitFor();
    await press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await typed('О', 'KeyJ', SHIFT);
    await typed(',', 'Slash', SHIFT);
    await page.locator('dialog', { hasText: 'Keyboard' }).waitFor();
    await press('Escape');
  });

  test('a command is given another key in the settings; the old one rests, the new one works', async () => {
    await visit(page, served.at('/settings'));
    await page.locator('main h1').focus();
    await tabTo(/^Change the keys of: Go to Statements$/, 150);
    await press('Enter');
    expect((await focused(page)).name).toBe('Press keys …');
    await press('x');
    const row = page.locator('.key-table tr', { hasText: 'Go to Statements' });
    await row.locator('kbd', { hasText: /^X$/ }).waitFor();
    await expect.poll(async () => (await focused(page)).name).toBe('Change the keys of: Go to Statements');
    await expectFocus('after the new key');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.waitForTimeout(300);
    expect(await heading(page)).toBe('Settings');
    await press('x');
    await expectArrived(/\/statements$/, /^Statements$/);
    await page.reload();
    await settled(page);
    await press('g', 't');
    await expectArrived(/\/timeline$/, /^Timeline$/);
    await press('x');
    await expectArrived(/\/statements$/, /^Statements$/);
    // A key that another command has is told of, one of the browser is refused.
    await visit(page, served.at('/settings'));
    await page.getByRole('button', { name: 'Change the keys of: Go to Map' }).focus();
    await press('Enter', 'j');
    await page.locator('.key-warning', { hasText: 'is also wanted by' }).first().waitFor();
    await page.getByRole('button', { name: 'Change the keys of: Go to Map' }).focus();
    await press('Enter', 'Control+w');
    expect(await page.locator('.key-warning[role="alert"]').innerText()).toContain(
      'The browser or the system needs these keys',
    );
    await page.getByRole('button', { name: 'Reset all keys' }).click();
    expect(await page.locator('.key-warning', { hasText: 'is also wanted by' }).count()).toBe(0);
  });

  test('single characters can be switched off; the others still work', async () => {
    await visit(page, served.at('/settings'));
    await page.getByRole('checkbox', { name: /^Single characters are commands/ }).uncheck();
    await visit(page, served.at('/timeline'));
    await press('d', 'v', 'j', '?');
    await page.waitForTimeout(200);
    expect(await page.locator('dialog').count()).toBe(0);
    expect(page.url()).toBe(served.at('/timeline'));
    await press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('claim-open');
    await press('Control+k');
    await page.locator('dialog .jump-field').waitFor();
    await press('Escape');
  });

  test('characters that are typed into a field are no commands', async () => {
    await visit(page, served.at('/statements'));
    await page.getByRole('searchbox', { name: 'Search the statements' }).focus();
    await page.keyboard.type('jdv?[/');
    // The address follows the field a moment later, and on a busy machine in several steps.
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('jdv?[/');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await page.getByRole('searchbox', { name: 'Search the statements' }).inputValue()).toBe('jdv?[/');
  });
});
