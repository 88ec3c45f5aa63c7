/**
 * Makes `packs/schema.json`, the JSON Schema of a pack file, from `src/model/pack-schema.ts`.
 *
 * Usage: npx tsx tools/build-pack-schema.ts [--check]
 *
 * With `--check` it writes nothing and exits 1 when the file is not what it would write.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { PACK_SCHEMA } from '../src/model/pack-schema.ts';

const path = new URL('../packs/schema.json', import.meta.url);
const text = `${JSON.stringify({ ...z.toJSONSchema(PACK_SCHEMA), title: 'Demarche pack' }, null, 2)}\n`;
if (process.argv.includes('--check')) {
  const held = await readFile(path, 'utf8').catch(() => '');
  if (held !== text) {
    console.error('packs/schema.json is out of date: npx tsx tools/build-pack-schema.ts');
    process.exit(1);
  }
} else {
  await writeFile(path, text);
}
