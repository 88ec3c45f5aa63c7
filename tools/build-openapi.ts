/**
 * Writes the OpenAPI 3.1 description of the HTTP interface from its routes.
 * Usage: npx tsx tools/build-openapi.ts [--check]   (--check: write nothing, end with status 1 when the file is stale)
 */
import { openApiDocument } from '../src/api/openapi.ts';
import { VERSION } from '../src/app/version.ts';
import { writeDoc } from './write-doc.ts';

writeDoc(
  'docs/reference/openapi.json',
  `${JSON.stringify(openApiDocument(VERSION), null, 2)}\n`,
  'build-openapi.ts',
);
