import type { Page } from 'playwright-core';
import type { ClaimList, SourceList } from '../../../src/view/desk/types.ts';
import { json } from './desk.ts';
import { goTo, quiet, whenReady } from './quiet.ts';
import type { Served } from './served.ts';

/** A room of the desk in one of its states. */
export interface Scene {
  /** Names its pictures and its failures. */
  readonly name: string;
  /** Behind the address of the dispute. */
  readonly path: string;
  /** What a reader does there before one looks; null for nothing. */
  readonly act: ((page: Page) => Promise<void>) | null;
}

const still = (name: string, path: string): Scene => ({ name, path, act: null });

const press =
  (...keys: readonly string[]): ((page: Page) => Promise<void>) =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };

const click =
  (selector: string): ((page: Page) => Promise<void>) =>
  (page) =>
    page.locator(selector).first().click();

/** Parts that are loaded when they are first needed come a moment after the room. */
const seen =
  (selector: string): ((page: Page) => Promise<void>) =>
  (page) =>
    page.locator(selector).first().waitFor();

/** What the scenes are of, found in the record rather than named: ids change when the reading gets better. */
export interface Cast {
  /** The statement that the most outlets tell. */
  readonly statement: string;
  /** An event whose accounts differ. */
  readonly event: string;
  /** A page whose crawl clock was caught, with the most claims. */
  readonly caught: string;
  /** A page in Japanese. */
  readonly japanese: string;
}

const first = (what: string, id: string | undefined): string => {
  if (id === undefined) throw new Error(`the record has no ${what}`);
  return id;
};

/** Finds what the scenes need in a record of the samples. */
export const castOf = async (served: Served): Promise<Cast> => {
  await whenReady(served);
  const claims = (await json<ClaimList>(served, '/timeline.json?limit=1000')).rows;
  const pages = (await json<SourceList>(served, '/sources.json?limit=1000&fold=no')).rows;
  const toldMost = claims
    .filter(({ kind }) => kind === 'statement')
    .toSorted((a, b) => b.witnesses.outlets - a.witnesses.outlets || (a.id < b.id ? -1 : 1));
  const caught = pages
    .filter(({ rejected }) => rejected.some((reading) => reading.rejected?.reason === 'crawl-clock'))
    .toSorted((a, b) => b.statements + b.events - a.statements - a.events || (a.id < b.id ? -1 : 1));
  return {
    statement: first('statement', toldMost[0]?.id),
    event: first(
      'event told differently',
      claims.find(({ kind, differs }) => kind === 'event' && differs.length > 0)?.id,
    ),
    caught: first('caught crawl clock', caught[0]?.id),
    japanese: first('page in Japanese', pages.find(({ language }) => language === 'ja')?.id),
  };
};

/** Every room, in the states that look different. */
export const scenesOf = ({ statement, event, caught, japanese }: Cast): readonly Scene[] => [
  still('overview', ''),
  still('timeline', '/timeline'),
  still(
    'timeline filtered',
    '/timeline?party=rus&party=-jpn&from=2014-01-01&clock=published&as_of=2018-12-31',
  ),
  still('timeline empty', '/timeline?q=zyzzyva&party=rus'),
  still('timeline with an unknown filter', '/timeline?colour=blue&clock=noon'),
  { name: 'timeline counts', path: '/timeline', act: click('main details:not([open]) > summary') },
  still('lanes', '/timeline?view=lanes'),
  still('lanes by issue', '/timeline?view=lanes&lanes=issue'),
  still('table', '/timeline?view=table'),
  { name: 'preview', path: `/timeline?preview=${statement}`, act: seen('.preview .brief:not(.dimmed)') },
  still('statements', '/statements?panel=on'),
  still('statements found', '/statements?q=peace&panel=off'),
  still('statements table', '/statements?view=table'),
  still('statement', `/statements/${statement}`),
  { name: 'citations', path: `/statements/${statement}`, act: click('.cite [aria-expanded="false"]') },
  still('event', `/events/${event}`),
  still('gone', '/statements/s-000000000000'),
  still('sources', '/sources'),
  still('sources unfolded', '/sources?fold=no'),
  still('reader', `/sources/${caught}`),
  still('reader whole', `/sources/${caught}?show=all&highlights=all`),
  still('reader times', `/sources/${caught}?highlights=all&panel=times`),
  still('reader dates', `/sources/${caught}?panel=dates`),
  still('reader about', `/sources/${caught}?highlights=none&panel=about`),
  still('reader japanese', `/sources/${japanese}`),
  still('reader gone', '/sources/0000000000000000'),
  { name: 'map', path: '/map', act: seen('svg.map') },
  { name: 'map world', path: '/map?tab=world', act: seen('svg.map .map-sphere') },
  still('jobs', '/jobs'),
  still('settings', '/settings'),
  still('help', '/help'),
  still('nowhere', '/nowhere'),
  { name: 'jump', path: '/help', act: press('/', 'a', 'b', 'e') },
  { name: 'keys', path: '/settings', act: press('?') },
];

/** Rooms of a record without a page. */
export const EMPTY_SCENES: readonly Scene[] = [
  still('empty overview', ''),
  still('empty timeline', '/timeline'),
  still('empty lanes', '/timeline?view=lanes'),
  still('empty statements', '/statements'),
  still('empty sources', '/sources'),
  { name: 'empty map', path: '/map', act: seen('svg.map') },
  still('empty jobs', '/jobs'),
];

/** Goes to a scene and does what is done there. */
export const enter = async (page: Page, served: Served, scene: Scene): Promise<void> => {
  if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
  await goTo(page, served.at(scene.path));
  if (scene.act === null) return;
  await scene.act(page);
  await quiet(page);
};
