import type { Page } from 'playwright-core';
import { PATIENCE } from '../../support/patience.ts';
import type { Served } from './served.ts';

/** JSON of the server, as programs get it. `path` begins behind the record's name. */
export const json = async <T>(served: Served, path: string): Promise<T> => {
  const response = await fetch(served.at(path));
  return (await response.json()) as T;
};

/** What each kind of room holds once its answer is there. */
const CONTENT: readonly (readonly [room: string, content: string])[] = [
  ['.list-room', '.list-main > *'],
  ['.rows', '.rows-list > li'],
  ['.overview', '.finding, .empty'],
  ['.reading-room', '.sources-columns, .empty'],
  ['.map-room', '.map-both, .empty'],
  ['.jobs', '.job, .empty'],
];

/** Waits until a room shows the answer to what its address asks: a heading, no row that is old or on its way. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    (contents) => {
      const main = document.querySelector('main');
      if ((main?.querySelector('h1')?.textContent ?? '').trim() === '') return false;
      const isEmpty = contents.some(
        ([room, content]) => main?.querySelector(room) && !main.querySelector(`${room} :is(${content})`),
      );
      return !isEmpty && main?.querySelector('[aria-busy="true"], .is-old, .dimmed, .row-waiting') === null;
    },
    CONTENT,
    { timeout: PATIENCE },
  );
};

/** Opens an address of the desk anew and waits for its room. */
export const visit = async (page: Page, address: string): Promise<void> => {
  await page.goto(address, { waitUntil: 'load' });
  await settled(page);
};

/** What of the desk's router is looked at. */
interface Router {
  readonly history: { readonly push: (to: string) => void; readonly location: Location };
  readonly state: { readonly status: string; readonly resolvedLocation?: Location };
}
interface Location {
  readonly state: { readonly __TSR_key?: string };
}

/** Goes to an address of the desk as a link within it does: the page is not loaded again, which takes a tenth of the time. */
export const follow = async (page: Page, address: string): Promise<void> => {
  if (address.startsWith('http') && new URL(address).origin !== new URL(page.url()).origin)
    return visit(page, address);
  await page.evaluate(
    (to) => {
      const { __TSR_ROUTER__: router } = window as unknown as { readonly __TSR_ROUTER__: Router };
      router.history.push(to);
    },
    address.replace(/^https?:\/\/[^/]+/, ''),
  );
  await page.waitForFunction(() => {
    const { __TSR_ROUTER__: router } = window as unknown as { readonly __TSR_ROUTER__: Router };
    const { resolvedLocation, status } = router.state;
    return status === 'idle' && resolvedLocation?.state.__TSR_key === router.history.location.state.__TSR_key;
  });
  await settled(page);
};

/**
 * What is to be read in the room. Whatever was asked for there is one heading, something to read, and the way to the other
 * rooms. @throws Error when the page stays blank
 */
export const wordsOf = async (page: Page): Promise<string> => {
  const read = await page.waitForFunction(
    () => {
      const main = document.querySelector('main');
      const words = (main?.innerText ?? '').replaceAll(/\s+/g, ' ').trim();
      const rooms = document.querySelectorAll('.side-column .room-link').length;
      return main?.querySelectorAll('h1').length === 1 && words.length >= 20 && rooms > 6 ? words : null;
    },
    undefined,
    { timeout: PATIENCE },
  );
  return (await read.jsonValue()) ?? '';
};

/** Every room, and the ways in which lists are shown. */
export const ROOMS: readonly string[] = [
  '',
  '/timeline',
  '/timeline?view=lanes',
  '/timeline?view=table',
  '/events',
  '/statements',
  '/statements?view=table',
  '/sources',
  '/map',
  '/jobs',
  '/settings',
  '/help',
];

/** Rooms that show nothing of the record. */
export const isOfRecord = (path: string): boolean => !/settings|help|jobs/.test(path);

/** The heading of the room. */
export const heading = async (page: Page): Promise<string> =>
  ((await page.locator('main h1').first().textContent()) ?? '').trim();

/** How many rows the list says it has; those not in view are counted. */
export const rowsTold = async (page: Page): Promise<number> => {
  const first = page.locator('.rows-list > li').first();
  return (await first.count()) === 0 ? 0 : Number(await first.getAttribute('aria-setsize'));
};

/** The number that stands beside the chips: how many rows the filters leave. */
export const countTold = async (page: Page): Promise<number> => {
  const words = (await page.locator('.chips-count').first().textContent()) ?? '';
  return Number.parseInt(words.replaceAll(/[,\u202f\u00a0]/g, ''), 10);
};

/** Parameters of an address that say how a room looks, not what it asks. */
const LOOKS = ['view', 'preview', 'lanes', 'density', 'panel', 'show', 'highlights', 'tab'];

/** What the address asks, as the same list's `.json` takes it. */
export const asked = (address: string): string => {
  const params = new URL(address).searchParams;
  for (const look of LOOKS) params.delete(look);
  const search = params.toString();
  return search === '' ? '' : `?${search}`;
};

/** Characters of a page's text, in UTF-16 units from its beginning. */
export interface Lit {
  readonly start: number;
  readonly end: number;
  /** The characters in the order of the page, white space left out. */
  readonly text: string;
}

/** The characters that the reader lights as those of the address; null when it lights none. */
export const litIn = (page: Page): Promise<Lit | null> =>
  page.evaluate(() => {
    const pieces = [...document.querySelectorAll('.page-text [data-m~="anchor"]')].map((piece) => {
      const paragraph = piece.closest<HTMLElement>('[data-start]');
      const before = document.createRange();
      before.setStart(paragraph ?? piece, 0);
      before.setEndBefore(piece);
      const start = Number(paragraph?.dataset['start']) + before.toString().length;
      const words = piece.textContent ?? '';
      return { start, end: start + words.length, words };
    });
    if (pieces.length === 0) return null;
    return {
      start: Math.min(...pieces.map(({ start }) => start)),
      end: Math.max(...pieces.map(({ end }) => end)),
      text: pieces
        .map(({ words }) => words)
        .join('')
        .replaceAll(/\s+/g, ''),
    };
  });

/** A text without its white space: what is compared where lines are broken otherwise. */
export const bare = (text: string): string => text.replaceAll(/\s+/g, '');

/** What is in the clipboard. */
export const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Waits for a short message with some words. */
export const toasted = async (page: Page, words: string | RegExp): Promise<void> => {
  await page.locator('.toast').filter({ hasText: words }).first().waitFor();
};

/** An element that has the focus, as a test of the keyboard sees it. */
export interface Focused {
  readonly tag: string;
  readonly name: string;
  /** Whether one sees that it has the focus: an outline, or the caret of a field. */
  readonly isSeen: boolean;
  /** Whether it is what a room begins with, to which the focus goes without a ring: its heading, or the room itself. */
  readonly isStart: boolean;
}

/** What has the focus now. */
export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const hasRing = (each: Element | null): boolean => {
      if (each === null) return false;
      const { outlineStyle, outlineWidth, stroke } = getComputedStyle(each);
      return (
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) ||
        (each.classList.contains('lane-reach') && stroke !== 'none')
      );
    };
    const isField =
      element instanceof HTMLTextAreaElement ||
      (element instanceof HTMLInputElement && element.type === 'text');
    const label = element.closest('label');
    return {
      tag: element.tagName.toLowerCase(),
      name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 80),
      isSeen: isField || hasRing(element) || hasRing(label) || hasRing(element.querySelector('.lane-reach')),
      isStart: element.matches('main, main h1'),
    };
  });
