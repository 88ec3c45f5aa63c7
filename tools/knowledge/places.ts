import type { EntityId } from '../../src/model/brand.ts';
import type { OutletEntry, PlaceEntry } from '../../src/model/knowledge.ts';
import type { MetonymFact, PlaceFact } from './facts.ts';
import { byText, fold, slug, unique } from './text.ts';

type NamesByLanguage = Record<string, readonly string[]>;

/** Names that are one thing with another row, or no place at all. */
const SKIPPED = new Set(['disp:kyiv', 'disp:gerd', 'disp:aegean']);
/** Disputed places that go by the id of a pack. */
const RENAMED: Readonly<Record<string, string>> = { 'disp:kurils': 'kurils-south' };
/** Metonyms too common as words to be of use. */
const TOO_COMMON = new Set(['union', 'alliance', 'soviets', 'pa', 'senate', 'congress', 'no 10']);
/** Metonyms that are plain names of the thing. */
const PLAIN_NAMES: Readonly<Record<string, readonly string[]>> = {
  EUE: ['EU'],
  UN: ['UN', 'U.N.'],
  USA: ['U.S.', 'U.S.A.', 'America'],
  GBR: ['Britain', 'Great Britain', 'U.K.'],
};
/** Other names of capitals. */
const CAPITAL_NAMES: Readonly<Record<string, NamesByLanguage>> = {
  Moscow: { ru: ['Москва'], ja: ['モスクワ'] },
  Tokyo: { ru: ['Токио'], ja: ['東京'] },
  Washington: {
    en: ['Washington, D.C.', 'Washington D.C.', 'Washington DC'],
    ru: ['Вашингтон'],
    ja: ['ワシントン'],
  },
  Kyiv: { en: ['Kiev'], ru: ['Киев'], ja: ['キーウ', 'キエフ'] },
  Beijing: { en: ['Peking'], ru: ['Пекин'], ja: ['北京'] },
  Seoul: { ru: ['Сеул'], ja: ['ソウル'] },
  Pyongyang: { ru: ['Пхеньян'], ja: ['平壌'] },
  London: { ru: ['Лондон'], ja: ['ロンドン'] },
  Paris: { ru: ['Париж'], ja: ['パリ'] },
  Berlin: { ru: ['Берлин'], ja: ['ベルリン'] },
};

const text = (value: MetonymFact): string => (typeof value === 'string' ? value : value.n);
const withoutArticle = (name: string): string => name.replace(/^the\s+/i, '');

const isUseful = (name: string): boolean =>
  !/[/;]/.test(name) && !/\bside$/i.test(name) && !TOO_COMMON.has(fold(name));

const metonymsOf = (row: PlaceFact): readonly string[] => {
  const listed = ['gov', 'hos', 'hog'].flatMap((kind) => row.metonyms?.[kind] ?? []).map(text);
  const capital = row.capital && row.kind === 'country' ? [row.capital.replace(/,.*/, '')] : [];
  const plain = PLAIN_NAMES[row.id] ?? [];
  return unique([...listed, ...capital].map(withoutArticle))
    .filter(isUseful)
    .filter((name) => !plain.includes(name) && fold(name) !== fold(row.name));
};

const stateNames = (row: PlaceFact, historical: ReadonlySet<string>): NamesByLanguage => {
  const base = Array.isArray(row.names) ? {} : ((row.names ?? {}) as NamesByLanguage);
  const former = (row.former ?? []).filter((n) => !historical.has(fold(n)) && !/^former\b/i.test(n));
  const en = unique([
    ...(base.en ?? [row.name]),
    ...(row.aliases ?? []),
    ...(PLAIN_NAMES[row.id] ?? []),
    ...former,
  ]);
  return { ...base, en: en.filter((n) => isUseful(n) || n === row.name) };
};

const kindOf = (row: PlaceFact): string => (row.id === 'EUE' ? 'organisation' : row.kind);

const stateEntry = (row: PlaceFact, historical: ReadonlySet<string>): PlaceEntry => ({
  id: row.id.toLowerCase() as EntityId,
  kind: kindOf(row),
  name: row.name.replace(/ \(de facto\)$/, ''),
  names: stateNames(row, historical),
  demonyms: row.demonyms ?? [],
  capital: row.capital?.replace(/,.*/, '') ?? null,
  metonyms: row.kind === 'historical' ? [] : metonymsOf(row),
  at: row.ll ?? null,
  country: row.id,
});

const capitalEntry = (row: PlaceFact, taken: ReadonlySet<string>): PlaceEntry | null => {
  if (!row.capital || row.kind === 'historical') return null;
  const name = row.capital.replace(/,.*/, '');
  const more = CAPITAL_NAMES[name] ?? {};
  const id = taken.has(slug(name)) ? `${slug(name)}-${row.id.toLowerCase()}` : slug(name);
  return {
    id: id as EntityId,
    kind: 'city',
    name,
    names: { ...more, en: unique([name, ...(more.en ?? [])]) },
    demonyms: [],
    capital: null,
    metonyms: [],
    at: row.capital_ll ?? null,
    country: row.id,
  };
};

const disputedNames = (row: PlaceFact): NamesByLanguage => {
  const out: Record<string, string[]> = { en: [row.name] };
  if (Array.isArray(row.names))
    for (const { lang, name } of row.names) {
      const list = out[lang] ?? [];
      out[lang] = list;
      if (!list.includes(name)) list.push(name);
    }
  return out;
};

const disputedEntry = (row: PlaceFact): PlaceEntry => ({
  id: (RENAMED[row.id] ?? row.id.replace(/^disp:(?:ne-)?/, '')) as EntityId,
  kind: 'disputed',
  name: row.name,
  names: disputedNames(row),
  demonyms: [],
  capital: null,
  metonyms: [],
  at: row.ll ?? null,
  country: null,
});

const merged = (a: PlaceEntry, b: PlaceEntry): PlaceEntry => {
  const names: NamesByLanguage = { ...a.names };
  for (const [language, list] of Object.entries(b.names))
    names[language] = unique([...(names[language] ?? []), ...list]);
  return { ...a, names };
};

/** States, capitals and disputed places. A disputed row with the name of a state or territory is laid into that. */
export const buildPlaces = (facts: readonly PlaceFact[]): readonly PlaceEntry[] => {
  const historical = new Set(facts.filter((r) => r.kind === 'historical').map((r) => fold(r.name)));
  const out = new Map<string, PlaceEntry>();
  const byName = new Map<string, string>();
  for (const row of facts.filter((r) => r.kind !== 'disputed')) {
    const entry = stateEntry(row, historical);
    out.set(entry.id, entry);
    byName.set(fold(entry.name), entry.id);
  }
  for (const row of facts.filter((r) => r.kind === 'disputed' && !SKIPPED.has(r.id))) {
    const entry = disputedEntry(row);
    const home = out.get(byName.get(fold(entry.name)) ?? '');
    if (home) out.set(home.id, merged(home, entry));
    else out.set(entry.id, entry);
  }
  for (const row of facts) {
    const city = capitalEntry(row, new Set(out.keys()));
    if (city) out.set(city.id, city);
  }
  return [...out.values()].sort((a, b) => byText(a.kind, b.kind) || byText(a.id, b.id));
};

const OFFICES: Readonly<Record<string, readonly [suffix: string, name: string, kind: string]>> = {
  mfa: ['foreign-ministry', 'Foreign Ministry', 'ministry'],
  mod: ['defence-ministry', 'Defence Ministry', 'ministry'],
  parliament: ['parliament', 'parliament', 'parliament'],
};
const BODY_NAMES: Readonly<Record<string, string>> = {
  'USA mfa': 'US State Department',
  'USA mod': 'US Defense Department',
  'USA parliament': 'US Congress',
  'GBR mfa': 'British Foreign Office',
};

/** Ministries and parliaments that have names of their own, such as the Foreign Office or the Duma. */
export const buildBodies = (facts: readonly PlaceFact[]): readonly OutletEntry[] =>
  facts.flatMap((row) =>
    Object.entries(OFFICES).flatMap(([key, [suffix, noun, kind]]) => {
      const own = (row.metonyms?.[key] ?? []).map(text).filter((n) => !TOO_COMMON.has(fold(n)));
      if (own.length === 0) return [];
      const name = BODY_NAMES[`${row.id} ${key}`] ?? `${row.demonyms?.[0] ?? row.name} ${noun}`;
      return [
        {
          id: `${row.id.toLowerCase()}-${suffix}` as EntityId,
          name,
          aliases: unique(own).filter((alias) => alias !== name),
          domains: [],
          country: row.id,
          kind,
          wire: [],
        },
      ];
    }),
  );
