import { parseDay } from '../../lib/calendar.ts';
import type { Day } from '../../model/brand.ts';
import type { ClaimHead } from '../../model/store-port.ts';
import { differs } from '../accounts.ts';
import type { Certainty } from '../certainty.ts';
import { markOf } from '../timeline.ts';
import { CLOCKS, NO_STANCE, UNKNOWN } from './address.ts';
import type { NamedValue } from './index-values.ts';
import type { DeskLabels } from './labels.ts';
import { placesOf } from './placed.ts';
import type { Clock, Facet } from './types.ts';
import { FACETS } from './types.ts';

/** Numbers of columns. */
interface Columns {
  readonly facets: number;
  readonly certainty: Readonly<Record<Clock, number>>;
  /** Columns up to here hold numbers of sets of values. */
  readonly sets: number;
  readonly first: Readonly<Record<Clock, number>>;
  readonly last: Readonly<Record<Clock, number>>;
  readonly independent: number;
  readonly articles: number;
  /** From here on the columns are the index's own. */
  readonly own: number;
  /** 1 for the row of a claim, 0 for an earlier state of one. */
  readonly isRow: number;
  /** For rows: number of the day from which the claim is known. */
  readonly knownFrom: number;
  /** For rows: 1 when the claim was known in other states before. */
  readonly hasSteps: number;
  readonly all: number;
}

/**
 * The columns of the index: the facets in their order (`certainty` by the clock `happened`), the certainty by the two other
 * clocks, the first and last day by each clock, and how widely it is told.
 */
export const COLUMNS: Columns = {
  facets: FACETS.length,
  certainty: { happened: FACETS.indexOf('certainty'), said: FACETS.length, published: FACETS.length + 1 },
  sets: FACETS.length + 2,
  first: { happened: FACETS.length + 2, said: FACETS.length + 3, published: FACETS.length + 4 },
  last: { happened: FACETS.length + 5, said: FACETS.length + 6, published: FACETS.length + 7 },
  independent: FACETS.length + 8,
  articles: FACETS.length + 9,
  own: FACETS.length + 10,
  isRow: FACETS.length + 10,
  knownFrom: FACETS.length + 11,
  hasSteps: FACETS.length + 12,
  all: FACETS.length + 13,
};

/** Stands in a column of days for an open or unknown end. */
export const NO_DAY = -2_147_483_648;

/** The certainties in the order of lists: number in this list plus one is the number of its set. */
export const CERTAINTIES: readonly Certainty[] = ['dated', 'bounded', 'undated'];

/** The number of the set of certainties that is `undated`. */
export const UNDATED: number = CERTAINTIES.indexOf('undated') + 1;

/** What the index keeps of a claim: a value for each set column, and numbers for the others. */
export interface Facts {
  readonly values: readonly (readonly NamedValue[])[];
  readonly numbers: readonly number[];
}

/** Gives the facts of a claim under the names of the labels. */
export type FactsOf = (head: ClaimHead) => Facts;

/** Prepares the reading of claims under some labels. */
export const createFactsOf = (labels: DeskLabels): FactsOf => {
  const names: Names = {
    parties: new Map(labels.parties.map(({ id, name }) => [id, name])),
    issues: new Map(Object.entries(labels.issues)),
    types: new Map(Object.entries(labels.eventTypes)),
  };
  return (head) => {
    const places = placesOf(head);
    const certainties = CLOCKS.map((clock) => [plain(places[clock]?.certainty ?? 'undated')]);
    const values = FACETS.map((facet) =>
      facet === 'certainty' ? (certainties[0] ?? []) : READERS[facet](head, names),
    );
    return {
      values: [...values, ...certainties.slice(1)],
      numbers: [
        ...CLOCKS.map((clock) => dayNumber(places[clock]?.earliest ?? null)),
        ...CLOCKS.map((clock) => dayNumber(places[clock]?.latest ?? null)),
        head.witnesses.independent,
        head.witnesses.articles,
      ],
    };
  };
};

const dayNumber = (day: Day | null): number => (day === null ? NO_DAY : (parseDay(day) ?? NO_DAY));

interface Names {
  readonly parties: ReadonlyMap<string, string>;
  readonly issues: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, string>;
}

type Read = (head: ClaimHead, names: Names) => readonly NamedValue[];

const plain = (value: string): NamedValue => ({ value, label: value });
const NOTHING: readonly NamedValue[] = [];

type Entity = { readonly id: string; readonly name: string };
const entity = ({ id, name }: Entity): NamedValue => ({ value: id, label: name });

const READERS: Readonly<Record<Exclude<Facet, 'certainty'>, Read>> = {
  kind: (head) => [plain(head.kind)],
  speaker: (head) =>
    head.kind !== 'statement'
      ? NOTHING
      : [head.speaker === null ? { value: UNKNOWN, label: 'speaker not known' } : entity(head.speaker)],
  party: (head, { parties }) =>
    partiesOf(head).map(({ id, name }) => ({ value: id, label: parties.get(id) ?? name })),
  outlet: (head) =>
    head.tellings.map(({ outlet }) =>
      outlet === null ? { value: UNKNOWN, label: 'unnamed outlet' } : entity(outlet),
    ),
  via: (head) => {
    const via = head.tellings.flatMap((telling) => telling.via.map(entity));
    return via.length === 0 && head.kind === 'statement' ? head.via.map(entity) : via;
  },
  issue: (head, { issues }) =>
    head.kind === 'statement'
      ? head.issues.map(({ id }) => ({ value: id, label: issues.get(id) ?? id }))
      : NOTHING,
  stance: (head) =>
    head.kind === 'statement' ? head.issues.map(({ stance }) => plain(stance ?? NO_STANCE)) : NOTHING,
  act: (head) => (head.kind === 'statement' ? [plain(head.act)] : NOTHING),
  mode: (head) => (head.kind === 'statement' ? [plain(head.mode)] : NOTHING),
  type: (head, { types }) =>
    head.kind === 'event' ? [{ value: head.type, label: types.get(head.type) ?? head.type }] : NOTHING,
  status: (head) => (head.kind === 'event' ? [plain(markOf(head) ?? 'happened')] : NOTHING),
  place: (head) => (head.kind === 'event' && head.place !== null ? [plain(head.place)] : NOTHING),
  language: (head) => (head.kind === 'statement' ? [plain(head.language)] : NOTHING),
  differs: (head) => (differs(head) ? [plain('yes')] : NOTHING),
  background: (head) => (head.kind === 'event' && head.background ? [plain('yes')] : NOTHING),
};

const partiesOf = (head: ClaimHead): readonly Entity[] => {
  if (head.kind === 'statement') return head.behalf === null ? [] : [head.behalf];
  return head.participants.flatMap(({ party }) => party ?? []);
};
