import { foldWords } from '../lib/word-fold.ts';
import type { Knowledge } from '../model/knowledge.ts';

/** How the first of two named places stands to the second, as far as is known. */
type PlaceRelation = 'same' | 'within' | 'holds' | 'different' | 'unknown';

/** Compares the names of places by what `knowledge/` and the pack know of them. */
export interface Gazetteer {
  readonly relate: (a: string, b: string) => PlaceRelation;
}

interface Known {
  readonly id: string;
  /** What it lies in, nearest first: a country's code, a larger place's id. */
  readonly within: ReadonlySet<string>;
}

/** Reads the names of places once. */
export const readGazetteer = (knowledge: Knowledge): Gazetteer => {
  const known = new Map<string, Known>();
  const add = (name: string, place: Known): void => {
    const key = keyOf(name);
    if (key !== '' && !known.has(key)) known.set(key, place);
  };
  for (const place of knowledge.pack?.places ?? []) {
    const within = new Set(place.partOf === null ? [] : [place.partOf.toLowerCase()]);
    const names = Object.values(place.names).flatMap((byLanguage) => Object.values(byLanguage).flat());
    for (const name of [place.label, ...names]) add(name, { id: place.id.toLowerCase(), within });
  }
  for (const place of knowledge.places) {
    const within = new Set(place.country === null ? [] : [place.country.toLowerCase()]);
    const entry = { id: place.id.toLowerCase(), within };
    for (const name of [place.name, ...Object.values(place.names).flat()]) add(name, entry);
  }
  return { relate: (a, b) => relate(keyOf(a), keyOf(b), known) };
};

const keyOf = (name: string): string =>
  foldWords(name)
    .map(({ word }) => word)
    .filter((word) => !EMPTY.has(word))
    .join(' ');

const EMPTY: ReadonlySet<string> = new Set([
  'the',
  'city',
  'town',
  'of',
  'in',
  'at',
  'near',
  'port',
  'resort',
]);

const relate = (a: string, b: string, known: ReadonlyMap<string, Known>): PlaceRelation => {
  if (a === '' || b === '') return 'unknown';
  if (a === b) return 'same';
  const [x, y] = [known.get(a), known.get(b)];
  if (x !== undefined && y !== undefined) {
    if (x.id === y.id) return 'same';
    if (x.within.has(y.id)) return 'within';
    return y.within.has(x.id) ? 'holds' : 'different';
  }
  // "Port Ada, Fenland" says more than "Port Ada", and so is taken for the finer place.
  if (` ${a} `.includes(` ${b} `)) return 'within';
  return ` ${b} `.includes(` ${a} `) ? 'holds' : 'unknown';
};
