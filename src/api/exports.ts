import type { EventClaim } from '../model/claim.ts';
import {
  CAMEO_COLUMNS,
  type Codes,
  cameoRows,
  placeOf,
  ploverRecords,
  type SettlementAttempt,
  settlementAttempts,
} from '../view/index.ts';
import { type Cell, csvOf, type Table } from './csv.ts';

/** The formats that events are exported in. */
export const EXPORT_NAMES = ['plover', 'cameo', 'icow'] as const;
/** One of {@link EXPORT_NAMES}. */
export type ExportName = (typeof EXPORT_NAMES)[number];

const CAMEO_TABLE: Table<readonly string[]> = CAMEO_COLUMNS.map((name, i) => [name, (row) => row[i] ?? '']);

const joined = (values: readonly string[]): Cell => values.join('; ');
const ids = (parties: SettlementAttempt['parties']): Cell => joined(parties.map(({ id }) => id));

const ICOW_TABLE: Table<SettlementAttempt> = [
  ['attempt', ({ id }) => id],
  ['mode', ({ mode }) => mode],
  ['scope', ({ scope }) => scope],
  ['party_ids', ({ parties }) => ids(parties)],
  ['parties', ({ parties }) => joined(parties.map(({ name }) => name))],
  ['from', ({ from }) => from],
  ['to', ({ to }) => to],
  ['agreement', ({ agreement }) => (agreement === null ? null : agreement ? 1 : 0)],
  ['concession_by', ({ concessionBy }) => ids(concessionBy)],
  ['bearing', ({ bearing }) => joined(bearing)],
  ['label', ({ label }) => label],
  ['outlets', ({ outlets }) => joined(outlets)],
  ['passages', ({ passages }) => joined(passages.map(placeOf))],
];

/** What one format writes: an object a line for programs, and lines of text for a spreadsheet where the format has a table. */
export interface Format {
  readonly objects: (events: readonly EventClaim[], codes: Codes) => readonly unknown[];
  /** Which events it has no rows for. */
  readonly left: string;
  readonly csv: ((events: readonly EventClaim[], codes: Codes) => AsyncIterable<string>) | null;
}

const each = async function* <T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
};

/** The formats by their names on the command line and in addresses. */
export const EXPORTS: Readonly<Record<ExportName, Format>> = {
  plover: {
    objects: ploverRecords,
    left: 'Left out: types without a root, and what did not come about.',
    csv: null,
  },
  cameo: {
    left: 'Left out: types without a code, what did not come about, and events with one known party.',
    objects: (events, codes) =>
      cameoRows(events, codes).map((row) =>
        Object.fromEntries(CAMEO_COLUMNS.map((name, i) => [name, row[i]])),
      ),
    csv: (events, codes) => csvOf(CAMEO_TABLE, each(cameoRows(events, codes))),
  },
  icow: {
    left: 'Attempts are talks, mediation, courts and force between two known parties that took place; plans and background are none.',
    objects: settlementAttempts,
    csv: (events, codes) => csvOf(ICOW_TABLE, each(settlementAttempts(events, codes))),
  },
};
