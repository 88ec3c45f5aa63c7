import type { Page, Request } from 'playwright-core';
import { follow, PATIENCE, settled, visit } from './desk.ts';

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

const twoFrames = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );

/** Waits until the room shows what is asked and asks for nothing more: all that it will draw is drawn. @throws Error */
export const quiet = async (page: Page): Promise<void> => {
  const requests = requestsOf(page);
  const end = performance.now() + PATIENCE;
  for (let looks = 0; looks < QUIET_LOOKS; ) {
    if (performance.now() > end)
      throw new Error(`${page.url()} never rests: ${[...requests].map((request) => request.url())}`);
    await settled(page);
    await twoFrames(page);
    looks = requests.size === 0 ? looks + 1 : 0;
  }
};

/** Goes to an address, within the desk when one of this server is open, and waits until all is drawn. */
export const goTo = async (page: Page, address: string): Promise<void> => {
  requestsOf(page);
  const isOpen = URL.canParse(page.url()) && new URL(page.url()).origin === new URL(address).origin;
  await (isOpen ? follow(page, address) : visit(page, address));
  await quiet(page);
};
