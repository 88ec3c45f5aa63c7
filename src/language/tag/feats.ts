import { best, type Table } from '../weights/table.ts';
import { fillFeatures } from '../words/feature-rows.ts';
import { createFeatsReader, FEATS_FEATURES } from './feats-atoms.ts';
import { type FeatureParts, featurePartsOf } from './feature-parts.ts';
import { type FineTags, fineCandidates, type TagFine, wholeLists } from './fine.ts';
import { morphOf } from './morph.ts';

/** Sums the scores of the parts of each candidate into `scores`. */
export const sumParts = (
  parts: readonly Uint16Array[],
  candidates: Uint16Array,
  partScores: Int32Array | Float64Array,
  scores: Int32Array | Float64Array,
): void => {
  for (let c = 0; c < candidates.length; c++) {
    let sum = 0;
    for (const part of parts[candidates[c] as number] as Uint16Array) sum += partScores[part] as number;
    scores[c] = sum;
  }
};

/** Makes a tagger of features over its weights; `fine` and `names` are the names of features and universal tags; not re-entrant. */
export const createFeatsTagger = (
  table: Table,
  fineTags: FineTags,
  fine: readonly string[],
  names: readonly string[],
): TagFine => {
  const atoms = new Int32Array(FEATS_FEATURES.atoms);
  const rows = new Int32Array(FEATS_FEATURES.count);
  const parts: FeatureParts = featurePartsOf(fine, fineTags.lists);
  const partScores = new Int32Array(table.labels);
  const scores = new Int32Array(Math.max(...fineTags.lists.map((list) => list.length)));
  const whole = wholeLists(fineTags.lists);
  const reader = createFeatsReader(morphOf(fine), names);
  const { labels, weights } = table;
  const scoreParts = (used: number): void => {
    partScores.fill(0, 0, used);
    for (const row of rows)
      for (let at = row * labels, c = 0; c < used; c++, at++)
        partScores[c] = (partScores[c] as number) + (weights[at] as number);
  };
  return (sentence) => {
    reader.begin();
    for (let i = 0; i < sentence.count; i++) {
      const tag = sentence.tags[i] as number;
      const candidates = fineCandidates(fineTags, sentence, i, whole);
      let position = candidates[0] as number;
      if (candidates.length > 1) {
        reader.fill(sentence, i, atoms);
        fillFeatures(FEATS_FEATURES, atoms, rows);
        scoreParts(parts.used[tag] as number);
        sumParts(parts.of[tag] as readonly Uint16Array[], candidates, partScores, scores);
        position = candidates[best(scores, candidates.length)] as number;
      }
      sentence.fine[i] = (fineTags.lists[tag] as Uint16Array)[position] as number;
      reader.chosen(sentence, i);
    }
  };
};
