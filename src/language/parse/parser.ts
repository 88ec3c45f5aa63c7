import { best, scoreCandidates, type Table } from '../weights/table.ts';
import { fillRows } from '../words/templates.ts';
import type { ChooseLabel } from './apply.ts';
import { type BeamOptions, createBeam, type ScoreMoves } from './beam.ts';
import { fillLabelAtoms, LABEL_ATOMS, LABEL_TEMPLATES } from './label-atoms.ts';
import { fillMoveAtoms, MOVE_ATOMS, MOVE_TEMPLATES } from './move-atoms.ts';
import { LEFT, type ParseState, RIGHT, SHIFT } from './state.ts';

/** Weights of the moves. */
export interface MoveTable {
  readonly bits: number;
  /** A row: the weights of shift, left arc and right arc, from the lowest byte up; the highest byte is not used. */
  readonly rows: Int32Array;
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
  readonly beam: BeamOptions;
}

/** Parses the sentence laid out in a state; heads and labels are in the state afterwards. */
export type Parse = (state: ParseState) => void;

/** Makes a parser over its weights; not re-entrant. */
export const createParser = (model: ParseModel): Parse => {
  const { bits, rows: weights } = model.moves;
  const chooseLabel = createLabelChooser(model.labels, model.labelSets);
  const atoms = new Int32Array(MOVE_ATOMS);
  const count = MOVE_TEMPLATES.count;
  const rows = new Int32Array(count);
  const down = 32 - bits;
  const score: ScoreMoves = (state, scores) => {
    fillMoveAtoms(state, atoms);
    fillRows(MOVE_TEMPLATES, atoms, down, rows);
    let shift = 0;
    let left = 0;
    let right = 0;
    for (let i = 0; i < count; i++) {
      const row = weights[rows[i] as number] as number;
      shift += (row << 24) >> 24;
      left += (row << 16) >> 24;
      right += (row << 8) >> 24;
    }
    scores[SHIFT] = shift;
    scores[LEFT] = left;
    scores[RIGHT] = right;
  };
  return createBeam(score, chooseLabel, model.beam);
};

/** Makes the chooser of labels over its weights. */
export const createLabelChooser = (table: Table, { tags, sets, lists, root }: LabelSets): ChooseLabel => {
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
