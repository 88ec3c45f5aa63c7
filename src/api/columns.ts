import type { Clock, DeskRow, Job, MapPlace, SourceRow } from '../view/desk/types.ts';
import type { Cell, Table } from './csv.ts';

/** Several values in one cell. */
const joined = (values: readonly string[]): string => values.join('; ');
const names = (things: readonly { readonly name: string }[]): string =>
  joined(things.map(({ name }) => name));
const ids = (things: readonly { readonly id: string }[]): string => joined(things.map(({ id }) => id));

const timeOf = (clock: Clock): Table<DeskRow> => [
  [clock, ({ times }) => times[clock]?.edtf ?? null],
  [`${clock}_from`, ({ times }) => times[clock]?.earliest ?? null],
  [`${clock}_to`, ({ times }) => times[clock]?.latest ?? null],
  [`${clock}_certainty`, ({ times }) => times[clock]?.certainty ?? null],
];

/** A claim as a row of a table: times in EDTF with their bounds as days, things by id and name. */
export const CLAIM_TABLE: Table<DeskRow> = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ...timeOf('happened'),
  ...timeOf('said'),
  ...timeOf('published'),
  ['label', ({ label }) => label],
  ['party_ids', ({ parties }) => ids(parties)],
  ['parties', ({ parties }) => names(parties)],
  ['speaker_id', ({ speaker }) => speaker?.id ?? null],
  ['speaker', ({ speaker }) => speaker?.name ?? null],
  ['behalf_id', ({ behalf }) => behalf?.id ?? null],
  ['behalf', ({ behalf }) => behalf?.name ?? null],
  ['addressee', ({ addressee }) => addressee],
  ['act', ({ act }) => act],
  ['mode', ({ mode }) => mode],
  ['wording', ({ wording }) => wording],
  ['language', ({ language }) => language],
  ['chain', ({ chain }) => chain],
  ['issue_ids', ({ issues }) => ids(issues)],
  ['issues', ({ issues }) => joined(issues.map(({ label }) => label))],
  ['stances', ({ issues }) => joined(issues.map(({ stance }) => stance ?? 'not found'))],
  ['type_id', ({ type }) => type?.id ?? null],
  ['type', ({ type }) => type?.label ?? null],
  ['status', ({ status }) => status],
  ['place', ({ place }) => place],
  ['background', ({ background }) => background],
  ['articles', ({ witnesses }) => witnesses.articles],
  ['outlets', ({ witnesses }) => witnesses.outlets],
  ['independent', ({ witnesses }) => witnesses.independent],
  ['differs', ({ differs }) => joined(differs)],
  ['article', ({ at }) => at.article],
  ['revision', ({ at }) => at.revision],
  ['start', ({ at }) => at.start],
  ['end', ({ at }) => at.end],
];

/** A page of a list, or a copy folded below one. */
export interface SourceLine {
  readonly row: SourceRow;
  /** The page below which it stands; null when it stands for itself. */
  readonly copyOf: string | null;
}

/** A page with a line for each copy folded below it. */
export const sourceLines = (row: SourceRow): readonly SourceLine[] => [
  { row, copyOf: null },
  ...row.copies.map((copy) => ({ row: copy, copyOf: row.id })),
];

const rejectedOf = ({ rejected }: SourceRow): Cell =>
  joined(rejected.map((reading) => `${reading.edtf} (${reading.rejected?.reason ?? ''})`));

/** A page as a row of a table. */
export const SOURCE_TABLE: Table<SourceLine> = [
  ['id', ({ row }) => row.id],
  ['copy_of', ({ copyOf }) => copyOf],
  ['page', ({ row }) => row.page],
  ['title', ({ row }) => row.title],
  ['outlet_id', ({ row }) => row.outlet?.id ?? null],
  ['outlet', ({ row }) => row.outlet?.name ?? null],
  ['wire_ids', ({ row }) => ids(row.wires)],
  ['wires', ({ row }) => names(row.wires)],
  ['byline', ({ row }) => row.byline],
  ['language', ({ row }) => row.language],
  ['published', ({ row }) => row.published?.edtf ?? null],
  ['published_raw', ({ row }) => row.published?.raw ?? null],
  ['published_rule', ({ row }) => row.published?.rule ?? null],
  ['published_why', ({ row }) => row.published?.why ?? null],
  ['dated', ({ row }) => row.dated],
  ['rejected', ({ row }) => rejectedOf(row)],
  ['path', ({ row }) => row.path],
  ['url', ({ row }) => row.url],
  ['media_type', ({ row }) => row.mediaType],
  ['statements', ({ row }) => row.statements],
  ['events', ({ row }) => row.events],
  ['group', ({ row }) => row.group?.id ?? null],
  ['group_articles', ({ row }) => row.group?.articles ?? null],
  ['error_code', ({ row }) => row.error?.code ?? null],
  ['error', ({ row }) => row.error?.message ?? null],
];

const nameOf = ({ party, language, name }: MapPlace['names'][number]): string =>
  `${name} (${party === null ? '' : `${party.name}, `}${language})`;

/** A place as a row of a table. */
export const PLACE_TABLE: Table<MapPlace> = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['latitude', ({ at }) => at[0]],
  ['longitude', ({ at }) => at[1]],
  ['disputed', ({ disputed }) => disputed],
  ['names', (place) => joined(place.names.map(nameOf))],
  ['events', ({ events }) => events],
];

/** An import as a row of a table. */
export const JOB_TABLE: Table<Job> = [
  ['id', ({ id }) => id],
  ['state', ({ state }) => state],
  ['what', ({ what }) => what],
  ['created', ({ created }) => created],
  ['ended', ({ ended }) => ended],
  ['step', ({ step }) => step],
  ['done', ({ done }) => done],
  ['total', ({ total }) => total],
  ['added', ({ counts }) => counts.added],
  ['known', ({ counts }) => counts.known],
  ['reread', ({ counts }) => counts.reread],
  ['failed', ({ counts }) => counts.failed],
  ['claims_added', ({ claims }) => claims?.added ?? null],
  ['claims_changed', ({ claims }) => claims?.changed ?? null],
  ['claims_closed', ({ claims }) => claims?.closed ?? null],
  ['error_code', ({ error }) => error?.code ?? null],
  ['error', ({ error }) => error?.message ?? null],
];
