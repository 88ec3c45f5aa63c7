/**
 * Trains the weights of a language and writes knowledge/models/LANGUAGE.bin. The same corpora and the same code give the
 * same bytes.
 *
 * Usage: npm run train -- en|ru [--corpora DIR] [--out FILE] [--check]
 *   --corpora DIR  folder with language/*.conllu.gz (default ../shared/data)
 *   --out FILE     write there instead
 *   --check        write nothing; exit 1 when the bytes are not those of the file there is
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createAnalyser } from '../src/language/analyser.ts';
import { readModel, writeModel } from '../src/language/weights/model-file.ts';
import { readTrees } from './lib/corpus.ts';
import { LANGUAGES, trainingTrees } from './lib/languages.ts';
import { trainLanguage } from './lib/recipe.ts';
import { scoreTrees } from './lib/score.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpora: { type: 'string', default: '../shared/data' },
    out: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const main = (): void => {
  const [name = ''] = positionals;
  const language = LANGUAGES[name];
  if (language === undefined) throw new Error(`usage: npm run train -- ${Object.keys(LANGUAGES).join('|')}`);
  const corpora = resolve(values.corpora);
  const trees = trainingTrees(corpora, language);
  const model = trainLanguage(trees, language.recipe, language.provenance);
  const scores = Object.fromEntries(
    language.dev.flatMap((set) =>
      Object.entries(scoreTrees(createAnalyser(readModel(writeModel(model))), readTrees(corpora, set))).map(
        ([figure, value]) => [`${set} ${figure}`, Math.round(value * 10_000) / 100],
      ),
    ),
  );
  const bytes = writeModel({ ...model, provenance: { ...language.provenance, scores } });
  process.stderr.write(
    `${JSON.stringify(scores, null, 1)}\n${bytes.length} bytes, sha256 ${digest(bytes)}\n`,
  );
  const file = values.out ?? fileURLToPath(new URL(`../knowledge/models/${name}.bin`, import.meta.url));
  if (!values.check) {
    writeFileSync(file, bytes);
    return;
  }
  const isSame = digest(readFileSync(file)) === digest(bytes);
  process.stderr.write(isSame ? `the same bytes as ${file}\n` : `NOT the bytes of ${file}\n`);
  process.exitCode = isSame ? 0 : 1;
};

main();
