import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { PATIENCE } from '../../support/patience.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** The system's Chromium: the one of `DEMARCHE_CHROMIUM`, else the first that is found; null when there is none. */
export const findChromium = (): string | null => {
  const named = process.env['DEMARCHE_CHROMIUM'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return PLACES.find((path) => existsSync(path)) ?? null;
};

/** Where the browser is; tests of the desk are skipped, loudly, where there is none. */
export const CHROMIUM: string | null = findChromium();

if (CHROMIUM === null)
  console.warn(
    'SKIPPED, LOUDLY: no Chromium was found, so the desk is not tested in a browser (name one with DEMARCHE_CHROMIUM)',
  );

/** Starts the browser, without any traffic of its own. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
    ],
  });

/** What went wrong in a page, and what it asked for. */
export interface Watch {
  /** Errors of scripts and of the security policy, and messages on the console at the level of errors. */
  readonly errors: string[];
  /** Every address that was asked for. */
  readonly requests: string[];
}

/** A page that is watched. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: Watch;
}

/** How a page is opened. */
export interface PageLook {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
}

/** Opens an empty page of a fresh profile and watches it. */
export const openPage = async (browser: Browser, look: PageLook = {}): Promise<WatchedPage> => {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    colorScheme: look.scheme ?? 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Pacific/Kiritimati',
  });
  // Less than a test may take, so that it is told what did not come.
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const watch: Watch = { errors: [], requests: [] };
  page.on('pageerror', (error) => watch.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') watch.errors.push(`${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => watch.requests.push(request.url()));
  return { page, context, watch };
};
