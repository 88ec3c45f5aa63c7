import type { Day, EntityId } from '../../src/model/brand.ts';
import type { OfficeTerm, PersonEntry } from '../../src/model/knowledge.ts';
import type { OfficeFact } from './facts.ts';
import { PREFERRED_NAMES } from './preferred.ts';
import { byText, distance, fold, levelled, slug, unique, words } from './text.ts';
import { titleOf } from './titles.ts';

/** Office rows of one person. */
interface Group {
  readonly rows: OfficeFact[];
  readonly names: Set<string>;
}

const JUNK = /council of ministers|previously|heir apparent|\d|[{}[\]]/i;
/** Ends of titles that the sources run into names, and titles before names. */
const PREFIX =
  /^(?:(?:president-elect|prime minister-designate|acting|governor|foreign|flt|seimas|presidential council|cgdk president|mann|afghanistan|australia|prince|princess|queen|king|sir|dr|gen|lt|col|mr|mrs)\.?\s+)+/i;
const NUMERAL = /^(?:[IVX]+|Jr\.?|Sr\.?)$/;
const PARTICLE = /^(?:de|da|di|dos|du|van|von|der|den|ter|la|le)$/i;
/** Bodies whose officers come from the states. */
const UNIONS: ReadonlySet<string> = new Set(['EUE', 'NATO', 'UN']);
/** A monarch of several realms is filed under the first of them. */
const REALMS = /^(?:\w+ )?(?:Queen |King )?(?:Elizabeth II|Charles III)\b/;

const cleaned = (name: string): string =>
  name
    .replace(/\s*\([^)]*\)/g, '')
    .replace(PREFIX, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Rows of the sources that are plain errors. */
const MISFILED: ReadonlySet<string> = new Set(['PRY George Walker Bush', 'PRY George Bush']);

const isUsable = (name: string): boolean => name.length > 1 && !JUNK.test(name);

const surnameOf = (row: OfficeFact): string => {
  const all = words(cleaned(row.person));
  return row.surname ? (words(row.surname).at(-1) ?? '') : (all.at(-1) ?? '');
};

const isSurnameFirst = (row: OfficeFact): boolean => {
  const all = words(cleaned(row.person));
  return all.length > 1 && Boolean(row.surname) && all[0] === words(row.surname ?? '')[0];
};

/** Whether a recorded other spelling is indeed one: rows of the sources sometimes carry another person's name. */
const isSpellingOf = (name: string, row: OfficeFact): boolean => {
  if (row.src.includes('hand') && !row.src.includes('wfb')) return true;
  const mine = words(cleaned(row.person));
  const other = words(name);
  const last = other.at(-1) ?? '';
  const shared = other.filter((w) => mine.includes(w)).length;
  if (shared >= 2) return true;
  const end = mine.at(-1) ?? '';
  return end.length > 3 && distance(last, end, 2) <= (end.length > 4 ? 2 : 1);
};

const namesOf = (row: OfficeFact): readonly string[] =>
  [row.person, ...(row.names ?? []).filter((name) => isSpellingOf(name, row))].map(cleaned).filter(isUsable);

const middles = (name: string): string =>
  words(name)
    .slice(1, -1)
    .map((word) => word[0])
    .join('');

/** Whether the middle names of the two contradict each other, as those of George H. W. and George W. Bush do. */
const differInMiddle = (a: Iterable<string>, b: Iterable<string>): boolean => {
  const first = [...a].map(middles).filter(Boolean);
  const second = [...b].map(middles).filter(Boolean);
  const agree = first.some((x) => second.some((y) => x.startsWith(y) || y.startsWith(x)));
  return first.length > 0 && second.length > 0 && !agree;
};

/** Whether a name of two words or more lies whole within a longer one of the other group. */
const isWithin = (a: Group, b: Group): boolean =>
  [...a.names].some((x) => {
    const short = words(x);
    return short.length > 1 && [...b.names].some((y) => short.every((word) => words(y).includes(word)));
  });

const startDay = (row: OfficeFact): string => row.from ?? row.attested?.[0] ?? row.seen?.[0] ?? '';
const yearOf = (row: OfficeFact): number => Number(startDay(row).slice(0, 4));

const DAY_MS = 86_400_000;
const areNear = (a: string, b: string): boolean =>
  a.length === 10 && b.length === 10 && Math.abs(Date.parse(a) - Date.parse(b)) <= 3 * DAY_MS;

const key = (name: string): string => {
  const all = words(name);
  return `${levelled(all[0] ?? '')} ${levelled(all.at(-1) ?? '')}`;
};

const sameFullName = (a: Group, b: Group): boolean => {
  const keys = new Set([...a.names].filter((n) => words(n).length > 1).map(key));
  const flat = new Set([...a.names].map((n) => [...words(n)].sort().join(' ')));
  return [...b.names].some(
    (n) => words(n).length > 1 && (keys.has(key(n)) || flat.has([...words(n)].sort().join(' '))),
  );
};

/** One generation is taken as 30 years between the nearest terms: beyond it one full name is two people. */
const GENERATION = 30;
const areContemporary = (a: Group, b: Group): boolean =>
  a.rows.some((x) => b.rows.some((y) => Math.abs(yearOf(x) - yearOf(y)) <= GENERATION));

const sameTerm = (a: OfficeFact, b: OfficeFact): boolean =>
  !isSurnameFirst(a) &&
  !isSurnameFirst(b) &&
  surnameOf(a) === surnameOf(b) &&
  areNear(startDay(a), startDay(b));

const areOne = (a: Group, b: Group): boolean => {
  if (!areContemporary(a, b)) return false;
  return sameFullName(a, b) ? !differInMiddle(a.names, b.names) : isWithin(a, b) || isWithin(b, a);
};

/** The state a country's rows are compared within: office holders of the Soviet Union went on in Russia. */
const family = (country: string): string => (country === 'SUN' ? 'RUS' : country);

const nameCount = (row: OfficeFact): number => row.names?.length ?? 0;

/** Rows with more spellings come first, so that a bare name joins the group that its term shows to be the right one. */
const groupRows = (rows: readonly OfficeFact[]): Group[] => {
  const groups: Group[] = [];
  for (const row of [...rows].sort((a, b) => nameCount(b) - nameCount(a))) {
    const lone: Group = { rows: [row], names: new Set(namesOf(row)) };
    const byTerm = groups.filter((g) => g.rows.some((r) => sameTerm(r, row)));
    const homes = byTerm.length > 0 ? byTerm : groups.filter((g) => areOne(g, lone));
    const home = homes[0];
    if (!home) {
      groups.push(lone);
      continue;
    }
    for (const other of [...homes.slice(1), lone]) {
      home.rows.push(...other.rows);
      for (const name of other.names) home.names.add(name);
      if (groups.includes(other)) groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups;
};

const score = (name: string, group: Group): number => {
  const all = words(name);
  let points = PREFERRED_NAMES.has(name) ? 100 : 0;
  for (const row of group.rows) {
    if (cleaned(row.person) === name) points += row.src[0] === 'hand' ? 10 : 1.5;
    if (row.names?.includes(name)) points += 1;
  }
  if (all.length === 2) points += 3;
  if (all.length === 1) points -= 8;
  if (/\b\p{L}\./u.test(name)) points -= 2;
  if (/\p{L}['’]\p{L}/u.test(name)) points -= 2;
  if (/[^\x20-\x7e]/.test(name)) points -= 1;
  return points;
};

/** First name and surname of a name that comes with its middle names. */
const shortened = (group: Group): readonly string[] =>
  group.rows.flatMap((row) => {
    const given = cleaned(row.person).split(' ');
    const first = given[0] ?? '';
    const last = given.at(-1) ?? '';
    const fits =
      given.length > 2 &&
      !isSurnameFirst(row) &&
      fold(last) === surnameOf(row) &&
      first.length > 2 &&
      !NUMERAL.test(last);
    return fits && isUsable(cleaned(row.person)) ? [`${first} ${last}`] : [];
  });

const surnameIn = (name: string, isFirst: boolean): string => {
  const parts = name.split(' ');
  if (isFirst) return parts[0] ?? name;
  const end = NUMERAL.test(parts.at(-1) ?? '') ? parts.length - 1 : parts.length;
  if (/^[IVX]+$/.test(parts.at(-1) ?? '')) return name;
  let start = end - 1;
  while (start > 1 && PARTICLE.test(parts[start - 1] ?? '')) start--;
  return parts.slice(start, end).join(' ');
};

const entryOf = (group: Group): PersonEntry | null => {
  const names = unique([...group.names, ...shortened(group)]);
  const ranked = [...names].sort((a, b) => score(b, group) - score(a, group) || byText(a, b));
  const name = ranked[0];
  if (name === undefined) return null;
  const isFirst = group.rows.some((row) => isSurnameFirst(row) && words(name)[0] === surnameOf(row));
  const aliases = names.filter((n) => n !== name && words(n).length > 1).sort(byText);
  return { id: slug(name) as EntityId, name, surname: surnameIn(name, isFirst), aliases };
};

const lastDayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The first or last day of a day, month or year. */
const bound = (value: string | null | undefined, end: boolean): Day | null => {
  if (!value) return null;
  const [year = '', month, day] = value.split('-');
  if (day) return value as Day;
  if (!end) return `${year}-${month ?? '01'}-01` as Day;
  return (month ? lastDayOf(Number(year), Number(month)) : `${year}-12-31`) as Day;
};

const SOFT = /successor|last seen|unknown/;

const termOf = (row: OfficeFact, person: EntityId): OfficeTerm => {
  const basis = row.to_basis ?? '';
  const isAttestedOnly = !row.from;
  const ended = row.to ?? (/last seen|unknown/.test(basis) ? row.seen?.[1] : null);
  const from = bound(row.from ?? row.attested?.[0], false);
  const to = bound(isAttestedOnly ? row.attested?.[1] : ended, true);
  return {
    country: row.country,
    office: row.office,
    title: titleOf(row.country, row.office, row.title ?? null),
    person,
    from,
    to: from !== null && to !== null && to < from ? null : to,
    soft: isAttestedOnly || SOFT.test(basis),
  };
};

const covers = (row: OfficeFact, day: string): boolean =>
  Boolean(row.from) && (row.from ?? '') <= day && (row.to ?? '9999') >= day;

/**
 * Whether a row that only a visit attests can stand: with a full name, and where no dated row gives the office to
 * somebody else. Visitors to a funeral are filed under the country they went to.
 */
const canStand = (
  row: OfficeFact,
  dated: readonly OfficeFact[],
  known: ReadonlyMap<string, string>,
): boolean => {
  const day = row.attested?.[0] ?? '';
  if (!cleaned(row.person).includes(' ')) return false;
  if (dated.some((d) => d.country === row.country && d.office === row.office && covers(d, day))) return false;
  const elsewhere = known.get(fold(row.person));
  return elsewhere === undefined || elsewhere === row.country;
};

const overlapsOrTouches = (a: OfficeTerm, b: OfficeTerm): boolean =>
  (a.from ?? '0') <= (b.to ?? '9999') && (b.from ?? '0') <= (a.to ?? '9999');

/** One term where two sources tell the same one. */
const mergeTerms = (terms: readonly OfficeTerm[]): readonly OfficeTerm[] => {
  const out: OfficeTerm[] = [];
  for (const term of [...terms].sort((a, b) => byText(a.from ?? '', b.from ?? ''))) {
    const last = out.at(-1);
    const same =
      last && last.office === term.office && last.country === term.country && last.title === term.title;
    if (!last || !same || !overlapsOrTouches(last, term)) {
      out.push(term);
      continue;
    }
    const ends = [last.to, term.to].toSorted();
    const to = ends.includes(null) ? null : (ends[1] ?? null);
    out[out.length - 1] = { ...last, to, soft: last.soft && term.soft };
  }
  return out;
};

const attach = (groups: readonly Group[], row: OfficeFact): void => {
  const surname = surnameOf(row);
  const near = groups.filter((g) =>
    g.rows.some((r) => surnameOf(r) === surname && Math.abs(yearOf(r) - yearOf(row)) <= 15),
  );
  const only = near.length === 1 ? near[0] : undefined;
  const held = only?.rows.some((r) => r.office === row.office) ?? true;
  if (only && !held) only.rows.push(row);
};

/** The rows that can be relied on: no plain errors, and visits only where nothing speaks against them. */
const select = (
  facts: readonly OfficeFact[],
): { readonly kept: readonly OfficeFact[]; readonly surnames: readonly OfficeFact[] } => {
  const isSound = (row: OfficeFact): boolean =>
    isUsable(cleaned(row.person)) &&
    !MISFILED.has(`${row.country} ${row.person}`) &&
    (row.country === 'GBR' || !REALMS.test(row.person));
  const usable = facts.filter(isSound);
  const dated = usable.filter((row) => row.from);
  const known = new Map(dated.flatMap((row) => namesOf(row).map((n) => [fold(n), row.country] as const)));
  const attested = usable.filter((row) => !row.from);
  return {
    kept: [...dated, ...attested.filter((row) => canStand(row, dated, known))],
    surnames: attested.filter((row) => !cleaned(row.person).includes(' ')),
  };
};

const groupCountry = (country: string, { kept, surnames }: ReturnType<typeof select>): readonly Group[] => {
  const groups = groupRows(kept.filter((row) => family(row.country) === country));
  for (const row of surnames.filter((r) => family(r.country) === country)) attach(groups, row);
  return groups;
};

/** Persons and their terms of office from the rows of all sources. */
export const buildPeople = (
  facts: readonly OfficeFact[],
): { readonly persons: readonly PersonEntry[]; readonly offices: readonly OfficeTerm[] } => {
  const rows = select(facts);
  const countries = unique(rows.kept.map((row) => family(row.country))).toSorted(
    (a, b) => Number(UNIONS.has(a)) - Number(UNIONS.has(b)) || byText(a, b),
  );
  const persons = new Map<string, PersonEntry>();
  const offices: OfficeTerm[] = [];
  for (const country of countries)
    for (const group of groupCountry(country, rows)) {
      const entry = entryOf(group);
      if (!entry) continue;
      const isTaken = persons.has(entry.id) && !UNIONS.has(country);
      const id = (isTaken ? `${entry.id}-${country.toLowerCase()}` : entry.id) as EntityId;
      const known = persons.get(id)?.aliases ?? [];
      persons.set(id, { ...entry, id, aliases: unique([...known, ...entry.aliases]) });
      offices.push(...mergeTerms(group.rows.map((row) => termOf(row, id))));
    }
  return {
    persons: [...persons.values()].sort((a, b) => byText(a.id, b.id)),
    offices: offices.sort(
      (a, b) =>
        byText(a.country, b.country) ||
        byText(a.office, b.office) ||
        byText(a.from ?? '', b.from ?? '') ||
        byText(a.person, b.person),
    ),
  };
};
