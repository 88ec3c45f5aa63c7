import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program as its users start it. */
export const PROGRAM: string = fileURLToPath(new URL('../../bin/demarche.js', import.meta.url));

/** What a run of the program ended with. */
export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** How the program is run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

const quietEnvironment = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const { DEMARCHE_RECORD: _, FORCE_COLOR: __, NO_COLOR: ___, ...env } = process.env;
  return { ...env, COLUMNS: '100', ...extra };
};

/** Runs the program to its end. */
export const demarche = (args: readonly string[], options: RunOptions = {}): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: options.cwd,
      env: quietEnvironment(options.env ?? {}),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('error', reject);
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    child.on('close', (status) =>
      resolve({
        status,
        out: Buffer.concat(out).toString('utf8'),
        err: Buffer.concat(err).toString('utf8'),
      }),
    );
  });

/** The lines of JSONL output. */
export const jsonLines = (text: string): readonly Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** A new folder for one test file. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'demarche-test-'));
