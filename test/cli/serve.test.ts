import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sights } from '../../src/cli/tour.ts';
import { fakeDesk } from '../api/support/desk.ts';
import { statementRow } from '../api/support/rows.ts';
import { writePages } from './pages.ts';
import { demarche, PROGRAM, scratch } from './run.ts';

const KEY = 'a-long-key-of-the-harbour';
const cwd = scratch();
const record = join(cwd, 'ferry.demarche');

beforeAll(async () => {
  writePages(cwd, 'coverage');
  await demarche(['init', 'ferry.demarche', '--title', 'The ferry'], { cwd });
  await demarche(['add', 'coverage', '--quiet'], { cwd });
});

interface Desk {
  readonly url: string;
  readonly dispute: string;
  readonly out: () => string;
  /** Asks it to end and gives its exit status. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Starts `demarche serve` on a free port and waits until it has told its address. */
const serve = async (
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Desk> => {
  const { DEMARCHE_RECORD: _, DEMARCHE_KEY: __, ...rest } = process.env;
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0', ...args], {
    cwd,
    env: { ...rest, NO_COLOR: '1', ...env },
  });
  children.push(child);
  let out = '';
  let err = '';
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  const gone = new Promise<number | null>((resolve) => child.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      if (/Ctrl-C|"dispute"/.test(out)) resolve();
    });
    child.on('close', () => reject(new Error(`it ended: ${err}`)));
  });
  const [, url = '', dispute = ''] =
    /(http:\/\/[\w.[\]:]+:\d+)(?:\/|","record":.*"dispute":")([\w-]+)/.exec(out) ?? [];
  return {
    url,
    dispute,
    out: () => out,
    end: (signal = 'SIGINT') => {
      child.kill(signal);
      return gone;
    },
  };
};

const read = async <T>(address: string, init?: RequestInit): Promise<T> =>
  (await (await fetch(address, init)).json()) as T;

describe('serve', () => {
  test('says where it is, answers there, and ends with 0 when it is asked to', async () => {
    const { url, dispute, out, end } = await serve();
    expect(dispute).toBe('ferry');
    for (const part of ['The ferry', `${url}/ferry\n`, `${url}/ferry/timeline`, 'Ctrl-C ends it'])
      expect(out()).toContain(part);
    expect(await read(`${url}/ferry/overview.json`)).toMatchObject({ title: 'The ferry' });
    const page = await fetch(`${url}/ferry/timeline`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const live = await fetch(`${url}/ferry/live`);
    const stream = live.text().catch(() => '');
    expect(await end()).toBe(0);
    expect(await stream).toContain('event: state');
  });

  test('--json says so in one line', async () => {
    const { url, out, end } = await serve(['--json', '--record', record]);
    expect(JSON.parse(out())).toEqual({ url, record, dispute: 'ferry' });
    expect(await end('SIGTERM')).toBe(0);
  });

  test('takes imports, and shows what came of them', async () => {
    const { url, end } = await serve(['--json']);
    const body = JSON.stringify({
      text: 'The ferry sails again\n\nJune 2, 2016\n\n“The ferry sails again,” President Ada Voss told reporters in Lakeport on Thursday.\n',
      name: 'sails.txt',
    });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    const job = await read<{ id: string }>(`${url}/ferry/jobs`, init);
    let state = 'queued';
    for (let tries = 0; tries < 600 && ['queued', 'running'].includes(state); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ({ state } = await read<{ state: string }>(`${url}/ferry/jobs/${job.id}.json`));
    }
    expect(state).toBe('done');
    let found = 0;
    for (let tries = 0; tries < 600 && found === 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ({ total: found } = await read<{ total: number }>(`${url}/ferry/statements.json?q=sails`));
    }
    expect(found).toBeGreaterThan(0);
    expect(await end()).toBe(0);
  });

  test('--read-only takes none', async () => {
    const { url, end } = await serve(['--json', '--read-only']);
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"a"}' };
    expect(await read(`${url}/ferry/jobs`, init)).toMatchObject({ code: 'read-only' });
    expect(await end()).toBe(0);
  });

  test('a key is asked for when one is given', async () => {
    const { url, end } = await serve(['--json', '--host', '0.0.0.0'], { DEMARCHE_KEY: KEY });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect((await fetch(`${url}/ferry/overview.json`)).status).toBe(401);
    const headers = { authorization: `Bearer ${KEY}` };
    expect((await fetch(`${url}/ferry/overview.json`, { headers })).status).toBe(200);
    expect(await end()).toBe(0);
  });

  test.each<[string, readonly string[], number, string]>([
    ['others could reach it without a key', ['--host', '0.0.0.0'], 2, '--key-file'],
    ['a proxy could hand it on without a key', ['--name', 'desk.example'], 2, '--key-file'],
    ['the key could be guessed', ['--key-file', 'short.txt'], 2, '16 characters'],
    ['there is no key in the file named', ['--key-file', 'none.txt'], 3, 'none.txt'],
    ['the port is none', ['--port', '65536'], 2, '65535'],
    ['the name is none', ['--name', 'http://desk.example'], 2, 'without a port'],
    ['there is no such record', ['--record', 'none.demarche'], 3, 'none.demarche'],
  ])('refuses to start when %s', async (_, args, status, hint) => {
    writeFileSync(join(cwd, 'short.txt'), 'secret\n');
    const run = await demarche(['serve', ...args], { cwd });
    expect([run.status, run.out]).toEqual([status, '']);
    expect(run.err).toContain(hint);
  });

  test('says that a port is taken, and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { readonly port: number };
    const { status, err } = await demarche(['serve', '--port', String(port)], { cwd });
    other.close();
    expect(status).toBe(2);
    expect(err).toBe(
      `error[usage]: port ${port} is taken by another program\nhint: name another with --port N; --port 0 takes any free one\n`,
    );
  });
});

describe('demo', () => {
  test('ends by serving: where nobody looks, for a moment, and it says how to open it', async () => {
    const folder = scratch();
    const { status, out } = await demarche(['demo', '--quiet'], { cwd: folder });
    expect(status).toBe(0);
    expect(out).toMatch(
      /The desk answers\. Open it with\n\n {2}demarche serve --record \.demo\/kurils\.demarche\n$/,
    );
    const silent = await demarche(['demo', '--quiet', '--no-serve'], { cwd: folder });
    expect([silent.status, silent.out.includes('The desk answers')]).toEqual([0, false]);
  });

  test('knows what to look at first', async () => {
    const desk = fakeDesk();
    const start = 'http://127.0.0.1:4747/orland';
    const served = { url: '', start, desk, hasPages: true, close: async () => undefined };
    desk.rowsHeld = [1, 7, 3].map((outlets, n) =>
      statementRow(n, { witnesses: { articles: outlets, outlets, independent: 1 } }),
    );
    expect(await sights(served)).toEqual([
      { what: expect.any(String), address: `${start}/timeline` },
      { what: 'a statement as 7 outlets tell it', address: `${start}/statements/s-000000000001` },
      { what: expect.stringContaining('clock'), address: `${start}/sources/00000000000000a1` },
    ]);
    desk.rowsHeld = [];
    desk.sourcesHeld = [];
    expect(await sights(served)).toHaveLength(1);
  });
});
