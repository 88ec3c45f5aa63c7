import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePages } from './pages.ts';
import { demarche, jsonLines, scratch } from './run.ts';

let cwd = '';

beforeAll(() => {
  cwd = scratch();
  writePages(cwd, 'coverage');
  writeFileSync(join(cwd, 'empty.txt'), '');
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const NOTE = 'The envoys of Freedonia 😀 met on Thursday and meet again on December 15-16 in Lakeport.';
const note = ['times', '-', '--as-is', '--published', '2016-12-09'];

describe('demarche times', () => {
  test('is a table of words, value, unit and what it was counted from', async () => {
    const { status, out, err } = await demarche(note, { cwd, input: NOTE, env: { COLUMNS: '120' } });
    expect([status, err]).toEqual([0, '']);
    const [lead, head, ...rows] = out.split('\n');
    expect(lead).toMatch(/^published: 2016-12-09 \(clean\/published\/given@\d+\)$/);
    expect(head?.split(/\s{2,}/)).toEqual(['words', 'type', 'value', 'EDTF', 'unit', 'how it was told']);
    expect(rows[0]).toMatch(
      /^Thursday +DATE +2016-12-08 +2016-12-08 +day +counted from the day of publication/,
    );
    expect(out).toContain('or 2016-12-01 (4 %)');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('one end of 2016-12-15/2016-12-16');
  });

  test('--json has everything, with spans in UTF-16 code units', async () => {
    const [page] = jsonLines((await demarche([...note, '--json'], { cwd, input: NOTE })).out);
    const times = page?.times as readonly Record<string, unknown>[];
    expect(times.map(({ start, end }) => NOTE.slice(Number(start), Number(end)))).toEqual([
      'Thursday',
      'December 15',
      '16',
    ]);
    expect(times[0]).toMatchObject({
      words: 'Thursday',
      type: 'DATE',
      value: '2016-12-08',
      mod: null,
      edtf: '2016-12-08',
      earliest: '2016-12-08',
      latest: '2016-12-08',
      granularity: 'day',
      how: 'published',
      anchor: 'published',
      range: null,
    });
    expect(times[1]).toMatchObject({ range: { edtf: '2016-12-15/2016-12-16' } });
    expect(page).toMatchObject({ path: '-', language: 'en', published: { edtf: '2016-12-09' }, error: null });
  });

  test('an interval of publication gives intervals', async () => {
    const call = ['times', '-', '--as-is', '--published', '2016-12-14/2016-12-20', '--json'];
    const [page] = jsonLines((await demarche(call, { cwd, input: 'They met on Thursday.' })).out);
    expect(page?.times).toMatchObject([{ value: '2016-WXX-4', edtf: '2016-12-08/2016-12-15' }]);
  });

  test('several pages come with their names; without a day of publication that is said', async () => {
    const { status, out } = await demarche(['times', 'coverage', 'coverage/daily-lantern.txt'], { cwd });
    expect(status).toBe(0);
    expect(out).toMatch(/^coverage\/daily-lantern\.txt\n/);
    const open = await demarche(['times', '-', '--as-is'], { cwd, input: 'They met on Thursday, long ago.' });
    expect(open.out).toContain('published: not known');
    expect(open.out).toContain('not resolved');
  });

  test('an impossible date is told of', async () => {
    const run = await demarche(['times', '-', '--as-is'], { cwd, input: 'They met on 31 February 2016.' });
    expect(run.status).toBe(0);
    expect(run.out).toContain('no expression of time');
    expect(run.err).toContain('warning[date-impossible]');
  });

  test.each([
    [['times'], 2, 'usage'],
    [['times', 'coverage', '--published', 'yesterday'], 2, 'usage'],
    [['times', 'coverage', '--published', '2016-02-30'], 2, 'usage'],
    [['times', 'coverage', '--language', 'xx'], 2, 'usage'],
    [['times', 'coverage', '--pack', 'atlantis'], 2, 'pack-unknown'],
  ])('%j ends with a code and a hint', async (args, status, code) => {
    const run = await demarche(args, { cwd });
    expect([run.status, run.out]).toEqual([status, '']);
    expect(run.err).toMatch(new RegExp(`^error\\[${code}\\]: .*\\nhint: .`));
  });

  test.each(['no-such-file.txt', 'empty.txt'])('%s cannot be read; the others are', async (name) => {
    const run = await demarche(['times', name, 'coverage/daily-lantern.txt', '--json'], { cwd });
    expect(run.status).toBe(1);
    const lines = jsonLines(run.out);
    expect(lines).toHaveLength(2);
    expect(lines.filter(({ error }) => error !== null)).toHaveLength(1);
    expect(run.err).toMatch(/error\[(?:not-found|empty)\]/);
  });
});
