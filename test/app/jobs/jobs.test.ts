import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import Libsql from 'libsql';
import { afterEach, describe, expect, test } from 'vitest';
import { warcRecord } from '../../../src/acquire/warc-write.ts';
import type { JobInput } from '../../../src/app/desk/types.ts';
import type { JobsOptions } from '../../../src/app/jobs/create-jobs.ts';
import { instant } from '../../../src/model/brand.ts';
import type { Job } from '../../../src/view/desk/types.ts';
import { manyPages, PAGES } from '../../cli/pages.ts';
import type { Bench } from './support.ts';
import { filesOf, makeBench } from './support.ts';

const open: Bench[] = [];
const bench = async (options: Partial<JobsOptions> = {}): Promise<Bench> => {
  const made = await makeBench(options);
  open.push(made);
  return made;
};
afterEach(async () => {
  for (const { jobs, folder } of open.splice(0)) {
    await jobs.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

const files = (pages: Readonly<Record<string, string | Uint8Array>>): JobInput => ({
  kind: 'files',
  files: filesOf(pages),
});
const run = async ({ jobs, over }: Bench, input: JobInput): Promise<Job> =>
  over((await jobs.submit(input)).id);

describe('an import of files', () => {
  test('keeps the pages, makes the claims, tells what came out of each, and leaves nothing behind', async () => {
    const done: string[] = [];
    const here = await bench({ onDone: (job) => void done.push(job.id) });
    const job = await run(here, files(PAGES));
    expect(job).toMatchObject({
      state: 'done',
      step: 'over',
      what: '3 files',
      done: 3,
      total: 3,
      counts: { added: 3, known: 0, reread: 0, failed: 0 },
      error: null,
    });
    expect(job.claims?.added).toBeGreaterThan(3);
    expect(job.lines.map(({ path, outcome, published }) => [path, outcome, published])).toEqual([
      ['harbour-post.html', 'added', '4 Mar 2015'],
      ['daily-lantern.txt', 'added', '4 Mar 2015'],
      ['evening-ledger.txt', 'added', '5 Apr 2016'],
    ]);
    expect(job.lines[0]).toMatchObject({ title: 'Ferry talks end without a deal', message: null });
    expect(job.lines.every(({ statements, events }) => statements + events > 0)).toBe(true);
    expect(here.leftovers()).toEqual([]);
    expect(done).toEqual([job.id]);
    expect(here.told.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1])).toEqual([
      'queued',
      'running',
      'done',
    ]);
    await here.reading(async (store) => {
      const paths: (string | null)[] = [];
      for await (const { page } of store.extractions()) paths.push(page.path);
      expect(paths.toSorted()).toEqual(Object.keys(PAGES).toSorted());
      expect((await store.claims({})).length).toBe(job.claims?.added);
    });
  });

  test('the same again is known, with its titles', async () => {
    const here = await bench();
    await run(here, files(PAGES));
    const again = await run(here, files(PAGES));
    expect(again).toMatchObject({
      counts: { added: 0, known: 3 },
      claims: { added: 0, changed: 0, closed: 0 },
    });
    expect(again.lines[0]).toMatchObject({ outcome: 'known', title: 'Ferry talks end without a deal' });
  });

  test('names from anywhere stay inside, folders are walked as `add` walks them, and the rest is told of', async () => {
    const here = await bench();
    const job = await run(
      here,
      files({
        '../../outside.txt': PAGES['daily-lantern.txt'] ?? '',
        'spring/saved/page.html': PAGES['harbour-post.html'] ?? '',
        'spring/saved/style.css': 'p { color: red }',
        'spring/README.md': 'About this folder.',
        'photo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
        'page\u0000.html': '',
      }),
    );
    expect(job.what).toBe('6 files (2 passed over)');
    expect(job.lines.map(({ path, outcome }) => `${path} ${outcome}`).toSorted()).toEqual([
      'outside.txt added',
      'page.html failed',
      'photo.png failed',
      'spring/saved/page.html added',
    ]);
    expect(job.lines.find(({ path }) => path === 'photo.png')?.message).toMatch(/PNG/);
    expect(job.counts).toEqual({ added: 2, known: 0, reread: 0, failed: 2 });
    expect(job.state).toBe('done');
  });

  test('a page that cannot be read properly is kept plainly and says why; a caught clock is told of', async () => {
    const here = await bench();
    const job = await run(
      here,
      files({
        'bomb.html': `<html>${'<div>'.repeat(1_000)}A story.`,
        'clock.txt': `06:12 GMT15 May 2021\nListen Live\n\nFerry talks end\n\n4 March 2015\n\nPresident Ada Voss met Premier Otto Brandt in Lakeport on Tuesday.\n\n“We will not sell the lighthouse,” President Ada Voss told reporters.\n`,
      }),
    );
    expect(job.lines[0]).toMatchObject({ outcome: 'plain', message: expect.any(String) });
    expect(job.lines[1]).toMatchObject({
      published: '4 Mar 2015',
      caught: expect.stringMatching(/^page prints “.*15 May 2021”: crawl clock$/),
    });
    expect(job.counts).toMatchObject({ added: 2, failed: 0 });
  });

  test('an archive counts its pages', async () => {
    const here = await bench();
    const capturedAt = instant('2016-05-01T00:00:00.000Z');
    const records = Object.values(PAGES).map((page, n) =>
      warcRecord({
        url: `https://harbour.example/${n}`,
        capturedAt,
        content: { kind: 'resource', mediaType: 'text/html', body: Buffer.from(page) },
      }),
    );
    const job = await run(here, files({ 'crawl.warc.gz': gzipSync(Buffer.concat(records)) }));
    expect(job).toMatchObject({ done: 3, total: null, counts: { added: 3 } });
    expect(job.lines[1]?.path).toBe('crawl.warc.gz#2');
  });

  test('files without a page among them fail the import', async () => {
    const here = await bench();
    expect(await run(here, files({ 'folder/a.css': 'p {}' }))).toMatchObject({
      state: 'failed',
      error: { code: 'unsupported-format', hint: expect.stringMatching(/\.html/) },
    });
    expect(here.leftovers()).toEqual([]);
  });
});

describe('stopping', () => {
  test('keeps what was read, and the same import again goes on there', async () => {
    const here = await bench();
    const input = files(manyPages(250));
    const { id } = await here.jobs.submit(input);
    await here.when(id, ({ done }) => done > 3);
    const cancelled = await here.jobs.cancel(id);
    expect(cancelled).toMatchObject({ state: 'cancelled', claims: null, error: null });
    expect(cancelled?.done).toBeLessThan(250);
    expect(here.leftovers()).toEqual([]);
    const kept = await here.reading((store) => store.counts());
    expect(kept.pages).toBeGreaterThanOrEqual(cancelled?.done ?? 0);
    const again = await run(here, input);
    expect(again.counts.known).toBe(kept.pages);
    expect(again.counts.known + again.counts.added).toBe(250);
    expect(again.claims?.added).toBeGreaterThan(100);
  });

  test('one that waits never starts; one that is over, or never was, stays so', async () => {
    const here = await bench();
    const first = await here.jobs.submit(files(PAGES));
    const second = await here.jobs.submit(files(manyPages(2)));
    expect(await here.jobs.cancel(second.id)).toMatchObject({ state: 'cancelled', done: 0 });
    expect(await here.over(first.id)).toMatchObject({ state: 'done' });
    expect(await here.jobs.cancel(first.id)).toMatchObject({ state: 'done' });
    expect(await here.jobs.cancel('j-none')).toBeNull();
    expect(here.jobs.list().map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(here.told.some(({ id, state }) => id === second.id && state === 'running')).toBe(false);
  });

  test('closing ends all of them', async () => {
    const here = await bench();
    const { id } = await here.jobs.submit(files(manyPages(100)));
    await here.jobs.submit(files(PAGES));
    await here.when(id, ({ state }) => state === 'running');
    await here.jobs.close();
    expect(here.jobs.list().map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(here.leftovers()).toEqual([]);
  });
});

describe('a record that another program writes to', () => {
  const lock = (here: Bench): (() => void) => {
    const other = new Libsql(here.file);
    other.exec('pragma busy_timeout = 10000');
    other.exec('begin immediate');
    return () => {
      other.exec('commit');
      other.close();
    };
  };

  test('is waited for', async () => {
    const here = await bench();
    const { id } = await here.jobs.submit(files(manyPages(150)));
    await here.when(id, ({ done }) => done > 0);
    const free = lock(here);
    const waiting = await here.when(id, ({ step }) => step === 'waiting');
    expect(waiting).toMatchObject({ state: 'running', error: null });
    free();
    expect(await here.over(id)).toMatchObject({ state: 'done', counts: { added: 150, known: 0 } });
  });

  test('and given up in the end', async () => {
    const here = await bench({ lockWaitMs: 1 });
    const free = lock(here);
    const job = await run(here, files(PAGES));
    free();
    expect(job).toMatchObject({ state: 'failed', error: { code: 'record-locked' } });
  });
});

describe('text and addresses', () => {
  test('pasted text is named by its digest and keeps its address', async () => {
    const here = await bench();
    const text = PAGES['daily-lantern.txt'] ?? '';
    const url = 'https://lantern.example/ferry';
    const job = await run(here, { kind: 'text', text, name: null, url });
    expect(job).toMatchObject({ what: 'pasted text', counts: { added: 1 } });
    expect(job.lines[0]?.path).toMatch(/^pasted-[0-9a-f]{8}\.txt$/);
    await here.reading(async (store) => {
      for await (const { page } of store.extractions()) expect(page).toMatchObject({ url, capturedAt: null });
    });
  });

  test('addresses are fetched one by one, and one that fails costs only itself', async () => {
    const server = createServer((request, response) => {
      const page = PAGES[(request.url ?? '').slice(1)];
      if (page === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const addresses = [`${base}/harbour-post.html`, `${base}/none`, `${base}/daily-lantern.txt`];
    try {
      const here = await bench({ allowPrivate: true });
      const job = await run(here, { kind: 'addresses', addresses });
      expect(job).toMatchObject({
        state: 'done',
        what: '3 addresses',
        counts: { added: 2, failed: 1 },
        total: 3,
      });
      expect(job.lines.map(({ path, outcome }) => [path, outcome])).toEqual(
        addresses.map((address, n) => [address, n === 1 ? 'failed' : 'added']),
      );
      await here.reading(async (store) => {
        for await (const { page } of store.extractions()) {
          expect(page.url).toMatch(/^http:\/\/127/);
          expect(page.capturedAt).not.toBeNull();
        }
        expect(await store.failures()).toMatchObject([{ path: addresses[1], code: 'not-found' }]);
      });
      const closed = await bench();
      expect(await run(closed, { kind: 'addresses', addresses: addresses.slice(0, 1) })).toMatchObject({
        counts: { added: 0, failed: 1 },
        lines: [{ message: expect.stringMatching(/private network/) }],
      });
    } finally {
      server.close();
    }
  });
});

describe('what can be no import', () => {
  test.each<[string, JobInput, string]>([
    ['no file', { kind: 'files', files: [] }, 'usage'],
    ['no text', { kind: 'text', text: ' \n', name: null, url: null }, 'usage'],
    ['a bad address of a text', { kind: 'text', text: 'a', name: null, url: 'javascript:alert(1)' }, 'usage'],
    ['no address', { kind: 'addresses', addresses: [' '] }, 'usage'],
    ['a file address', { kind: 'addresses', addresses: ['file:///etc/hostname'] }, 'usage'],
    ['a password', { kind: 'addresses', addresses: ['https://ada:x@harbour.example/'] }, 'usage'],
    ['too many files', { kind: 'files', files: filesOf({ a: '1', b: '2', c: '3' }) }, 'too-large'],
    ['a large file', { kind: 'files', files: filesOf({ a: 'x'.repeat(11) }) }, 'too-large'],
    ['large files', { kind: 'files', files: filesOf({ a: 'x'.repeat(8), b: 'x'.repeat(8) }) }, 'too-large'],
    ['a large text', { kind: 'text', text: 'x'.repeat(11), name: null, url: null }, 'too-large'],
    [
      'many addresses',
      { kind: 'addresses', addresses: ['http://a.example', 'http://b.example'] },
      'too-large',
    ],
  ])('%s', async (_, input, code) => {
    const limits = { files: 2, fileBytes: 10, jobBytes: 15, addresses: 1 };
    const here = await bench({ limits });
    await expect(here.jobs.submit(input)).rejects.toMatchObject({ code });
    expect(here.jobs.list()).toEqual([]);
    expect(here.leftovers()).toEqual([]);
  });

  test('a record that is gone fails the import and says so', async () => {
    const here = await bench();
    rmSync(here.file);
    expect(await run(here, files(PAGES))).toMatchObject({ state: 'failed', error: { code: 'not-found' } });
  });
});
