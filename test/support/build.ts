import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The variable that names a folder which all the tests of one run share, gone when the run ends. */
export const SHARED_FOLDER = 'DEMARCHE_TEST_SHARED';

/** Builds `dist/` once before the tests: the command-line and browser tests run the program as its users do. */
export default function build(): () => void {
  const shared = mkdtempSync(join(tmpdir(), 'demarche-run-'));
  process.env[SHARED_FOLDER] = shared;
  if (process.env.DEMARCHE_NO_BUILD !== '1') buildProgram();
  return () => rmSync(shared, { recursive: true, force: true });
}

const buildProgram = (): void => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const run = (args: readonly string[]): void => {
    execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  };
  run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
  for (const config of ['tools/program.config.ts', 'web/vite.config.ts'])
    run(['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn']);
};
