import { anyOf } from '../../lib/alternation.ts';
import { groupBy } from '../../lib/group-by.ts';
import { allMatches } from '../../lib/matches.ts';
import type { GatheringEntry, Knowledge } from '../../model/knowledge.ts';
import { numberOf } from './constraint.ts';

/** One edition with its days and the names of its place. */
export interface Edition {
  readonly entry: GatheringEntry;
  readonly from: number;
  readonly to: number;
  readonly places: readonly string[];
  /** Names and adjectives of the country it was held in. */
  readonly hosts: readonly string[];
}

/** The editions of a recurring gathering, in order. */
export interface Series {
  readonly id: string;
  readonly editions: readonly Edition[];
}

/** A gathering named in a sentence. */
export interface GatheringMention {
  readonly series: Series;
  readonly start: number;
  readonly length: number;
}

interface NameIndex {
  readonly pattern: RegExp;
  readonly series: ReadonlyMap<string, Series>;
}

const compiled = new WeakMap<object, NameIndex>();

/** The gatherings named in a sentence, by their full names and aliases; each series once, where it is named first. */
export const findGatherings = (text: string, knowledge: Knowledge): readonly GatheringMention[] => {
  const index = indexOf(knowledge);
  if (!OCCASION.test(text)) return [];
  const found = new Map<string, GatheringMention>();
  for (const match of allMatches(text.slice(0, 20_000), index.pattern)) {
    const series = index.series.get(match[0].replace(/\s/g, ' '));
    if (series !== undefined && !found.has(series.id))
      found.set(series.id, { series, start: match.index, length: match[0].length });
  }
  return [...found.values()];
};

// `The BRICS countries` and `NATO troops` are no gatherings; the occasion must be spoken of.
const OCCASION =
  /\b(?:summit|forum|meeting|gathering|conference|dialogue|debate|assembly|session|host\p{L}*|leaders)\b/iu;
const SUMMIT = /\ssummit$/i;

const indexOf = (knowledge: Knowledge): NameIndex => {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const names = new Map<string, Series>();
  for (const series of seriesOf(knowledge))
    for (const name of series.editions.flatMap(({ entry }) => namesOf(entry))) names.set(name, series);
  const index = { pattern: patternOf([...names.keys()]), series: names };
  compiled.set(knowledge, index);
  return index;
};

const namesOf = ({ name, aliases }: GatheringEntry): readonly string[] =>
  [name, ...aliases].flatMap((form) => {
    const short = form.replace(SUMMIT, '');
    return short.includes(' ') ? [form, short] : [form];
  });

const seriesOf = (knowledge: Knowledge): readonly Series[] => {
  const countries = new Map(
    knowledge.places
      .filter(({ demonyms }) => demonyms.length > 0)
      .map((place) => [place.country ?? place.id.toUpperCase(), [place.name, ...place.demonyms]]),
  );
  const editions = knowledge.gatherings.flatMap((entry): readonly Edition[] => {
    const [from, to] = [numberOf(entry.from), numberOf(entry.to)];
    const hosts = countries.get(entry.country ?? '') ?? [];
    return from === null || to === null ? [] : [{ entry, from, to, places: placesOf(entry.place), hosts }];
  });
  return [...groupBy(editions, ({ entry }) => entry.series)].map(([id, list]) => ({
    id,
    editions: [...list].sort((a, b) => a.from - b.from),
  }));
};

/** `Schloss Elmau`, `La Malbaie (Charlevoix)` and `Nagato and Tokyo` by each of their names. */
const placesOf = (place: string | null): readonly string[] =>
  (place ?? '')
    .split(/[()]|,| and /)
    .map((name) => name.trim())
    .filter((name) => name.length > 2);

const patternOf = (names: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(names)})(?![\\p{L}\\p{N}])`, 'gu');
