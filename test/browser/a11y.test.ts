import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFinds, bringAxe } from './support/axe.ts';
import { CHROMIUM, launch, openPage, type PageLook } from './support/chromium.ts';
import { importFiles } from './support/imports.ts';
import { goTo } from './support/quiet.ts';
import { castOf, EMPTY_SCENES, enter, type Scene, scenesOf } from './support/scenes.ts';
import { ROOT, type Served, servePages, serveSamples } from './support/served.ts';

/** The rules of axe-core whose answer hangs on the colours. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Colours of the desk: the system's wish for dark, the theme that the settings name, and the rules that are held to. */
const COLOURS = [
  { name: 'light', scheme: 'light', theme: null, rules: null },
  { name: 'dark', scheme: 'dark', theme: null, rules: null },
  { name: 'high contrast', scheme: 'light', theme: 'contrast', rules: OF_COLOUR },
] as const;

/** Another state of a room: in the dark its elements are held to the rules of colour alone, as in daylight to all. */
const isVariant = ({ name }: Scene): boolean => name.includes(' ');

describe.skipIf(CHROMIUM === null)('axe-core finds nothing', () => {
  let browser: Browser;
  let samples: Served;
  let empty: Served;
  let scenes: readonly Scene[];

  beforeAll(async () => {
    samples = await serveSamples();
    empty = await servePages([]);
    scenes = scenesOf(await castOf(samples));
    // An import that changes nothing, for the room of imports to show: a page that is held, and a file that is none.
    const [name, text] = ['meridian-2010-11-01.txt', 'samples/kurils/pages/meridian-2010-11-01.txt'];
    await importFiles(samples, [
      { name, bytes: new Uint8Array(readFileSync(join(ROOT, text))) },
      { name: 'picture.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) },
    ]);
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await samples?.close();
    await empty?.close();
  });

  const open = async (look: PageLook = {}): Promise<Page> => {
    const { page } = await openPage(browser, look);
    await bringAxe(page);
    return page;
  };

  const findings = async (
    page: Page,
    served: Served,
    shown: readonly Scene[],
    colours: readonly (typeof COLOURS)[number][],
  ): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const scene of shown) {
      await enter(page, served, scene);
      for (const { name, scheme, theme, rules } of colours) {
        await paint(page, scheme, theme);
        const asked = name === 'dark' && isVariant(scene) ? OF_COLOUR : rules;
        for (const one of await axeFinds(page, asked)) found.push(`${scene.name}, ${name}: ${one}`);
      }
    }
    await page.context().close();
    return found;
  };

  test('it would find what is wrong', async () => {
    const page = await open();
    await goTo(page, samples.at('/jobs'));
    await page.evaluate(() => {
      const image = document.createElement('img');
      const words = document.createElement('p');
      words.textContent = 'Words that nobody can read';
      words.style.color = 'light-dark(rgb(190 190 190), rgb(60 60 60))';
      document.querySelector('main')?.append(image, words);
    });
    const rulesBroken = async (rules: readonly string[] | null): Promise<readonly (string | undefined)[]> =>
      (await axeFinds(page, rules)).map((one) => one.split(':')[0]);
    expect(await rulesBroken(null)).toEqual(expect.arrayContaining(['image-alt', 'color-contrast']));
    for (const { scheme, theme } of COLOURS) {
      await paint(page, scheme, theme);
      expect(await rulesBroken(OF_COLOUR)).toEqual(['color-contrast']);
    }
    await page.context().close();
  });

  test('in any room, in any colours', async () => {
    expect(await findings(await open(), samples, scenes, COLOURS)).toEqual([]);
  });

  test('in any room at 390 px', async () => {
    expect(
      await findings(await open({ width: 390, height: 844 }), samples, scenes, COLOURS.slice(0, 1)),
    ).toEqual([]);
  });

  test('in a record without a page', async () => {
    expect(await findings(await open(), empty, EMPTY_SCENES, COLOURS)).toEqual([]);
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
