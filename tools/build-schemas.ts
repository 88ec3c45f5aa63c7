/**
 * Writes the JSON Schema of the output of `demarche extract` from its zod types.
 * Usage: npx tsx tools/build-schemas.ts [--check]   (--check: write nothing, end with status 1 when the file is stale)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extractJsonSchema } from '../src/app/extract-schema.ts';

const file = fileURLToPath(new URL('../docs/reference/extract.schema.json', import.meta.url));
const text = `${JSON.stringify(extractJsonSchema(), null, 2)}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write('docs/reference/extract.schema.json is stale: npx tsx tools/build-schemas.ts\n');
    process.exitCode = 1;
  }
} else writeFileSync(file, text);
