import { best, scoreCandidates, type Table } from '../weights/table.ts';
import { fillRows } from '../words/templates.ts';
import { fillLabelAtoms, LABEL_ATOMS, LABEL_TEMPLATES } from './label-atoms.ts';
import { fillMoveAtoms, MOVE_ATOMS, MOVE_TEMPLATES } from './move-atoms.ts';
import { allowed, arcLeft, arcRight, isDone, LEFT, type ParseState, RIGHT, SHIFT, shift } from './state.ts';

/** Weights of the moves: for each row what speaks for a left arc and for a right arc, each against a shift. */
export interface MoveTable {
  readonly bits: number;
  /** The left arc's weight in the lower eight bits, the right arc's in the upper eight. */
  readonly pairs: Int16Array;
}

/** Which labels an arc may have, by its side and the tags of its ends. */
export interface LabelSets {
  /** Number of universal tags; the root counts as one more. */
  readonly tags: number;
  /** Positions in {@link lists} by {@link setOf}. */
  readonly sets: Uint16Array;
  readonly lists: readonly Uint16Array[];
  /** The label of what hangs on the root. */
  readonly root: number;
}

/** The position in {@link LabelSets.sets} of an arc. */
export const setOf = (tags: number, isLeft: boolean, headTag: number, wordTag: number): number =>
  ((isLeft ? 1 : 0) * (tags + 1) + headTag) * (tags + 1) + wordTag;

/** All that a parser has learnt. */
export interface ParseModel {
  readonly moves: MoveTable;
  readonly labels: Table;
  readonly labelSets: LabelSets;
}

/** Parses the sentence laid out in a state; heads and labels are in the state afterwards. */
export type Parse = (state: ParseState) => void;

/** Makes a greedy parser over its weights; not re-entrant. */
export const createParser = (model: ParseModel): Parse => {
  const chooseMove = createMoveChooser(model.moves);
  const chooseLabel = createLabelChooser(model.labels, model.labelSets);
  return (state) => {
    while (!isDone(state)) {
      const move = chooseMove(state);
      if (move === SHIFT) {
        shift(state);
        continue;
      }
      const word = state.stack[state.depth - 1] as number;
      const head = move === LEFT ? state.front : (state.stack[state.depth - 2] as number);
      const label = chooseLabel(state, head, word);
      if (move === LEFT) arcLeft(state, label);
      else arcRight(state, label);
    }
  };
};

const createMoveChooser = ({ bits, pairs }: MoveTable): ((state: ParseState) => number) => {
  const atoms = new Int32Array(MOVE_ATOMS);
  const count = MOVE_TEMPLATES.count;
  const rows = new Int32Array(count);
  const down = 32 - bits;
  return (state) => {
    const moves = allowed(state);
    if (moves === 1 << SHIFT) return SHIFT;
    if (moves === 1 << LEFT) return LEFT;
    if (moves === 1 << RIGHT) return RIGHT;
    fillMoveAtoms(state, atoms);
    fillRows(MOVE_TEMPLATES, atoms, down, rows);
    let left = 0;
    let right = 0;
    for (let i = 0; i < count; i++) {
      const pair = pairs[rows[i] as number] as number;
      left += (pair << 24) >> 24;
      right += pair >> 8;
    }
    const canRight = (moves & (1 << RIGHT)) !== 0;
    if (canRight && right > 0 && right > left) return RIGHT;
    return left > 0 ? LEFT : SHIFT;
  };
};

const createLabelChooser = (
  table: Table,
  { tags, sets, lists, root }: LabelSets,
): ((state: ParseState, head: number, word: number) => number) => {
  const atoms = new Int32Array(LABEL_ATOMS);
  const rows = new Int32Array(LABEL_TEMPLATES.count);
  const scores = new Int32Array(table.labels);
  const down = 32 - table.bits;
  return (state, head, word) => {
    if (head === state.count) return root;
    const at = setOf(tags, head > word, state.upos[head] as number, state.upos[word] as number);
    const list = lists[sets[at] as number] as Uint16Array;
    if (list.length === 1) return list[0] as number;
    fillLabelAtoms(state, head, word, atoms);
    fillRows(LABEL_TEMPLATES, atoms, down, rows);
    scoreCandidates(table, rows, rows.length, list, scores);
    return list[best(scores, list.length)] as number;
  };
};
