import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRecord } from '../../src/app/record-file.ts';
import { manyPages, PAGES, writePages } from '../cli/pages.ts';
import { demarche, PROGRAM, scratch } from '../cli/run.ts';

/** Rounds of kill -9. DEMARCHE_CRASH_ROUNDS=50 is the full campaign. */
const ROUNDS = Number(process.env.DEMARCHE_CRASH_ROUNDS ?? 5);
const PAGES_A_ROUND = 24;

let cwd = '';
let undisturbed: unknown;
let duration = 0;

const init = async (record: string): Promise<void> => {
  expect((await demarche(['init', record, '--title', 'crash'], { cwd })).status).toBe(0);
};

const addArguments = (record: string): readonly string[] => ['add', 'pages', '--record', record, '--quiet'];

/** All that a record holds but transaction time, which says when something was written. */
const contentOf = async (record: string): Promise<unknown> => {
  const store = await openRecord(join(cwd, record), { readonly: true });
  try {
    const extractions = [];
    for await (const extraction of store.extractions()) extractions.push(extraction);
    const sizes = [];
    for (const { page } of extractions) sizes.push((await store.bytes(page.id))?.length);
    const findings = [];
    for await (const finding of store.verify()) findings.push(finding);
    const [claims, failures] = [await store.claims({}), await store.failures()];
    return { claims, extractions, sizes, failures, findings };
  } finally {
    await store.close();
  }
};

/** Starts an `add` and kills it after `delay` milliseconds, if it has not ended by then. */
const addAndKill = async (record: string, delay: number): Promise<void> => {
  const child = spawn(process.execPath, [PROGRAM, ...addArguments(record)], { cwd, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([sleep(delay), ended]);
  child.kill('SIGKILL');
  await ended;
};

beforeAll(async () => {
  cwd = scratch();
  writePages(cwd, 'pages', { ...PAGES, ...manyPages(PAGES_A_ROUND) });
  writeFileSync(join(cwd, 'pages', 'empty.txt'), '');
  await init('undisturbed.demarche');
  const started = performance.now();
  expect((await demarche(addArguments('undisturbed.demarche'), { cwd })).status).toBe(1);
  duration = performance.now() - started;
  undisturbed = await contentOf('undisturbed.demarche');
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('add, killed at any moment', () => {
  test('the undisturbed record is sound and holds every page', () => {
    expect(undisturbed).toMatchObject({
      findings: [],
      failures: [{ path: 'pages/empty.txt', code: 'empty' }],
    });
    const { extractions, claims } = undisturbed as { extractions: unknown[]; claims: unknown[] };
    expect(extractions).toHaveLength(PAGES_A_ROUND + Object.keys(PAGES).length);
    expect(claims.length).toBeGreaterThan(PAGES_A_ROUND);
  });

  test.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'round %i: the next add ends with the same record',
    async (round) => {
      const record = `round-${round}.demarche`;
      await init(record);
      const delays = Array.from({ length: 1 + (round % 3) }, () => Math.round(Math.random() * duration));
      for (const delay of delays) await addAndKill(record, delay);
      const { status, err } = await demarche(addArguments(record), { cwd });
      const told = `killed after ${delays.join(', ')} of about ${Math.round(duration)} ms: ${err}`;
      expect(status, told).toBe(1);
      expect(await contentOf(record), told).toEqual(undisturbed);
      for (const ending of ['', '-wal', '-shm']) rmSync(join(cwd, record + ending), { force: true });
    },
  );
});
