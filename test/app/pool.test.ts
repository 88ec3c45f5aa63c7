import { afterEach, describe, expect, test } from 'vitest';
import type { Job, JobResult } from '../../src/app/job.ts';
import { limitOf } from '../../src/app/job.ts';
import { DEFAULT_OPTIONS } from '../../src/app/options.ts';
import type { Pool, PoolOptions } from '../../src/app/pool.ts';
import { createPool } from '../../src/app/pool.ts';

const worker = new URL('../support/stuck-worker.mjs', import.meta.url);

const job = (id: string, does = ''): Job => ({
  kind: 'jsonl',
  raw: JSON.stringify({ id, does, text: 'Some text.' }),
  number: 1,
  options: DEFAULT_OPTIONS,
});

let pool: Pool | null = null;
const open = (options: Partial<PoolOptions> = {}): Pool => {
  pool = createPool({ pack: null, jobs: 2, limit: () => 400, worker, ...options });
  return pool;
};
afterEach(async () => {
  await pool?.close();
  pool = null;
});

const answer = (result: JobResult): Record<string, unknown> =>
  result.kind === 'line' ? (JSON.parse(result.line) as Record<string, unknown>) : {};

describe('createPool', () => {
  test('does many jobs on few threads', async () => {
    const { run } = open();
    const ids = Array.from({ length: 20 }, (_, i) => String(i));
    const results = await Promise.all(ids.map((id) => run(job(id))));
    expect(results.map(answer)).toEqual(ids.map((id) => ({ id, plainly: null })));
  });

  test.each([
    ['stick', /longer than 0\.4 s/],
    ['crash', /status 3/],
    ['throw', /a fault/],
  ])(
    'a job that must %s is tried once more, as plain text, and the others are done',
    async (does, reason) => {
      const { run } = open();
      const results = await Promise.all([run(job('before')), run(job('bad', does)), run(job('after'))]);
      const [before, bad, after] = results.map(answer);
      expect([before, after]).toEqual([
        { id: 'before', plainly: null },
        { id: 'after', plainly: null },
      ]);
      expect(bad?.plainly).toMatch(reason);
    },
  );

  test('a job that eats memory costs its thread, not the process', async () => {
    const { run } = open({ limit: () => 60_000, jobs: 1 });
    expect(answer(await run(job('big', 'eat memory'))).plainly).toMatch(/memory/);
  });

  const threadsOf = async (does: readonly string[], pagesAThread?: number): Promise<readonly unknown[]> => {
    const { run } = open({ jobs: 1, ...(pagesAThread === undefined ? {} : { pagesAThread }) });
    const threads: unknown[] = [];
    for (const [i, what] of does.entries()) threads.push(answer(await run(job(String(i), what))).thread);
    return threads;
  };

  test('a thread is replaced after so many pages', async () => {
    const threads = await threadsOf(
      Array.from({ length: 5 }, () => 'say thread'),
      2,
    );
    expect(threads[0]).toBe(threads[1]);
    expect(threads[2]).toBe(threads[3]);
    expect(new Set(threads).size).toBe(3);
  });

  test('a thread that has grown is replaced before the next page', async () => {
    const [before, , after] = await threadsOf(['say thread', 'grow', 'say thread']);
    expect(before).toBeTypeOf('number');
    expect(after).not.toBe(before);
  });

  test('a job that never ends is given up with all its text and the error poison', async () => {
    const { run } = open({ jobs: 1 });
    const [bad, next] = await Promise.all([run(job('bad', 'stick always')), run(job('next'))]);
    expect(bad.kind === 'line' && bad.error).toMatchObject({ code: 'poison' });
    expect(answer(bad)).toMatchObject({
      id: 'bad',
      article: { text: 'Some text.', segments: [{ kind: 'other', start: 0, end: 10 }] },
    });
    expect(answer(next)).toEqual({ id: 'next', plainly: null });
  });

  test('a fault of the set-up rejects every job with its code', async () => {
    const { run } = open({ pack: 'none' });
    const results = await Promise.allSettled([run(job('a')), run(job('b')), run(job('c'))]);
    for (const result of results)
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { code: 'pack-unknown', hint: 'demarche pack list' },
      });
    await expect(run(job('d'))).rejects.toMatchObject({ code: 'pack-unknown' });
  });

  test('a worker that does not start rejects instead of being started for ever', async () => {
    await expect(open({ pack: 'dies' }).run(job('a'))).rejects.toMatchObject({ code: 'internal' });
  });

  test('closing rejects what is open', async () => {
    const { run, close } = open({ limit: () => 60_000 });
    const left = run(job('bad', 'stick'));
    const settled = expect(left).rejects.toThrow(/closed/);
    await close();
    await settled;
  });
});

describe('limitOf', () => {
  const ofLength = (length: number): Job => ({
    kind: 'jsonl',
    raw: 'x'.repeat(length),
    number: 1,
    options: DEFAULT_OPTIONS,
  });
  test.each([
    [10, 5_000],
    [250_000, 5_000],
    [250_001, 6_000],
    [1_000_000, 35_000],
    [5_000_000, 35_000],
  ])('%i characters: %i ms', (length, ms) => {
    expect(limitOf(ofLength(length))).toBe(ms);
  });
});
