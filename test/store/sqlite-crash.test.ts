import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { createSqliteRecord, openSqliteRecord } from '../../src/store/sqlite/index.ts';
import { bytesOf } from '../support/builders.ts';
import { collect, INFO } from './contract-fixtures.ts';
import { aPage, claimsOf, dump, NOW, scratch } from './sqlite-record.ts';

const { at, remove } = scratch();
const WRITER = fileURLToPath(new URL('sqlite-writer.ts', import.meta.url));
const ROUNDS = Number(process.env.DEMARCHE_CRASH_ROUNDS ?? 8);
afterAll(remove);

/** Runs the writer until `isEnough` of what it said, then kills it without warning after `delay` milliseconds more. */
const killed = (
  path: string,
  first: string,
  isEnough: (said: string) => boolean,
  delay: number,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, path, first], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    let doomed = false;
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (doomed || !isEnough(said)) return;
      doomed = true;
      setTimeout(() => writer.kill('SIGKILL'), delay);
    });
    writer.on('error', reject);
    writer.on('close', (_, signal) =>
      signal === 'SIGKILL' ? resolve(said) : reject(new Error(`the writer ended: ${said}`)),
    );
  });

const highest = (said: string, what: string): number =>
  Math.max(0, ...[...said.matchAll(new RegExp(`^${what} (\\d+)\\n`, 'gm'))].map(([, n]) => Number(n)));

describe('kill -9', () => {
  test(`loses nothing that was acknowledged and doubles nothing (${ROUNDS} rounds)`, async () => {
    const path = at('crash.demarche');
    await (await createSqliteRecord(path, INFO, { now: NOW })).close();
    let [pages, claims, crashes] = [0, 0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      const said = await killed(path, String(pages + 1), (text) => text.includes('page '), (round * 37) % 90);
      const acknowledged = Math.max(pages, highest(said, 'page'));
      if (existsSync(`${path}-wal`)) crashes++;
      const store = await openSqliteRecord(path, { now: NOW });
      const paths = (await collect(store.extractions())).map(({ page }) => page.path);
      pages = paths.length;
      claims = Math.max(claims, highest(said, 'claims'));
      // One page more may have been kept just before the end, without the word getting out.
      expect([acknowledged, acknowledged + 1]).toContain(pages);
      expect(new Set(paths).size).toBe(pages);
      const held = (await store.claims({})).length;
      expect(held % 8).toBe(0);
      expect(held).toBeGreaterThanOrEqual(2 * claims);
      expect(await collect(store.verify())).toEqual([]);
      await store.close();
    }
    expect(crashes).toBe(ROUNDS);
    const numbers = Array.from({ length: pages }, (_, n) => n + 1);
    const [store, undisturbed] = [
      await openSqliteRecord(path, { now: NOW }),
      await createSqliteRecord(at('undisturbed.demarche'), INFO, { now: NOW }),
    ];
    for (const n of numbers) await undisturbed.savePage(aPage(n), bytesOf(aPage(n)));
    for (const one of [store, undisturbed]) await one.applyClaims(numbers.flatMap(claimsOf));
    const [{ histories: _, ...after }, { histories: __, ...expected }] = [
      await dump(store),
      await dump(undisturbed),
    ];
    expect(after).toEqual(expected);
    await Promise.all([store.close(), undisturbed.close()]);
  });

  test('a lock ends with the process that held it', async () => {
    const path = at('held.demarche');
    const store = await createSqliteRecord(path, INFO, { now: NOW, busyTimeoutMs: 50 });
    let refused: unknown = null;
    await killed(
      path,
      'hold',
      (text) => {
        if (text.includes('held'))
          refused ??= store.savePage(aPage(1), bytesOf(aPage(1))).catch((error: unknown) => error);
        return refused !== null;
      },
      300,
    );
    expect(await refused).toMatchObject({ code: 'record-locked' });
    expect(await store.savePage(aPage(1), bytesOf(aPage(1)))).toBe('added');
    await store.close();
  });
});
