/**
 * Writes docs/reference/cli.md out of the program itself.
 * Usage: npx tsx tools/build-cli-docs.ts [--check]   (--check: write nothing, end with status 1 when the file is stale)
 */
import { buildProgram } from '../src/cli/program.ts';
import { referenceOf } from './cli-reference.ts';
import { writeDoc } from './write-doc.ts';

const program = buildProgram(
  () => Promise.reject(new Error('the reference runs no command')),
  () => undefined,
);
writeDoc('docs/reference/cli.md', referenceOf(program), 'build-cli-docs.ts');
