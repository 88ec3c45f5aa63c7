import type { FiscalYearEntry, Knowledge } from '../../model/knowledge.ts';
import type { Article } from '../../model/page.ts';
import { foldName } from '../../model/world/fold.ts';
import type { Atom } from './atoms.ts';

/** A state or a place in one: alpha-3, and degrees north. */
export interface Whereabouts {
  readonly country: string | null;
  readonly latitude: number | null;
}

type PlaceTable = ReadonlyMap<string, Whereabouts>;

/** Names of places that have no more atoms than this are looked for in running text. */
const MOST_ATOMS = 4;

const tableFrom = ({ places }: Knowledge): PlaceTable => {
  const table = new Map<string, Whereabouts>();
  for (const { names, name, demonyms, country, at, kind } of places) {
    const where = { country, latitude: at?.[0] ?? null };
    if (kind === 'disputed' || (where.country === null && where.latitude === null)) continue;
    for (const text of [name, ...Object.values(names).flat(), ...demonyms]) {
      const key = foldName(text);
      if (!table.has(key)) table.set(key, where);
    }
  }
  return table;
};

// The table depends on knowledge alone, which does not change.
const tables = new WeakMap<Knowledge, PlaceTable>();

const tableOf = (knowledge: Knowledge): PlaceTable => {
  const known = tables.get(knowledge);
  if (known !== undefined) return known;
  const table = tableFrom(knowledge);
  tables.set(knowledge, table);
  return table;
};

const placeAt = (table: PlaceTable, atoms: readonly Atom[], at: number, to: number): Whereabouts | null => {
  for (let length = MOST_ATOMS; length > 0; length--) {
    if (at + length > to) continue;
    const name = atoms
      .slice(at, at + length)
      .map(({ key, joined }, i) => (joined && i > 0 ? key : ` ${key}`))
      .join('');
    const where = table.get(foldName(name));
    if (where !== undefined) return where;
  }
  return null;
};

/** The places named in atoms `[from, to)`, each word of a name in capitals, in order. */
export const placesIn = (
  knowledge: Knowledge,
  atoms: readonly Atom[],
  from: number,
  to: number,
): readonly Whereabouts[] => {
  const table = tableOf(knowledge);
  const found: Whereabouts[] = [];
  for (let at = Math.max(0, from); at < Math.min(to, atoms.length); at++) {
    const where = atoms[at]?.capital === true ? placeAt(table, atoms, at, to) : null;
    if (where !== null) found.push(where);
  }
  return found;
};

/** Where the dateline is; null when there is none or its place is not known. */
export const datelineOf = (knowledge: Knowledge, { dateline }: Article): Whereabouts | null =>
  dateline === null ? null : (tableOf(knowledge).get(foldName(dateline.place)) ?? null);

/**
 * The fiscal year that a sentence means: that of the one state it names; when it names none or several, of the state of
 * the dateline, else of the outlet's.
 */
export const fiscalYearOf = (
  knowledge: Knowledge,
  article: Article,
  atoms: readonly Atom[],
): FiscalYearEntry | null => {
  const rows = knowledge.fiscalYears ?? [];
  const rowOf = (country: string | null | undefined): FiscalYearEntry | null =>
    rows.find((row) => row.country === country) ?? null;
  const named = new Set(placesIn(knowledge, atoms, 0, atoms.length).map(({ country }) => country));
  const [only] = named.size === 1 ? named : [];
  const outlet = knowledge.outlets.find(({ id }) => id === article.outlet?.id);
  return rowOf(only) ?? rowOf(datelineOf(knowledge, article)?.country) ?? rowOf(outlet?.country);
};
