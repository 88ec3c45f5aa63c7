import type { Pack, PackFile } from '../../model/pack.ts';
import { error, type PackFinding, warning } from './finding.ts';

const LISTS = [
  'parties',
  'persons',
  'places',
  'issues',
  'instruments',
  'gatherings',
  'periods',
  'outlets',
] as const;

/** Ids that stand twice in one list of a file; that one also stands in its base is meant. */
export const lintIds = (file: PackFile): readonly PackFinding[] =>
  LISTS.flatMap((list) => {
    const seen = new Set<string>();
    return (file[list] ?? []).flatMap(({ id }, i) => {
      const isTwice = seen.has(id);
      seen.add(id);
      return isTwice ? [error(`${list}.${i}.id`, 'duplicate-id', `${id} stands twice in ${list}`)] : [];
    });
  });

const dangling = (path: string, id: string, what: string): PackFinding =>
  error(path, 'dangling', `there is no ${what} ${id}`);

const lintPlaces = (pack: Pack, parties: ReadonlySet<string>): readonly PackFinding[] => {
  const ids = new Set<string>(pack.places.map((place) => place.id));
  return pack.places.flatMap((place, i) => [
    ...(place.partOf === null || ids.has(place.partOf)
      ? []
      : [dangling(`places.${i}.partOf`, place.partOf, 'place')]),
    ...Object.keys(place.names)
      .filter((party) => party !== 'other' && !parties.has(party))
      .map((party) => dangling(`places.${i}.names.${party}`, party, 'party')),
  ]);
};

/** Chains of `partOf` that come back to where they began. */
const lintCycles = (pack: Pack): readonly PackFinding[] => {
  const partOf = new Map<string, string | null>(pack.places.map((place) => [place.id, place.partOf]));
  return pack.places.flatMap((place, i) => {
    const seen = new Set<string>([place.id]);
    for (let up = place.partOf; up !== null; up = (partOf.get(up) ?? null) as typeof up) {
      if (up === place.id) return [error(`places.${i}.partOf`, 'cycle', `${place.id} is part of itself`)];
      if (seen.has(up)) return [];
      seen.add(up);
    }
    return [];
  });
};

/** Codes of states and organisations, which need not be parties of the dispute. */
const STATE_CODE = /^[a-z]{2,5}$/;

/** References to places, parties and persons that are not there. `known` are ids of persons beyond the pack. */
export const lintReferences = (pack: Pack, known: ReadonlySet<string>): readonly PackFinding[] => {
  const before = pack.parties.flatMap((party) => (party.predecessor ? [party.predecessor.id as string] : []));
  const parties = new Set<string>([...pack.parties.map((party) => party.id as string), ...before]);
  const persons = new Set<string>(pack.persons.map((person) => person.id));
  const isPerson = (id: string): boolean => persons.has(id) || known.has(id);
  return [
    ...lintPlaces(pack, parties),
    ...lintCycles(pack),
    ...pack.offices.flatMap((term, i) =>
      isPerson(term.person) ? [] : [dangling(`offices.${i}.person`, term.person, 'person')],
    ),
    ...pack.countedMeetings.flatMap((meeting, i) =>
      meeting.between.flatMap((id, j) =>
        isPerson(id) ? [] : [dangling(`countedMeetings.${i}.between.${j}`, id, 'person')],
      ),
    ),
    ...pack.instruments.flatMap((instrument, i) =>
      instrument.parties.flatMap((id, j) =>
        parties.has(id) || STATE_CODE.test(id)
          ? []
          : [dangling(`instruments.${i}.parties.${j}`, id, 'party')],
      ),
    ),
    ...pack.issues.flatMap((issue, i) =>
      Object.values(issue.cues).some((cues) => cues.length > 0)
        ? []
        : [warning(`issues.${i}.cues`, 'no-cues', `no text can be found to treat ${issue.id}`)],
    ),
  ];
};
