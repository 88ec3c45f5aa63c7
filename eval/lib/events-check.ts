import { isEdtf } from '../../src/model/edtf/index.ts';
import { overlaps } from '../../src/model/span.ts';
import { type EventRow, type GoldEventRow, headlineEnd } from './events-gold.ts';
import type { StatementArticle } from './statements-gold.ts';

const LISTS = {
  realis: ['actual', 'ongoing', 'standing', 'planned', 'proposed', 'hypothetical', 'negated'],
  fate: ['held', 'cancelled', 'postponed', 'lapsed', null],
  outcome: ['agreement', 'partial', 'none', 'pending', null],
  stance: ['asserts', 'confirms', 'denies', 'doubts', 'declines'],
  basis: ['explicit', 'deictic', 'bounded', 'inferred', null],
} as const satisfies Partial<Record<keyof EventRow, readonly (string | null)[]>>;

/** What a row may name. */
export interface KnownEvents {
  readonly types: ReadonlySet<string>;
  /** Parties, persons and outlets of the pack. */
  readonly actors: ReadonlySet<string>;
}

const TEXT = 'text: ';

const listFaults = (row: EventRow, { types }: KnownEvents): readonly string[] => [
  ...Object.entries(LISTS).flatMap(([field, values]) => {
    const value = row[field as keyof typeof LISTS];
    return (values as readonly (string | null)[]).includes(value) ? [] : [`${field} ${value}`];
  }),
  ...[row.type, ...row.typeAlt].filter((type) => !types.has(type)).map((type) => `type ${type}`),
  ...(row.typeAlt.includes(row.type) ? ['its own type as another'] : []),
];

const timeFaults = ({ edtf, basis }: EventRow): readonly string[] => [
  ...((edtf === null) === (basis === null) ? [] : ['time without basis, or basis without time']),
  ...(edtf === null || isEdtf(edtf) ? [] : [`edtf ${edtf}`]),
];

const wordFaults = (row: EventRow, { actors }: KnownEvents, text: string): readonly string[] => {
  const named = [...row.actors, ...row.targets, ...row.mediators, ...row.maybe];
  const words = named.filter((who) => who.startsWith(TEXT)).map((who) => who.slice(TEXT.length));
  const ids = named.filter((who) => !who.startsWith(TEXT));
  return [
    ...ids.filter((id) => !actors.has(id)).map((id) => `actor ${id}`),
    ...[...words, row.object, row.place].flatMap((word) =>
      word === null || (word !== '' && text.includes(word)) ? [] : [`not in the text: ${word}`],
    ),
    ...(new Set(ids).size === ids.length ? [] : ['the same one twice']),
  ];
};

const fateFaults = ({ fate, realis, outcome, type }: EventRow): readonly string[] => [
  ...(fate === null || (fate === 'held' ? realis === 'actual' : realis === 'planned')
    ? []
    : [`fate ${fate} of what is ${realis}`]),
  ...(outcome === null || TALKS.has(type) ? [] : [`outcome of ${type}`]),
];

/** Types that may have an outcome. */
const TALKS: ReadonlySet<string> = new Set([
  'meet',
  'negotiate',
  'call',
  'mediate',
  'host_multilateral',
  'no_agreement',
]);

const orderFaults = (at: number, all: readonly GoldEventRow[]): readonly string[] => {
  const [row, last] = [all[at], all[at - 1]];
  if (row === undefined) return ['not found'];
  const { setting } = row;
  return [
    ...(last === undefined || last.anchor.start <= row.anchor.start ? [] : ['out of order']),
    ...(last !== undefined && overlaps(last.anchor, row.anchor) ? ['anchor of another'] : []),
    ...(setting === null || (setting !== at && all[setting] !== undefined) ? [] : [`setting ${setting}`]),
  ];
};

/** Everything wrong with one article's rows: closed lists, ids, types, EDTF, words, order. Each fault names the article and the row. */
export const eventFaults = (
  article: StatementArticle,
  rows: readonly EventRow[],
  found: readonly GoldEventRow[],
  known: KnownEvents,
): readonly string[] =>
  rows.flatMap((row, at) =>
    [
      ...listFaults(row, known),
      ...timeFaults(row),
      ...wordFaults(row, known, article.text),
      ...fateFaults(row),
      ...orderFaults(at, found),
      ...((found[at]?.anchor.start ?? 0) < headlineEnd(article.text) ? ['in the headline'] : []),
    ].map((fault) => `${article.id} row ${at}: ${fault}`),
  );
