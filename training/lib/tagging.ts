import { fillTagAtoms, fillTagHistory, styleOf, TAG_FEATURES } from '../../src/language/tag/atoms.ts';
import { best } from '../../src/language/weights/table.ts';
import { fillFeatures } from '../../src/language/words/feature-rows.ts';
import { createWordTable, type Lexicon, WORD, WORD_COLUMNS } from '../../src/language/words/word-table.ts';
import { type Choice, correct, createLearner, type Learner, rivalToLearn, scoreLearnt } from './learner.ts';
import { logPass } from './log.ts';
import { seeded, shuffle } from './random.ts';

/** A sentence to learn tags from. */
export interface Tagged {
  readonly forms: readonly string[];
  readonly tags: ArrayLike<number>;
}

/** How to train. */
export interface TaggerOptions {
  readonly labels: number;
  readonly passes: number;
  readonly seed: number;
  /** A tag is learnt again while it is less than this ahead of the next; 0 learns from mistakes alone. */
  readonly margin: number;
}

/** Trains a tagger: greedy, its own tags as history, averaged. */
export const trainTagger = (
  sentences: readonly Tagged[],
  { lexicon, sets }: { readonly lexicon: Lexicon; readonly sets: readonly Uint16Array[] },
  options: TaggerOptions,
): Learner => {
  const learner = createLearner(TAG_FEATURES.rows, options.labels);
  const words = createWordTable(lexicon);
  const data = sentences.map(({ forms, tags }) => ({ ids: Int32Array.from(forms, words.idOf), tags }));
  const random = seeded(options.seed);
  const atoms = new Int32Array(TAG_FEATURES.atoms);
  const rows = new Int32Array(TAG_FEATURES.count);
  const scores = new Float64Array(options.labels);
  const columns = words.columns();
  const learnTag = (choice: Choice, guess: number): void => {
    const rival = rivalToLearn(choice, guess, options.margin);
    if (rival < 0) return;
    correct(learner, rows, rows.length, choice.candidates[choice.right] as number, 1);
    correct(learner, rows, rows.length, choice.candidates[rival] as number, -1);
  };
  const learnSentence = (ids: Int32Array, tags: ArrayLike<number>): number => {
    let wrong = 0;
    const style = styleOf(ids, ids.length, columns);
    let [t1, t2, t3] = [-1, -1, -1];
    for (let i = 0; i < ids.length; i++) {
      const set = sets[columns[(ids[i] as number) * WORD_COLUMNS + WORD.set] as number] as Uint16Array;
      let guess = set[0] as number;
      if (set.length > 1) {
        fillTagAtoms(ids, ids.length, i, style, columns, atoms);
        fillTagHistory(t1, t2, t3, atoms);
        fillFeatures(TAG_FEATURES, atoms, rows);
        scoreLearnt(learner, rows, rows.length, set, scores);
        const position = best(scores, set.length);
        guess = set[position] as number;
        if (guess !== tags[i]) wrong++;
        learnTag({ candidates: set, scores, right: set.indexOf(tags[i] as number) }, position);
        learner.tick++;
      }
      t3 = t2;
      t2 = t1;
      t1 = guess;
    }
    return wrong;
  };
  for (let pass = 0; pass < options.passes; pass++) {
    shuffle(data, random);
    logPass(
      'tags',
      pass,
      data.reduce((sum, { ids, tags }) => sum + learnSentence(ids, tags), 0),
    );
  }
  return learner;
};
