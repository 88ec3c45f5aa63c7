import { apply, type ChooseLabel } from './apply.ts';
import { allowed, copyState, createState, isDone, type ParseState, RIGHT, SHIFT } from './state.ts';

/** Writes the score of each move into `scores`; moves that are not allowed are scored all the same. */
export type ScoreMoves = (state: ParseState, scores: Int32Array | Float64Array) => void;

/** How widely a parser looks. */
export interface BeamOptions {
  /** Analyses kept side by side; 1 is greedy. */
  readonly width: number;
  /** A move is tried only when it scores at most so much less than the best move of the same analysis. */
  readonly margin: number;
}

/** Sentences longer than this are parsed greedily. */
const LONGEST = 200;

const pickMove = (moves: number, scores: Int32Array | Float64Array): number => {
  let found = -1;
  for (let move = SHIFT; move <= RIGHT; move++)
    if ((moves & (1 << move)) !== 0 && (found < 0 || (scores[move] as number) > (scores[found] as number)))
      found = move;
  return found;
};

/** Whether one move alone is allowed. */
export const isForced = (moves: number): boolean => (moves & (moves - 1)) === 0;

/** Makes a function that finishes a state by the best move each time. */
const createGreedy = (score: ScoreMoves, chooseLabel: ChooseLabel): ((state: ParseState) => void) => {
  const scores = new Int32Array(3);
  return (state) => {
    while (!isDone(state)) {
      const moves = allowed(state);
      if (!isForced(moves)) score(state, scores);
      apply(state, pickMove(moves, scores), chooseLabel);
    }
  };
};

/** Analyses side by side: states, their scores so far, and the moves that would come next. */
interface Lanes {
  readonly states: ParseState[];
  readonly totals: Float64Array;
}

const createLanes = (width: number, size: number): Lanes => ({
  states: Array.from({ length: width }, () => createState(size)),
  totals: new Float64Array(width),
});

/** The next moves of all analyses, the best kept. */
interface Choices {
  count: number;
  readonly lanes: Int32Array;
  readonly moves: Int32Array;
  readonly totals: Float64Array;
}

/** Puts a choice in its place; the worst falls out when there are more than `width`. */
export const offer = (choices: Choices, width: number, lane: number, move: number, total: number): void => {
  const { lanes, moves, totals } = choices;
  if (choices.count === width && total <= (totals[width - 1] as number)) return;
  let at = choices.count < width ? choices.count++ : width - 1;
  for (; at > 0 && (totals[at - 1] as number) < total; at--) {
    totals[at] = totals[at - 1] as number;
    lanes[at] = lanes[at - 1] as number;
    moves[at] = moves[at - 1] as number;
  }
  totals[at] = total;
  lanes[at] = lane;
  moves[at] = move;
};

/** Room for so many choices. */
export const createChoices = (width: number): Choices => ({
  count: 0,
  lanes: new Int32Array(width),
  moves: new Int32Array(width),
  totals: new Float64Array(width),
});

/**
 * Makes a parser that keeps the best few analyses side by side (all have made the same number of moves) and ends with the
 * best. Where the model is sure of a move, no other is tried, so that most sentences cost little more than greedily.
 */
export const createBeam = (
  score: ScoreMoves,
  chooseLabel: ChooseLabel,
  { width, margin }: BeamOptions,
): ((state: ParseState) => void) => {
  const greedy = createGreedy(score, chooseLabel);
  if (width <= 1) return greedy;
  let now = createLanes(width, LONGEST + 2);
  let next = createLanes(width, LONGEST + 2);
  const scores = new Int32Array(3);
  const choices = createChoices(width);

  const collect = (lane: number, state: ParseState, total: number): void => {
    const moves = allowed(state);
    if (isForced(moves)) {
      offer(choices, width, lane, pickMove(moves, scores), total);
      return;
    }
    score(state, scores);
    const top = scores[pickMove(moves, scores)] as number;
    // Scores are taken against the best move, so that totals stay small and only lost points count.
    for (let move = SHIFT; move <= RIGHT; move++) {
      const lost = top - (scores[move] as number);
      if ((moves & (1 << move)) !== 0 && lost <= margin)
        offer(choices, width, lane, move, total + (scores[move] as number));
    }
  };

  const advance = (lanes: number): number => {
    choices.count = 0;
    for (let lane = 0; lane < lanes; lane++)
      collect(lane, now.states[lane] as ParseState, now.totals[lane] as number);
    if (lanes === 1 && choices.count === 1) {
      apply(now.states[0] as ParseState, choices.moves[0] as number, chooseLabel);
      now.totals[0] = choices.totals[0] as number;
      return 1;
    }
    for (let i = 0; i < choices.count; i++) {
      const state = next.states[i] as ParseState;
      copyState(now.states[choices.lanes[i] as number] as ParseState, state);
      apply(state, choices.moves[i] as number, chooseLabel);
      next.totals[i] = choices.totals[i] as number;
    }
    const held = now;
    now = next;
    next = held;
    return choices.count;
  };

  return (state) => {
    if (state.count > LONGEST) {
      greedy(state);
      return;
    }
    copyState(state, now.states[0] as ParseState);
    now.totals[0] = 0;
    let lanes = 1;
    while (!isDone(now.states[0] as ParseState)) lanes = advance(lanes);
    copyState(now.states[0] as ParseState, state);
  };
};
