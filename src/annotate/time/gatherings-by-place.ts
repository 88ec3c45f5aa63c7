import { groupBy } from '../../lib/group-by.ts';
import { ruleId } from '../../model/brand.ts';
import type { GatheringEntry } from '../../model/knowledge.ts';
import type { Atom } from './atoms.ts';
import { atomise } from './atoms.ts';
import { editionsMeant } from './editions.ts';
import type { GatheringSearch } from './gatherings.ts';
import { writtenYearNear } from './gatherings.ts';
import type { Found } from './scan.ts';
import { tenseAround } from './tense.ts';

interface PlaceOfEditions {
  readonly keys: readonly string[];
  readonly editions: readonly GatheringEntry[];
}

type PlaceTable = ReadonlyMap<string, readonly PlaceOfEditions[]>;

/** A gathering by its place alone: "They spoke at [the Port Liss summit]." */
const RULE = ruleId('time/world/gathering-place@1');
const CONFIDENCE = 0.5;
const tables = new WeakMap<readonly GatheringEntry[], PlaceTable>();

const placesOf = (gatherings: readonly GatheringEntry[]): readonly PlaceOfEditions[] => {
  const placed = gatherings.filter(({ place }) => place !== null);
  return [...groupBy(placed, ({ place }) => place ?? '')].map(([place, editions]) => ({
    keys: atomise(place).map(({ key }) => key),
    editions,
  }));
};

const tableOf = (gatherings: readonly GatheringEntry[]): PlaceTable => {
  const table = tables.get(gatherings) ?? groupBy(placesOf(gatherings), ({ keys }) => keys[0] ?? '');
  tables.set(gatherings, table);
  return table;
};

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Words of one atom; the list has them between blanks. */
const wordsOf = (words: readonly string[]): ReadonlySet<string> => {
  const known = sets.get(words) ?? new Set(words.map((word) => word.trim()));
  sets.set(words, known);
  return known;
};

/** A place with a word for a gathering beside it: atoms `[from, to)` from the article on. */
interface Stand {
  readonly from: number;
  readonly to: number;
}

/** "the Port Liss summit" or "the summit in Port Liss", the place being atoms `[at, end)`. */
const standOf = (
  atoms: readonly Atom[],
  at: number,
  end: number,
  isWord: (atom: Atom | undefined) => boolean,
): Stand | null => {
  if (atoms[at - 1]?.key === 'the' && isWord(atoms[end])) return { from: at - 1, to: end + 1 };
  const isBehind = atoms[at - 1]?.key === 'in' && isWord(atoms[at - 2]) && atoms[at - 3]?.key === 'the';
  return isBehind ? { from: at - 3, to: end } : null;
};

/**
 * Gatherings that are told by their place and no name. Only the one edition there in the year that is written, else in
 * that of publication, is taken: summits of other kinds meet in the same places.
 */
export const gatheringsByPlace = (
  atoms: readonly Atom[],
  { gatherings, words, tense, published }: GatheringSearch,
): readonly Found[] => {
  const single = wordsOf(words);
  if (gatherings.length === 0 || !atoms.some(({ key }) => single.has(key))) return [];
  const table = tableOf(gatherings);
  const isWord = (atom: Atom | undefined): boolean => single.has(atom?.key ?? '');
  const found: Found[] = [];
  for (let at = 1; at < atoms.length; at++) {
    const row = table
      .get(atoms[at]?.key ?? '')
      ?.find(({ keys }) => keys.every((key, k) => atoms[at + k]?.key === key));
    const stand = row === undefined ? null : standOf(atoms, at, at + row.keys.length, isWord);
    if (row === undefined || stand === null) continue;
    const year = writtenYearNear(atoms, stand.from, stand.to);
    const span = { start: atoms[stand.from]?.start ?? 0, end: atoms[stand.to - 1]?.end ?? 0 };
    const cues = {
      year,
      ordinal: null,
      place: null,
      tense: tenseAround(atoms, { at: stand.from, span }, tense),
    };
    const [edition, ...others] = editionsMeant(row.editions, cues, published);
    if (edition === undefined || others.length > 0) continue;
    found.push({
      span,
      node: { kind: 'named', edtf: edition.edtf, gathering: edition.id },
      rule: RULE,
      confidence: CONFIDENCE,
      at: stand.from,
    });
    at = stand.to - 1;
  }
  return found;
};
