import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DemarcheError } from '../../model/error.ts';
import type { AddMessage, AddSetup } from './messages.ts';

/** The program that adds pages, when it is not the compiled one of this package. */
export interface AddProgram {
  readonly url: URL;
  /** Options of Node. */
  readonly execArgv: readonly string[];
}

/** A process that adds pages. */
export interface Child {
  /** Resolves when the process is gone, with its last words on standard error when it broke. */
  readonly gone: Promise<{ readonly status: string; readonly stderr: string }>;
  /** Asks it to end, and makes it end after `killAfterMs`. */
  readonly stop: () => void;
}

const STDERR_KEPT = 4_000;

const compiledProgram = (): AddProgram => {
  const beside = new URL('./add-process.js', import.meta.url);
  const built = new URL('../../../dist/program/add-process.js', import.meta.url);
  const url = [beside, built].find((one) => existsSync(fileURLToPath(one)));
  if (url === undefined)
    throw new DemarcheError('internal', 'the compiled import process is missing', { hint: 'npm run build' });
  return { url, execArgv: [] };
};

/**
 * Starts a process that does one import. It ends by itself when this process is gone.
 * @throws DemarcheError `internal` when the program is not built
 */
export const startChild = (
  setup: AddSetup,
  options: { readonly program: AddProgram | null; readonly killAfterMs: number },
  onMessage: (message: AddMessage) => void,
): Child => {
  const { url, execArgv } = options.program ?? compiledProgram();
  const child = fork(fileURLToPath(url), [], {
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let stderr = '';
  let timer: NodeJS.Timeout | null = null;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });
  child.on('message', (message: AddMessage) => {
    // A process that was stopped meanwhile has no channel any more.
    if (message.type === 'ready') child.send(setup, () => undefined);
    else onMessage(message);
  });
  const gone = new Promise<{ readonly status: string; readonly stderr: string }>((resolve) => {
    const end = (status: string): void => {
      if (timer !== null) clearTimeout(timer);
      resolve({ status, stderr });
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => end(signal ?? `status ${code}`));
  });
  const stop = (): void => {
    if (timer !== null) return;
    child.kill('SIGTERM');
    timer = setTimeout(() => child.kill('SIGKILL'), options.killAfterMs);
  };
  return { gone, stop };
};
