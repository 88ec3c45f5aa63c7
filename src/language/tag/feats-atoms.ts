import { type FeatureRows, layFeatures } from '../words/feature-rows.ts';
import { spread } from '../words/hash.ts';
import { WORD, WORD_COLUMNS } from '../words/word-table.ts';
import type { FineSentence } from './fine.ts';
import { MASK, type Morph } from './morph.ts';
import { EDGE, goPast, kindsOf, newTrail, nextNoun } from './trail.ts';

/**
 * What is looked at to choose the features of a word: u universal tags, w words, s endings, m features that agree, c cases;
 * p the preposition that governs the place, n the next noun, nv whether the clause has had its subject and its verb.
 */
const NAMES = [
  'nothing',
  ...['u', 'w', 'f', 's1', 's2', 's3', 's4', 's5', 'shape', 'k', 'K', 'p3'],
  ...['u_1', 'w_1', 'm_1', 'c_1', 'v_1', 's2_1', 's3_1', 'u_2', 'w_2', 'm_2'],
  ...['u1', 'w1', 's2of1', 's3of1', 'u2', 'p', 'ns2', 'ns3', 'nv', 'lastm', 'lastw'],
] as const;
type Name = (typeof NAMES)[number];

const LISTS = `
u u+w u+f u+s1 u+s2 u+s3 u+s4 u+s5 u+shape u+k u+K u+K+s1 u+K+s2 u+p3
u+m_1 u+m_1+s1 u+m_1+s2 u+m_1+s3 u+m_1+w u+c_1+s2 u+c_1+s3 u+m_1+m_2 u+m_1+u_1+u1 u+v_1+s2
u+u_1+u1 u+w_1 u+w1 u+w_1+s1 u+w_1+s2 u+w_1+s3 u+s2+u_1 u+s2+u1 u+s3+u_1
u+w+w_1 u+w+u1 u+u_2+u_1 u+u1+u2 u+w_2+s2
u+p u+p+s1 u+p+s2 u+p+s3 u+p+w u+p+ns2 u+p+m_1+s2
u+ns2+s1 u+ns2+s2 u+ns3+s2 u+ns3+s3 u+ns3+w u+ns3+p+s2
u+nv u+nv+s1 u+nv+s2 u+nv+s3 u+nv+w u+nv+p+s2
u+s2of1+s2 u+s3of1 u+s3of1+s2 u+s3_1+s2 u+s3_1+s3 u+s2_1+s2 u+lastm+s2 u+lastm+u_1+s2 u+lastw+s2
`;

/** About how many bits the values of an atom need. */
const widthOf = (name: Name): number => {
  if (name === 'nothing') return 0;
  const ending = /s(\d)/.exec(name)?.[1];
  if (ending !== undefined) return [0, 5, 8, 11, 13, 14][Number(ending)] ?? 11;
  if (name === 'shape' || name === 'k') return 7;
  if (name === 'f' || /^(w|lastw)/.test(name)) return 14;
  if (name === 'K' || name === 'p3') return 12;
  if (name === 'p') return 5;
  if (name === 'nv' || name.startsWith('c')) return 3;
  return /^(m|v|lastm)/.test(name) ? 6 : 4.2;
};

/** No template of features has more than 2^12 rows. */
const MOST_BITS = 12;

/** The templates of features. */
export const FEATS_FEATURES: FeatureRows = layFeatures(
  LISTS.trim()
    .split(/\s+/)
    .map((list) => list.split('+').map((name) => NAMES.indexOf(name as Name))),
  NAMES.map(widthOf),
  MOST_BITS,
);

const SMALL: Int32Array = Int32Array.from({ length: 2_048 }, (_, i) => spread(i, 73));

/** Fills the atoms of words from left to right, for training and for use. */
export interface FeatsReader {
  /** Begins a sentence. */
  readonly begin: () => void;
  /** Fills the atoms of word `i`. */
  readonly fill: (sentence: FineSentence, i: number, atoms: Int32Array) => void;
  /** Tells that the features of word `i` are chosen. */
  readonly chosen: (sentence: FineSentence, i: number) => void;
}

const column = ({ ids, columns, count }: FineSentence, k: number, what: number): number =>
  k < 0 || k >= count ? EDGE : (columns[(ids[k] as number) * WORD_COLUMNS + what] as number);

const tagAt = ({ tags, count }: FineSentence, k: number): number =>
  k < 0 || k >= count ? EDGE : (SMALL[tags[k] as number] as number);

/** Columns of the word itself, in the order of their names. */
const OWN: readonly number[] = [
  ...[WORD.lower, WORD.form, WORD.suffix1, WORD.suffix2, WORD.suffix3, WORD.suffix4, WORD.suffix5],
  ...[WORD.shape, WORD.kind, WORD.stem, WORD.prefix3],
];

/** Makes a reader; `names` are the universal tags. */
export const createFeatsReader = ({ bits }: Morph, names: readonly string[]): FeatsReader => {
  const kinds = kindsOf(names);
  let trail = newTrail();
  const morph = ({ fine }: FineSentence, k: number, mask: number, kind: number): number =>
    k < 0 ? EDGE : spread((bits[fine[k] as number] as number) & mask, kind);
  const fill: FeatsReader['fill'] = (sentence, i, atoms) => {
    let a = 1;
    atoms[a++] = tagAt(sentence, i);
    for (const what of OWN) atoms[a++] = column(sentence, i, what);
    atoms[a++] = tagAt(sentence, i - 1);
    atoms[a++] = column(sentence, i - 1, WORD.lower);
    atoms[a++] = morph(sentence, i - 1, MASK.nominal, 90);
    atoms[a++] = morph(sentence, i - 1, MASK.case, 92);
    atoms[a++] = morph(sentence, i - 1, MASK.verbal, 93);
    atoms[a++] = column(sentence, i - 1, WORD.suffix2);
    atoms[a++] = column(sentence, i - 1, WORD.suffix3);
    atoms[a++] = tagAt(sentence, i - 2);
    atoms[a++] = column(sentence, i - 2, WORD.lower);
    atoms[a++] = morph(sentence, i - 2, MASK.nominal, 94);
    atoms[a++] = tagAt(sentence, i + 1);
    atoms[a++] = column(sentence, i + 1, WORD.lower);
    atoms[a++] = column(sentence, i + 1, WORD.suffix2);
    atoms[a++] = column(sentence, i + 1, WORD.suffix3);
    atoms[a++] = tagAt(sentence, i + 2);
    const noun = nextNoun(kinds, sentence, i);
    atoms[a++] = trail.preposition;
    atoms[a++] = column(sentence, noun, WORD.suffix2);
    atoms[a++] = column(sentence, noun, WORD.suffix3);
    atoms[a++] = (trail.nominative ? 1 : 0) + (trail.verb ? 2 : 0);
    atoms[a++] = spread(trail.lastMorph & MASK.nominal, 95);
    atoms[a] = trail.lastWord;
  };
  return {
    begin: () => {
      trail = newTrail();
    },
    fill,
    chosen: (sentence, i) => goPast(trail, kinds, sentence, i, bits[sentence.fine[i] as number] as number),
  };
};
