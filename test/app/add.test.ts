import { beforeAll, describe, expect, test } from 'vitest';
import type { Acquired } from '../../src/acquire/index.ts';
import { acquireBytes } from '../../src/acquire/index.ts';
import type { AddReport } from '../../src/app/add.ts';
import { addPages } from '../../src/app/add.ts';
import { extractSafely } from '../../src/app/extract.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { DEFAULT_OPTIONS } from '../../src/app/options.ts';
import type { Pool } from '../../src/app/pool.ts';
import { runJob } from '../../src/app/run-job.ts';
import { disputeId, instant } from '../../src/model/brand.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { RecordStore } from '../../src/model/store-port.ts';
import { createMemoryStore } from '../../src/store/index.ts';
import { manyPages, PAGES } from '../cli/pages.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge();
});

/** A pool without threads. */
const poolHere = (): Pool => ({
  size: 2,
  run: async (job) => runJob(job, (capture, options) => extractSafely(capture, knowledge, options)),
  close: async () => undefined,
});

const newStore = (): RecordStore =>
  createMemoryStore(
    {
      dispute: disputeId('ferry'),
      title: 'The ferry',
      pack: null,
      schema: 1,
      created: instant('2020-01-01T00:00:00.000Z'),
    },
    { now: () => instant('2020-01-01T00:00:00.000Z') },
  );

async function* pages(texts: Readonly<Record<string, string>>): AsyncGenerator<Acquired> {
  for (const [path, text] of Object.entries(texts))
    yield acquireBytes(new TextEncoder().encode(text), { path, url: null, capturedAt: null });
}

const add = (
  store: RecordStore,
  texts: Readonly<Record<string, string>>,
  more: Partial<Parameters<typeof addPages>[1]> = {},
): Promise<AddReport> =>
  addPages(pages(texts), { store, knowledge, pool: poolHere(), options: DEFAULT_OPTIONS, ...more });

describe('addPages', () => {
  test('adds pages and claims, and the same again adds nothing', async () => {
    const store = newStore();
    const first = await add(store, PAGES);
    expect(first).toMatchObject({ added: 3, known: 0, reread: 0, failed: 0, poison: 0, troubles: [] });
    expect(first.claims.added).toBeGreaterThan(3);
    const second = await add(store, PAGES);
    expect(second).toMatchObject({ added: 0, known: 3 });
    expect(second.claims).toEqual({ added: 0, changed: 0, closed: 0, unchanged: first.claims.added });
  });

  test('the order of the pages makes no difference to the claims', async () => {
    const [one, two] = [newStore(), newStore()];
    const texts = { ...PAGES, ...manyPages(6) };
    await add(one, texts);
    await add(two, Object.fromEntries(Object.entries(texts).toReversed()));
    expect(await two.claims({})).toEqual(await one.claims({}));
  });

  test('another extractor reads the pages again', async () => {
    const store = newStore();
    await add(store, PAGES);
    const options = { ...DEFAULT_OPTIONS, layers: ['time', 'mention'] as const };
    const report = await add(store, PAGES, { options });
    expect(report).toMatchObject({ added: 0, known: 0, reread: 3 });
    expect(report.claims.closed).toBeGreaterThan(0);
    expect(await store.claims({})).toEqual([]);
  });

  test('pages that cannot be read, or only as plain text, are kept in mind and counted', async () => {
    const store = newStore();
    const report = await add(store, {
      'empty.txt': '',
      'bomb.html': `<html>${'<div>'.repeat(1_000)}A story.`,
    });
    expect(report).toMatchObject({ added: 1, failed: 1, poison: 1 });
    expect(report.troubles).toMatchObject([
      { path: 'empty.txt', code: 'empty', kept: false },
      { path: 'bomb.html', code: 'poison', kept: true },
    ]);
    expect(await store.failures()).toMatchObject([{ path: 'empty.txt', code: 'empty' }]);
    expect(await add(store, { 'bomb.html': `<html>${'<div>'.repeat(1_000)}A story.` })).toMatchObject({
      known: 1,
      poison: 0,
    });
  });

  test('tells of progress and diagnostics', async () => {
    const steps: string[] = [];
    const codes: Diagnostic['code'][] = [];
    await add(
      newStore(),
      { 'a.txt': 'A text without a day.\n' },
      {
        onProgress: ({ step, done, path }) => steps.push(`${step} ${done} ${path}`),
        onDiagnostic: (_, { code }) => codes.push(code),
      },
    );
    expect(steps).toEqual(['pages 1 a.txt', 'claims 1 null']);
    expect(codes).toContain('date-none');
  });
});
