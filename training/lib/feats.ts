import { sumParts } from '../../src/language/tag/feats.ts';
import { createFeatsReader, FEATS_FEATURES } from '../../src/language/tag/feats-atoms.ts';
import { featurePartsOf } from '../../src/language/tag/feature-parts.ts';
import { type FineSentence, type FineTags, fineCandidates, wholeLists } from '../../src/language/tag/fine.ts';
import { morphOf } from '../../src/language/tag/morph.ts';
import { best } from '../../src/language/weights/table.ts';
import { fillFeatures } from '../../src/language/words/feature-rows.ts';
import type { Lexicon } from '../../src/language/words/word-table.ts';
import { correctAt, createLearner, type Learner, rivalToLearn } from './learner.ts';
import { type FineTagged, learnInPasses } from './passes.ts';

/** Features are learnt again while they are less than this ahead of the next. */
const MARGIN = 30;

/** Names of features and of universal tags, by number. */
export interface FeatNames {
  readonly fine: readonly string[];
  readonly upos: readonly string[];
}

/** Trains a tagger of features on gold universal tags, its own features as history. Parts that differ are corrected. */
export const trainFeats = (
  sentences: readonly FineTagged[],
  lexicon: Lexicon,
  fineTags: FineTags,
  names: FeatNames,
  options: { readonly passes: number; readonly seed: number },
): Learner => {
  const parts = featurePartsOf(names.fine, fineTags.lists);
  const learner = createLearner(FEATS_FEATURES.rows, parts.columns);
  const learn = featsLearner(learner, fineTags, names);
  learnInPasses(sentences, lexicon, { name: 'features', ...options }, learn);
  return learner;
};

const featsLearner = (
  learner: Learner,
  fineTags: FineTags,
  { fine, upos }: FeatNames,
): ((sentence: FineSentence, gold: Uint16Array) => number) => {
  const atoms = new Int32Array(FEATS_FEATURES.atoms);
  const rows = new Int32Array(FEATS_FEATURES.count);
  const parts = featurePartsOf(fine, fineTags.lists);
  const partScores = new Float64Array(learner.labels);
  const scores = new Float64Array(fine.length);
  const whole = wholeLists(fineTags.lists);
  const reader = createFeatsReader(morphOf(fine), upos);
  const { labels, weight } = learner;
  const scoreParts = (used: number): void => {
    partScores.fill(0, 0, used);
    for (const row of rows)
      for (let at = row * labels, c = 0; c < used; c++, at++)
        partScores[c] = (partScores[c] as number) + (weight[at] as number);
  };
  /** Parts that only one of the two has are moved. */
  const correctParts = (right: Uint16Array, guess: Uint16Array): void => {
    for (const part of right) if (!guess.includes(part)) correctAt(learner, rows, part, 1);
    for (const part of guess) if (!right.includes(part)) correctAt(learner, rows, part, -1);
  };
  /** Chooses the position of word `i` in the list of its universal tag, and learns from it; `right` is the gold position. */
  const choose = (sentence: FineSentence, i: number, candidates: Uint16Array, right: number): number => {
    const tag = sentence.tags[i] as number;
    const own = parts.of[tag] as readonly Uint16Array[];
    reader.fill(sentence, i, atoms);
    fillFeatures(FEATS_FEATURES, atoms, rows);
    scoreParts(parts.used[tag] as number);
    sumParts(own, candidates, partScores, scores);
    const guess = best(scores, candidates.length);
    const rival = rivalToLearn({ candidates, scores, right: candidates.indexOf(right) }, guess, MARGIN);
    if (rival >= 0) correctParts(own[right] as Uint16Array, own[candidates[rival] as number] as Uint16Array);
    learner.tick++;
    return candidates[guess] as number;
  };
  return (sentence, gold) => {
    let wrong = 0;
    reader.begin();
    for (let i = 0; i < sentence.count; i++) {
      const list = fineTags.lists[sentence.tags[i] as number] as Uint16Array;
      const candidates = fineCandidates(fineTags, sentence, i, whole);
      const right = list.indexOf(gold[i] as number);
      const position =
        candidates.length > 1 ? choose(sentence, i, candidates, right) : (candidates[0] as number);
      if (right !== position) wrong++;
      sentence.fine[i] = list[position] as number;
      reader.chosen(sentence, i);
    }
    return wrong;
  };
};
