/**
 * Writes the JSON Schema of the output of `demarche extract` from its zod types.
 * Usage: npx tsx tools/build-schemas.ts [--check]   (--check: write nothing, end with status 1 when the file is stale)
 */
import { extractJsonSchema } from '../src/app/extract-schema.ts';
import { writeDoc } from './write-doc.ts';

writeDoc(
  'docs/reference/extract.schema.json',
  `${JSON.stringify(extractJsonSchema(), null, 2)}\n`,
  'build-schemas.ts',
);
