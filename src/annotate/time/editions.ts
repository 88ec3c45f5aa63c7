import { civilOf, parseDay } from '../../lib/calendar.ts';
import type { GatheringEntry } from '../../model/knowledge.ts';
import type { Published } from './reckon.ts';
import type { Tense } from './tense-kind.ts';

/** What a text says of the edition that it means; null for what it does not say. */
export interface EditionCues {
  /** Written beside the name, or told by "last year's", "next year's". */
  readonly year: number | null;
  /** "the second forum". */
  readonly ordinal: number | null;
  /** A place of one of the editions that stands beside the name. */
  readonly place: string | null;
  readonly tense: Tense;
}

/** More editions than this are no answer. */
const MOST = 3;

const some = (editions: readonly GatheringEntry[]): readonly GatheringEntry[] =>
  editions.length <= MOST ? editions : [];

const startOf = ({ from, to, edtf }: GatheringEntry): number =>
  parseDay(from ?? to ?? edtf.slice(0, 10)) ?? Number.POSITIVE_INFINITY;

const ofYear = (editions: readonly GatheringEntry[], year: number): readonly GatheringEntry[] =>
  editions.filter((edition) => edition.year === year);

const last = (editions: readonly GatheringEntry[]): readonly GatheringEntry[] =>
  editions.toSorted((a, b) => startOf(a) - startOf(b)).slice(-1);

/**
 * Those of the year of publication. Told in the past, it is the last that had begun, be it of the year before; told in the
 * future, the first to come.
 */
const byPublication = (
  editions: readonly GatheringEntry[],
  published: Published,
  tense: Tense,
): readonly GatheringEntry[] => {
  if (published === null) return [];
  const year = civilOf(published.last).year;
  if (civilOf(published.first).year !== year) return [];
  const current = ofYear(editions, year);
  if (current.length === 0) return [];
  const begun = current.filter((edition) => startOf(edition) <= published.last);
  if (tense === 'past') return begun.length > 0 ? last(begun) : some(last(ofYear(editions, year - 1)));
  const ahead = current.filter((edition) => startOf(edition) > published.first);
  return tense === 'future' && ahead.length > 0
    ? ahead.toSorted((a, b) => startOf(a) - startOf(b)).slice(0, 1)
    : some(current);
};

/**
 * The editions of a series that can be meant: one, up to three when the text does not tell them apart, or none. What the
 * text says beside the name decides, in this order: the number, the year, the place; else the day of publication. When
 * publication may lie in two years nothing is guessed.
 */
export const editionsMeant = (
  editions: readonly GatheringEntry[],
  { year, ordinal, place, tense }: EditionCues,
  published: Published,
): readonly GatheringEntry[] => {
  if (ordinal !== null) return some(editions.filter((edition) => edition.ordinal === ordinal));
  const there = place === null ? editions : editions.filter((edition) => edition.place === place);
  if (year !== null) return some(ofYear(there, year));
  if (place !== null && there.length === 1) return there;
  return byPublication(there, published, tense);
};
