import { agreementOf, MASK } from '../tag/morph.ts';
import { type FeatureRows, layFeatures } from '../words/feature-rows.ts';
import { spread } from '../words/hash.ts';
import { fillLabelAtoms, LABEL_LISTS, LABEL_NAMES, labelWidthOf, MOST_LABEL_BITS } from './label-atoms.ts';
import { fillMoveAtoms, MOST_MOVE_BITS, MOVE_LISTS, MOVE_NAMES, moveWidthOf } from './move-atoms.ts';
import type { ParseState } from './state.ts';

/**
 * What else is looked at in a language whose words are inflected. Ends of names: C case; G case, gender and number; V what tells
 * a verb's forms apart; K stem; A whether two words agree.
 */
const MORE_MOVES = [
  ...['s0C', 's1C', 'b0C', 'b1C', 's0G', 's1G', 'b0G', 's0V', 's1V', 'b0V'],
  ...['s0b0A', 's1s0A', 'b0b1A', 's0K', 's1K', 'b0K', 's1l1w'],
] as const;

const MORE_LABELS = ['dC', 'hC', 'dG', 'dV', 'hV', 'A', 'dK', 'hK'] as const;

const RICH_WIDTHS: Readonly<Record<string, number>> = { C: 3.2, G: 6.5, V: 5, K: 12, A: 4 };

const richWidth = (name: string, plain: (name: string) => number): number =>
  RICH_WIDTHS[name.slice(-1)] ?? plain(name);

const MOVES = [...MOVE_NAMES, ...MORE_MOVES] as readonly string[];
const LABELS = [...LABEL_NAMES, ...MORE_LABELS] as readonly string[];

const RICH_MOVE_LISTS = `
s0C+b0C+s0t+b0t s1C+s0C+s1t+s0t s0G+b0G s1G+s0G s0b0A+s0t+b0t s1s0A+s1t+s0t b0b1A+b0t+b1t s0b0A+b0b1A+b0t
s0V+b0C+s0t s0C+b0V+b0t s1V+s0C+s0t s1t+s0C+s0l1w s1V+s0C+s0l1w s1K+s0C s1K+s0l1w s1K+s0C+s0l1w
s0K b0K s1K+s0K s0K+b0K s0K+b0t s1K+s0t s0t+b0K s0K+b0C b0K+s0C s1C+s0C+b0C+s0t s0C+b0C+b1C+b0t s1t+s0C+b0t+b0C
s1t+s0t+s0C+b0t b0l1w+b0C+s0t b0l1w+b0C+s0K s0V+s0t+b0t s1rm+s0C+s1t s1lm+s0C+s1t s0lm+s0t+b0C b0lm+s0C+b0t
s1K+s0C+s0t s1l1w+s1C+s0C s0V+s1V+s0t+s1t s0V+b0V+s0t+b0t
`;

const RICH_LABEL_LISTS = `
side+dC+ht+dt side+dC+dlw+ht side+dC+dlw+hK side+hV+dC+ht side+hK+dC side+A+ht+dt side+hC+dC+ht side+hK+dt side+dK+ht
side+dK+hK side+dV+ht side+dC+hlm+ht side+dC+hrm+ht side+hV+dC+dlw side+hK+dlw side+dG+ht side+dK side+dC+hV+hrm side+hK
side+dV+hV+ht+dt
`;

const lay = (
  lists: string,
  names: readonly string[],
  plain: (name: string) => number,
  most: number,
): FeatureRows =>
  layFeatures(
    lists
      .trim()
      .split(/\s+/)
      .map((list) => list.split('+').map((name) => names.indexOf(name))),
    names.map((name) => richWidth(name, plain)),
    most,
  );

/** The templates of moves. */
export const RICH_MOVE_FEATURES: FeatureRows = lay(
  MOVE_LISTS + RICH_MOVE_LISTS,
  MOVES,
  moveWidthOf,
  MOST_MOVE_BITS,
);

/** The templates of labels. */
export const RICH_LABEL_FEATURES: FeatureRows = lay(
  LABEL_LISTS + RICH_LABEL_LISTS,
  LABELS,
  labelWidthOf,
  MOST_LABEL_BITS,
);

const SMALL: Int32Array = Int32Array.from({ length: 1_024 }, (_, i) => spread(i, 77));

const caseOf = (bits: number): number => SMALL[bits & MASK.case] as number;
const groupOf = (bits: number): number => SMALL[bits & MASK.agreement] as number;
const verbOf = (bits: number): number => spread(bits & MASK.verbal, 78);
const agreeing = (a: number, b: number): number => SMALL[agreementOf(a, b)] as number;

/** Fills the atoms for the state's next move. */
export const fillRichMoveAtoms = (state: ParseState, atoms: Int32Array): void => {
  fillMoveAtoms(state, atoms);
  const { none, depth, front, count, stack, words, stems, morph, left1 } = state;
  const s0 = depth > 0 ? (stack[depth - 1] as number) : none;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : none;
  const b1 = front + 1 <= count ? front + 1 : none;
  const s0m = morph[s0] as number;
  const s1m = morph[s1] as number;
  const b0m = morph[front] as number;
  const b1m = morph[b1] as number;
  let a = MOVE_NAMES.length;
  atoms[a++] = caseOf(s0m);
  atoms[a++] = caseOf(s1m);
  atoms[a++] = caseOf(b0m);
  atoms[a++] = caseOf(b1m);
  atoms[a++] = groupOf(s0m);
  atoms[a++] = groupOf(s1m);
  atoms[a++] = groupOf(b0m);
  atoms[a++] = verbOf(s0m);
  atoms[a++] = verbOf(s1m);
  atoms[a++] = verbOf(b0m);
  atoms[a++] = agreeing(s0m, b0m);
  atoms[a++] = agreeing(s1m, s0m);
  atoms[a++] = agreeing(b0m, b1m);
  atoms[a++] = stems[s0] as number;
  atoms[a++] = stems[s1] as number;
  atoms[a++] = stems[front] as number;
  atoms[a] = words[left1[s1] as number] as number;
};

/** Fills the atoms of an arc that is about to be made. */
export const fillRichLabelAtoms = (
  state: ParseState,
  head: number,
  word: number,
  atoms: Int32Array,
): void => {
  fillLabelAtoms(state, head, word, atoms);
  const { stems, morph } = state;
  const d = morph[word] as number;
  const h = morph[head] as number;
  let a = LABEL_NAMES.length;
  atoms[a++] = caseOf(d);
  atoms[a++] = caseOf(h);
  atoms[a++] = SMALL[d & MASK.nominal] as number;
  atoms[a++] = verbOf(d);
  atoms[a++] = verbOf(h);
  atoms[a++] = agreeing(h, d);
  atoms[a++] = stems[word] as number;
  atoms[a] = stems[head] as number;
};
