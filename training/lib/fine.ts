import {
  FINE_FEATURES,
  type FineSentence,
  type FineTags,
  fillFineAtoms,
  fineCandidates,
  HELPER_REACH,
  helpersAmong,
  wholeLists,
} from '../../src/language/tag/fine.ts';
import { best } from '../../src/language/weights/table.ts';
import { fillFeatures } from '../../src/language/words/feature-rows.ts';
import type { Lexicon } from '../../src/language/words/word-table.ts';
import { createLearner, type Learner, learn, scoreLearnt } from './learner.ts';
import { type FineTagged, learnInPasses } from './passes.ts';

/** A form must be seen so often with a universal tag before other fine tags than the seen are ruled out. */
const LEAST_CLOSED = 25;

/** The fine tags of each universal tag, and of frequent forms; `lexicon` is given their numbers. */
export const fineTagsOf = (
  sentences: readonly FineTagged[],
  universal: number,
): { readonly fineTags: FineTags; readonly numbers: ReadonlyMap<string, number> } => {
  const lists = Array.from({ length: universal }, () => new Set<number>());
  const seen = new Map<string, Map<number, Map<number, number>>>();
  for (const { forms, tags, gold } of sentences)
    for (const [i, form] of forms.entries()) {
      const tag = tags[i] ?? 0;
      const fine = gold[i] ?? 0;
      lists[tag]?.add(fine);
      const byTag = seen.get(form) ?? new Map<number, Map<number, number>>();
      const counts = byTag.get(tag) ?? new Map<number, number>();
      counts.set(fine, (counts.get(fine) ?? 0) + 1);
      byTag.set(tag, counts);
      seen.set(form, byTag);
    }
  const columns = lists.map((set) => Uint16Array.from([...set].sort((a, b) => a - b)));
  const words: (readonly (Uint16Array | undefined)[])[] = [[]];
  const numbers = new Map<string, number>();
  const known = new Map<string, number>();
  for (const [form, byTag] of seen) {
    const rows = Array.from({ length: universal }, (_, tag): Uint16Array | undefined => {
      const counts = byTag.get(tag);
      const list = columns[tag] ?? new Uint16Array();
      if (counts === undefined || list.length === 1) return undefined;
      if ([...counts.values()].reduce((a, b) => a + b, 0) < LEAST_CLOSED) return undefined;
      return Uint16Array.from([...counts.keys()].map((fine) => list.indexOf(fine)).sort((a, b) => a - b));
    });
    if (rows.every((row) => row === undefined)) continue;
    const name = rows.map((row) => row?.join(' ') ?? '').join('|');
    if (!known.has(name)) known.set(name, words.push(rows) - 1);
    numbers.set(form, known.get(name) ?? 0);
  }
  return { fineTags: { lists: columns, words }, numbers };
};

/** Trains a fine tagger on gold universal tags, its own fine tags as history. */
export const trainFine = (
  sentences: readonly FineTagged[],
  lexicon: Lexicon,
  fineTags: FineTags,
  names: readonly string[],
  options: { readonly passes: number; readonly seed: number },
): Learner => {
  const width = Math.max(...fineTags.lists.map((list) => list.length));
  const learner = createLearner(FINE_FEATURES.rows, width);
  const learn = fineLearner(learner, fineTags, names);
  learnInPasses(sentences, lexicon, { name: 'fine tags', ...options }, learn);
  return learner;
};

const fineLearner = (
  learner: Learner,
  fineTags: FineTags,
  names: readonly string[],
): ((sentence: FineSentence, gold: Uint16Array) => number) => {
  const atoms = new Int32Array(FINE_FEATURES.atoms);
  const rows = new Int32Array(FINE_FEATURES.count);
  const scores = new Float64Array(learner.labels);
  const whole = wholeLists(fineTags.lists);
  const isHelper = helpersAmong(names);
  return (sentence, gold) => {
    let wrong = 0;
    let last = -1;
    let lastAt = -HELPER_REACH;
    for (let i = 0; i < sentence.count; i++) {
      const tag = sentence.tags[i] as number;
      const list = fineTags.lists[tag] as Uint16Array;
      const candidates = fineCandidates(fineTags, sentence, i, whole);
      let position = candidates[0] as number;
      if (candidates.length > 1) {
        fillFineAtoms(sentence, i, i - lastAt <= HELPER_REACH ? last : -1, atoms);
        fillFeatures(FINE_FEATURES, atoms, rows);
        scoreLearnt(learner, rows, rows.length, candidates, scores);
        position = candidates[best(scores, candidates.length)] as number;
        const right = list.indexOf(gold[i] as number);
        wrong += learn(learner, rows, position, right);
      }
      sentence.fine[i] = list[position] as number;
      if (isHelper[tag] === true) {
        last = sentence.ids[i] as number;
        lastAt = i;
      }
    }
    return wrong;
  };
};
