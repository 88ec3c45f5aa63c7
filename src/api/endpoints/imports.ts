import { z } from '@hono/zod-openapi';
import type { JobFile, JobInput, Jobs } from '../../app/desk/types.ts';
import { DemarcheError } from '../../model/error.ts';
import { sendJson } from '../answer.ts';
import { readBody } from '../body.ts';
import { notFound, problemResponse } from '../problem.ts';
import { check } from '../read.ts';
import { job } from '../schema/views.ts';
import type { Call, Endpoint } from '../types.ts';
import { DISPUTE, json, NOT_MODIFIED, PROBLEM, pathParams, TROUBLES } from './responses.ts';

const MIB = 1024 * 1024;
/** Most bytes of a form with files. */
const MOST_FILES = 200 * MIB;
/** Most bytes of JSON: a pasted text of up to 8 MiB, escaped. */
const MOST_JSON = 16 * MIB;
/** Most characters of a pasted text. */
const MOST_TEXT = 8 * MIB;

const pasted = z
  .strictObject({
    text: z.string().max(MOST_TEXT),
    name: z.string().max(500).nullish(),
    url: z.string().max(4000).nullish(),
  })
  .openapi('PastedText');

const named = z
  .strictObject({ addresses: z.array(z.string().max(4000)).min(1).max(1000) })
  .openapi('Addresses');

const form = z
  .object({
    files: z
      .array(z.string().openapi({ format: 'binary' }))
      .openapi({ description: 'files; their names may hold folders' }),
  })
  .openapi('Files');

const sent: z.ZodType<z.infer<typeof pasted> | z.infer<typeof named>> = z.union([pasted, named]);

const jsonInput = async (request: Request): Promise<JobInput> => {
  const bytes = await readBody(request, MOST_JSON);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new DemarcheError('usage', 'the body is no JSON', { cause });
  }
  const input = check(sent, value, 'the body');
  return 'addresses' in input
    ? { kind: 'addresses', addresses: input.addresses }
    : { kind: 'text', text: input.text, name: input.name ?? null, url: input.url ?? null };
};

const formData = async (bytes: Uint8Array, contentType: string): Promise<FormData> => {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new DemarcheError('usage', 'the form cannot be read', { cause });
  }
};

const filesInput = async (request: Request, contentType: string): Promise<JobInput> => {
  const files: JobFile[] = [];
  for (const [, value] of await formData(await readBody(request, MOST_FILES), contentType))
    if (typeof value !== 'string' && value.name !== '')
      files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  if (files.length > 0) return { kind: 'files', files };
  throw new DemarcheError('usage', 'the form holds no file');
};

const inputOf = async (request: Request): Promise<JobInput | null> => {
  const contentType = request.headers.get('content-type') ?? '';
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase();
  if (mediaType === 'application/json') return jsonInput(request);
  if (mediaType === 'multipart/form-data') return filesInput(request, contentType);
  return null;
};

const readOnly = (): Response =>
  problemResponse({
    status: 403,
    code: 'read-only',
    detail: 'this desk is open for reading only',
    hint: 'start it without --read-only',
  });

/** Does something with the imports, when there may be any. */
const withJobs =
  (use: (jobs: Jobs, call: Call) => Promise<Response>): Endpoint['handle'] =>
  async (call) =>
    call.options.jobs === null ? readOnly() : use(call.options.jobs, call);

const noJob = (): Response => notFound('there is no such import', 'imports are known until the server stops');

const submit: Endpoint = {
  route: {
    method: 'post',
    path: `${DISPUTE}/jobs`,
    tags: ['imports'],
    summary: 'import files, a pasted text, or the pages at some addresses',
    request: {
      params: pathParams(),
      body: {
        required: true,
        content: { 'application/json': { schema: sent }, 'multipart/form-data': { schema: form } },
      },
    },
    responses: {
      202: json(job, 'the import, waiting or running'),
      ...TROUBLES,
      413: { description: 'more than 200 MiB of files, or 8 MiB of text', content: PROBLEM },
      415: { description: 'neither JSON nor a form with files', content: PROBLEM },
    },
  },
  handle: withJobs(async (jobs, call) => {
    const input = await inputOf(call.c.req.raw);
    if (input !== null) return sendJson(call, await jobs.submit(input), 202);
    return problemResponse({
      status: 415,
      code: 'unsupported-media',
      detail: 'an import is sent as application/json or multipart/form-data',
    });
  }),
};

const show: Endpoint = {
  route: {
    method: 'get',
    path: `${DISPUTE}/jobs/{id}.json`,
    tags: ['imports'],
    summary: 'an import with what came out of each page',
    request: { params: pathParams('id') },
    responses: { 200: json(job, 'the import'), ...NOT_MODIFIED, ...TROUBLES },
  },
  handle: async (call) => {
    const found = call.options.jobs?.get(call.part('id')) ?? null;
    return found === null ? noJob() : sendJson(call, found);
  },
};

const cancel: Endpoint = {
  route: {
    method: 'delete',
    path: `${DISPUTE}/jobs/{id}`,
    tags: ['imports'],
    summary: 'stop an import; what was kept stays',
    request: { params: pathParams('id') },
    responses: { 200: json(job, 'the import as it was left'), ...TROUBLES },
  },
  handle: withJobs(async (jobs, call) => {
    const stopped = await jobs.cancel(call.part('id'));
    return stopped === null ? noJob() : sendJson(call, stopped);
  }),
};

/** Imports one by one. */
export const imports: readonly Endpoint[] = [submit, show, cancel];
