import { spread } from '../words/hash.ts';
import { layTemplates, type Templates } from '../words/templates.ts';
import { CHUNK, CHUNK_FACTS, type Chunks, NO_CHUNK } from './chunks.ts';

/** The chunk before the white space (a), the one before that (z), and the two behind it (b, c). */
const NAMES = [
  'nothing',
  ...['acore', 'aend', 'ashape', 'aopen', 'amarks', 'astop', 'alen', 'adot', 'quoted'],
  ...['zcore', 'zend', 'zmarks', 'bcore', 'bshape', 'bopen', 'bmarks', 'bfirst', 'cshape', 'cfirst', 'ccore'],
  ...['early', 'newline', 'blen', 'cmarks'],
  ...['length', 'ahead', 'left', 'again', 'titles', 'titlesahead', 'closed', 'begins', 'dfirst', 'brackets'],
  ...['zfirst', 'opens', 'caps'],
  ...['zkind', 'akind', 'bkind', 'ckind', 'abkinds', 'bckinds', 'verb'],
] as const;
type Name = (typeof NAMES)[number];

const LISTS = `
nothing amarks amarks+bshape acore+amarks acore+bshape ashape+amarks+bshape bcore+astop bcore+amarks bshape+astop
alen+amarks+bshape zcore+astop cshape+bshape+amarks quoted+amarks+bopen+bshape adot+amarks+bshape early+amarks+bshape
newline+amarks+bshape newline+early bopen+amarks zend+amarks+bshape bcore+ccore+astop
quoted+amarks+bfirst astop+bfirst+cfirst aend+amarks+bfirst acore+bcore newline+acore newline+bcore+astop
newline+bfirst+astop amarks+bopen+bfirst+quoted zmarks+amarks+bfirst bfirst+cfirst+newline+alen newline+bmarks+blen
bmarks+bfirst+amarks ashape+bshape+newline acore+amarks+bfirst early+newline+bfirst+astop cmarks+bmarks+amarks+newline
length+amarks+bfirst length+left+astop+bfirst ahead+astop+bfirst+length titles+astop+bfirst again+astop again+bshape+astop
titlesahead+titles+astop+bfirst closed+astop+bfirst ahead+bcore+astop begins+bfirst+astop begins+again+astop
brackets+amarks+bopen+bfirst zcore+acore+astop acore+astop+bfirst+cfirst caps+bcore+astop zfirst+bfirst+cfirst+astop
zcore+acore+bfirst+astop opens+bopen+bfirst+astop dfirst+cfirst+bfirst+astop left+ahead+astop+bfirst left+acore+astop
abkinds+astop+bfirst bckinds+astop+bfirst zkind+abkinds+astop+bfirst akind+astop+bfirst bkind+amarks+bfirst
abkinds+ckind+astop+bfirst bckinds+bfirst+cfirst+amarks length+astop+bfirst length+bkind+astop+bfirst length+amarks
verb+astop+bfirst verb+length+astop+bfirst verb+bkind+astop+bfirst verb+bckinds+astop+bfirst
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

/** Small lengths as they are, longer ones in classes. */
const lengthClass = (n: number): number => {
  if (n < 6) return n;
  if (n < 9) return 6;
  if (n < 14) return 7;
  if (n < 22) return 8;
  return n < 40 ? 9 : 10;
};

/** Chunks ahead whose capitals are counted. */
const TITLE_REACH = 5;

/** Quarters of the words in `[from, to)` that begin with a capital; 9 where no word has a case. */
const titleShare = ({ capitals, letters }: Chunks, from: number, to: number): number => {
  const all = (letters[to] as number) - (letters[from] as number);
  return all === 0 ? 9 : Math.floor((((capitals[to] as number) - (capitals[from] as number)) * 4) / all);
};

/** Fills the atoms that tell of the course of the sentence so far, of its beginning, and of what is still to come. */
const fillCourse = (chunks: Chunks, k: number, first: number, atoms: Int32Array, from: number): void => {
  const { facts, count, toStop, letters } = chunks;
  const fact = (chunk: number, what: number): number =>
    chunk < count ? (facts[chunk * CHUNK_FACTS + what] as number) : 0;
  const isSame = (what: number): boolean => fact(k + 1, what) === fact(first, what);
  const trailing = first > 0 ? fact(first - 1, CHUNK.trailing) : 0;
  const words = (letters[k + 1] as number) - (letters[first] as number);
  let a = from;
  atoms[a++] = spread(lengthClass(k - first + 1), 61);
  atoms[a++] = spread(lengthClass(toStop[k + 1] as number), 62);
  atoms[a++] = spread(lengthClass(count - 1 - k), 63);
  // What begins as the sentence at hand began, and stands behind the same marks, is the next item of a list.
  atoms[a++] = spread(
    (isSame(CHUNK.core) ? 1 : 0) |
      (isSame(CHUNK.shape) ? 2 : 0) |
      (isSame(CHUNK.opening) ? 4 : 0) |
      (fact(k, CHUNK.trailing) === trailing ? 8 : 0),
    64,
  );
  atoms[a++] = spread(titleShare(chunks, first, k + 1) + (words > 2 ? 0 : 10), 65);
  atoms[a++] = spread(titleShare(chunks, k + 1, Math.min(count, k + 1 + TITLE_REACH)), 66);
  atoms[a++] = spread(fact(count - 1, CHUNK.stop), 67);
  atoms[a++] = spread(fact(first, CHUNK.first) + (first === 0 ? 8 : 0), 68);
  atoms[a++] = spread(fact(k + 3, CHUNK.first), 69);
  atoms[a++] = spread(fact(k, CHUNK.brackets), 70);
  atoms[a++] = spread(k > first ? fact(k - 1, CHUNK.first) : 0, 71);
  atoms[a++] = fact(first, CHUNK.opening);
  atoms[a++] = spread(fact(k, CHUNK.capitals) * 3 + fact(k + 1, CHUNK.capitals), 72);
  fillKinds(chunks, k, first, atoms, a);
};

/** Fills the atoms that tell what the words around are, and whether the sentence has had a verb. */
const fillKinds = (chunks: Chunks, k: number, first: number, atoms: Int32Array, from: number): void => {
  const { facts, count, verbs } = chunks;
  const kind = (chunk: number): number =>
    chunk >= 0 && chunk < count ? (facts[chunk * CHUNK_FACTS + CHUNK.kind] as number) : NO_CHUNK;
  let a = from;
  atoms[a++] = kind(k - 1);
  atoms[a++] = kind(k);
  atoms[a++] = kind(k + 1);
  atoms[a++] = kind(k + 2);
  atoms[a++] = spread(kind(k) ^ spread(kind(k + 1), 92), 93);
  atoms[a++] = spread(kind(k + 1) ^ spread(kind(k + 2), 92), 94);
  atoms[a] = (verbs[k + 1] as number) > (verbs[first] as number) ? 1 : 2;
};

/** Fills the atoms of the white space behind chunk `k`; the sentence began with chunk `first`. */
export const fillSentenceAtoms = (chunks: Chunks, k: number, first: number, atoms: Int32Array): void => {
  const { facts, count, breaks } = chunks;
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
  atoms[a++] = fact(k + 2, CHUNK.trailing);
  fillCourse(chunks, k, first, atoms, a);
};
