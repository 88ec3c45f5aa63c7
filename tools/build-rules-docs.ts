/**
 * Writes docs/reference/rules.md out of the sources and of knowledge.
 * Usage: npx tsx tools/build-rules-docs.ts [--check]   (--check: write nothing, end with status 1 when the file is stale)
 */
import { fileURLToPath } from 'node:url';
import { rulesOf, rulesReference } from './rules-reference.ts';
import { writeDoc } from './write-doc.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
writeDoc('docs/reference/rules.md', rulesReference(rulesOf(root)), 'build-rules-docs.ts');
