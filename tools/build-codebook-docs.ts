/**
 * Checks knowledge/codebook and writes its JSON Schema and its page, docs/reference/codebook.md.
 * Usage: npx tsx tools/build-codebook-docs.ts [--check]   (--check: write nothing, end with status 1 when a file is stale)
 */
import { fileURLToPath } from 'node:url';
import { codebookReference } from './codebook-reference.ts';
import { lintCodebook, readCodebook } from './knowledge/codebook-lint.ts';
import { type Codebook, codebookSchema } from './knowledge/codebook-schema.ts';
import { writeDoc } from './write-doc.ts';

const files = readCodebook(fileURLToPath(new URL('..', import.meta.url)));
const wrong = lintCodebook(files);
for (const line of wrong) process.stderr.write(`${line}\n`);
if (wrong.length > 0) process.exitCode = 1;
else {
  writeDoc('knowledge/codebook/schema.json', codebookSchema(), 'build-codebook-docs.ts');
  writeDoc(
    'docs/reference/codebook.md',
    codebookReference(files as unknown as Codebook),
    'build-codebook-docs.ts',
  );
}
