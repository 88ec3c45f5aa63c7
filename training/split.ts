/**
 * Trains the cutting of text alone and puts it into knowledge/models/LANGUAGE.bin; every other part of the file stays as it
 * is, byte for byte. The same as what `npm run train` puts there, in a minute.
 *
 * Usage: npx tsx training/split.ts en|ru [--corpora DIR]
 *   --corpora DIR  folder with language/*.conllu.gz (default ../shared/data)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readWeights, writeWeights } from '../src/language/weights/container.ts';
import { readModel, writeModel } from '../src/language/weights/model-file.ts';
import { LANGUAGES, trainingTrees } from './lib/languages.ts';
import { rawDocuments } from './lib/raw-text.ts';
import { learnSplit } from './lib/splitting.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { corpora: { type: 'string', default: '../shared/data' } },
});

const main = (): void => {
  const [name = ''] = positionals;
  const language = LANGUAGES[name];
  if (language === undefined)
    throw new Error(`usage: npx tsx training/split.ts ${Object.keys(LANGUAGES).join('|')}`);
  const file = fileURLToPath(new URL(`../knowledge/models/${name}.bin`, import.meta.url));
  const old = new Uint8Array(readFileSync(file));
  const documents = rawDocuments(trainingTrees(resolve(values.corpora), language));
  const split = learnSplit(documents, language.recipe.splitBits);
  const made = readWeights(writeModel({ ...readModel(old), split }));
  const before = readWeights(old);
  const sections = new Map([
    ...before.sections,
    ...[...made.sections].filter(([part]) => part.startsWith('split-')),
  ]);
  const tables = { ...(before.meta['tables'] as object), ...splitTables(made.meta['tables'] as object) };
  writeFileSync(
    file,
    writeWeights({ provenance: before.provenance, meta: { ...before.meta, tables }, sections }),
  );
};

const splitTables = (tables: object): object =>
  Object.fromEntries(Object.entries(tables).filter(([part]) => part.startsWith('split-')));

main();
