import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Writes a generated file of the repository; with `--check` it writes nothing and ends with status 1 when it is stale. */
export const writeDoc = (path: string, text: string, tool: string): void => {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    return;
  }
  if (readFileSync(file, 'utf8') === text) return;
  process.stderr.write(`${path} is stale: npx tsx tools/${tool}\n`);
  process.exitCode = 1;
};
