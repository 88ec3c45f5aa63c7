/**
 * Trains the recogniser of English names and writes `knowledge/models/names-en.bin`. The same corpora and the same code give
 * the same bytes. Takes about a minute.
 *
 * Usage: npx tsx training/names.ts [--corpora DIR] [--check]
 *   --corpora DIR  folder with `language/ner/politics-{train,dev}.bio` and the treebanks (default ../shared/data)
 *   --check        write nothing; exit 1 when the file would change
 *
 * Sources and licences are in training/names/README.md. The dev part is measured, never learned from.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readNameModel } from '../src/language/names/container.ts';
import type { NameModel } from '../src/language/names/model.ts';
import { type NamedSentence, readBio } from './names/corpus.ts';
import { averageOf, learn, type Recipe } from './names/learn.ts';
import { figureOf, scoreNames } from './names/score.ts';
import { classWords, makeTables } from './names/tables.ts';
import { gumSentences, namelessSentences } from './names/treebank.ts';
import { modelBytes, quantised } from './names/write.ts';

const FILE = fileURLToPath(new URL('../knowledge/models/names-en.bin', import.meta.url));

const RECIPE: Omit<Recipe, 'seed'> = { rows: 2 ** 18, passes: 8, margin: 1, hidden: 0.2 };
/** Models that are averaged: three orders of the same sentences. */
const SEEDS = [1, 2, 3];
/** How often the sentences of politics are seen for each time that those of the treebanks are. */
const WEIGHT = 4;
/** Sentences without names, from both treebanks. */
const NAMELESS = 1000;
/** Steps that a weight of 1 is kept in. */
const SCALE = 12;

const thinned = <T>(list: readonly T[], count: number): readonly T[] => {
  const every = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, i) => i % every === 0);
};

const sentencesOf = (corpora: string): readonly NamedSentence[] => {
  const at = (name: string): string => join(corpora, 'language', name);
  const politics = readBio(at('ner/politics-train.bio'));
  const gum = at('en_gum_free-train.conllu.gz');
  const nameless = [...namelessSentences(gum), ...namelessSentences(at('en_ewt-train.conllu.gz'))];
  return [
    ...Array.from({ length: WEIGHT }, () => politics).flat(),
    ...thinned(nameless, NAMELESS),
    ...gumSentences(gum, new Set(classWords('title').flatMap((title) => [title, `${title}.`]))),
  ];
};

const train = (corpora: string): NameModel => {
  const sentences = sentencesOf(corpora);
  const tables = makeTables();
  return quantised(averageOf(SEEDS.map((seed) => learn(sentences, tables, { ...RECIPE, seed }))), SCALE);
};

const scoresOf = (model: NameModel, corpora: string): Readonly<Record<string, number>> => {
  const scores = scoreNames(readBio(join(corpora, 'language/ner/politics-dev.bio')), model);
  return Object.fromEntries(
    (['PER', 'ORG', 'PLACE', 'all'] as const).map((type) => [
      `politics-dev ${type} F1`,
      Math.round(1000 * figureOf(scores, type)) / 10,
    ]),
  );
};

const main = (): number => {
  const { values } = parseArgs({
    options: {
      corpora: { type: 'string', default: '../shared/data' },
      check: { type: 'boolean', default: false },
    },
  });
  const corpora = resolve(values.corpora);
  const model = train(corpora);
  const scores = scoresOf(model, corpora);
  console.log(scores);
  const bytes = modelBytes(model, {
    name: 'names-en',
    version: 1,
    licence: 'CC BY-SA 4.0',
    provenance: {
      tool: 'training/names.ts',
      recipe: { ...RECIPE, seeds: SEEDS, weight: WEIGHT, nameless: NAMELESS, scale: SCALE },
      gold: 'CrossNER politics, train part, 200 sentences (repository MIT, Wikipedia text CC BY-SA)',
      treebanks:
        'UD_English-GUM r2.16, genres that are free (annotations CC BY 4.0), names from its entities; UD_English-EWT r2.16 train (CC BY-SA 4.0), sentences without names',
      lexicon:
        'WordNet 3.1 (Princeton), Faker 10.6.0 names (MIT), ISO 3166-2 names (iso-3166 4.4.0, MIT), knowledge/world of this product',
    },
    scores,
  });
  if (readNameModel(bytes) === null) throw new Error('the model does not read back');
  if (!values.check) {
    writeFileSync(FILE, bytes);
    console.log(`written knowledge/models/names-en.bin, ${bytes.length} bytes`);
    return 0;
  }
  const same = existsSync(FILE) && Buffer.compare(readFileSync(FILE), Buffer.from(bytes)) === 0;
  console.log(same ? 'names-en.bin is what this code and these corpora give' : 'names-en.bin DIFFERS');
  return same ? 0 : 1;
};

process.exitCode = main();
