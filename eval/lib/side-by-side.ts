import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Metric } from './metric.ts';

/** What a task found, and what it printed on the way. */
export interface TaskResult {
  readonly metrics: readonly Metric[];
  readonly printed: string;
}

const PROCESS = fileURLToPath(new URL('./task-process.ts', import.meta.url));

const inProcess = (name: string, corpora: string): Promise<TaskResult> =>
  new Promise((resolve, reject) => {
    const child = fork(PROCESS, [name, corpora], {
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    let metrics: readonly Metric[] | null = null;
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.on('message', (message) => {
      metrics = message as readonly Metric[];
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (metrics === null || code !== 0) reject(new Error(`eval task ${name} ended with status ${code}`));
      else resolve({ metrics, printed });
    });
  });

/**
 * Runs tasks in processes of their own, `jobs` at a time, started in the order of `names`. A process each, since a task fills
 * caches that the next one has no use for. Who asks for a result gets its failure.
 */
export const sideBySide = (
  names: readonly string[],
  corpora: string,
  jobs: number,
): ReadonlyMap<string, Promise<TaskResult>> => {
  const waiting: (() => void)[] = [];
  let free = jobs;
  const run = async (name: string): Promise<TaskResult> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await inProcess(name, corpora);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
  const results = new Map(names.map((name) => [name, run(name)]));
  for (const result of results.values()) result.catch(() => undefined);
  return results;
};
