import { spawn } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRecord } from '../../src/app/record-file.ts';
import { writePages } from './pages.ts';
import { demarche, jsonLines, PROGRAM, scratch } from './run.ts';

let cwd = '';
const RECORD = 'ferry.demarche';

beforeAll(async () => {
  cwd = scratch();
  writePages(cwd, 'coverage');
  expect((await demarche(['init', RECORD, '--title', 'The ferry'], { cwd })).status).toBe(0);
  expect((await demarche(['add', 'coverage', '--quiet'], { cwd })).status).toBe(0);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const rows = async (...args: string[]): Promise<readonly Record<string, unknown>[]> =>
  jsonLines((await demarche([...args, '--json'], { cwd })).out);

describe('init', () => {
  test('names the record after the pack, and does not write over one', async () => {
    const folder = scratch();
    const first = await demarche(['init', '--pack', 'kurils', '--json'], { cwd: folder });
    expect(jsonLines(first.out)[0]).toMatchObject({
      file: 'kurils.demarche',
      dispute: 'kurils',
      pack: 'kurils',
    });
    const second = await demarche(['init', '--pack', 'kurils'], { cwd: folder });
    expect(second.status).toBe(3);
    expect(second.err).toMatch(/^error\[record-exists\]: .*\nhint: /);
  });

  test('an unknown pack makes no file', async () => {
    const folder = scratch();
    const run = await demarche(['init', '--pack', 'atlantis', 'x.demarche'], { cwd: folder });
    expect([run.status, existsSync(join(folder, 'x.demarche'))]).toEqual([2, false]);
    expect(run.err).toMatch(/^error\[pack-unknown\]: .*\nhint: .*kurils/);
  });
});

describe('add', () => {
  test('the same pages twice are the same record', async () => {
    const before = await rows('timeline');
    const { status, out } = await demarche(['add', 'coverage', 'coverage/daily-lantern.txt', '--json'], {
      cwd,
    });
    expect(status).toBe(0);
    expect(jsonLines(out)[0]).toMatchObject({
      added: 0,
      known: 4,
      reread: 0,
      failed: 0,
      claims: { added: 0, changed: 0, closed: 0, unchanged: before.length },
    });
    expect(await rows('timeline')).toEqual(before);
  });

  test('a page that cannot be read is told of, remembered, and ends with status 1', async () => {
    writeFileSync(join(cwd, 'empty.txt'), '');
    const { status, out, err } = await demarche(['add', 'empty.txt', 'coverage'], { cwd });
    expect(status).toBe(1);
    expect(out).toMatch(/^0 pages added, 3 known already, 1 not readable$/m);
    expect(err).toMatch(/^empty\.txt: error\[empty\]: /m);
    const store = await openRecord(join(cwd, RECORD), { readonly: true });
    expect(await store.failures()).toMatchObject([{ path: 'empty.txt', code: 'empty' }]);
    await store.close();
  });
});

describe('views', () => {
  test('timeline lists both kinds by date, and filters', async () => {
    const all = await rows('timeline');
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['statement', 'event']));
    expect(all.map(({ sort }) => sort)).toEqual(all.map(({ sort }) => String(sort)).toSorted());
    const events = await rows('timeline', '--kind', 'event');
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ kind }) => kind === 'event')).toBe(true);
    const early = await rows('timeline', '--to', '2015');
    expect(early.length).toBeGreaterThan(0);
    expect(early.length).toBeLessThan(all.length);
    expect(await rows('timeline', '--limit', '2')).toEqual(all.slice(0, 2));
  });

  test('the record as it stood before it was made is empty', async () => {
    expect(await rows('timeline', '--as-of', '2001-01-01')).toEqual([]);
    expect((await rows('timeline', '--as-of', '2999-01-01')).length).toBeGreaterThan(0);
  });

  test('statements finds a speaker by a part of the name, and one statement is one claim for both outlets', async () => {
    const said = await rows('statements', '--speaker', 'voss');
    const lighthouse = said.filter(({ wording }) =>
      String(wording).includes('We will not sell the lighthouse'),
    );
    expect(lighthouse).toMatchObject([{ speaker: 'Ada Voss', articles: 2 }]);
    expect(await rows('statements', '--search', 'lighthouse')).toEqual(lighthouse);
  });

  test('show draws marks under the very words', async () => {
    const [row] = await rows('statements', '--search', 'lighthouse');
    const id = String(row?.id);
    const { status, out } = await demarche(['show', id.slice(0, 6)], { cwd });
    expect(status).toBe(0);
    const lines = out.split('\n');
    const at = lines.findIndex((line) => line.includes('We will not sell the lighthouse'));
    const words = lines[at] ?? '';
    const under = lines[at + 1] ?? '';
    expect(under.slice(words.indexOf('told'), words.indexOf('told') + 4)).toBe('^^^^');
    const start = words.indexOf('We will');
    expect(under.slice(start, start + 31)).toMatch(/^-+$/);
    expect(out).toContain('marks: ^ cue');
  });

  test('show --json gives the card with its versions', async () => {
    const [row] = await rows('timeline', '--kind', 'event');
    const [card] = await rows('show', String(row?.id));
    expect(card).toMatchObject({ kind: 'event', id: row?.id, recorded: [{ to: null }] });
  });

  test('search marks what it found', async () => {
    const [hit] = await rows('search', 'lighthouse');
    const { text, marks } = hit as { text: string; marks: { start: number; end: number }[] };
    expect(marks.map(({ start, end }) => text.slice(start, end).toLowerCase())).toContain('lighthouse');
    const { out } = await demarche(['search', 'lighthouse'], { cwd });
    expect(out).toMatch(/\^{10}/);
    expect((await demarche(['search', 'submarine'], { cwd })).out).toBe('nothing\n');
  });

  test('no line of a table is wider than the terminal', async () => {
    const { out } = await demarche(['timeline'], { cwd, env: { COLUMNS: '80' } });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('colour only when it is asked for', async () => {
    const esc = String.fromCharCode(27);
    expect((await demarche(['timeline'], { cwd, env: { CI: 'true' } })).out).not.toContain(esc);
    expect((await demarche(['timeline'], { cwd, env: { FORCE_COLOR: '1' } })).out).toContain(esc);
    expect(
      (await demarche(['timeline'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out,
    ).not.toContain(esc);
  });
});

describe('care', () => {
  test('verify finds a sound record sound', async () => {
    const [report] = await rows('verify');
    expect(report).toMatchObject({ ok: true, findings: [], pages: 3 });
  });

  test('doctor finds this installation sound', async () => {
    const checks = await rows('doctor');
    expect(checks.filter(({ state }) => state === 'broken')).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'node',
        'knowledge',
        'packs',
        'database',
        'workers',
        'folder',
        'record',
        'chromium',
        'postgres',
      ]),
    );
  });

  test('pack list and pack lint', async () => {
    expect((await rows('pack', 'list')).map(({ name }) => name)).toContain('kurils');
    expect((await demarche(['pack', 'lint'], { cwd })).status).toBe(0);
    writeFileSync(join(cwd, 'pack.json'), '{"schema":1}');
    const broken = await demarche(['pack', 'lint', 'pack.json'], { cwd });
    expect(broken.status).toBe(1);
    expect(broken.out).toMatch(/error\[/);
    writeFileSync(join(cwd, 'pack.json'), '{');
    expect((await demarche(['pack', 'lint', 'pack.json'], { cwd })).err).toMatch(/^error\[pack-invalid\]: /);
    expect((await demarche(['pack', 'lint', 'gone.json'], { cwd })).err).toMatch(/^error\[pack-unknown\]: /);
  });
});

describe('errors', () => {
  const copy = (name: string): string => {
    const folder = scratch();
    writeFileSync(join(folder, name), readFileSync(join(cwd, RECORD)));
    return folder;
  };

  test.each<[string, string[], number, string]>([
    ['a claim that is not there', ['show', 's-ffffffffffff'], 2, 'claim-unknown'],
    ['an id that is too short', ['show', 's'], 2, 'claim-unknown'],
    ['an unknown speaker', ['statements', '--speaker', 'nobody'], 2, 'usage'],
    ['an unknown issue', ['statements', '--issue', 'nothing'], 2, 'usage'],
    ['a date that is none', ['timeline', '--from', '2016-13'], 2, 'usage'],
    ['a moment that is none', ['timeline', '--as-of', 'now'], 2, 'usage'],
    ['an unknown command', ['timetable'], 2, 'usage'],
    ['an unknown option', ['timeline', '--form', '2016'], 2, 'usage'],
    ['a missing argument', ['add'], 2, 'usage'],
    ['a record that is not there', ['timeline', '--record', 'gone.demarche'], 3, 'not-found'],
    ['a file that is no record', ['timeline', '--record', 'coverage/daily-lantern.txt'], 3, 'not-a-record'],
    ['a folder as record', ['timeline', '--record', 'coverage'], 3, 'not-a-record'],
  ])('%s', async (_, args, status, code) => {
    const run = await demarche(args, { cwd });
    expect(run.err).toMatch(new RegExp(`^error\\[${code}\\]: .+\\nhint: .+\\n$`));
    expect([run.status, run.out]).toEqual([status, '']);
  });

  test('no record, and several records, in the folder', async () => {
    const folder = scratch();
    const none = await demarche(['timeline'], { cwd: folder });
    expect([none.status, none.err]).toEqual([
      3,
      expect.stringMatching(/^error\[not-found\]: .*\nhint: .*demarche init/),
    ]);
    const two = copy('a.demarche');
    writeFileSync(join(two, 'b.demarche'), '');
    const several = await demarche(['timeline'], { cwd: two });
    expect([several.status, several.err]).toEqual([2, expect.stringContaining('a.demarche, b.demarche')]);
  });

  test('the environment names a record', async () => {
    const { status } = await demarche(['timeline'], {
      cwd: scratch(),
      env: { DEMARCHE_RECORD: join(cwd, RECORD) },
    });
    expect(status).toBe(0);
  });

  test('a truncated record: a clear error, or verify finds it; never a stack', async () => {
    const folder = copy('cut.demarche');
    const file = join(folder, 'cut.demarche');
    truncateSync(file, Math.floor(readFileSync(file).length / 2));
    const run = await demarche(['verify'], { cwd: folder });
    expect([3, 4]).toContain(run.status);
    expect(run.err + run.out).toMatch(/record-corrupt|damaged/);
    expect(run.err).not.toMatch(/^\s+at /m);
  });

  test('a flipped bit of a cited text is found with status 4', async () => {
    const folder = copy('flip.demarche');
    const file = join(folder, 'flip.demarche');
    const bytes = readFileSync(file);
    const at = bytes.indexOf('lighthouse');
    expect(at).toBeGreaterThan(0);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const run = await demarche(['verify'], { cwd: folder });
    expect([run.status, run.out + run.err]).toEqual([4, expect.stringMatching(/damaged/)]);
  });

  test('a record that another process writes to', async () => {
    const folder = copy('busy.demarche');
    const file = join(folder, 'busy.demarche');
    const { default: Database } = await import('libsql');
    const holder = new Database(file);
    holder.exec('BEGIN IMMEDIATE');
    mkdirSync(join(folder, 'new'));
    writeFileSync(join(folder, 'new', 'a.txt'), 'A new page about the ferry.\n');
    const run = await demarche(['add', 'new'], { cwd: folder });
    holder.exec('ROLLBACK');
    holder.close();
    expect([run.status, run.err]).toEqual([3, expect.stringMatching(/error\[record-locked\]: .*\nhint: /)]);
    expect((await demarche(['add', 'new'], { cwd: folder })).status).toBe(0);
  });

  test('bytes after the end of a record do no harm to what is in it', async () => {
    const folder = copy('long.demarche');
    appendFileSync(join(folder, 'long.demarche'), 'x'.repeat(100));
    const run = await demarche(['timeline'], { cwd: folder });
    expect(run.err).not.toMatch(/^\s+at /m);
    expect([0, 3]).toContain(run.status);
  });
});

describe('output that cannot be written', () => {
  test.skipIf(!existsSync('/dev/full'))(
    'a full disk behind standard output is an error with a hint',
    async () => {
      for (const args of [['timeline'], ['extract', 'coverage']]) {
        const full = openSync('/dev/full', 'w');
        const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, stdio: ['ignore', full, 'pipe'] });
        let err = '';
        child.stderr?.on('data', (part: Buffer) => {
          err += String(part);
        });
        const status = await new Promise((resolve) => child.once('close', resolve));
        closeSync(full);
        expect([status, err]).toEqual([3, expect.stringMatching(/^error\[disk-full\]: .*\nhint: .*\n$/m)]);
        expect(err).not.toMatch(/^\s+at /m);
      }
    },
  );
});

describe('help', () => {
  test('each command has its help, and none is an error', async () => {
    const paths = [
      'init',
      'add',
      'timeline',
      'statements',
      'show',
      'search',
      'extract',
      'verify',
      'doctor',
      'pack',
      'pack list',
      'pack lint',
      'demo',
    ];
    const runs = await Promise.all(paths.map((path) => demarche([...path.split(' '), '--help'], { cwd })));
    for (const [i, { status, out, err }] of runs.entries()) {
      expect([status, err]).toEqual([0, '']);
      expect(out).toContain(`Usage: demarche ${paths[i]}`);
    }
  });

  test('the version is that of the package', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect((await demarche(['--version'])).out).toBe(`${manifest.version}\n`);
  });
});
