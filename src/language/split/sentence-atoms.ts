import { layTemplates, type Templates } from '../words/templates.ts';
import { CHUNK, CHUNK_FACTS, type Chunks, NO_CHUNK } from './chunks.ts';

/** The chunk before the white space (a), the one before that (z), and the two behind it (b, c). */
const NAMES = [
  'nothing',
  ...['acore', 'aend', 'ashape', 'aopen', 'amarks', 'astop', 'alen', 'adot', 'quoted'],
  ...['zcore', 'zend', 'zmarks', 'bcore', 'bshape', 'bopen', 'bmarks', 'bfirst', 'cshape', 'cfirst', 'ccore'],
  ...['early', 'newline', 'blen', 'cmarks'],
] as const;
type Name = (typeof NAMES)[number];

const LISTS = `
nothing amarks amarks+bshape acore+amarks acore+bshape ashape+amarks+bshape bcore+astop bcore+amarks bshape+astop
alen+amarks+bshape zcore+astop cshape+bshape+amarks quoted+amarks+bopen+bshape adot+amarks+bshape early+amarks+bshape
newline+amarks+bshape newline+early bopen+amarks zend+amarks+bshape bcore+ccore+astop
quoted+amarks+bfirst astop+bfirst+cfirst aend+amarks+bfirst acore+bcore newline+acore newline+bcore+astop
newline+bfirst+astop amarks+bopen+bfirst+quoted zmarks+amarks+bfirst bfirst+cfirst+newline+alen newline+bmarks+blen
bmarks+bfirst+amarks ashape+bshape+newline acore+amarks+bfirst early+newline+bfirst+astop cmarks+bmarks+amarks+newline
`;

/** The templates of sentence ends. */
export const SENTENCE_TEMPLATES: Templates = layTemplates(
  LISTS.trim()
    .split(/\s+/)
    .map((list) => list.split('+').map((name) => NAMES.indexOf(name as Name))),
);

/** Number of atoms, the empty one included. */
export const SENTENCE_ATOMS: number = NAMES.length;

/** A sentence that began only so many chunks ago began lately. */
const EARLY = 8;

/** Fills the atoms of the white space behind chunk `k`; the sentence began with chunk `first`. */
export const fillSentenceAtoms = (
  { facts, count, breaks }: Chunks,
  k: number,
  first: number,
  atoms: Int32Array,
): void => {
  const fact = (chunk: number, what: number): number =>
    chunk >= 0 && chunk < count ? (facts[chunk * CHUNK_FACTS + what] as number) : NO_CHUNK;
  let a = 1;
  atoms[a++] = fact(k, CHUNK.core);
  atoms[a++] = fact(k, CHUNK.ending);
  atoms[a++] = fact(k, CHUNK.shape);
  atoms[a++] = fact(k, CHUNK.opening);
  atoms[a++] = fact(k, CHUNK.trailing);
  atoms[a++] = fact(k, CHUNK.stop);
  atoms[a++] = fact(k, CHUNK.length);
  atoms[a++] = fact(k, CHUNK.dotted);
  atoms[a++] = fact(k, CHUNK.quoted);
  atoms[a++] = fact(k - 1, CHUNK.core);
  atoms[a++] = fact(k - 1, CHUNK.ending);
  atoms[a++] = fact(k - 1, CHUNK.trailing);
  atoms[a++] = fact(k + 1, CHUNK.core);
  atoms[a++] = fact(k + 1, CHUNK.shape);
  atoms[a++] = fact(k + 1, CHUNK.opening);
  atoms[a++] = fact(k + 1, CHUNK.trailing);
  atoms[a++] = fact(k + 1, CHUNK.first);
  atoms[a++] = fact(k + 2, CHUNK.shape);
  atoms[a++] = fact(k + 2, CHUNK.first);
  atoms[a++] = fact(k + 2, CHUNK.core);
  atoms[a++] = k - first < EARLY ? (k - first < 2 ? 1 : 2) : 3;
  atoms[a++] = (breaks[k] as number) + 1;
  atoms[a++] = fact(k + 1, CHUNK.length);
  atoms[a] = fact(k + 2, CHUNK.trailing);
};
