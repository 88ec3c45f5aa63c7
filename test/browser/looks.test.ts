import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch, openPage } from './support/chromium.ts';
import {
  contrast,
  contrastAsked,
  contrastOf,
  longestMove,
  type PaintedText,
  textsOf,
  tokensOf,
} from './support/looks.ts';
import { goTo, quiet } from './support/quiet.ts';
import { type Cast, castOf, enter, type Scene, scenesOf } from './support/scenes.ts';
import { type Served, serveSamples } from './support/served.ts';

const TEXT = ['ink', 'ink-2', 'ink-3', 'accent'];
const GROUNDS = ['paper', 'raised', 'hover', 'selected', 'hit'];
const MARKS = ['slot-0', 'slot-1', 'slot-2', 'slot-3', 'slot-4', 'slot-5', 'rule-strong'];

const THEMES = (['light', 'dark'] as const).flatMap((scheme) =>
  [null, 'contrast'].map((theme) => ({ name: `${theme ?? 'usual'}, ${scheme}`, scheme, theme })),
);

/** The smallest text, in CSS pixels. */
const SMALLEST = 12;
/** The longest movement, in milliseconds. */
const LONGEST = 150;
const ROW = 28;
const COMPACT_ROW = 24;

/** What was seen of a scene. */
interface Seen {
  readonly where: string;
  readonly width: number;
  /** Of the page and of the room, with what one would have to scroll to. */
  readonly widths: readonly number[];
  readonly headingEnd: number;
  /** In dark and in light. */
  readonly texts: readonly PaintedText[];
}

describe.skipIf(CHROMIUM === null)('how the desk looks', () => {
  let browser: Browser;
  let served: Served;
  let cast: Cast;
  let scenes: readonly Scene[];
  let wide: Page;
  const seen: Seen[] = [];

  beforeAll(async () => {
    served = await serveSamples();
    cast = await castOf(served);
    scenes = scenesOf(cast);
    browser = await launch();
    wide = (await openPage(browser)).page;
    const narrow = (await openPage(browser, { width: 390, height: 844 })).page;
    for (const scene of scenes) {
      await enter(wide, served, scene);
      await look(wide, scene, 1440);
      await enter(narrow, served, scene);
      for (const width of [390, 320]) {
        await narrow.setViewportSize({ width, height: 844 });
        await look(narrow, scene, width);
      }
      await narrow.setViewportSize({ width: 390, height: 844 });
    }
  });

  const look = async (page: Page, scene: Scene, width: number): Promise<void> => {
    await quiet(page);
    const layout = await page.evaluate(() => ({
      widths: [document.documentElement.scrollWidth, document.querySelector('main')?.scrollWidth ?? 0],
      headingEnd: document.querySelector('main h1')?.getBoundingClientRect().bottom ?? Number.NaN,
    }));
    // Colours do not hang on the width; the smallest screen is only asked whether everything is on it.
    const schemes = width === 320 ? [] : (['dark', 'light'] as const);
    const texts: PaintedText[] = [];
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      texts.push(...(await textsOf(page)));
    }
    seen.push({ where: `${scene.name} at ${width} px`, width, ...layout, texts });
  };

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test.each(THEMES)('text and marks stand out from every ground: $name', async ({ scheme, theme }) => {
    await goTo(wide, served.at('/help'));
    await paint(wide, scheme, theme);
    const tokens = await tokensOf(wide, [...TEXT, ...GROUNDS, ...MARKS, 'fail']);
    const weak: string[] = [];
    const ask = (ink: string, ground: string, least: number): void => {
      const [a, b] = [tokens[ink], tokens[ground]];
      if (a?.[3] !== 1 || b?.[3] !== 1) throw new Error(`no colour: ${ink} on ${ground}`);
      const is = contrast(a, b);
      if (is < least) weak.push(`${ink} on ${ground}: ${is.toFixed(2)} < ${least}`);
    };
    for (const ground of GROUNDS) for (const ink of TEXT) ask(ink, ground, 4.5);
    for (const ground of ['paper', 'raised']) {
      ask('fail', ground, 4.5);
      for (const mark of MARKS) ask(mark, ground, 3);
    }
    await paint(wide, 'light', null);
    expect(weak).toEqual([]);
  });

  const faultsOf = (texts: readonly PaintedText[]): readonly string[] =>
    texts.flatMap((text) => {
      const is = contrastOf(text);
      const least = contrastAsked(text);
      return [
        ...(text.size < SMALLEST - 0.01 ? [`“${text.text}” is ${text.size.toFixed(1)} px`] : []),
        ...(is !== null && is < least ? [`“${text.text}” stands out ${is.toFixed(2)} < ${least}`] : []),
        ...(text.cut > 0 ? [`“${text.text}” is cut: ${Math.round(text.cut * 100)} %`] : []),
      ];
    });

  test('what is too small, too pale or cut would be found', async () => {
    await goTo(wide, served.at('/help'));
    await wide.evaluate(() => {
      const words = document.createElement('p');
      words.textContent = 'Some words of the test';
      Object.assign(words.style, { fontSize: '11px', color: 'rgb(170 170 170)', overflow: 'hidden' });
      Object.assign(words.style, { inlineSize: '3em', whiteSpace: 'nowrap' });
      document.querySelector('main')?.append(words);
    });
    const faults = faultsOf(await textsOf(wide));
    expect(faults).toEqual([
      expect.stringContaining('is 11.0 px'),
      expect.stringContaining('stands out'),
      expect.stringContaining('is cut'),
    ]);
    await wide.reload();
  });

  test('every text is at least 12 px, stands out, and is not cut without a sign', () => {
    const faults = new Map<string, string>();
    for (const { where, texts } of seen)
      for (const fault of faultsOf(texts)) faults.set(fault, faults.get(fault) ?? where);
    expect([...faults]).toEqual([]);
  });

  test('no room scrolls sideways at 390 px, nor at 320', () => {
    const wider = seen.filter(({ width, widths }) => width < 1440 && Math.max(...widths) > width);
    expect(wider.map(({ where, widths }) => `${where}: ${widths.join(' ')}`)).toEqual([]);
  });

  test('every room has its heading in the first screen', () => {
    const low = seen.filter(({ headingEnd }) => !(headingEnd < 400));
    expect(low.map(({ where, headingEnd }) => `${where}: ${headingEnd}`)).toEqual([]);
  });

  test('a row is 28 px, a compact one 24', async () => {
    const heights = (): Promise<readonly number[]> =>
      wide.$$eval('.rows-list > li', (rows) => [
        ...new Set(rows.map((row) => row.getBoundingClientRect().height)),
      ]);
    await goTo(wide, served.at('/timeline'));
    expect(await heights()).toEqual([ROW]);
    await goTo(wide, served.at('/timeline?density=compact'));
    expect(await heights()).toEqual([COMPACT_ROW]);
  });

  test.each([
    ['/timeline', '.rows-list > li', 15],
    ['/timeline?view=table', 'main table tbody tr', 5],
    ['/statements', '.rows-list > li', 8],
    ['/sources', 'main table tbody tr', 8],
  ])('the first screen of %s has its heading and its rows', async (path, row, least) => {
    await goTo(wide, served.at(path));
    const seen = (): Promise<{ readonly heading: boolean; readonly rows: number }> =>
      wide.evaluate((selector) => {
        const isSeen = (element: Element | null): boolean => {
          const box = element?.getBoundingClientRect();
          return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= window.innerHeight;
        };
        return {
          heading: isSeen(document.querySelector('main h1')),
          rows: [...document.querySelectorAll(selector)].filter(isSeen).length,
        };
      }, row);
    // Rows are put in a frame after the list knows its height.
    await expect.poll(async () => (await seen()).rows).toBeGreaterThanOrEqual(least);
    expect((await seen()).heading).toBe(true);
  });

  test('nothing moves for those who asked for calm, and nothing long for others', async () => {
    for (const scene of scenes.filter(({ name }) => !name.includes(' '))) {
      await wide.emulateMedia({ reducedMotion: 'reduce' });
      await enter(wide, served, scene);
      expect(await longestMove(wide), scene.name).toBe(0);
      await wide.emulateMedia({ reducedMotion: 'no-preference' });
      expect(await longestMove(wide), scene.name).toBeLessThanOrEqual(LONGEST);
    }
    await wide.emulateMedia({ reducedMotion: 'reduce' });
  });
});

/** The system's wish for dark, and the theme that the settings write on the root; null leaves it to the system. */
const paint = async (page: Page, scheme: 'light' | 'dark', theme: string | null): Promise<void> => {
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate((chosen) => {
    if (chosen === null) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = chosen;
  }, theme);
};
