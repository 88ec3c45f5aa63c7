import type { Day } from '../brand.ts';
import type { Knowledge, OfficeTerm } from '../knowledge.ts';
import type { EntityRef } from '../page.ts';
import { leadingOffices } from './leaders.ts';
import { titleTest } from './titles.ts';
import type { Holder } from './types.ts';

const covers = (term: OfficeTerm, day: Day): boolean =>
  (term.from ?? '') <= day && day <= (term.to ?? '9999-12-31');

const latestFirst = (a: OfficeTerm, b: OfficeTerm): number =>
  (b.from ?? '').localeCompare(a.from ?? '', 'en') || (b.to ?? '9999').localeCompare(a.to ?? '9999', 'en');

const DAY_MS = 86_400_000;
const days = (day: string): number => Date.parse(day) / DAY_MS;

/** Days between the day and the term; 0 within it. */
const gapTo = (term: OfficeTerm, day: Day): number => {
  if (covers(term, day)) return 0;
  if (term.from !== null && day < term.from) return days(term.from) - days(day);
  return term.to === null ? 0 : days(day) - days(term.to);
};

/** Of terms, latest first, the one nearest to the day, of equals the first; the latest where no day is asked for. */
const nearestTerm = (terms: readonly OfficeTerm[], day: Day | null): OfficeTerm | null => {
  let [nearest = null] = terms;
  if (nearest === null || day === null) return nearest;
  let least = gapTo(nearest, day);
  for (const term of terms) {
    if (least === 0) break;
    const gap = gapTo(term, day);
    if (gap < least) [nearest, least] = [term, gap];
  }
  return nearest;
};

const groupBy = (
  terms: readonly OfficeTerm[],
  key: (term: OfficeTerm) => string,
): ReadonlyMap<string, readonly OfficeTerm[]> => {
  const groups = new Map<string, OfficeTerm[]>();
  for (const term of terms) {
    const group = groups.get(key(term));
    if (group) group.push(term);
    else groups.set(key(term), [term]);
  }
  return groups;
};

/** What the terms of office tell. */
export interface TermIndex {
  /** Terms of a person, earliest first. */
  readonly of: (person: string) => readonly OfficeTerm[];
  /** Alpha-3 code of the state a person acts for on a day; by the nearest term where none covers it. */
  readonly countryOf: (person: string, day: Day | null) => string | null;
  readonly holders: (country: string, office: string, day: Day | null) => readonly Holder[];
  readonly leader: (country: string, day: Day | null) => Holder | null;
}

/** The state that a country code means on a day, where the pack says that another stood before it. */
export type Succession = (country: string, day: Day | null) => string;

const successionOf = (knowledge: Knowledge): Succession => {
  const parties = (knowledge.pack?.parties ?? []).filter((party) => party.predecessor !== null);
  return (country, day) => {
    if (day === null) return country;
    for (const { iso, predecessor } of parties) {
      const before = predecessor?.id.toUpperCase() ?? '';
      if (country !== iso && country !== before) continue;
      return day < (predecessor?.until ?? '') ? before : iso;
    }
    return country;
  };
};

/** An index over the terms of office. */
export const indexTerms = (
  knowledge: Knowledge,
  ref: (id: string) => EntityRef | null,
): TermIndex & { readonly succession: Succession } => {
  const byPerson = groupBy(knowledge.offices, (term) => term.person);
  const byCountry = groupBy(knowledge.offices, (term) => term.country);
  const sorted = new Map<string, readonly OfficeTerm[]>();
  /** Terms of a person, latest first; put in order when first asked for. */
  const ofPerson = (person: string): readonly OfficeTerm[] => {
    const known = sorted.get(person);
    const terms = byPerson.get(person);
    if (known !== undefined || terms === undefined) return known ?? [];
    const made = terms.toSorted(latestFirst);
    sorted.set(person, made);
    return made;
  };
  const succession = successionOf(knowledge);
  const leaderOffices = new Map(
    (knowledge.pack?.parties ?? []).map((party) => [party.iso, party.leaderOffice] as const),
  );

  /** One row a person: who is head of state and of government at once holds one presidency. */
  const asHolders = (terms: readonly OfficeTerm[]): readonly Holder[] => {
    const out = new Map<string, Holder>();
    for (const term of terms) {
      const person = ref(term.person);
      if (person && !out.has(person.id)) out.set(person.id, { person, term });
    }
    return [...out.values()];
  };
  const holders = (country: string, office: string, day: Day | null): readonly Holder[] => {
    const matches = titleTest(office);
    const terms = byCountry.get(succession(country.toUpperCase(), day)) ?? [];
    const held = terms.filter((term) => matches(term) && (day === null || covers(term, day)));
    return asHolders(held.toSorted(latestFirst));
  };

  return {
    succession,
    holders,
    of: (person) => byPerson.get(person) ?? [],
    countryOf: (person, day) => nearestTerm(ofPerson(person), day)?.country ?? null,
    leader: (country, day) => {
      const state = succession(country.toUpperCase(), day);
      const office = leaderOffices.get(state);
      const offices = [...(office ? [office] : []), ...leadingOffices(state, day)];
      for (const candidate of offices) {
        const holder = holders(state, candidate, day)[0];
        if (holder) return holder;
      }
      return null;
    },
  };
};
