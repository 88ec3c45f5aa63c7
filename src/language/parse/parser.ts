import { best, scoreCandidates, type Table } from '../weights/table.ts';
import { fillFeatures } from '../words/feature-rows.ts';
import type { ChooseLabel } from './apply.ts';
import { type BeamOptions, createBeam, type ScoreMoves } from './beam.ts';
import { type Sight, sightOf } from './sight.ts';
import { LEFT, type ParseState, RIGHT, SHIFT } from './state.ts';

/** Weights of the moves. */
export interface MoveTable {
  /**
   * A row: the weights of shift, left arc and right arc, each with {@link EVEN} added, from the lowest byte up. All are
   * above 0 so, and two of them are summed at once in the halves of one number.
   */
  readonly rows: Int32Array;
}

/** What stands for a weight of 0 in {@link MoveTable.rows}. */
const EVEN = 128;

/** Packs the weights of the three moves. */
export const moveTableOf = ({ rows, weights }: Table): MoveTable => {
  const packed = new Int32Array(rows).fill(EVEN | (EVEN << 8) | (EVEN << 16));
  // Most weights are 0, and are there already.
  for (let i = 0; i < rows * 3; i++) {
    const weight = weights[i] as number;
    if (weight !== 0) (packed[Math.floor(i / 3)] as number) += weight << ((i % 3) * 8);
  }
  return { rows: packed };
};

/** The opposite of {@link moveTableOf}. */
export const movesAsTable = ({ rows }: MoveTable): Table => {
  const weights = new Int8Array(rows.length * 3);
  for (let i = 0; i < weights.length; i++)
    weights[i] = (((rows[Math.floor(i / 3)] as number) >>> ((i % 3) * 8)) & 255) - EVEN;
  return { rows: rows.length, labels: 3, weights };
};

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
  /** What the language's fine tags are, which decides on the templates. */
  readonly fineAre: 'xpos' | 'feats';
}

/** Parses the sentence laid out in a state; heads and labels are in the state afterwards. */
export type Parse = (state: ParseState) => void;

/** Makes a parser over its weights; not re-entrant. */
export const createParser = (model: ParseModel): Parse => {
  const { rows: weights } = model.moves;
  const { moves, labels } = sightOf(model.fineAre);
  const chooseLabel = createLabelChooser(model.labels, model.labelSets, labels);
  const { features, fill } = moves;
  const values = new Int32Array(features.atoms);
  const { count } = features;
  const rows = new Int32Array(count);
  const score: ScoreMoves = (state, scores) => {
    fill(state, values);
    fillFeatures(features, values, rows);
    // Shift in the lower half, right arc in the upper; as many weights as there are templates do not overflow.
    let outer = 0;
    let inner = 0;
    // A loop of its own, so that the processor waits for many rows at once: they lie far apart in memory.
    for (let t = 0; t < count; t++) {
      const row = weights[rows[t] as number] as number;
      outer += row & 0xff00ff;
      inner += (row >>> 8) & 0xff;
    }
    scores[SHIFT] = (outer & 0xffff) - EVEN * count;
    scores[LEFT] = inner - EVEN * count;
    scores[RIGHT] = (outer >>> 16) - EVEN * count;
  };
  return createBeam(score, chooseLabel, model.beam);
};

/** Makes the chooser of labels over its weights. */
export const createLabelChooser = (
  table: Table,
  { tags, sets, lists, root }: LabelSets,
  { features, fill }: Sight['labels'],
): ChooseLabel => {
  const atoms = new Int32Array(features.atoms);
  const rows = new Int32Array(features.count);
  const scores = new Int32Array(table.labels);
  return (state, head, word) => {
    if (head === state.count) return root;
    const at = setOf(tags, head > word, state.upos[head] as number, state.upos[word] as number);
    const list = lists[sets[at] as number] as Uint16Array;
    if (list.length === 1) return list[0] as number;
    fill(state, head, word, atoms);
    fillFeatures(features, atoms, rows);
    scoreCandidates(table, rows, rows.length, list, scores);
    return list[best(scores, list.length)] as number;
  };
};
