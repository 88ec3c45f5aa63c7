import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Overview } from '../../src/view/desk/types.ts';
import { CHROMIUM, launch, openPage } from './support/chromium.ts';
import { importFiles } from './support/imports.ts';
import { coloursOf, decodePng, encodePalettePng } from './support/png.ts';
import { goTo, whenReady } from './support/quiet.ts';
import { castOf, enter, type Scene, scenesOf } from './support/scenes.ts';
import { ROOT, type Served, servePages, tempFolder } from './support/served.ts';

/** With this the pictures are those of the documentation; otherwise they are only looked at by this test. */
const IS_FOR_DOCS = process.env['DEMARCHE_PICTURES'] === '1';
const DOCS = join(ROOT, 'docs', 'pictures');
/** The scenes that are pictured, by the names of their files. */
const ROOMS = [
  'overview',
  'timeline',
  'lanes',
  'statements',
  'statement',
  'event',
  'sources',
  'reader',
  'map',
  'jobs',
];
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
/** Where a picture shows more than the scene of that name: the years told of the most, and the statements, not their filters. */
const PATHS: Readonly<Record<string, string>> = {
  timeline: '/timeline?from=2016-09-01&to=2019-12-31',
  statements: '/statements',
};
/** Those of the dark pictures that are kept in the documentation; of the light ones nearly all are. */
const KEPT_DARK = ['timeline-1440-dark', 'lanes-1440-dark', 'reader-1440-dark', 'timeline-390-dark'];
/** A telephone shows only the fields of the imports on its first screen. */
const NOT_KEPT = ['jobs-390-light'];
/** Bytes that the pictures of the documentation may take together. */
const MOST_BYTES = 2.5 * 1024 * 1024;

/** A picture with fewer colours than this shows nothing, and so does one with a larger share of one colour. */
const FEWEST_COLOURS = 60;
const LARGEST_SHARE = 0.985;

const isKept = (name: string): boolean =>
  (name.endsWith('-light') && !NOT_KEPT.includes(name)) || KEPT_DARK.includes(name);

/** Takes of one picture until two are the same. */
const MOST_TAKES = 20;

describe.skipIf(CHROMIUM === null)('pictures of the desk', () => {
  let browser: Browser;
  let served: Served;
  let scenes: readonly Scene[];
  let folder: string;

  beforeAll(async () => {
    served = await servePages([]);
    await importSamples(served);
    scenes = scenesOf(await castOf(served))
      .filter(({ name }) => ROOMS.includes(name))
      .map((scene) => ({ ...scene, path: PATHS[scene.name] ?? scene.path }));
    browser = await launch();
    folder = IS_FOR_DOCS ? DOCS : tempFolder();
    mkdirSync(folder, { recursive: true });
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
    if (!IS_FOR_DOCS) rmSync(folder, { recursive: true, force: true });
  });

  const shoot = async (page: Page, scene: Scene): Promise<Buffer> => {
    await enter(page, served, scene);
    const take = async (): Promise<Buffer> => {
      // Where the focus came to rest hangs on the way here, and a slow room may take it late; a reader of the documentation
      // has not come any way.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      return page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
    };
    // On a busy machine a font or a scroll may come after the room is drawn: the picture is that of which there are two.
    let picture = await take();
    for (let tries = 0; tries < MOST_TAKES; tries++) {
      const again = await take();
      if (again.equals(picture)) break;
      picture = again;
    }
    return picture;
  };

  test('every scene is there', () => {
    expect(scenes.map(({ name }) => name).toSorted()).toEqual(ROOMS.toSorted());
  });

  describe.each(WIDTHS)('at $width px', ({ width, height }) => {
    test.each(['light', 'dark'] as const)('%s', async (scheme) => {
      const { page, context } = await openPage(browser, { width, height, scheme });
      await hideChange(page);
      for (const scene of scenes) {
        const picture = decodePng(await shoot(page, scene));
        expect([picture.width, picture.height]).toEqual([width, height]);
        const colours = coloursOf(picture);
        expect(colours.length, `${scene.name} is blank`).toBeGreaterThan(FEWEST_COLOURS);
        expect((colours[0]?.[1] ?? 0) / (width * height), scene.name).toBeLessThan(LARGEST_SHARE);
        const name = `${scene.name}-${width}-${scheme}`;
        if (isKept(name)) writeFileSync(join(folder, `${name}.png`), encodePalettePng(picture));
      }
      await context.close();
    });
  });

  /**
   * The share of the values of two pictures that differ by more than a shade, from what stands in the same place and from what
   * stands a row above or below: heights of lines are fractions, and which way a sum of them is rounded hangs on the room
   * one came from. Another word, clock or caret differs from all three.
   */
  const shareOfChange = (a: Buffer, b: Buffer): number => {
    const [{ rgb: x, width: columns }, { rgb: y }] = [decodePng(a), decodePng(b)];
    const isOther = (value: number, i: number): boolean => Math.abs(value - (y[i] ?? 0)) > 24;
    let changed = 0;
    for (const [i, value] of x.entries())
      if (isOther(value, i) && isOther(value, i - columns * 3) && isOther(value, i + columns * 3)) changed++;
    return changed / x.length;
  };

  /** The scenes' pictures, each order of them in a profile of its own. */
  const inBothOrders = async (list: readonly Scene[]): Promise<readonly ReadonlyMap<string, Buffer>[]> => {
    const shots: Map<string, Buffer>[] = [];
    for (const order of [list, list.toReversed()]) {
      const { page, context } = await openPage(browser);
      const taken = new Map<string, Buffer>();
      for (const scene of order) taken.set(scene.name, await shoot(page, scene));
      shots.push(taken);
      await context.close();
    }
    return shots;
  };

  test('a picture is the same whenever it is taken', async () => {
    const timeline = scenes.filter(({ name }) => name === 'timeline' || name === 'reader');
    // A hair of anti-aliasing may differ, and on a busy machine once more than that; a clock, a caret or another row differs
    // every time.
    let changed: readonly number[] = [];
    for (let round = 0; round < 4; round++) {
      const [first, second] = await inBothOrders(timeline);
      changed = timeline.map(({ name }) => {
        const [a, b] = [first?.get(name), second?.get(name)];
        return a === undefined || b === undefined ? 1 : shareOfChange(a, b);
      });
      if (changed.every((share) => share < 0.001)) break;
    }
    expect(Math.max(...changed)).toBeLessThan(0.001);
  });

  test('a blank page would be found', async () => {
    const { page, context } = await openPage(browser);
    await page.goto('about:blank');
    expect(coloursOf(decodePng(await page.screenshot())).length).toBeLessThan(FEWEST_COLOURS);
    await context.close();
  });

  test('the colours of a picture outlive its palette', async () => {
    const { page, context } = await openPage(browser);
    await goTo(page, served.at('/help'));
    const picture = decodePng(await page.screenshot());
    const file = join(folder, 'test.png');
    writeFileSync(file, encodePalettePng(picture));
    await page.goto('about:blank');
    await page.setContent(`<img src="data:image/png;base64,${readFileSync(file).toString('base64')}">`);
    await page.addStyleTag({ content: '* { margin: 0 } img { display: block }' });
    const again = decodePng(await page.screenshot());
    rmSync(file);
    let furthest = 0;
    for (const [i, value] of picture.rgb.entries())
      furthest = Math.max(furthest, Math.abs(value - (again.rgb[i] ?? 0)));
    expect(furthest).toBeLessThan(32);
    await context.close();
  });

  test('the pictures of the documentation are few and small enough, and all that it shows are there', () => {
    const files = readdirSync(DOCS);
    const bytes = files.reduce((sum, file) => sum + statSync(join(DOCS, file)).size, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
    for (const page of ['README.md', 'docs/guide/desk.md']) {
      const shown = [
        ...readFileSync(join(ROOT, page), 'utf8').matchAll(/!\[[^\]]+\]\([^)]*pictures\/([\w-]+\.png)\)/g),
      ];
      expect(shown.length, `${page} shows no picture`).toBeGreaterThan(0);
      for (const [, file] of shown) expect(files).toContain(file);
    }
  });
});

/** The overview tells when the record last changed: that was just now, and is no part of its picture. */
const hideChange = (page: Page): Promise<unknown> =>
  page.route('**/overview.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as Overview), changed: null } });
  });

/** Brings the sample coverage in as files dropped on the desk, so that the imports have something to show. */
const importSamples = async (served: Served): Promise<void> => {
  const pages = join(ROOT, 'samples/kurils/pages');
  const names = readdirSync(pages).toSorted();
  await importFiles(
    served,
    names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(pages, name))) })),
  );
  await whenReady(served);
};
