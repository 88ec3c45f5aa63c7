import type { Page, Request } from 'playwright-core';
import type { Overview } from '../../../src/view/desk/types.ts';
import { PATIENCE } from '../../support/patience.ts';
import { json } from './desk.ts';
import type { Served } from './served.ts';

/** Looks in a row at which nothing may be under way. */
const QUIET_LOOKS = 2;

const waiting = new WeakMap<Page, Set<Request>>();

/** Requests of a page that are not answered. The stream of events stays open for ever and does not count. */
const requestsOf = (page: Page): ReadonlySet<Request> => {
  const known = waiting.get(page);
  if (known !== undefined) return known;
  const set = new Set<Request>();
  waiting.set(page, set);
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') set.add(request);
  });
  page.on('requestfinished', (request) => set.delete(request));
  page.on('requestfailed', (request) => set.delete(request));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && frame.url() === 'about:blank') set.clear();
  });
  return set;
};

/** Whether the room is drawn, after two frames in which it could have begun to change. */
const isDrawn = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const main = document.querySelector('main');
    const heading = main?.querySelector('h1')?.textContent ?? '';
    const isBusy = main?.querySelector('[aria-busy="true"], .is-old, .dimmed, .row-waiting') !== null;
    // A list puts its rows a frame after it knows its height; one without rows is no list.
    const isUnfilled = main?.querySelector('.rows') && !main.querySelector('.rows-list > li');
    return heading.trim() !== '' && !isBusy && !isUnfilled;
  });

/** Waits until the room shows what is asked and asks for nothing more: all that it will draw is drawn. @throws Error */
export const quiet = async (page: Page): Promise<void> => {
  const requests = requestsOf(page);
  const end = performance.now() + PATIENCE;
  for (let looks = 0; looks < QUIET_LOOKS; ) {
    if (performance.now() > end)
      throw new Error(`${page.url()} never rests: ${[...requests].map((request) => request.url())}`);
    looks = (await isDrawn(page)) && requests.size === 0 ? looks + 1 : 0;
  }
};

/** Goes to an address, within the desk when one of this server is open, and waits until all is drawn. */
export const goTo = async (page: Page, address: string): Promise<void> => {
  requestsOf(page);
  const isOpen = URL.canParse(page.url()) && new URL(page.url()).origin === new URL(address).origin;
  if (isOpen) await page.evaluate((to) => history.pushState(null, '', to), address);
  else await page.goto(address, { waitUntil: 'load' });
  await quiet(page);
};

/** Waits until the server has read the record to its end: before that its lists are shorter. Not for an empty one. @throws Error */
export const whenReady = async (served: Served): Promise<void> => {
  const end = performance.now() + PATIENCE;
  while ((await json<Overview>(served, '/overview.json')).state.kind !== 'ready') {
    if (performance.now() > end) throw new Error('the server never gets to the end of the record');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
