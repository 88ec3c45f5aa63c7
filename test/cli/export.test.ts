import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePages } from './pages.ts';
import { demarche, jsonLines, scratch } from './run.ts';

let cwd = '';

beforeAll(async () => {
  cwd = scratch();
  writePages(cwd, 'coverage');
  expect((await demarche(['init', 'ferry.demarche'], { cwd })).status).toBe(0);
  expect((await demarche(['add', 'coverage', '--quiet'], { cwd })).status).toBe(0);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const exported = (...args: string[]) => demarche(['export', ...args], { cwd });

describe('export', () => {
  test('plover: an event a line, each leading back to a passage of an article', async () => {
    const { status, out, err } = await exported('plover');
    const rows = jsonLines(out);
    expect([status, err]).toEqual([0, expect.stringMatching(/^plover: \d+ rows from \d+ events\./)]);
    const met = rows.find(({ demarche: own }) => (own as { type: string }).type === 'meet');
    expect(met).toMatchObject({
      event_type: 'CONSULT',
      quad_code: 1,
      event_date: { edtf: '2015-03-03' },
    });
    const own = met?.['demarche'] as
      | { passages: { exact: string; start: number; end: number }[] }
      | undefined;
    const passages = own?.passages ?? [];
    expect(passages.length).toBeGreaterThan(0);
    for (const { exact, start, end } of passages) {
      expect(exact).toContain('met Premier Otto Brandt');
      expect(end - start).toBe(exact.length);
    }
  });

  test('cameo: a table with the columns of GDELT; the same rows as objects with --json', async () => {
    const { status, out } = await exported('cameo', '--quiet');
    const [header, ...lines] = out.trimEnd().split('\r\n');
    expect([status, header?.startsWith('\uFEFFGLOBALEVENTID,SQLDATE,')]).toEqual([0, true]);
    const objects = jsonLines((await exported('cameo', '--json', '--quiet')).out);
    expect(lines).toHaveLength(objects.length);
    expect(lines.some((line) => line.includes(',20150303,20150303,'))).toBe(true);
    expect(objects.every((row) => row['Claim'] !== '' && row['Passages'] !== '')).toBe(true);
  });

  test('icow: talks between two parties are an attempt, what is planned is none', async () => {
    const rows = jsonLines((await exported('icow', '--json', '--quiet')).out);
    expect(rows.map(({ mode, from, parties }) => [mode, from, (parties as unknown[]).length])).toContainEqual(
      ['bilateral', '2015-03-03', 2],
    );
    expect(rows.every(({ from }) => !String(from).startsWith('2016'))).toBe(true);
    expect((await exported('icow', '--quiet')).out).toMatch(/^\uFEFFattempt,mode,scope,party_ids,/);
  });

  test('filters narrow it as they narrow the timeline', async () => {
    const all = jsonLines((await exported('plover', '--quiet')).out);
    const on = jsonLines(
      (await exported('plover', '--from', '2015-03-03', '--to', '2015-03-03', '--quiet')).out,
    );
    const after = jsonLines((await exported('plover', '--from', '2017', '--quiet')).out);
    expect(on.length).toBeGreaterThan(0);
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(on.map(({ id }) => id)));
    expect(
      after.filter(({ event_date: date }) => (date as { to: string | null } | null)?.to === '2015-03-03'),
    ).toEqual([]);
  });

  test('another format is a mistake of usage that names those there are', async () => {
    const { status, err } = await exported('xml');
    expect([status, err]).toEqual([2, expect.stringContaining('plover, cameo, icow')]);
  });
});
