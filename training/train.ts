/**
 * Trains the weights of a language and writes knowledge/models/LANGUAGE.bin. The same corpora and the same code give the
 * same bytes.
 *
 * Usage: npm run train -- en|ru [--corpora DIR] [--out FILE] [--check] [--only split] [--cross-validate] [--folds N]
 *   --corpora DIR     folder with language/*.conllu.gz (default ../shared/data)
 *   --out FILE        write there instead
 *   --check           write nothing; exit 1 when the bytes are not those of the file there is
 *   --only split      learn to cut text alone and keep the rest of the file; the bytes are those of a whole run
 *   --cross-validate  write nothing; figures on dev sentences that are learnt from as well, each by a model that has not seen it
 *   --folds N         into so many parts those are dealt out (default 5)
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createAnalyser } from '../src/language/analyser.ts';
import type { LanguageModel } from '../src/language/language-model.ts';
import { readModel, writeModel } from '../src/language/weights/model-file.ts';
import { readTrees, type Tree } from './lib/corpus.ts';
import { crossValidate } from './lib/cross-validate.ts';
import { LANGUAGES, type Language, splittingTrees, trainingTrees } from './lib/languages.ts';
import { learnSplitting, trainLanguage } from './lib/recipe.ts';
import { scoreTrees } from './lib/score.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpora: { type: 'string', default: '../shared/data' },
    out: { type: 'string' },
    check: { type: 'boolean', default: false },
    only: { type: 'string' },
    'cross-validate': { type: 'boolean', default: false },
    folds: { type: 'string', default: '5' },
  },
});

const FOLDS = Number(values.folds);

type Scores = Readonly<Record<string, number>>;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const named = (set: string, scores: Scores): readonly (readonly [string, number])[] =>
  Object.entries(scores).map(([figure, value]) => [`${set} ${figure}`, Math.round(value * 10_000) / 100]);

const crossValidated = (corpora: string, language: Language, trees: readonly Tree[]): Scores =>
  Object.fromEntries(
    language.learntDev.flatMap((set) =>
      named(
        `${set}, cross-validated in ${FOLDS} parts,`,
        crossValidate(corpora, set, trees, language, FOLDS),
      ),
    ),
  );

const learn = (corpora: string, language: Language): LanguageModel => {
  const trees = trainingTrees(corpora, language);
  const model = trainLanguage(trees, language.recipe, language.provenance, splittingTrees(corpora, language));
  const analyser = createAnalyser(readModel(writeModel(model)));
  const scores = {
    ...Object.fromEntries(
      language.dev.flatMap((set) => named(set, scoreTrees(analyser, readTrees(corpora, set)))),
    ),
    ...crossValidated(corpora, language, trees),
  };
  return { ...model, provenance: { ...language.provenance, scores } };
};

const relearnSplit = (corpora: string, language: Language, file: string): LanguageModel => ({
  ...readModel(readFileSync(file)),
  split: learnSplitting(splittingTrees(corpora, language), language.recipe),
});

const main = (): void => {
  const [name = ''] = positionals;
  const language = LANGUAGES[name];
  if (language === undefined || (values.only ?? 'split') !== 'split')
    throw new Error(`usage: npm run train -- ${Object.keys(LANGUAGES).join('|')} [--only split]`);
  const corpora = resolve(values.corpora);
  if (values['cross-validate']) {
    const scores = crossValidated(corpora, language, trainingTrees(corpora, language));
    process.stderr.write(`${JSON.stringify(scores, null, 1)}\n`);
    return;
  }
  const shipped = fileURLToPath(new URL(`../knowledge/models/${name}.bin`, import.meta.url));
  const model =
    values.only === undefined ? learn(corpora, language) : relearnSplit(corpora, language, shipped);
  const bytes = writeModel(model);
  process.stderr.write(
    `${JSON.stringify(model.provenance.scores, null, 1)}\n${bytes.length} bytes, sha256 ${digest(bytes)}\n`,
  );
  const file = values.out ?? shipped;
  if (!values.check) {
    writeFileSync(file, bytes);
    return;
  }
  const isSame = digest(readFileSync(file)) === digest(bytes);
  process.stderr.write(isSame ? `the same bytes as ${file}\n` : `NOT the bytes of ${file}\n`);
  process.exitCode = isSame ? 0 : 1;
};

main();
