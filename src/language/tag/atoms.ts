import { type FeatureRows, layFeatures } from '../words/feature-rows.ts';
import { spread } from '../words/hash.ts';
import { WORD, WORD_COLUMNS } from '../words/word-table.ts';

/** Positions of what is known of the place to be tagged; 0 is empty. Words are counted from the one to be tagged. */
const AT = {
  w: 1,
  form: 2,
  p1: 3,
  p2: 4,
  p3: 5,
  s1: 6,
  s2: 7,
  s3: 8,
  s4: 9,
  s5: 10,
  shape: 11,
  kind: 12,
  inner: 13,
  w_1: 14,
  s3_1: 15,
  shape_1: 16,
  kind_1: 17,
  w_2: 18,
  kind_2: 19,
  w1: 20,
  s2of1: 21,
  s3of1: 22,
  shape1: 23,
  kind1: 24,
  w2: 25,
  kind2: 26,
  t1: 27,
  t2: 28,
  t3: 29,
  start: 30,
  style: 31,
  w3: 32,
} as const;

/** About how many bits the values of an atom need, in the order above. */
const WIDTHS: readonly number[] = [
  ...[0, 14, 14, 5, 8, 11, 5, 8, 11, 13, 14, 7, 7, 2],
  ...[14, 11, 7, 7, 14, 7, 14, 8, 11, 7, 7, 14, 7],
  ...[4.2, 4.2, 4.2, 1, 2, 14],
];

/** No template of a tag has more than 2^14 rows. */
const MOST_BITS = 14;

/** The templates: words, affixes and shapes of five words, and the tags of the three words before. */
export const TAG_FEATURES: FeatureRows = layFeatures(
  [
    [],
    [AT.w],
    [AT.form],
    [AT.s1],
    [AT.s2],
    [AT.s3],
    [AT.s4],
    [AT.s5],
    [AT.p3],
    [AT.p2],
    [AT.shape, AT.start],
    [AT.shape, AT.start, AT.style],
    [AT.t1],
    [AT.t1, AT.t2],
    [AT.t1, AT.w],
    [AT.t1, AT.w1],
    [AT.w_1],
    [AT.w_2],
    [AT.w1],
    [AT.w2],
    [AT.s3of1],
    [AT.s3_1],
    [AT.w_1, AT.w],
    [AT.w, AT.w1],
    [AT.shape1, AT.shape],
    [AT.s3, AT.t1],
    [AT.shape_1, AT.shape],
    [AT.p1, AT.t1],
    [AT.s2of1, AT.s2],
    [AT.t2, AT.w],
    [AT.kind],
    [AT.kind, AT.t1],
    [AT.kind, AT.t1, AT.t2],
    [AT.kind1],
    [AT.kind, AT.kind1],
    [AT.kind, AT.kind1, AT.t1],
    [AT.kind1, AT.kind2],
    [AT.kind, AT.kind1, AT.kind2],
    [AT.w, AT.kind1],
    [AT.w, AT.kind1, AT.t1],
    [AT.s3, AT.kind1],
    [AT.t1, AT.t2, AT.t3],
    [AT.w_1, AT.kind],
    [AT.w_1, AT.w1],
    [AT.inner, AT.s2],
    [AT.w_2, AT.w_1, AT.kind],
  ],
  WIDTHS,
  MOST_BITS,
);

const EDGE_BEFORE = spread(1, 80);
const EDGE_AFTER = spread(2, 80);

/** How the capitals of a sentence are used: 0 as usual, 1 most words begin with one, 2 all are capitals, 3 there is none. */
export const styleOf = (ids: Int32Array, count: number, columns: Int32Array): number => {
  let small = 0;
  let first = 0;
  let all = 0;
  for (let i = 0; i < count; i++) {
    const kind = columns[(ids[i] as number) * WORD_COLUMNS + WORD.case] as number;
    if (kind === 0) small++;
    else if (kind === 1) first++;
    else if (kind === 2) all++;
  }
  if (all > 2 && all > (small + first) * 2) return 2;
  if (first + all === 0) return 3;
  return first + all > small && first > 2 ? 1 : 0;
};

/** Fills the atoms that do not depend on tags for word `i` of a sentence. */
export const fillTagAtoms = (
  ids: Int32Array,
  count: number,
  i: number,
  style: number,
  columns: Int32Array,
  atoms: Int32Array,
): void => {
  const at = (ids[i] as number) * WORD_COLUMNS;
  for (let k = 0; k <= WORD.shape; k++) atoms[AT.w + k] = columns[at + k] as number;
  atoms[AT.kind] = columns[at + WORD.kind] as number;
  atoms[AT.inner] = columns[at + WORD.inner] as number;
  atoms[AT.start] = i === 0 ? 1 : 0;
  atoms[AT.style] = style;
  const column = (k: number, what: number): number =>
    k < 0
      ? EDGE_BEFORE
      : k >= count
        ? EDGE_AFTER
        : (columns[(ids[k] as number) * WORD_COLUMNS + what] as number);
  atoms[AT.w_1] = column(i - 1, WORD.lower);
  atoms[AT.s3_1] = column(i - 1, WORD.suffix3);
  atoms[AT.shape_1] = column(i - 1, WORD.shape);
  atoms[AT.kind_1] = column(i - 1, WORD.kind);
  atoms[AT.w_2] = column(i - 2, WORD.lower);
  atoms[AT.kind_2] = column(i - 2, WORD.kind);
  atoms[AT.w1] = column(i + 1, WORD.lower);
  atoms[AT.s2of1] = column(i + 1, WORD.suffix2);
  atoms[AT.s3of1] = column(i + 1, WORD.suffix3);
  atoms[AT.shape1] = column(i + 1, WORD.shape);
  atoms[AT.kind1] = column(i + 1, WORD.kind);
  atoms[AT.w2] = column(i + 2, WORD.lower);
  atoms[AT.kind2] = column(i + 2, WORD.kind);
};

/** Fills the atoms of the three tags before (-1 where there is none). */
export const fillTagHistory = (t1: number, t2: number, t3: number, atoms: Int32Array): void => {
  atoms[AT.t1] = spread(t1, 81);
  atoms[AT.t2] = spread(t2, 82);
  atoms[AT.t3] = spread(t3, 83);
};
