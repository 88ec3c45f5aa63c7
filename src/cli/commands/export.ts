import { type Cell, csvOf, type Table } from '../../api/csv.ts';
import { loadKnowledge } from '../../app/knowledge.ts';
import type { EventClaim } from '../../model/claim.ts';
import {
  CAMEO_COLUMNS,
  type Codes,
  cameoRows,
  codesOf,
  placeOf,
  ploverRecords,
  type SettlementAttempt,
  settlementAttempts,
} from '../../view/index.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { withRecord } from '../open.ts';
import { queryOf } from '../query.ts';

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
interface Format {
  readonly objects: (events: readonly EventClaim[], codes: Codes) => readonly unknown[];
  /** Which events it has no rows for. */
  readonly left: string;
  readonly csv: ((events: readonly EventClaim[], codes: Codes) => AsyncIterable<string>) | null;
}

const each = async function* <T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
};

const FORMATS: Readonly<Record<string, Format>> = {
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

/** `demarche export`: the events of the record in the manner of a codebook that others use. */
export const run = async (io: Io, [name]: readonly unknown[], given: Given): Promise<number> =>
  withRecord(given, async (store) => {
    const format = FORMATS[String(name)];
    // The parser of the command line takes no other name.
    if (format === undefined) throw new TypeError(`no format ${String(name)}`);
    const { pack } = await store.info();
    const codes = codesOf(await loadKnowledge({ pack }));
    const claims = await store.claims({ ...(await queryOf(store, given)), kind: 'event' });
    const events = claims.filter((claim) => claim.kind === 'event');
    const objects = format.objects(events, codes);
    if (!io.quiet)
      io.err(`${String(name)}: ${objects.length} rows from ${events.length} events. ${format.left}\n`);
    if (io.json || format.csv === null) for (const object of objects) await outJson(io, object);
    else for await (const text of format.csv(events, codes)) await io.out(text);
    return EXIT.ok;
  });
