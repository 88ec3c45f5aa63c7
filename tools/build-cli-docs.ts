/**
 * Writes docs/reference/cli.md out of the program itself.
 * Usage: npx tsx tools/build-cli-docs.ts [--check]   (--check: write nothing, end with status 1 when the file is stale)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildProgram } from '../src/cli/program.ts';
import { referenceOf } from './cli-reference.ts';

const file = fileURLToPath(new URL('../docs/reference/cli.md', import.meta.url));
const program = buildProgram(
  () => Promise.reject(new Error('the reference runs no command')),
  () => undefined,
);
const text = referenceOf(program);

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write('docs/reference/cli.md is stale: npx tsx tools/build-cli-docs.ts\n');
    process.exitCode = 1;
  }
} else writeFileSync(file, text);
