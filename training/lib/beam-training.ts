import { apply, type ChooseLabel } from '../../src/language/parse/apply.ts';
import { createChoices, isForced, offer } from '../../src/language/parse/beam.ts';
import type { Sight } from '../../src/language/parse/sight.ts';
import { allowed, copyState, createState, isDone, type ParseState } from '../../src/language/parse/state.ts';
import { fillFeatures } from '../../src/language/words/feature-rows.ts';
import { correct, type Learner, scoreMoves } from './learner.ts';
import { logPass } from './log.ts';
import { fillCosts, type Gold } from './oracle.ts';
import { layOut, type Parsed } from './parsing.ts';
import { seeded, shuffle } from './random.ts';

/** An analysis in the beam: its state, its score, its moves so far, and whether they are those of the gold path. */
interface Lane {
  readonly state: ParseState;
  total: number;
  isGold: boolean;
  readonly moves: number[];
}

const createLanes = (width: number, size: number): Lane[] =>
  Array.from({ length: width }, () => ({ state: createState(size), total: 0, isGold: false, moves: [] }));

const copyLane = (from: Lane, to: Lane): void => {
  copyState(from.state, to.state);
  to.total = from.total;
  to.isGold = from.isGold;
  to.moves.length = 0;
  for (const move of from.moves) to.moves.push(move);
};

/** How to train. */
export interface BeamTraining {
  readonly width: number;
  readonly passes: number;
  readonly seed: number;
  readonly sight: Sight;
}

/**
 * Goes on training the moves with a beam: when the gold path does not end first, the moves are corrected up to the place
 * where the best analysis was most ahead of it (max-violation update; Huang, Fayong and Guo 2012). The gold path takes, of
 * the moves that lose no gold arc that can still be had, the one that the model likes best.
 */
export const trainBeam = (
  learner: Learner,
  sentences: readonly Parsed[],
  chooseLabel: ChooseLabel,
  { width, passes, seed, sight }: BeamTraining,
  onPass: () => void = () => undefined,
): void => {
  const longest = Math.max(...sentences.map(({ count }) => count)) + 2;
  const search = createSearch(learner, chooseLabel, width, longest, sight.moves);
  const replay = createReplay(learner, chooseLabel, longest, sight.moves);
  const random = seeded(seed);
  const order = [...sentences];
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    let wrong = 0;
    for (const sentence of order) {
      const found = search(sentence);
      learner.tick++;
      if (found === null) continue;
      wrong++;
      replay(sentence, found.gold, found.guess);
    }
    logPass('beam', pass, wrong);
    onPass();
  }
};

/** The moves of the gold path and of the analysis that was preferred to it. */
interface Wrong {
  readonly gold: readonly number[];
  readonly guess: readonly number[];
}

const createSearch = (
  learner: Learner,
  chooseLabel: ChooseLabel,
  width: number,
  longest: number,
  { features, fill }: Sight['moves'],
): ((sentence: Parsed) => Wrong | null) => {
  let now = createLanes(width, longest);
  let next = createLanes(width, longest);
  const [path] = createLanes(1, longest) as [Lane];
  const atoms = new Int32Array(features.atoms);
  const rows = new Int32Array(features.count);
  const scores = new Float64Array(3);
  const choices = createChoices(width);
  const goldMove = createGoldMove(longest);

  const scoreState = (state: ParseState): number => {
    const moves = allowed(state);
    if (isForced(moves)) {
      scores.fill(0);
      return moves;
    }
    fill(state, atoms);
    fillFeatures(features, atoms, rows);
    scoreMoves(learner, rows, scores);
    return moves;
  };

  const collect = (at: number, { state, total }: Lane): void => {
    const moves = scoreState(state);
    for (let move = 0; move < 3; move++)
      if ((moves & (1 << move)) !== 0) offer(choices, width, at, move, total + (scores[move] as number));
  };

  /** Makes the next move of the gold path, and tells it. */
  const advancePath = (gold: Gold): number => {
    const moves = scoreState(path.state);
    const move = goldMove(path.state, gold, moves, scores);
    path.total += scores[move] as number;
    path.moves.push(move);
    apply(path.state, move, chooseLabel);
    return move;
  };

  /** Makes the moves that were kept. */
  const advance = (move: number): void => {
    for (let i = 0; i < choices.count; i++) {
      const from = now[choices.lanes[i] as number] as Lane;
      const lane = next[i] as Lane;
      copyLane(from, lane);
      lane.isGold = from.isGold && move === choices.moves[i];
      lane.total = choices.totals[i] as number;
      lane.moves.push(choices.moves[i] as number);
      apply(lane.state, choices.moves[i] as number, chooseLabel);
    }
    const held = now;
    now = next;
    next = held;
  };

  const start = (sentence: Parsed): void => {
    const first = now[0] as Lane;
    layOut(first.state, sentence);
    first.total = 0;
    first.isGold = true;
    first.moves.length = 0;
    copyLane(first, path);
  };

  return (sentence) => {
    start(sentence);
    let lanes = 1;
    let most = Number.NEGATIVE_INFINITY;
    let worst: Wrong | null = null;
    while (!isDone((now[0] as Lane).state)) {
      choices.count = 0;
      for (let lane = 0; lane < lanes; lane++) collect(lane, now[lane] as Lane);
      lanes = choices.count;
      advance(advancePath(sentence.gold));
      const first = now[0] as Lane;
      if (first.isGold || first.total - path.total < most) continue;
      most = first.total - path.total;
      worst = { gold: [...path.moves], guess: [...first.moves] };
    }
    return (now[0] as Lane).isGold ? null : worst;
  };
};

/** Makes a function that picks, of the moves that cost least, the one with the highest score. */
const createGoldMove = (
  longest: number,
): ((state: ParseState, gold: Gold, moves: number, scores: Float64Array) => number) => {
  const costs = new Int32Array(3);
  const onStack = new Uint8Array(longest + 2);
  return (state, gold, moves, scores) => {
    onStack.fill(0, 0, state.none + 1);
    for (let i = 0; i < state.depth; i++) onStack[state.stack[i] as number] = 1;
    fillCosts(state, gold, onStack, costs);
    let found = -1;
    for (let move = 0; move < 3; move++) {
      if ((moves & (1 << move)) === 0) continue;
      const less = found < 0 ? -1 : (costs[move] as number) - (costs[found] as number);
      if (less < 0 || (less === 0 && (scores[move] as number) > (scores[found] as number))) found = move;
    }
    return found;
  };
};

/** Makes a function that corrects the weights along two paths, from where they part. */
const createReplay = (
  learner: Learner,
  chooseLabel: ChooseLabel,
  longest: number,
  { features, fill }: Sight['moves'],
): ((sentence: Parsed, gold: readonly number[], guess: readonly number[]) => void) => {
  const state = createState(longest);
  const atoms = new Int32Array(features.atoms);
  const rows = new Int32Array(features.count);
  const walk = (sentence: Parsed, path: readonly number[], from: number, by: number): void => {
    layOut(state, sentence);
    for (const [i, move] of path.entries()) {
      if (i >= from && !isForced(allowed(state))) {
        fill(state, atoms);
        fillFeatures(features, atoms, rows);
        correct(learner, rows, rows.length, move, by);
      }
      apply(state, move, chooseLabel);
    }
  };
  return (sentence, gold, guess) => {
    let from = 0;
    while (from < gold.length && gold[from] === guess[from]) from++;
    walk(sentence, gold, from, 1);
    walk(sentence, guess, from, -1);
  };
};
