/**
 * Teaches the finder of the subject of a verb of speech to choose, and writes src/language/tree/weights.ts. It learns from the
 * verbs of the treebanks that the English weights learn from, each sentence analysed by what the other parts taught, and from
 * sentences put together anew out of them in the ways in which agencies report speech. Takes a quarter of an hour.
 *
 * Usage: npx tsx training/speech-subjects.ts [--corpora DIR] [--out FILE] [--check]
 *   --corpora DIR  folder with language/*.conllu.gz (default ../shared/data)
 *   --out FILE     write there instead
 *   --check        write nothing; exit 1 when the bytes are not those of the file there is
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ROWS } from '../src/language/tree/evidence.ts';
import { bestOf, type Choosing, learnChoosing, scoresOf } from './lib/choosing.ts';
import { heldOut } from './lib/held-out.ts';
import { LANGUAGES, type Language, trainingTrees } from './lib/languages.ts';
import { log } from './lib/log.ts';
import { seeded } from './lib/random.ts';
import { choicesIn, choicesTold, type SpeechVerb } from './lib/subject-choices.ts';
import { moduleOf } from './lib/subject-weights.ts';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/data' },
    out: {
      type: 'string',
      default: fileURLToPath(new URL('../src/language/tree/weights.ts', import.meta.url)),
    },
    check: { type: 'boolean', default: false },
  },
});

const FOLDS = 4;
/** Sentences put together anew for each part. */
const TOLD = 8000;
const OPTIONS = { size: ROWS, passes: 6, rate: 0.1, decay: 1e-4 } as const;
const SEED = 20_161_215;
const readVerbs = (): readonly SpeechVerb[] => {
  const file = fileURLToPath(new URL('../knowledge/en/attribution.json', import.meta.url));
  const { verbs } = JSON.parse(readFileSync(file, 'utf8')) as { readonly verbs: readonly SpeechVerb[] };
  return verbs.filter(({ lemma }) => !lemma.includes(' '));
};

const allChoices = (corpora: string, language: Language): readonly Choosing[] => {
  const verbs = readVerbs();
  const lemmas = new Set(verbs.map(({ lemma }) => lemma));
  const found: Choosing[] = [];
  let fold = 0;
  for (const part of heldOut(trainingTrees(corpora, language), language, FOLDS)) {
    const read = choicesIn(part, (lemma) => lemmas.has(lemma));
    const told = choicesTold(part, verbs, TOLD, seeded(SEED + fold++));
    log(`${read.length} verbs read, ${told.length} told`);
    found.push(...read, ...told);
  }
  return found;
};

const main = (): void => {
  const language = LANGUAGES['en'];
  if (language === undefined) throw new Error('no recipe of English');
  const choices = allChoices(values.corpora, language);
  const weights = learnChoosing(choices, OPTIONS, seeded(SEED));
  const right = choices.filter(({ rows, isRight }) => isRight[bestOf(scoresOf(weights, rows))]).length;
  log(`${choices.length} choices, ${right} as learnt`);
  const text = moduleOf(weights, language.provenance);
  if (values.check) {
    const isSame = readFileSync(values.out, 'utf8') === text;
    process.stderr.write(isSame ? `the same bytes as ${values.out}\n` : `NOT the bytes of ${values.out}\n`);
    process.exitCode = isSame ? 0 : 1;
  } else writeFileSync(values.out, text);
};

main();
