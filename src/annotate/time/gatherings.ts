import { civilOf } from '../../lib/calendar.ts';
import { ruleId } from '../../model/brand.ts';
import type { GatheringEntry } from '../../model/knowledge.ts';
import type { Span } from '../../model/span.ts';
import type { Atom } from './atoms.ts';
import { atomise } from './atoms.ts';
import { numberIn, wordIn } from './frame.ts';
import type { Published } from './reckon.ts';
import type { Found } from './scan.ts';

interface NamedSeries {
  readonly keys: readonly string[];
  readonly editions: readonly GatheringEntry[];
}

type SeriesTable = ReadonlyMap<string, readonly NamedSeries[]>;

const RULE = ruleId('time/world/gathering@1');
const CONFIDENCE = 0.6;
const tables = new WeakMap<readonly GatheringEntry[], SeriesTable>();

const namesOf = (gatherings: readonly GatheringEntry[]): ReadonlyMap<string, GatheringEntry[]> => {
  const byName = new Map<string, GatheringEntry[]>();
  for (const edition of gatherings)
    for (const name of new Set([edition.name, ...edition.aliases])) {
      const key = atomise(name)
        .map((atom) => atom.key)
        .join(' ');
      byName.set(key, [...(byName.get(key) ?? []), edition]);
    }
  return byName;
};

const tableOf = (gatherings: readonly GatheringEntry[]): SeriesTable => {
  const known = tables.get(gatherings);
  if (known !== undefined) return known;
  const table = new Map<string, NamedSeries[]>();
  for (const [name, editions] of namesOf(gatherings)) {
    const keys = name.split(' ');
    const first = keys[0] ?? '';
    const list = [...(table.get(first) ?? []), { keys, editions }];
    table.set(
      first,
      list.sort((a, b) => b.keys.length - a.keys.length),
    );
  }
  tables.set(gatherings, table);
  return table;
};

/** A year written right before the name or within three words behind it ("the 2016 forum", "the forum in 2016"). */
const writtenYearNear = (atoms: readonly Atom[], from: number, to: number): number | null => {
  for (const at of [from - 1, to, to + 1, to + 2]) {
    const atom = atoms[at];
    if (atom?.kind === 'digits' && /^(?:19|20)\d\d$/.test(atom.key)) return Number(atom.key);
  }
  return null;
};

/** The edition of the year that is written beside the name, else of the year of publication. */
const editionOf = (
  editions: readonly GatheringEntry[],
  written: number | null,
  published: Published,
): GatheringEntry | null => {
  const sameYear = published !== null && civilOf(published.first).year === civilOf(published.last).year;
  const year = written ?? (sameYear ? civilOf(published.last).year : null);
  if (year === null) return null;
  const matching = editions.filter((edition) => edition.year === year);
  return matching.length === 1 ? (matching[0] ?? null) : null;
};

const isLowerCase = (atom: Atom | undefined): boolean => atom?.kind === 'letters' && !atom.capital;

const NEAR = 4;

/** The year by an expression right before or behind the name ("next year's forum", "the forum next year"), or null. */
const shiftedYearNear = (others: readonly Found[], name: Span, published: Published): number | null => {
  if (published === null) return null;
  const beside = others.find(({ span, node }) => {
    const gap = span.end <= name.start ? name.start - span.end : span.start - name.end;
    return gap >= 0 && gap <= NEAR && wordIn(node, 'kind') === 'shift' && wordIn(node, 'unit') === 'Y';
  });
  return beside === undefined ? null : civilOf(published.last).year + (numberIn(beside.node, 'sign') ?? 0);
};

/** Whether the name, or the word behind it, says that it is a gathering and not the body that gathers ("the G7 summit"). */
const isGathering = (keys: readonly string[], next: Atom | undefined, words: readonly string[]): boolean => {
  const phrase = ` ${keys.join(' ')} ${next?.key ?? ''} `;
  return words.some((word) => phrase.includes(word));
};

const toFound = (edition: GatheringEntry, span: Span, at: number): Found => ({
  span,
  node: { kind: 'named', edtf: edition.edtf, gathering: edition.id },
  rule: RULE,
  confidence: CONFIDENCE,
  at,
});

/** What a sentence is searched for gatherings with. */
export interface GatheringSearch {
  readonly gatherings: readonly GatheringEntry[];
  /** Words of the language for gatherings, as atom keys between blanks. */
  readonly words: readonly string[];
  readonly published: Published;
}

/**
 * Names of gatherings of which knowledge has the edition of that year, as expressions of its days. Rule
 * `time/world/gathering@1`: "They spoke on the sidelines of [the Harbour Forum] in Port Liss."
 */
export const gatheringsIn = (
  atoms: readonly Atom[],
  { gatherings, words, published }: GatheringSearch,
  others: readonly Found[],
): readonly Found[] => {
  if (gatherings.length === 0) return [];
  const table = tableOf(gatherings);
  const found: Found[] = [];
  for (let at = 0; at < atoms.length; at++) {
    const series = table
      .get(atoms[at]?.key ?? '')
      ?.find(({ keys }) => keys.every((key, k) => atoms[at + k]?.key === key));
    if (series === undefined || isLowerCase(atoms[at])) continue;
    const to = at + series.keys.length;
    if (!isGathering(series.keys, atoms[to], words)) continue;
    const name = { start: atoms[at]?.start ?? 0, end: atoms[to - 1]?.end ?? 0 };
    const year = writtenYearNear(atoms, at, to) ?? shiftedYearNear(others, name, published);
    const edition = editionOf(series.editions, year, published);
    if (edition !== null) found.push(toFound(edition, name, at));
    at = to - 1;
  }
  return found;
};
