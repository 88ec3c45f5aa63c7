import { apply } from '../../src/language/parse/apply.ts';
import { type LabelSets, setOf } from '../../src/language/parse/parser.ts';
import type { Sight } from '../../src/language/parse/sight.ts';
import {
  allowed,
  begin,
  createState,
  isDone,
  type ParseState,
  SHIFT,
} from '../../src/language/parse/state.ts';
import { best } from '../../src/language/weights/table.ts';
import { fillFeatures } from '../../src/language/words/feature-rows.ts';
import { correct, createLearner, type Learner, rivalOf, scoreLearnt, scoreMoves } from './learner.ts';
import { logPass } from './log.ts';
import { fillCosts, type Gold } from './oracle.ts';
import { seeded, shuffle } from './random.ts';

/** A sentence to learn trees from: what the parser sees of its words, and its gold tree. */
export interface Parsed {
  readonly count: number;
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly fine: Int32Array;
  readonly suffixes: Int32Array;
  readonly stems: Int32Array;
  readonly morph: Int32Array;
  readonly upos: Uint8Array;
  readonly gold: Gold;
}

/** How to train. */
export interface ParserOptions {
  readonly passes: number;
  readonly seed: number;
  readonly labels: number;
  /** What the parser looks at. */
  readonly sight: Sight;
}

/** What was learnt. */
export interface LearntParser {
  readonly moves: Learner;
  readonly labels: Learner;
}

/** In later passes the parser follows its own move, right or wrong, with this probability (Goldberg and Nivre 2013). */
const FOLLOWED = 0.9;

/** A move is corrected while the best right one is less than this ahead of the best wrong one. */
const MARGIN = 100;
/** As {@link MARGIN}, for labels. */
const LABEL_MARGIN = 30;

/** Lays a sentence out in a state. */
export const layOut = (state: ParseState, sentence: Parsed): void => {
  state.words.set(sentence.words);
  state.tags.set(sentence.tags);
  state.fine.set(sentence.fine);
  state.suffixes.set(sentence.suffixes);
  state.stems.set(sentence.stems);
  state.morph.set(sentence.morph);
  state.upos.set(sentence.upos);
  begin(state, sentence.count);
};

/** Trains a greedy parser with a dynamic oracle. */
export const trainParser = (
  sentences: readonly Parsed[],
  labelSets: LabelSets,
  options: ParserOptions,
): LearntParser => {
  const moves = createLearner(options.sight.moves.features.rows, 3);
  const labels = createLearner(options.sight.labels.features.rows, options.labels);
  const longest = Math.max(...sentences.map(({ count }) => count));
  const state = createState(longest + 2);
  const random = seeded(options.seed);
  const order = [...sentences];
  const learnMove = moveLearner(moves, state, longest, options.sight.moves);
  const learnLabel = labelLearner(labels, labelSets, state, options.sight.labels);
  const learnSentence = (sentence: Parsed, explores: boolean): number => {
    let wrong = 0;
    layOut(state, sentence);
    learnMove.begin();
    while (!isDone(state)) {
      const { guess, right } = learnMove.step(sentence.gold);
      if (guess !== right) wrong++;
      const move = guess !== right && explores && random() < FOLLOWED ? guess : right;
      learnMove.moved(move);
      apply(state, move, (_, head, word) => learnLabel(head, word, sentence.gold));
    }
    return wrong;
  };
  for (let pass = 0; pass < options.passes; pass++) {
    shuffle(order, random);
    const wrong = order.reduce((sum, sentence) => sum + learnSentence(sentence, pass > 0), 0);
    logPass('moves', pass, wrong);
  }
  return { moves, labels };
};

interface MoveLearner {
  readonly begin: () => void;
  /** The model's move, and the move to take instead when it costs more than need be. */
  readonly step: (gold: Gold) => { readonly guess: number; readonly right: number };
  readonly moved: (move: number) => void;
}

const moveLearner = (
  learner: Learner,
  state: ParseState,
  longest: number,
  { features, fill }: Sight['moves'],
): MoveLearner => {
  const atoms = new Int32Array(features.atoms);
  const rows = new Int32Array(features.count);
  const scores = new Float64Array(3);
  const costs = new Int32Array(3);
  const onStack = new Uint8Array(longest + 2);
  /** The move with the highest score of those that cost from `least` to `most`; -1 for none. */
  const pick = (moves: number, least: number, most: number): number => {
    let found = -1;
    for (let move = 0; move < 3; move++) {
      const cost = costs[move] as number;
      if ((moves & (1 << move)) === 0 || cost < least || cost > most) continue;
      if (found < 0 || (scores[move] as number) > (scores[found] as number)) found = move;
    }
    return found;
  };
  return {
    begin: () => void onStack.fill(0),
    step: (gold) => {
      const moves = allowed(state);
      if ((moves & (moves - 1)) === 0) {
        const only = 31 - Math.clz32(moves);
        return { guess: only, right: only };
      }
      fill(state, atoms);
      fillFeatures(features, atoms, rows);
      scoreMoves(learner, rows, scores);
      fillCosts(state, gold, onStack, costs);
      let least = 1 << 20;
      for (let move = 0; move < 3; move++)
        if ((moves & (1 << move)) !== 0) least = Math.min(least, costs[move] as number);
      const right = pick(moves, least, least);
      const wrong = pick(moves, least + 1, 1 << 20);
      const ahead = wrong < 0 ? MARGIN : (scores[right] as number) - (scores[wrong] as number);
      if (ahead < MARGIN) {
        correct(learner, rows, rows.length, right, 1);
        correct(learner, rows, rows.length, wrong, -1);
      }
      learner.tick++;
      return { guess: ahead < 0 ? wrong : right, right };
    },
    moved: (move) => {
      if (move === SHIFT) onStack[state.front] = 1;
      else onStack[state.stack[state.depth - 1] as number] = 0;
    },
  };
};

const labelLearner = (
  learner: Learner,
  { tags, sets, lists, root }: LabelSets,
  state: ParseState,
  { features, fill }: Sight['labels'],
): ((head: number, word: number, gold: Gold) => number) => {
  const atoms = new Int32Array(features.atoms);
  const rows = new Int32Array(features.count);
  const scores = new Float64Array(learner.labels);
  return (head, word, gold) => {
    if (head === state.count) return root;
    const at = setOf(tags, head > word, state.upos[head] as number, state.upos[word] as number);
    const list = lists[sets[at] as number] as Uint16Array;
    if (list.length === 1) return list[0] as number;
    fill(state, head, word, atoms);
    fillFeatures(features, atoms, rows);
    scoreLearnt(learner, rows, rows.length, list, scores);
    const guess = list[best(scores, list.length)] as number;
    if (gold.heads[word] === head) {
      const at = list.indexOf(gold.labels[word] as number);
      const rival = at < 0 ? -1 : rivalOf(scores, list.length, at);
      if (rival >= 0 && (scores[at] as number) - (scores[rival] as number) < LABEL_MARGIN) {
        correct(learner, rows, rows.length, list[at] as number, 1);
        correct(learner, rows, rows.length, list[rival] as number, -1);
      }
      learner.tick++;
    }
    return guess;
  };
};
