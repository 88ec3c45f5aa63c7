import { civilOf } from '../../lib/calendar.ts';
import { ruleId } from '../../model/brand.ts';
import type { GatheringEntry } from '../../model/knowledge.ts';
import type { Atom } from './atoms.ts';
import { atomise } from './atoms.ts';
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

const TIED = 4;

/** Whether an expression stands right before the name ("next year's Harbour Forum") and says which edition, not we. */
const isTied = (found: readonly Found[], start: number): boolean =>
  found.some(({ span }) => span.end <= start && start - span.end <= TIED);

const toFound = (edition: GatheringEntry, atoms: readonly Atom[], from: number, to: number): Found => ({
  span: { start: atoms[from]?.start ?? 0, end: atoms[to - 1]?.end ?? 0 },
  node: { kind: 'named', edtf: edition.edtf, gathering: edition.id },
  rule: RULE,
  confidence: CONFIDENCE,
  at: from,
});

/**
 * Names of gatherings of which knowledge has the edition of that year, as expressions of its days. Rule
 * `time/world/gathering@1`: "They spoke on the sidelines of [the Harbour Forum] in Port Liss."
 */
export const gatheringsIn = (
  atoms: readonly Atom[],
  gatherings: readonly GatheringEntry[],
  published: Published,
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
    const written = writtenYearNear(atoms, at, to);
    const isOpen = written === null && isTied(others, atoms[at]?.start ?? 0);
    const edition = isOpen ? null : editionOf(series.editions, written, published);
    if (edition !== null) found.push(toFound(edition, atoms, at, to));
    at = to - 1;
  }
  return found;
};
