import { type FeatureRows, layFeatures } from '../words/feature-rows.ts';
import { spread } from '../words/hash.ts';
import type { ParseState } from './state.ts';

/** What is looked at to name an arc: h its head, d its dependent, and their neighbours and dependents. */
const NAMES = [
  'nothing',
  ...['side', 'span', 'hw', 'ht', 'hx', 'hs', 'dw', 'dt', 'dx', 'ds'],
  ...['d_1w', 'd_1t', 'd1w', 'd1t', 'h_1w', 'h1t', 'h_1t'],
  ...['dlt', 'dlw', 'dlL', 'drt', 'drL', 'hlL', 'hrL', 'dl2w', 'dlw1', 'hlm', 'hrm', 'dlm', 'drm'],
] as const;
type Name = (typeof NAMES)[number];
const at = (name: Name): number => NAMES.indexOf(name);

/** Their names, for templates that add to these. */
export const LABEL_NAMES: readonly string[] = NAMES;

export const labelWidthOf = (name: string): number => {
  if (name === 'nothing') return 0;
  if (name === 'side' || name === 'span') return name === 'side' ? 1 : 2.5;
  if (/w1?$/.test(name)) return 14;
  if (name.endsWith('x')) return 6.5;
  if (name.endsWith('t')) return 4.2;
  if (name.endsWith('s')) return 11;
  return name.endsWith('m') ? 7 : 4.6;
};

/** No template of a label has more than 2^14 rows. */
export const MOST_LABEL_BITS = 13;

export const LABEL_LISTS = `
side side+hw side+ht side+hx side+dw side+dt side+dx side+ht+dt side+hx+dx side+hw+dt side+ht+dw side+hw+dw
side+span+ht+dt side+hs side+ds side+hs+ds side+ht+ds side+hs+dt
side+d_1w+dt side+d_1t+dt+ht side+d1w+dt side+d1t+dt+ht side+h_1w+ht side+h1t+ht+dt side+h_1t+ht+dt
side+dlt+dt side+dlw+dt side+dlw+ht+dt side+dlL+dt+ht side+drt+dt side+drL+dt side+hlL+ht+dt side+hrL+ht+dt side+dl2w+dt
side+hlm+ht+dt side+hrm+ht+dt side+dlm+dt+ht side+drm+dt+ht hlm+hrm+hx+dx side+dlw+hw side+dlw+dw side+hrm+hw side+hlm+hw
`;

/** The templates of labels. */
export const LABEL_FEATURES: FeatureRows = layFeatures(
  LABEL_LISTS.trim()
    .split(/\s+/)
    .map((list) => list.split('+').map((name) => at(name as Name))),
  LABEL_NAMES.map(labelWidthOf),
  MOST_LABEL_BITS,
);

const SMALL: Int32Array = Int32Array.from({ length: 256 }, (_, i) => spread(i, 72));
const small = (value: number): number => SMALL[value] as number;

/** Fills the atoms of an arc that is about to be made. */
export const fillLabelAtoms = (state: ParseState, head: number, word: number, atoms: Int32Array): void => {
  const { none, words, tags, fine, suffixes, labels, left1, left2, right1 } = state;
  const before = word > 0 ? word - 1 : none;
  const beforeHead = head > 0 ? head - 1 : none;
  // Only a word's own neighbour counts, so the root's place is no neighbour of the last word.
  const after = word + 1 < state.count ? word + 1 : none;
  const afterHead = head + 1 < state.count ? head + 1 : none;
  const dl = left1[word] as number;
  const dr = right1[word] as number;
  const distance = Math.abs(head - word);
  let a = 1;
  atoms[a++] = head > word ? 1 : 2;
  atoms[a++] = small(distance > 6 ? 6 : distance);
  atoms[a++] = words[head] as number;
  atoms[a++] = tags[head] as number;
  atoms[a++] = fine[head] as number;
  atoms[a++] = suffixes[head] as number;
  atoms[a++] = words[word] as number;
  atoms[a++] = tags[word] as number;
  atoms[a++] = fine[word] as number;
  atoms[a++] = suffixes[word] as number;
  atoms[a++] = words[before] as number;
  atoms[a++] = tags[before] as number;
  atoms[a++] = words[after] as number;
  atoms[a++] = tags[after] as number;
  atoms[a++] = words[beforeHead] as number;
  atoms[a++] = tags[afterHead] as number;
  atoms[a++] = tags[beforeHead] as number;
  atoms[a++] = tags[dl] as number;
  atoms[a++] = words[dl] as number;
  atoms[a++] = small(labels[dl] as number);
  atoms[a++] = tags[dr] as number;
  atoms[a++] = small(labels[dr] as number);
  atoms[a++] = small(labels[left1[head] as number] as number);
  atoms[a++] = small(labels[right1[head] as number] as number);
  atoms[a++] = words[left2[word] as number] as number;
  atoms[a++] = words[right1[dl] as number] as number;
  atoms[a++] = state.leftLabels[head] as number;
  atoms[a++] = state.rightLabels[head] as number;
  atoms[a++] = state.leftLabels[word] as number;
  atoms[a] = state.rightLabels[word] as number;
};
