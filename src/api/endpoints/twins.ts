import type { z } from '@hono/zod-openapi';
import { DemarcheError } from '../../model/error.ts';
import { DATA_CACHE, isHeld, notModified, tagOf } from '../etag.ts';
import { bodyOf, inChunks } from '../stream.ts';
import type { Call, Endpoint } from '../types.ts';
import { DISPUTE, file, json, NOT_MODIFIED, pathParams, TROUBLES } from './responses.ts';

/** The media types of the twins that hold every row. */
export const JSONL_TYPE = 'application/jsonl; charset=utf-8';
/** CSV with a line of names. */
export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** A list with its three forms. `Row` is what one line of JSON Lines holds. */
export interface Twins<Row> {
  /** As in the address: `timeline`. */
  readonly name: string;
  readonly summary: string;
  readonly tag: string;
  readonly query: z.ZodType;
  /** Of the page of the list in JSON. */
  readonly schema: z.ZodType;
  readonly page: (call: Call) => Promise<Response>;
  readonly rows: (call: Call) => AsyncIterable<Row>;
  /** The rows as a table. */
  readonly csv: (rows: AsyncIterable<Row>) => AsyncIterable<string>;
  /** Whether it is made from the record, and so is another only under another version of it. */
  readonly isOfRecord: boolean;
}

/** A file that is left to be read to its end must be of a record that has been read to its end. */
const whenReady = async ({ options }: Call): Promise<void> => {
  const state = await options.desk.ready();
  if (state.kind !== 'failed') return;
  throw new DemarcheError('record-locked', state.message, state.hint === null ? {} : { hint: state.hint });
};

/** Each row as a line of JSON. */
export const jsonLines = async function* <Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
};

/** What stands above a file of a list: its name for saving, and its tag when it is made from the record. */
const fileHeaders = async (
  call: Call,
  file: { readonly name: string; readonly mediaType: string; readonly isOfRecord: boolean },
): Promise<Readonly<Record<string, string>>> => {
  const { name, mediaType, isOfRecord } = file;
  const headers = {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${call.options.desk.info.dispute}-${name}"`,
    'cache-control': DATA_CACHE,
  };
  if (!isOfRecord) return headers;
  await whenReady(call);
  return { ...headers, etag: tagOf(call, mediaType) };
};

/** An answer that is a file of rows, for saving. */
export const wholeFile = async (
  call: Call,
  file: { readonly name: string; readonly mediaType: string; readonly isOfRecord: boolean },
  pieces: () => AsyncIterable<string>,
): Promise<Response> => {
  const headers = await fileHeaders(call, file);
  const { etag } = headers;
  if (etag !== undefined && isHeld(call, etag)) return notModified(etag);
  if (call.c.req.method === 'HEAD') return new Response(null, { headers });
  return new Response(await bodyOf(inChunks(pieces())), { headers });
};

/** The three operations of a list: a page of it in JSON; all that matches as JSON Lines and as CSV. */
export const twins = <Row>(list: Twins<Row>): readonly Endpoint[] => {
  const { name, tag, summary, isOfRecord } = list;
  const request = { params: pathParams(), query: list.query as z.ZodObject };
  const route = (format: string, answer: ReturnType<typeof json>, about: string): Endpoint['route'] => ({
    method: 'get',
    path: `${DISPUTE}/${name}.${format}`,
    tags: [tag],
    summary: `${summary}${about}`,
    request,
    responses: { 200: answer, ...NOT_MODIFIED, ...TROUBLES },
  });
  return [
    {
      route: route('json', json(list.schema, summary), ''),
      handle: list.page,
    },
    {
      route: route('jsonl', file('application/jsonl', 'one row a line'), ', all rows as JSON Lines'),
      handle: (call) =>
        wholeFile(call, { name: `${name}.jsonl`, mediaType: JSONL_TYPE, isOfRecord }, () =>
          jsonLines(list.rows(call)),
        ),
    },
    {
      route: route('csv', file('text/csv', 'a table with a line of names'), ', all rows as CSV'),
      handle: (call) =>
        wholeFile(call, { name: `${name}.csv`, mediaType: CSV_TYPE, isOfRecord }, () =>
          list.csv(list.rows(call)),
        ),
    },
  ];
};
