import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHARED_FOLDER } from '../../support/build.ts';

/** The checkout. */
export const ROOT: string = fileURLToPath(new URL('../../..', import.meta.url));
const PROGRAM = join(ROOT, 'bin', 'demarche.js');

/** A record that is served by the built program, as its users start it. */
export interface Served {
  readonly url: string;
  readonly dispute: string;
  readonly folder: string;
  readonly record: string;
  /** The address of something in the record. */
  readonly at: (path: string) => string;
  /** Stops the server and leaves the record. */
  readonly stop: () => Promise<void>;
  /** Stops the server and takes the folder away. */
  readonly close: () => Promise<void>;
}

/** Exit statuses of a command that did what it was asked: 1 is `done, but some pages could not be read`. */
const DONE: readonly (number | null)[] = [0, 1];

/** Runs a command of the built program to its end. @throws Error when it fails */
export const demarche = (args: readonly string[], cwd: string = ROOT): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (!DONE.includes(status)) throw new Error(`demarche ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
};

/** A folder of its own for a record. */
export const tempFolder = (): string => mkdtempSync(join(tmpdir(), 'demarche-desk-'));

interface Ready {
  readonly url: string;
  readonly dispute: string;
}

const untilReady = (child: ChildProcess): Promise<Ready> =>
  new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    child.stdout?.on('data', (data: Buffer) => {
      out += data.toString();
      const line = out.split('\n').find((text) => text.startsWith('{'));
      if (line !== undefined && out.includes('\n')) resolve(JSON.parse(line) as Ready);
    });
    child.stderr?.on('data', (data: Buffer) => {
      err += data.toString();
    });
    child.on('exit', (code) => reject(new Error(`demarche serve ended with ${code}: ${err}`)));
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** Serves a record file. `port` 0 is any free one. */
export const serveRecord = async (
  record: string,
  folder: string,
  options: { readonly port?: number; readonly args?: readonly string[] } = {},
): Promise<Served> => {
  const child = spawn(
    process.execPath,
    [
      PROGRAM,
      'serve',
      '--record',
      record,
      '--port',
      String(options.port ?? 0),
      '--json',
      ...(options.args ?? []),
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const { url, dispute } = await untilReady(child);
  const base = new URL(url).origin;
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended(child);
  };
  return {
    url: base,
    dispute,
    folder,
    record,
    at: (path) => `${base}/${dispute}${path}`,
    stop,
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Makes a record of pages and serves it. */
export const servePages = async (
  paths: readonly string[],
  options: { readonly pack?: string; readonly dispute?: string } = {},
): Promise<Served> => {
  const folder = tempFolder();
  const record = join(folder, `${options.dispute ?? 'desk'}.demarche`);
  const pack = options.pack ?? join(ROOT, 'samples/kurils/pack.json');
  demarche(['init', record, '--pack', pack, '--title', 'The sample coverage']);
  if (paths.length > 0) demarche(['add', ...paths, '--record', record, '--quiet']);
  return serveRecord(record, folder);
};

const newSamples = (file: string): void => {
  demarche([
    'init',
    file,
    '--pack',
    join(ROOT, 'samples/kurils/pack.json'),
    '--title',
    'The sample coverage',
  ]);
  demarche(['add', join(ROOT, 'samples/kurils/pages'), '--record', file, '--quiet']);
};

/** A copy of the record of the sample coverage: read once a run of the tests, since to read the pages takes its time. */
const copyOfSamples = (file: string): void => {
  const shared = process.env[SHARED_FOLDER];
  if (shared === undefined) throw new Error(`${SHARED_FOLDER} is not set: the tests were not set up`);
  const whole = join(shared, 'samples.demarche');
  if (!existsSync(whole)) {
    // Another worker may be at it too: whoever ends later puts the same record in its place.
    const own = join(shared, `${process.pid}`, 'desk.demarche');
    mkdirSync(dirname(own), { recursive: true });
    newSamples(own);
    renameSync(own, whole);
  }
  copyFileSync(whole, file);
};

/** Serves the record of the sample coverage. */
export const serveSamples = (): Promise<Served> => {
  const folder = tempFolder();
  const record = join(folder, 'desk.demarche');
  copyOfSamples(record);
  return serveRecord(record, folder);
};
