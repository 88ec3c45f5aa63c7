import type { ReadQuery } from '../../view/desk/address.ts';
import { claimQuery, readClaimQuery, readSourceQuery } from '../../view/desk/address.ts';
import type {
  ClaimListQuery,
  DeskRow,
  Job,
  MapPlace,
  SourceListQuery,
  SourceRow,
} from '../../view/desk/types.ts';
import { answerJson, sendJson } from '../answer.ts';
import type { SourceLine } from '../columns.ts';
import { CLAIM_TABLE, JOB_TABLE, PLACE_TABLE, SOURCE_TABLE, sourceLines } from '../columns.ts';
import { csvOf } from '../csv.ts';
import { claimParams, jobParams, sourceParams } from '../params.ts';
import { read } from '../read.ts';
import { claimList } from '../schema/claims.ts';
import { sourceList } from '../schema/pages.ts';
import { jobList, mapView } from '../schema/views.ts';
import type { Call, Endpoint } from '../types.ts';
import type { Twins } from './twins.ts';
import { twins } from './twins.ts';

type Asked<Query> = ReadQuery<Query>;

const claimsAsked = ({ params }: Call): Asked<ClaimListQuery> => readClaimQuery(params);

/** The room of statements lists nothing else, whatever the address says of kinds. */
const statementsAsked = ({ params }: Call): Asked<ClaimListQuery> => {
  const others = new URLSearchParams(params);
  others.delete('kind');
  const { query, unknown } = readClaimQuery(others);
  const kinds = params.getAll('kind').filter((kind) => kind !== '' && kind !== 'statement');
  return {
    query: { ...query, facets: { ...query.facets, kind: { in: ['statement'], out: [] } } },
    unknown: [...unknown, ...kinds.map((kind) => `kind=${kind}`.slice(0, 200))],
  };
};

/** In the room of statements, rows without any filter are all statements. */
const ofStatements = async ({ options }: Call): Promise<number> => {
  const facets = { kind: { in: ['statement'], out: [] } };
  return (await options.desk.list(claimQuery({ facets, limit: 0 }))).total;
};

const claims = (
  name: string,
  summary: string,
  asked: (call: Call) => Asked<ClaimListQuery>,
  countAll: ((call: Call) => Promise<number>) | null = null,
): Twins<DeskRow> => ({
  name,
  summary,
  tag: 'claims',
  query: claimParams,
  schema: claimList,
  page: (call) =>
    answerJson(call, async () => {
      const { query, unknown } = asked(call);
      const list = await call.options.desk.list(query, unknown);
      return { body: countAll === null ? list : { ...list, of: await countAll(call) } };
    }),
  rows: (call) => call.options.desk.rows(asked(call).query),
  csv: (rows) => csvOf(CLAIM_TABLE, rows),
  isOfRecord: true,
});

const sourcesAsked = ({ params }: Call): Asked<SourceListQuery> => readSourceQuery(params);

const withCopies = async function* (rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceLine> {
  for await (const row of rows) yield* sourceLines(row);
};

const sources: Twins<SourceRow> = {
  name: 'sources',
  summary: 'pages with outlet, wire, and the day they count as published',
  tag: 'pages',
  query: sourceParams,
  schema: sourceList,
  page: (call) =>
    answerJson(call, async () => {
      const { query, unknown } = sourcesAsked(call);
      return { body: await call.options.desk.sources(query, unknown) };
    }),
  rows: (call) => call.options.desk.sourceRows(sourcesAsked(call).query),
  csv: (rows) => csvOf(SOURCE_TABLE, withCopies(rows)),
  isOfRecord: true,
};

const places: Twins<MapPlace> = {
  name: 'places',
  summary: 'places with the events that the filters leave there',
  tag: 'claims',
  query: claimParams,
  schema: mapView,
  page: (call) =>
    answerJson(call, async () => ({ body: await call.options.desk.map(claimsAsked(call).query) })),
  rows: async function* (call) {
    yield* (await call.options.desk.map(claimsAsked(call).query)).places;
  },
  csv: (rows) => csvOf(PLACE_TABLE, rows),
  isOfRecord: true,
};

const newestFirst = ({ options }: Call): readonly Job[] =>
  (options.jobs?.list() ?? []).toSorted((a, b) =>
    a.created === b.created ? (a.id < b.id ? 1 : -1) : a.created < b.created ? 1 : -1,
  );

const jobs: Twins<Job> = {
  name: 'jobs',
  summary: 'imports since the server was started, the newest first',
  tag: 'imports',
  query: jobParams,
  schema: jobList,
  page: async (call) => {
    const { offset, limit } = read(jobParams, call.params);
    const all = newestFirst(call);
    return sendJson(call, {
      writable: call.options.jobs !== null,
      jobs: all.slice(offset, offset + limit),
      total: all.length,
      offset,
      limit,
    });
  },
  rows: async function* (call) {
    yield* newestFirst(call);
  },
  csv: (rows) => csvOf(JOB_TABLE, rows),
  isOfRecord: false,
};

/** Every list in its three forms. */
export const lists: readonly Endpoint[] = [
  ...twins(claims('timeline', 'what happened and was said, by date', claimsAsked)),
  ...twins(claims('statements', 'who said what', statementsAsked, ofStatements)),
  ...twins(sources),
  ...twins(places),
  ...twins(jobs),
];
