import { best, scoreCandidates, type Table } from '../weights/table.ts';
import { type FeatureRows, fillFeatures, layFeatures } from '../words/feature-rows.ts';
import { spread } from '../words/hash.ts';
import { WORD, WORD_COLUMNS } from '../words/word-table.ts';

/** What is looked at to choose a fine tag; `u` are universal tags, known for all words by now. */
const NAMES = [
  'nothing',
  ...['u', 'w', 'f', 's2', 's3', 's4', 's5', 'shape', 'k'],
  ...['u_1', 'w_1', 'f_1', 'u_2', 'w_2', 'u1', 'w1', 'u2', 's3_1', 's3of1', 'aux', 'f_2'],
] as const;
type Name = (typeof NAMES)[number];

const LISTS = `
u u+w u+f u+s2 u+s3 u+s4 u+s5 u+shape u+k u+f_1 u+f_1+f_2 u+u_1+u1 u+w_1 u+w1 u+w_1+s2 u+s2+u_1 u+s2+u1 u+s3+f_1
u+w+f_1 u+w+w_1 u+w+u1 u+u_2+u_1 u+u1+u2 u+w_2+s2 u+aux+s2 u+aux+w u+aux+u_1 u+s3of1 u+s3_1+s2 u+f_1+s2+u1
`;

/** About how many bits the values of an atom need. */
const widthOf = (name: Name): number => {
  if (name === 'nothing') return 0;
  if (/^[wa]/.test(name)) return 14;
  if (/^s\d/.test(name)) return { s2: 8, s3: 11, s4: 13, s5: 14 }[name.slice(0, 2)] ?? 11;
  if (name === 'shape' || name === 'k') return 7;
  return name === 'f' ? 14 : name.startsWith('f') ? 6.5 : 4.2;
};

/** No template of a fine tag has more than 2^13 rows. */
const MOST_BITS = 13;

/** The templates of fine tags. */
export const FINE_FEATURES: FeatureRows = layFeatures(
  LISTS.trim()
    .split(/\s+/)
    .map((list) => list.split('+').map((name) => NAMES.indexOf(name as Name))),
  NAMES.map(widthOf),
  MOST_BITS,
);

/** The fine tags (language-specific tags, or features) that each universal tag allows. */
export interface FineTags {
  /** For each universal tag the numbers of its fine tags; their positions are the columns of the table. */
  readonly lists: readonly Uint16Array[];
  /** For a frequent form (by the number in {@link WORD.fine}) and a universal tag: positions in that list that it may have. */
  readonly words: readonly (readonly (Uint16Array | undefined)[])[];
}

const SMALL: Int32Array = Int32Array.from({ length: 2_048 }, (_, i) => spread(i, 73));
const EDGE = spread(0, 74);

/** Fills the atoms of word `i`; `fine` holds the numbers of the fine tags chosen so far. */
export const fillFineAtoms = (sentence: FineSentence, i: number, last: number, atoms: Int32Array): void => {
  const { ids, columns, tags, fine, count } = sentence;
  const at = (ids[i] as number) * WORD_COLUMNS;
  let a = 1;
  atoms[a++] = SMALL[tags[i] as number] as number;
  atoms[a++] = columns[at + WORD.lower] as number;
  atoms[a++] = columns[at + WORD.form] as number;
  for (let k = WORD.suffix2; k <= WORD.suffix5; k++) atoms[a++] = columns[at + k] as number;
  atoms[a++] = columns[at + WORD.shape] as number;
  atoms[a++] = columns[at + WORD.kind] as number;
  const before = i > 0 ? (ids[i - 1] as number) * WORD_COLUMNS : -1;
  const after = i + 1 < count ? (ids[i + 1] as number) * WORD_COLUMNS : -1;
  atoms[a++] = before < 0 ? EDGE : (SMALL[tags[i - 1] as number] as number);
  atoms[a++] = before < 0 ? EDGE : (columns[before + WORD.lower] as number);
  atoms[a++] = before < 0 ? EDGE : (SMALL[fine[i - 1] as number] as number);
  atoms[a++] = i > 1 ? (SMALL[tags[i - 2] as number] as number) : EDGE;
  atoms[a++] = i > 1 ? (columns[(ids[i - 2] as number) * WORD_COLUMNS + WORD.lower] as number) : EDGE;
  atoms[a++] = after < 0 ? EDGE : (SMALL[tags[i + 1] as number] as number);
  atoms[a++] = after < 0 ? EDGE : (columns[after + WORD.lower] as number);
  atoms[a++] = i + 2 < count ? (SMALL[tags[i + 2] as number] as number) : EDGE;
  atoms[a++] = before < 0 ? EDGE : (columns[before + WORD.suffix3] as number);
  atoms[a++] = after < 0 ? EDGE : (columns[after + WORD.suffix3] as number);
  // The last auxiliary or particle before the word: "has … said" against "said".
  atoms[a++] = last < 0 ? EDGE : (columns[last * WORD_COLUMNS + WORD.lower] as number);
  atoms[a] = i > 1 ? (SMALL[fine[i - 2] as number] as number) : EDGE;
};

/** A sentence with universal tags; `fine` is filled from left to right. */
export interface FineSentence {
  readonly ids: Int32Array;
  readonly count: number;
  readonly columns: Int32Array;
  readonly tags: Uint8Array;
  readonly fine: Uint16Array;
}

/** Chooses the fine tags of a sentence. */
export type TagFine = (sentence: FineSentence) => void;

/** How far back an auxiliary counts. */
export const HELPER_REACH = 6;

/** The positions that word `i` may have in the list of its universal tag. */
export const fineCandidates = (
  { words }: FineTags,
  { ids, columns, tags }: FineSentence,
  i: number,
  whole: readonly Uint16Array[],
): Uint16Array => {
  const tag = tags[i] as number;
  const word = columns[(ids[i] as number) * WORD_COLUMNS + WORD.fine] as number;
  return words[word]?.[tag] ?? (whole[tag] as Uint16Array);
};

/** Which universal tags are those of auxiliaries and particles. */
export const helpersAmong = (names: readonly string[]): readonly boolean[] =>
  names.map((name) => name === 'AUX' || name === 'PART');

/** For each universal tag the positions of all its fine tags. */
export const wholeLists = (lists: readonly Uint16Array[]): readonly Uint16Array[] =>
  lists.map((list) => Uint16Array.from(list, (_, i) => i));

/** Makes a fine tagger over its weights; `names` are the universal tags; not re-entrant. */
export const createFineTagger = (table: Table, fineTags: FineTags, names: readonly string[]): TagFine => {
  const atoms = new Int32Array(FINE_FEATURES.atoms);
  const rows = new Int32Array(FINE_FEATURES.count);
  const scores = new Int32Array(table.labels);
  const whole = wholeLists(fineTags.lists);
  const isHelper = helpersAmong(names);
  return (sentence) => {
    const { ids, tags, fine, count } = sentence;
    let last = -1;
    let lastAt = -HELPER_REACH;
    for (let i = 0; i < count; i++) {
      const candidates = fineCandidates(fineTags, sentence, i, whole);
      let position = candidates[0] as number;
      if (candidates.length > 1) {
        fillFineAtoms(sentence, i, i - lastAt <= HELPER_REACH ? last : -1, atoms);
        fillFeatures(FINE_FEATURES, atoms, rows);
        scoreCandidates(table, rows, rows.length, candidates, scores);
        position = candidates[best(scores, candidates.length)] as number;
      }
      const tag = tags[i] as number;
      fine[i] = (fineTags.lists[tag] as Uint16Array)[position] as number;
      if (isHelper[tag] === true) {
        last = ids[i] as number;
        lastAt = i;
      }
    }
  };
};
