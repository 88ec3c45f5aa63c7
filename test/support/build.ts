import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds `dist/` once before the tests: the command-line and browser tests run the program as its users do. */
export default function build(): void {
  if (process.env.DEMARCHE_NO_BUILD === '1') return;
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const run = (args: readonly string[]): void => {
    execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  };
  run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
  run(['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
}
