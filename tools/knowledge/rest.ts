import type { Day, Edtf, EntityId } from '../../src/model/brand.ts';
import type { GatheringEntry, InstrumentEntry, OutletEntry } from '../../src/model/knowledge.ts';
import type { GatheringFact, InstrumentFact, OutletFact } from './facts.ts';
import { byText, fold, unique } from './text.ts';

/** Government sites under the id of the body whose site it is. */
const BODY_OF_SITE: Readonly<Record<string, string>> = {
  'russian-foreign-ministry': 'rus-foreign-ministry',
  'government-of-russia': 'rus-government',
  'ministry-of-foreign-affairs-of-japan': 'jpn-foreign-ministry',
  'ministry-of-foreign-affairs-of-china': 'chn-foreign-ministry',
  'ministry-of-external-affairs': 'ind-foreign-ministry',
  'ministry-of-foreign-affairs-of-ukraine': 'ukr-foreign-ministry',
  'u-s-department-of-state': 'usa-foreign-ministry',
  'u-s-department-of-defense': 'usa-defence-ministry',
  'uk-government': 'gbr-government',
};
/** Names of sites whose short name is a metonym of the state and would always be ambiguous. */
const SITE_NAMES: Readonly<Record<string, { readonly name: string; readonly aliases: readonly string[] }>> = {
  kremlin: { name: 'Kremlin.ru', aliases: ['Kremlin website'] },
  kantei: { name: 'Kantei.go.jp', aliases: ["Prime Minister's Office of Japan"] },
  'the-white-house-website': { name: 'White House website', aliases: [] },
  'elysee-website': { name: 'Elysee website', aliases: [] },
};

const outletOf = (row: OutletFact): OutletEntry => ({
  id: (BODY_OF_SITE[row.id] ?? row.id) as EntityId,
  name: SITE_NAMES[row.id]?.name ?? row.name,
  aliases: SITE_NAMES[row.id]?.aliases ?? row.aliases ?? [],
  domains: row.domains ?? [],
  country: row.country ?? null,
  kind: row.kind,
  wire: row.wire ?? [],
});

/** Outlets, with the bodies that states publish through laid together with their sites. */
export const buildOutlets = (
  facts: readonly OutletFact[],
  bodies: readonly OutletEntry[],
): readonly OutletEntry[] => {
  const out = new Map<string, OutletEntry>(bodies.map((body) => [body.id, body]));
  for (const row of facts) {
    const site = outletOf(row);
    const body = out.get(site.id);
    if (!body) {
      out.set(site.id, site);
      continue;
    }
    const aliases = unique([...body.aliases, site.name, ...site.aliases]).filter(
      (a) => fold(a) !== fold(body.name),
    );
    out.set(body.id, { ...body, aliases, domains: site.domains });
  }
  return [...out.values()].sort((a, b) => byText(a.id, b.id));
};

const editionId = (row: GatheringFact, all: readonly GatheringFact[]): string => {
  const peers = all.filter((o) => o.series === row.series && o.year === row.year);
  if (peers.length === 1) return `${row.series}-${row.year}`;
  const month = row.from.slice(0, 7);
  const isOnlyOfMonth = peers.filter((o) => o.from.startsWith(month)).length === 1;
  return `${row.series}-${isOnlyOfMonth ? month : row.from}`;
};

/** Series of which every edition from the first is among the facts, so that they can be counted. */
const COUNTED: ReadonlySet<string> = new Set(['apec', 'brics', 'eas', 'eef', 'g20']);
/** Series with a gap: what the number is from a year on is that year less this (it grew by one a year but for 2020). */
const NUMBERED: Readonly<Record<string, readonly (readonly [from: number, less: number])[]>> = {
  g7: [[1975, 1974]],
  msc: [[1964, 1964]],
  sld: [
    [2002, 2001],
    [2022, 2003],
  ],
  spief: [
    [1997, 1996],
    [2021, 1997],
  ],
  unga: [[1946, 1945]],
};

const ordinalOf = (row: GatheringFact, all: readonly GatheringFact[]): number | null => {
  if (COUNTED.has(row.series))
    return all.filter((other) => other.series === row.series && other.from <= row.from).length;
  const less = NUMBERED[row.series]?.findLast(([from]) => from <= row.year)?.[1];
  return less === undefined ? null : row.year - less;
};

/** Editions of gatherings; a second one in a year has its month in its id. */
export const buildGatherings = (facts: readonly GatheringFact[]): readonly GatheringEntry[] =>
  facts
    .map((row) => ({ row, ordinal: ordinalOf(row, facts) }))
    .map(({ row, ordinal }) => ({
      id: editionId(row, facts) as EntityId,
      series: row.series,
      name: row.name.replace(/\s*[/(].*$/, ''),
      aliases: unique(row.aliases).filter((a) => a !== row.name),
      year: row.year,
      ...(ordinal === null ? {} : { ordinal }),
      edtf: (row.from === row.to ? row.from : `${row.from}/${row.to}`) as Edtf,
      from: row.from as Day,
      to: row.to as Day,
      place: row.place || null,
      country: row.country || null,
    }))
    .sort((a, b) => byText(a.id, b.id));

/** Ids by which the pack `kurils` knows instruments that the world lists too. */
const RENAMED: Readonly<Record<string, string>> = {
  'soviet-japan-neutrality-1941': 'neutrality-1941',
  'sf-1951': 'san-francisco-1951',
  'soviet-japan-1956': 'joint-declaration-1956',
  'japan-soviet-1991': 'statement-1991',
  'rus-constitution-2020': 'constitution-2020',
};

/** Treaties, declarations and rulings. */
export const buildInstruments = (facts: readonly InstrumentFact[]): readonly InstrumentEntry[] =>
  facts
    .map((row) => ({
      id: (RENAMED[row.id] ?? row.id) as EntityId,
      name: row.name,
      aliases: row.aliases ?? [],
      edtf: row.date as Edtf,
      parties: row.parties.map((p) => p.toLowerCase()),
    }))
    .sort((a, b) => byText(a.id, b.id));
