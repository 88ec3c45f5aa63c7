import type { Provenance } from '../../src/language/weights/container.ts';
import { readTrees, type Tree } from './corpus.ts';
import type { Recipe } from './recipe.ts';

/** What a language is trained on, how, and on what its figures are taken. */
export interface Language {
  readonly train: readonly string[];
  readonly dev: readonly string[];
  readonly recipe: Recipe;
  readonly provenance: Provenance;
}

/** The languages that have weights. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  en: {
    train: ['en_ewt-train', 'en_gum_free-train'],
    dev: ['en_ewt-dev', 'en_gum-dev'],
    recipe: {
      fineAre: 'xpos',
      tagPasses: 5,
      tagSeeds: 2,
      finePasses: 5,
      parsePasses: 6,
      parseSeeds: 1,
      tagBits: 19,
      fineBits: 17,
      moveBits: 21,
      labelBits: 18,
      beamWidth: 4,
      beamPasses: 0,
      beam: { width: 1, margin: 0 },
      splitBits: 18,
    },
    provenance: {
      language: 'en',
      sources: [
        'UD_English-EWT r2.16, train (CC BY-SA 4.0)',
        'UD_English-GUM r2.16, train, only genres whose texts are free: academic, bio, conversation, court, interview, news, speech, textbook, vlog, voyage (CC BY 4.0, CC BY-SA, public domain)',
      ],
      licence: 'CC BY-SA 4.0',
      attribution:
        'Universal Dependencies English Web Treebank (Natalia Silveira, Timothy Dozat, Christopher Manning and others); Georgetown University Multilayer corpus (Amir Zeldes and others)',
      command: 'npm run train -- en',
      scores: {},
    },
  },
  ru: {
    train: ['ru-train'],
    dev: ['ru_gsd-dev'],
    recipe: {
      fineAre: 'feats',
      tagPasses: 6,
      tagSeeds: 2,
      finePasses: 5,
      parsePasses: 8,
      parseSeeds: 1,
      tagBits: 18,
      fineBits: 16,
      moveBits: 20,
      labelBits: 17,
      beamWidth: 4,
      beamPasses: 0,
      beam: { width: 1, margin: 0 },
      splitBits: 18,
    },
    provenance: {
      language: 'ru',
      sources: [
        'UD_Russian-Taiga, train, without the sentences that are also in UD_Russian-GSD dev (CC BY-SA 4.0)',
      ],
      licence: 'CC BY-SA 4.0',
      attribution: 'Universal Dependencies Russian Taiga treebank (Olga Lyashevskaya and others)',
      command: 'npm run train -- ru',
      scores: {},
    },
  },
};

/**
 * The sentences to learn from: those of the train sets that are not in a dev set as well. The Russian train set holds the
 * whole dev set of GSD (579 sentences, the same ids); learnt, they would make the figures on it worthless.
 */
export const trainingTrees = (corpora: string, { train, dev }: Language): readonly Tree[] => {
  const held = new Set(dev.flatMap((set) => readTrees(corpora, set)).map(({ name }) => name));
  return train.flatMap((set) => readTrees(corpora, set)).filter(({ name }) => !held.has(name));
};
