import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { PATIENCE } from './test/support/patience.ts';

/** Tests of code without any effect: nothing that one file does can be seen by another. */
const PURE = ['lib', 'model', 'language', 'clean', 'annotate', 'resolve', 'record', 'view', 'web'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: PURE,
          // Files share a worker's modules, and with them the knowledge and the models that were read.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'program',
          include: ['test/**/*.test.ts'],
          exclude: PURE,
          globalSetup: ['test/support/build.ts'],
        },
      },
    ],
    // No test is about these: they end what hangs. Machines that run the tests differ by a factor of three, and a browser
    // beside another worker may stand still for seconds, so whatever is waited for has a minute (test/support/patience.ts).
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: PATIENCE } },
    pool: 'forks',
    // Two even on one core: most of the slow tests wait for a browser or for a process that they started.
    maxWorkers: Math.max(2, Math.min(4, availableParallelism())),
    env: { TZ: process.env['TZ'] ?? 'Pacific/Kiritimati' },
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'json-summary'] },
  },
});
