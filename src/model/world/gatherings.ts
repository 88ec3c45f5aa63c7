import type { Day, EntityId } from '../brand.ts';
import type { GatheringEntry, Knowledge } from '../knowledge.ts';
import type { EntityRef } from '../page.ts';
import { foldName } from './fold.ts';

const DAY_MS = 86_400_000;

/** A day that lies further than this from every edition belongs to none: half a year. */
const REACH = 183;

/** Each series of gatherings as one thing, under its id and the name of its first edition. */
export const seriesRefs = (knowledge: Knowledge): ReadonlyMap<string, EntityRef> => {
  const refs = new Map<string, EntityRef>();
  for (const { series, name } of knowledge.gatherings)
    if (!refs.has(series)) refs.set(series, { id: series as EntityId, name });
  return refs;
};

const gapTo = (edition: GatheringEntry, day: Day): number => {
  const from = edition.from ?? edition.to;
  const to = edition.to ?? edition.from;
  if (from === null || to === null) return Number.POSITIVE_INFINITY;
  if (day < from) return (Date.parse(from) - Date.parse(day)) / DAY_MS;
  return day > to ? (Date.parse(day) - Date.parse(to)) / DAY_MS : 0;
};

const nearest = (editions: readonly GatheringEntry[], day: Day): GatheringEntry | null => {
  let best: GatheringEntry | null = null;
  let least = REACH;
  for (const edition of editions) {
    const gap = gapTo(edition, day);
    if (gap >= least) continue;
    best = edition;
    least = gap;
  }
  return best;
};

/** Finds editions: by their id; else by series id or name, the one on the day or the nearest within half a year. */
export const indexGatherings = (
  knowledge: Knowledge,
): ((name: string, day: Day | null) => GatheringEntry | null) => {
  const byId = new Map(knowledge.gatherings.map((edition) => [edition.id as string, edition]));
  const byName = new Map<string, Set<GatheringEntry>>();
  const add = (name: string, edition: GatheringEntry): void => {
    const key = foldName(name);
    const editions = byName.get(key) ?? new Set();
    byName.set(key, editions.add(edition));
  };
  for (const edition of knowledge.gatherings)
    for (const name of [edition.series, edition.name, ...edition.aliases]) add(name, edition);
  return (name, day) => {
    const exact = byId.get(name);
    if (exact) return exact;
    const editions = [...(byName.get(foldName(name)) ?? [])];
    if (day === null) return editions.length === 1 ? (editions[0] ?? null) : null;
    return nearest(editions, day);
  };
};
