import { fork } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { AddMessage, AddSetup } from '../../../src/app/jobs/messages.ts';
import { manyPages, writePages } from '../../cli/pages.ts';
import { makeBench, PROGRAM } from './support.ts';

test('the process ends and clears up when its parent is gone', async () => {
  const bench = await makeBench();
  const spool = join(bench.folder, 'spool');
  mkdirSync(spool);
  writePages(spool, 'pages', manyPages(300));
  const setup: AddSetup = {
    recordFile: bench.file,
    spool,
    entries: ['pages'],
    files: 300,
    url: null,
    addresses: [],
    allowPrivate: false,
    lockWaitMs: 0,
    threads: 1,
  };
  const child = fork(fileURLToPath(PROGRAM.url), [], {
    execArgv: [...PROGRAM.execArgv],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.on('message', (message: AddMessage) => {
    if (message.type === 'ready') child.send(setup);
    else if (message.type === 'page') child.disconnect();
  });
  expect(await ended).toBe(1);
  expect(existsSync(spool)).toBe(false);
  expect((await bench.reading((store) => store.claims({}))).length).toBe(0);
  await bench.jobs.close();
  rmSync(bench.folder, { recursive: true, force: true });
});
