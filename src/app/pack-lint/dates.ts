import type { Day } from '../../model/brand.ts';
import { isEdtf } from '../../model/edtf/index.ts';
import type { OfficeTerm } from '../../model/knowledge.ts';
import type { Pack } from '../../model/pack.ts';
import { error, type PackFinding, warning } from './finding.ts';

/** Offices that one person holds at a time. */
const SINGLE: ReadonlySet<string> = new Set([
  'head_of_state',
  'head_of_government',
  'foreign_minister',
  'defence_minister',
]);

interface Placed {
  readonly term: OfficeTerm;
  readonly row: number;
}

const startOf = (term: OfficeTerm): string => term.from ?? '0000';
const endOf = (term: OfficeTerm): string => term.to ?? '9999-12-31';

/** Terms that share more than the day of handing over. */
const overlap = (a: OfficeTerm, b: OfficeTerm): boolean => startOf(a) < endOf(b) && startOf(b) < endOf(a);

const grouped = (
  placed: readonly Placed[],
  key: (term: OfficeTerm) => string,
): readonly (readonly Placed[])[] => {
  const groups = new Map<string, Placed[]>();
  for (const row of placed) {
    const group = groups.get(key(row.term)) ?? [];
    groups.set(key(row.term), group);
    group.push(row);
  }
  return [...groups.values()];
};

/** Neighbours in time that overlap, the one that stands first in the pack ahead. */
const overlapping = (group: readonly Placed[]): readonly (readonly [Placed, Placed])[] => {
  const inOrder = group.toSorted((a, b) => startOf(a.term).localeCompare(startOf(b.term), 'en'));
  return inOrder.flatMap((row, i) => {
    const next = inOrder[i + 1];
    if (!next || !overlap(row.term, next.term)) return [];
    return [row.row < next.row ? ([row, next] as const) : ([next, row] as const)];
  });
};

const pathOf = ({ row }: Placed): string => `offices.${row}`;

const told = ({ term }: Placed): string =>
  `the term of ${term.person} that begins ${term.from ?? 'on an unknown day'}`;

const lintOwnTerms = (placed: readonly Placed[]): readonly PackFinding[] =>
  grouped(placed, ({ country, office, title, person }) => [country, office, title, person].join(' '))
    .flatMap(overlapping)
    .map(([a, b]) => error(pathOf(b), 'term-overlap', `overlaps ${told(a)}`));

const lintSharedTerms = (placed: readonly Placed[]): readonly PackFinding[] =>
  grouped(
    placed.filter(({ term }) => SINGLE.has(term.office) && !term.soft),
    ({ country, office }) => `${country} ${office}`,
  )
    .flatMap(overlapping)
    .filter(([a, b]) => a.term.person !== b.term.person)
    .map(([a, b]) => warning(pathOf(b), 'term-overlap', `two hold one office: see ${told(a)}`));

/** Terms of office that end before they begin, or that overlap. */
export const lintTerms = (pack: Pack): readonly PackFinding[] => {
  const placed = pack.offices.map((term, row) => ({ term, row }));
  const reversed = placed.filter(({ term }) => startOf(term) > endOf(term));
  return [
    ...reversed.map((row) => error(pathOf(row), 'term-reversed', 'ends before it begins')),
    ...lintOwnTerms(placed),
    ...lintSharedTerms(placed),
  ];
};

const notEdtf = (path: string, text: string): readonly PackFinding[] =>
  isEdtf(text) ? [] : [error(path, 'edtf', `${text} is no date that EDTF knows`)];

const notDay = (path: string, value: Day | string | null): readonly PackFinding[] =>
  value === null ? [] : notEdtf(path, value);

/** Dates that are none: no such day, no EDTF, or bounds that disagree with each other. */
export const lintDates = (pack: Pack): readonly PackFinding[] => [
  ...pack.parties.flatMap(({ predecessor }, i) =>
    notDay(`parties.${i}.predecessor.until`, predecessor?.until ?? null),
  ),
  ...pack.offices.flatMap(({ from, to }, i) => [
    ...notDay(`offices.${i}.from`, from),
    ...notDay(`offices.${i}.to`, to),
  ]),
  ...pack.instruments.flatMap(({ edtf }, i) => notEdtf(`instruments.${i}.edtf`, edtf)),
  ...(pack.periods ?? []).flatMap(({ edtf, start, end }, i) => [
    ...notEdtf(`periods.${i}.edtf`, edtf),
    ...notDay(`periods.${i}.start`, start ?? null),
    ...notDay(`periods.${i}.end`, end ?? null),
  ]),
  ...pack.countedMeetings.flatMap(({ edtf }, i) => notEdtf(`countedMeetings.${i}.edtf`, edtf)),
  ...pack.gatherings.flatMap(({ edtf, from, to, year }, i) => [
    ...notEdtf(`gatherings.${i}.edtf`, edtf),
    ...notDay(`gatherings.${i}.from`, from),
    ...notDay(`gatherings.${i}.to`, to),
    ...(from !== null && to !== null && to < from
      ? [error(`gatherings.${i}.to`, 'dates-disagree', 'ends before it begins')]
      : []),
    ...(from !== null && !from.startsWith(String(year))
      ? [warning(`gatherings.${i}.year`, 'dates-disagree', `${year} is not the year of ${from}`)]
      : []),
  ]),
];
