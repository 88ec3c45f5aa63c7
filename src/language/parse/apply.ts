import { arcLeft, arcRight, LEFT, type ParseState, SHIFT, shift } from './state.ts';

/** Chooses the label of an arc that is about to be made. */
export type ChooseLabel = (state: ParseState, head: number, word: number) => number;

/** Makes a move; an arc is given its label first. */
export const apply = (state: ParseState, move: number, chooseLabel: ChooseLabel): void => {
  if (move === SHIFT) {
    shift(state);
    return;
  }
  const word = state.stack[state.depth - 1] as number;
  if (move === LEFT) arcLeft(state, chooseLabel(state, state.front, word));
  else arcRight(state, chooseLabel(state, state.stack[state.depth - 2] as number, word));
};
