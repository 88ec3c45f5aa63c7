import { spread } from '../words/hash.ts';

/** What a list of features says that other words of the sentence answer to, by the number of the list. */
export interface Morph {
  /** As {@link FIELDS} lays them out; 0 is none. */
  readonly bits: Int32Array;
}

/** A feature with its values, in the bits from `at` on; the first value is 1, and values that are not listed are 0. */
interface Field {
  readonly at: number;
  readonly values: readonly string[];
}

const CASES = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc', 'Par', 'Voc'];

const FIELDS: Readonly<Record<string, Field>> = {
  Case: { at: 0, values: CASES },
  Gender: { at: 4, values: ['Masc', 'Fem', 'Neut'] },
  Number: { at: 6, values: ['Sing', 'Plur'] },
  Animacy: { at: 8, values: ['Anim', 'Inan'] },
  VerbForm: { at: 10, values: ['Fin', 'Inf', 'Part', 'Conv'] },
  Voice: { at: 13, values: ['Act', 'Mid', 'Pass'] },
  Variant: { at: 15, values: ['Short'] },
  Person: { at: 16, values: ['1', '2', '3'] },
  Degree: { at: 18, values: ['Pos', 'Cmp', 'Sup'] },
  Mood: { at: 20, values: ['Ind', 'Imp', 'Cnd'] },
};

/** Masks of {@link Morph.bits}: case alone; what agrees within a phrase; what tells one verb's grammar from another's. */
export const MASK: Readonly<Record<'case' | 'nominal' | 'agreement' | 'verbal', number>> = {
  case: 0xf,
  nominal: 0x3ff,
  agreement: 0xff,
  verbal: 0x3ffc00,
};

const bitsOf = (feats: string): number =>
  feats.split('|').reduce((bits, pair) => {
    const [name = '', value = ''] = pair.split('=');
    const field = FIELDS[name];
    return field === undefined ? bits : bits | ((field.values.indexOf(value) + 1) << field.at);
  }, 0);

/** Reads the lists of features of a language. */
export const morphOf = (fine: readonly string[]): Morph => ({ bits: Int32Array.from(fine, bitsOf) });

/** Whether two words have the same case, gender and number: 0 when one has none, 1 the same, 2 another; in base 3. */
export const agreementOf = (a: number, b: number): number =>
  agreeIn(a, b, 0xf) + 3 * agreeIn(a, b, 0x30) + 9 * agreeIn(a, b, 0xc0);

/**
 * What the parser sees of a fine tag: of features only what other words answer to, so that rare ones do not hide it.
 */
export const fineMarksOf = (fine: readonly string[], fineAre: 'xpos' | 'feats', kind: number): Int32Array =>
  fineAre === 'xpos'
    ? Int32Array.from(fine, (_, i) => spread(i, kind))
    : morphOf(fine).bits.map((bits) => spread(bits, kind));

const agreeIn = (a: number, b: number, mask: number): number => {
  const [x, y] = [a & mask, b & mask];
  return x === 0 || y === 0 ? 0 : x === y ? 1 : 2;
};
