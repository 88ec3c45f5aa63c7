import type { Pack, PackFile } from '../model/pack.ts';

/** Parsed pack files by the name of their folder in `packs/`. */
export type PackFiles = ReadonlyMap<string, unknown>;

/** The packs that a pack extends, the nearest first; or the name at which the chain breaks off. */
export type BaseChain =
  | { readonly kind: 'found'; readonly bases: readonly unknown[] }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'cycle'; readonly name: string };

/** The name of the pack that the parsed pack file `value` says it extends; null when it names none. */
export const baseName = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'extends' in value && typeof value.extends === 'string'
    ? value.extends
    : null;

/** Follows `extends` from `value` through `packs`, until a pack that stands alone. */
export const followBases = (value: unknown, packs: PackFiles): BaseChain => {
  const bases = new Map<string, unknown>();
  let last = value;
  for (let name = baseName(value); name !== null; name = baseName(last)) {
    if (bases.has(name)) return { kind: 'cycle', name };
    if (!packs.has(name)) return { kind: 'unknown', name };
    last = packs.get(name);
    bases.set(name, last);
  }
  return { kind: 'found', bases: [...bases.values()] };
};

/** A pack that says nothing. */
export const EMPTY_PACK: Pack = {
  schema: 1,
  id: '',
  title: '',
  parties: [],
  persons: [],
  offices: [],
  places: [],
  issues: [],
  instruments: [],
  gatherings: [],
  outlets: [],
  periods: [],
  countedMeetings: [],
  unreviewed: [],
  sources: [],
};

/** The rows of `under` whose ids `over` does not name, then those of `over`. */
const laid = <T extends { readonly id: string }>(
  under: readonly T[],
  over: readonly T[] = [],
): readonly T[] => {
  const ids = new Set<string>(over.map((row) => row.id));
  return [...under.filter((row) => !ids.has(row.id)), ...over];
};

const united = (under: readonly string[], over: readonly string[] = []): readonly string[] => [
  ...new Set([...under, ...over]),
];

const layOver = (under: Pack, over: PackFile): Pack => ({
  schema: 1,
  id: over.id ?? under.id,
  title: over.title ?? under.title,
  parties: laid(under.parties, over.parties),
  persons: laid(under.persons, over.persons),
  offices: [...under.offices, ...(over.offices ?? [])],
  places: laid(under.places, over.places),
  issues: laid(under.issues, over.issues),
  instruments: laid(under.instruments, over.instruments),
  gatherings: laid(under.gatherings, over.gatherings),
  outlets: laid(under.outlets, over.outlets),
  periods: laid(under.periods ?? [], over.periods),
  countedMeetings: [...under.countedMeetings, ...(over.countedMeetings ?? [])],
  unreviewed: united(under.unreviewed, over.unreviewed),
  sources: united(under.sources, over.sources),
});

/**
 * The pack that `file` makes together with its `bases`, the nearest first. Rows with an id take the place of the base's
 * row of that id; terms of office and counted meetings, which have none, are added. In every list the rows of `file` come
 * last, in their order.
 */
export const layOverBases = (file: PackFile, bases: readonly PackFile[]): Pack =>
  [file, ...bases].reduceRight(layOver, EMPTY_PACK);
