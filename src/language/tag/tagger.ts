import { best, scoreCandidates, type Table } from '../weights/table.ts';
import { fillFeatures } from '../words/feature-rows.ts';
import { WORD, WORD_COLUMNS } from '../words/word-table.ts';
import { fillTagAtoms, fillTagHistory, styleOf, TAG_FEATURES } from './atoms.ts';

/** Tags the words of one sentence, from left to right, into `tags`. */
export type Tag = (ids: Int32Array, count: number, columns: Int32Array, tags: Uint8Array) => void;

/**
 * Makes a tagger over its weights and the sets of tags that words may have. What it works with is made once and used
 * again, so it is not re-entrant.
 */
export const createTagger = (table: Table, sets: readonly Uint16Array[]): Tag => {
  const atoms = new Int32Array(TAG_FEATURES.atoms);
  const rows = new Int32Array(TAG_FEATURES.count);
  const scores = new Int32Array(table.labels);
  return (ids, count, columns, tags) => {
    const style = styleOf(ids, count, columns);
    let [t1, t2, t3] = [-1, -1, -1];
    for (let i = 0; i < count; i++) {
      const set = sets[columns[(ids[i] as number) * WORD_COLUMNS + WORD.set] as number] as Uint16Array;
      let tag = set[0] as number;
      if (set.length > 1) {
        fillTagAtoms(ids, count, i, style, columns, atoms);
        fillTagHistory(t1, t2, t3, atoms);
        fillFeatures(TAG_FEATURES, atoms, rows);
        scoreCandidates(table, rows, rows.length, set, scores);
        tag = set[best(scores, set.length)] as number;
      }
      tags[i] = tag;
      t3 = t2;
      t2 = t1;
      t1 = tag;
    }
  };
};
