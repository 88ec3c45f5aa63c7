import type { Desk, DeskEvent, JobInput, Jobs } from '../../../src/app/desk/types.ts';
import { day, disputeId, instant } from '../../../src/model/brand.ts';
import { DemarcheError } from '../../../src/model/error.ts';
import type { EventRoot, EventType } from '../../../src/model/knowledge.ts';
import type {
  ClaimListQuery,
  DeskRow,
  DeskState,
  Job,
  SourceListQuery,
  SourceRow,
} from '../../../src/view/desk/types.ts';
import { anEvent } from '../../support/builders.ts';
import {
  ARTICLE,
  card,
  eventRow,
  job,
  overview,
  PAGE,
  place,
  REVISION,
  reader,
  sourceRow,
  statementRow,
} from './rows.ts';

const MEET = {
  id: 'meet',
  root: 'CONSULT',
  plover: 'CONSULT',
  cameo: '040',
  icow: 'attbilat',
} as unknown as EventType;

/** A small desk, of which the tests can change what it has. */
export interface FakeDesk extends Desk {
  rowsHeld: readonly DeskRow[];
  sourcesHeld: readonly SourceRow[];
  stateHeld: DeskState;
  versionHeld: string;
  /** Thrown by every method that reads. */
  trouble: Error | null;
  /** Rows that were read to be streamed, and streams that were ended before their end. */
  pulled: number;
  returned: number;
  readonly tell: (event: DeskEvent) => void;
  readonly listeners: Set<(event: DeskEvent) => void>;
}

const matches = (row: DeskRow, { q, facets }: ClaimListQuery): boolean => {
  const kinds = facets.kind?.in ?? [];
  const speakers = facets.speaker?.in ?? [];
  return (
    row.label.includes(q) &&
    (kinds.length === 0 || kinds.includes(row.kind)) &&
    (speakers.length === 0 || speakers.includes(row.speaker?.id ?? '')) &&
    !(facets.speaker?.out ?? []).includes(row.speaker?.id ?? '')
  );
};

const sourceMatches = (row: SourceRow, { q, facets }: SourceListQuery): boolean =>
  (row.title ?? '').includes(q) &&
  (facets.outlet === undefined || facets.outlet.in.includes(row.outlet?.id ?? ''));

export const BYTES = new TextEncoder().encode('<script>alert(1)</script>');

export const fakeDesk = (): FakeDesk => {
  const listeners = new Set<(event: DeskEvent) => void>();
  const works = (): void => {
    if (desk.trouble !== null) throw desk.trouble;
  };
  const head = () => ({ state: desk.stateHeld, version: desk.versionHeld });
  const desk: FakeDesk = {
    rowsHeld: [
      statementRow(0xaaaa1),
      statementRow(0xaaaa2, { speaker: { id: 'tam-brill', name: 'Tam Brill' } }),
      eventRow(0xbbbb1),
    ],
    sourcesHeld: [sourceRow()],
    stateHeld: { kind: 'ready' },
    versionHeld: '1',
    trouble: null,
    pulled: 0,
    returned: 0,
    listeners,
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
    info: {
      dispute: disputeId('orland'),
      title: 'The lighthouse of Orland',
      pack: null,
      schema: 1,
      created: instant('2024-05-01T10:00:00Z'),
    },
    state: () => desk.stateHeld,
    version: () => desk.versionHeld,
    ready: async () => desk.stateHeld,
    list: async (query, unknown = []) => {
      works();
      const found = desk.rowsHeld.filter((row) => matches(row, query));
      return {
        ...head(),
        unknown,
        total: found.length,
        of: desk.rowsHeld.length,
        offset: query.offset,
        limit: query.limit,
        query,
        rows: found.slice(query.offset, query.offset + query.limit),
        facets: [
          { facet: 'kind', values: [{ value: 'event', label: 'event', count: 1, chosen: null }], more: 0 },
        ],
        explained: query.q === '' ? null : query.q,
        relax: [],
        known: query.asOf === null ? null : { first: day('2016-12-16'), undated: 0 },
      };
    },
    rows: async function* (query) {
      works();
      let done = false;
      try {
        for (const row of desk.rowsHeld.filter((one) => matches(one, query))) {
          desk.pulled++;
          yield row;
        }
        done = true;
      } finally {
        if (!done) desk.returned++;
      }
    },
    events: async ({ q }) => {
      works();
      return {
        events: [anEvent()].filter(({ label }) => label.includes(q)),
        codes: {
          types: new Map([['meet', MEET]]),
          roots: [{ id: 'CONSULT', quad: 1, planned: 'AGREE', negated: 'REJECT' } as unknown as EventRoot],
        },
      };
    },
    strip: async ({ clock }, bins) => {
      works();
      const from = day('2016-12-01');
      const to = day('2016-12-31');
      return {
        clock,
        bins: Array.from({ length: bins }, () => ({ from, to, statements: 1, events: 0 })),
        span: { from, to },
        gaps: [],
        bounded: 0,
        undated: 0,
        version: desk.versionHeld,
      };
    },
    card: async (id) => {
      works();
      if (id.length < 4)
        throw new DemarcheError('claim-unknown', 'too short', { hint: 'give four characters' });
      const row = desk.rowsHeld.find((one) => one.id.startsWith(id));
      if (row !== undefined) return card(row, desk.versionHeld);
      const closed = id === 's-00000000dead';
      return {
        id,
        what: closed ? 'closed' : 'unknown',
        until: closed ? instant('2024-05-02T10:00:00Z') : null,
        label: closed ? 'Ada Voss said: the ferry stays' : null,
        exact: closed ? [{ article: ARTICLE, text: 'the ferry stays' }] : [],
        successors: [],
      };
    },
    sources: async (query, unknown = []) => {
      works();
      const found = desk.sourcesHeld.filter((row) => sourceMatches(row, query));
      return {
        ...head(),
        unknown,
        total: found.length,
        of: desk.sourcesHeld.length,
        offset: query.offset,
        limit: query.limit,
        q: query.q,
        fold: query.fold,
        texts: found.length,
        rows: found.slice(query.offset, query.offset + query.limit),
        facets: [
          {
            facet: 'caught',
            values: [{ value: 'crawl-clock', label: 'clock', count: 1, chosen: null }],
            more: 0,
          },
        ],
        failures: [],
      };
    },
    sourceRows: async function* (query) {
      works();
      yield* desk.sourcesHeld.filter((row) => sourceMatches(row, query));
    },
    reader: async (article, revision) => {
      works();
      const row = desk.sourcesHeld.find(({ id }) => id === article);
      if (row === undefined || (revision !== null && !REVISION.startsWith(revision))) return null;
      return reader(row, desk.versionHeld);
    },
    overview: async () => {
      works();
      return overview(head());
    },
    map: async () => {
      works();
      return { ...head(), places: [place()], unplaced: 1, unknownPlaces: [{ name: 'Sel Bay', events: 1 }] };
    },
    jump: async (q, limit) => {
      works();
      return [{ what: 'person' as const, id: 'ada-voss', label: 'Ada Voss', detail: q }].slice(0, limit);
    },
    bytes: async (page) => {
      works();
      return page === PAGE ? { bytes: BYTES, name: 'a "page"\r\n/../x; y=жé.html' } : null;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => undefined,
  };
  return desk;
};

/** Imports that only remember what was asked for. */
export interface FakeJobs extends Jobs {
  readonly inputs: JobInput[];
  readonly held: Job[];
  readonly tell: (job: Job) => void;
  readonly listeners: Set<(job: Job) => void>;
}

export const fakeJobs = (): FakeJobs => {
  const listeners = new Set<(job: Job) => void>();
  const jobs: FakeJobs = {
    inputs: [],
    held: [],
    listeners,
    tell: (one) => {
      for (const listener of listeners) listener(one);
    },
    list: () => jobs.held,
    get: (id) => jobs.held.find((one) => one.id === id) ?? null,
    submit: async (input) => {
      if (input.kind === 'text' && input.text.trim() === '')
        throw new DemarcheError('usage', 'the text is empty', { hint: 'paste a text' });
      jobs.inputs.push(input);
      const made = job(`j${jobs.inputs.length}`, { state: 'queued', step: 'waiting' });
      jobs.held.push(made);
      return made;
    },
    cancel: async (id) => {
      const found = jobs.get(id);
      return found === null
        ? null
        : { ...found, state: 'cancelled', step: 'over', ended: instant('2024-05-01T11:00:00Z') };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => undefined,
  };
  return jobs;
};
