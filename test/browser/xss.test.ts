import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClaimList, Job, JobList, SourceList } from '../../src/view/desk/types.ts';
import { CHROMIUM, launch, openPage, type WatchedPage } from './support/chromium.ts';
import { json } from './support/desk.ts';
import { CARELESS, countRuns, FORMULAS, fileName, serveHostile, tracesIn } from './support/hostile.ts';
import { over } from './support/imports.ts';
import { PAYLOADS } from './support/payloads.ts';
import { goTo, quiet, whenReady } from './support/quiet.ts';
import type { Served } from './support/served.ts';

/** Payloads for templates of other programs: in a browser they run nowhere, and need only be shown as they are. */
const INERT = PAYLOADS.filter((payload) => /^(?:\{\{|<%=|#\{|__proto__)/.test(payload));

/** As a text of the record or of the screen has it: control characters gone, white space folded. */
const folded = (text: string): string => text.replaceAll(/[\u0000-\u001f\s]+/g, ' ').trim();
/** As a text that may have been cut has it: what is left of it. */
const beginning = (payload: string): string => folded(payload).slice(0, 24);

describe.skipIf(CHROMIUM === null)('payloads in every imported field', () => {
  let browser: Browser;
  let served: Served;
  /** A profile that the security policy does not protect: here only the care of the desk keeps a payload from running. */
  let page: Page;
  let runs: () => number;

  beforeAll(async () => {
    served = await serveHostile();
    await whenReady(served);
    browser = await launch();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    runs = await countRuns(context);
    page = await context.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const isClean = async (where: string): Promise<void> => {
    expect(await tracesIn(page), `a payload left traces in ${where}`).toEqual([]);
    expect(runs(), `a payload ran in ${where}`).toBe(0);
  };

  const visit = async (path: string): Promise<void> => {
    await goTo(page, served.at(path));
    await isClean(path);
  };

  const sources = async (): Promise<SourceList['rows']> =>
    (await json<SourceList>(served, '/sources.json?limit=1000&fold=no')).rows;
  const claims = async (): Promise<ClaimList['rows']> =>
    (await json<ClaimList>(served, '/timeline.json?limit=1000')).rows;

  test('a careless page would be found out, for every payload', async () => {
    const careless = await browser.newContext();
    const ran = await countRuns(careless);
    const victim = await careless.newPage();
    const unnoticed: string[] = [];
    for (const payload of PAYLOADS) {
      const before = ran();
      let isNoticed = false;
      for (const shown of CARELESS) {
        await victim.setContent(`<!doctype html><body>${shown(payload)}`, { waitUntil: 'commit' });
        isNoticed = (await tracesIn(victim)).length > 0 || ran() > before;
        if (isNoticed) break;
      }
      if (!isNoticed) unnoticed.push(payload);
    }
    expect(unnoticed).toEqual(INERT);
    // Many run by themselves; the others want a click, or an old browser.
    expect(ran()).toBeGreaterThan(PAYLOADS.length / 3);
    await careless.close();
  });

  test('there are sixty, and each of them is in every field of the record', async () => {
    expect(PAYLOADS).toHaveLength(60);
    const rows = await sources();
    expect(rows).toHaveLength(PAYLOADS.length + FORMULAS.length);
    const lost: string[] = [];
    for (const [n, payload] of PAYLOADS.entries()) {
      const row = rows.find(({ path }) => path?.endsWith(fileName(payload, n, 'html')));
      const has = (text: string | null | undefined): boolean =>
        folded(text ?? '').includes(beginning(payload));
      if (!has(row?.title)) lost.push(`title: ${payload}`);
      if (!has(row?.outlet?.name)) lost.push(`outlet: ${payload}`);
    }
    expect(lost).toEqual([]);
    const count = (texts: readonly (string | null)[]): number =>
      PAYLOADS.filter((payload) => texts.some((text) => folded(text ?? '').includes(beginning(payload))))
        .length;
    expect(count(rows.map(({ byline }) => byline))).toBeGreaterThan(45);
    expect(count((await claims()).map(({ wording }) => wording))).toBeGreaterThan(50);
    expect(JSON.stringify(await claims())).toContain('onerror=window.__ran()> Voss');
  });

  test('the rooms', async () => {
    for (const path of [
      '',
      '/timeline?panel=on',
      '/timeline?view=lanes',
      '/timeline?view=lanes&lanes=issue',
      '/timeline?view=table',
      '/statements?panel=on&q=talks',
      '/statements?view=table',
      '/sources?fold=no',
      '/sources',
      '/map',
      '/map?tab=world',
      '/jobs',
      '/settings',
      '/help',
    ])
      await visit(path);
    expect(await page.title()).not.toBe('');
  });

  test('what one jumps to', async () => {
    await goTo(page, served.at('/help'));
    for (const typed of [
      'Outlet',
      'Talks',
      'onerror',
      '<img class="xss-mark" src=x onerror=window.__ran()>',
    ]) {
      await page.keyboard.press('Control+k');
      await page.keyboard.insertText(typed);
      await page.locator('[role="option"]').first().waitFor();
      await quiet(page);
      await isClean(`the list of what “${typed}” finds`);
      await page.keyboard.press('Escape');
    }
  });

  test('every page in the reader, and its name in the title of the window', async () => {
    for (const { id, title } of await sources()) {
      await visit(`/sources/${id}?show=all&highlights=all&panel=about`);
      const heading = folded((await page.locator('main h1').first().textContent()) ?? '');
      expect(heading).toBe(folded(title ?? ''));
      expect(folded(await page.title())).toContain(heading.slice(0, 40));
    }
  });

  test('claims, their citations and previews', async () => {
    const rows = await claims();
    expect(rows.length).toBeGreaterThan(PAYLOADS.length);
    for (const { id, kind } of rows.filter((_, n) => n % 4 === 0)) {
      await visit(`/${kind === 'event' ? 'events' : 'statements'}/${id}`);
      const formats = page.locator('.cite button[aria-expanded]');
      if ((await formats.getAttribute('aria-expanded')) === 'false') await formats.click();
      await isClean(`the citations of ${id}`);
    }
    for (const { id } of rows.slice(-10)) {
      await visit(`/timeline?preview=${id}`);
      await page.locator('.preview .brief').waitFor();
      await isClean(`the preview of ${id}`);
    }
  });

  test('payloads in the address', async () => {
    for (const payload of PAYLOADS) {
      const text = encodeURIComponent(payload);
      await visit(`/statements?q=${text}&speaker=${text}&${text}=${text}&clock=${text}#${text}`);
    }
    for (const payload of PAYLOADS.slice(0, 6)) {
      const text = encodeURIComponent(payload);
      for (const path of [`/statements/${text}`, `/sources/${text}`, `/${text}`, `/timeline?preview=${text}`])
        await visit(path);
    }
  });

  test('the server writes no payload of an address into a page', async () => {
    for (const payload of PAYLOADS) {
      const text = encodeURIComponent(payload);
      for (const path of [
        `/${text}`,
        `/${served.dispute}/${text}`,
        `/${served.dispute}/statements.html?q=${text}`,
      ]) {
        const response = await fetch(new URL(path, served.url), { headers: { accept: 'text/html' } });
        const body = await response.text();
        if (/html|xml/.test(response.headers.get('content-type') ?? '')) expect(body).not.toContain(payload);
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      }
    }
  });

  describe('imports', () => {
    const post = (body: unknown): Promise<Response> =>
      fetch(served.at('/jobs'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });

    const words = (payload: string, n: number): string =>
      `Notes ${n} ${payload}\n\nSOUTHMARK, 4 May 2019 - Note ${n} of the port was read.\n\n“We heard of ${payload},” Minister Ada Voss said.\n`;

    test('files that are dropped on the desk', async () => {
      await goTo(page, served.at('/jobs'));
      const files = PAYLOADS.map((payload, n) => [fileName(payload, n, 'txt'), words(payload, n)] as const);
      const dropped = await page.evaluateHandle(
        (given) => {
          const transfer = new DataTransfer();
          for (const [name, text] of given) transfer.items.add(new File([text], name));
          return transfer;
        },
        [...files, [fileName(PAYLOADS[5] ?? '', 99, 'png'), '\u0000\u0001\u0000'] as const],
      );
      await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: dropped });
      await page.locator('.job-lines').waitFor();
      const { jobs } = await json<JobList>(served, '/jobs.json');
      const job = await over(served, jobs[0]?.id ?? '');
      expect(job.state).toBe('done');
      await page
        .locator('.job-lines tbody tr')
        .nth(PAYLOADS.length - 1)
        .waitFor();
      await quiet(page);
      await isClean('the lines of an import');
      const shown = async (): Promise<string> =>
        folded((await page.locator('.job-lines').first().textContent()) ?? '');
      // The server is done before the desk has heard of the last lines.
      await expect
        .poll(async () => {
          const text = await shown();
          return PAYLOADS.filter((payload) => !text.includes(`Notes ${PAYLOADS.indexOf(payload)} `));
        })
        .toEqual([]);
      expect(await shown()).toContain('<img class="xss-mark" src=x onerror=window.__ran()>');
    });

    test('addresses that are none are told of, and not sent', async () => {
      await goTo(page, served.at('/jobs'));
      const field = page.locator('form.paste textarea').nth(1);
      for (const payload of PAYLOADS) {
        await field.fill(payload);
        await isClean('the addresses');
      }
      for (const address of [
        'javascript:window.__ran()',
        'data:text/html,<script>window.__ran()</script>',
        'file:///etc/passwd',
      ]) {
        const response = await post({ addresses: [address] });
        expect([response.status, response.headers.get('content-type')]).toEqual([
          400,
          'application/problem+json',
        ]);
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      }
    });

    test('texts that are pasted with an address and a name', async () => {
      const before = new Set((await sources()).map(({ id }) => id));
      for (const payload of PAYLOADS.filter((_, n) => n === 5 || n === 59)) {
        const refused = await post({
          text: words(payload, 900),
          url: `javascript:${payload}`,
          name: payload,
        });
        expect(refused.status).toBe(400);
        const url = `https://harbour-post.example/?q=${payload}`;
        const response = await post({ text: words(payload, 901), url, name: payload });
        expect(response.status).toBe(202);
        await over(served, ((await response.json()) as Job).id);
      }
      await visit('/jobs');
      const added = (await sources()).filter(({ id }) => !before.has(id));
      expect(added.length).toBeGreaterThan(0);
      for (const { id } of added) await visit(`/sources/${id}?panel=about`);
    });
  });

  test('files of lists say what they are', async () => {
    for (const list of ['timeline', 'statements', 'sources', 'places', 'jobs'])
      for (const [format, type] of [
        ['json', 'application/json'],
        ['jsonl', 'application/jsonl'],
        ['csv', 'text/csv'],
      ] as const) {
        const response = await fetch(served.at(`/${list}.${format}?limit=1000`));
        expect([list, response.status]).toEqual([list, 200]);
        expect(response.headers.get('content-type')).toMatch(new RegExp(`^${type}\\b`));
        expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
        if (format !== 'json') expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
      }
  });

  test('no cell of a table is a formula', async () => {
    const cellsIn = async (list: string): Promise<readonly string[]> =>
      cellsOf(await (await fetch(served.at(`/${list}.csv?fold=no`))).text());
    expect(await cellsIn('sources')).toEqual(
      expect.arrayContaining(FORMULAS.map((formula) => `'${formula}`)),
    );
    for (const list of ['timeline', 'statements', 'sources', 'places', 'jobs'])
      for (const cell of await cellsIn(list))
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠](?!\d+(?:\.\d+)?$)/);
  });

  test('JSON that a browser opens is text', async () => {
    for (const path of ['/sources.json?fold=no&limit=1000', '/timeline.json?limit=1000', '/jobs.json']) {
      await page.goto(served.at(path), { waitUntil: 'load' });
      expect(await page.locator('body').textContent()).toContain('xss-mark');
      await isClean(path);
    }
  });

  test('captured pages come as attachments that no browser runs', async () => {
    for (const row of (await sources()).slice(0, 5)) {
      const response = await fetch(served.at(`/pages/${row.page}/bytes`));
      expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(response.headers.get('content-disposition')).not.toMatch(/[<>\r\n]/);
      expect(response.headers.get('content-type')).toBe('application/octet-stream');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toContain('sandbox');
    }
  });

  describe('under the security policy', () => {
    let guarded: WatchedPage;
    let guardedRuns: () => number;

    beforeAll(async () => {
      guarded = await openPage(browser);
      guardedRuns = await countRuns(guarded.context);
    });

    test('the desk needs nothing that it forbids', async () => {
      for (const path of [
        '',
        '/timeline',
        '/timeline?view=lanes',
        '/statements',
        '/sources',
        '/map',
        '/jobs',
      ])
        await goTo(guarded.page, served.at(path));
      expect(guarded.watch.errors).toEqual([]);
    });

    test('a payload that got into a page would not run', async () => {
      const refused = await guarded.page.evaluate((payloads) => {
        const room = document.querySelector('main');
        return payloads.filter((payload) => {
          const hole = document.createElement('div');
          room?.append(hole);
          try {
            hole.innerHTML = payload;
            return false;
          } catch {
            return true;
          }
        }).length;
      }, PAYLOADS);
      expect(refused).toBe(PAYLOADS.length);
      const isRefused = await guarded.page.evaluate(() => {
        const link = document.createElement('a');
        link.setAttribute('href', 'javascript:window.__ran()');
        document.body.append(link);
        link.click();
        try {
          link.setAttribute('onclick', 'window.__ran()');
          return false;
        } catch {
          return true;
        }
      });
      expect(isRefused).toBe(true);
      await guarded.page.waitForTimeout(200);
      expect(guarded.watch.errors.join('\n')).toContain('Content Security Policy');
      expect(guardedRuns()).toBe(0);
    });
  });
});

/** The cells of a table in CSV (RFC 4180). */
const cellsOf = (csv: string): readonly string[] =>
  [...csv.replace(/^\uFEFF/, '').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r\n|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
