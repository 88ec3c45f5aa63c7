import type { z } from '@hono/zod-openapi';
import { endpoints } from '../../../src/api/endpoints/index.ts';
import { openApiDocument } from '../../../src/api/openapi.ts';
import { problem } from '../../../src/api/schema/base.ts';
import { VERSION } from '../../../src/app/version.ts';
import type { Choice, Description, Operation } from './generate.ts';
import { addressOf } from './generate.ts';

/** Asks a server without a network. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** The schema with which an answer in JSON must agree, by operation and status. */
const schemas: ReadonlyMap<string, z.ZodType> = new Map(
  endpoints().flatMap(({ route }) =>
    Object.entries(route.responses).flatMap(([status, response]) => {
      const content = 'content' in response ? response.content?.['application/json'] : undefined;
      return content === undefined || !('schema' in content)
        ? []
        : [[`${route.method} ${route.path} ${status}`, content.schema as z.ZodType] as const];
    }),
  ),
);

const bodyOf = (choice: Choice): RequestInit => {
  const json = (body: unknown): RequestInit => ({
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const form = new FormData();
  form.append(
    choice.of(['files', 'x']),
    new File([choice.hostile()], 'a'),
    `a/${choice.of(['1.html', '..', 'ж'])}`,
  );
  return choice.of<RequestInit>([
    json({ text: choice.hostile() }),
    json({ text: choice.hostile(), name: choice.hostile(), url: choice.hostile() }),
    json({ addresses: [choice.hostile(), 'https://harbour-post.example/'] }),
    json(choice.of<unknown>([null, [], 1, {}, { text: 1 }, { addresses: 'a' }, '{', ''])),
    { body: form },
    {
      headers: {
        'content-type': choice.of(['text/plain', 'multipart/form-data', 'application/json; charset=x']),
      },
      body: '--',
    },
    {},
  ]);
};

const isJson = (response: Response, mediaType: string): boolean =>
  (response.headers.get('content-type') ?? '').split(';')[0] === mediaType;

/** What is wrong with an answer, or null. */
export const troubleOf = async (
  response: Response,
  method: string,
  path: string,
  operation: Operation,
): Promise<string | null> => {
  if (response.status >= 500) return 'a fault of the server';
  const isDescribed = [200, 202, 304].includes(response.status) || response.status === 405;
  if (!isDescribed && operation.responses[String(response.status)] === undefined)
    return 'a status that is not described';
  if (isJson(response, 'application/problem+json'))
    return problem.safeParse(await response.json()).success ? null : 'a problem that is none';
  if (!isJson(response, 'application/json')) {
    await response.body?.cancel();
    return null;
  }
  const schema = schemas.get(`${method} ${path} ${response.status}`);
  if (schema === undefined)
    return path === '/healthz' || path === '/openapi.json' ? null : 'JSON that is not described';
  const result = schema.safeParse(await response.json());
  return result.success
    ? null
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
};

const OPERATIONS = Object.entries((openApiDocument(VERSION) as unknown as Description).paths).flatMap(
  ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** What came of many requests. */
export interface Report {
  /** What is wrong with their answers. */
  readonly troubles: readonly string[];
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
}

/** Makes requests from the description, valid and hostile, and checks every answer. `known` are texts that mean something. */
export const askMany = async (
  ask: Ask,
  choice: Choice,
  requests: number,
  known: (name: string) => readonly string[],
): Promise<Report> => {
  const troubles: string[] = [];
  const statuses = new Map<number, number>();
  for (let n = 0; n < requests; n++) {
    const { path, method, operation } = choice.of(OPERATIONS);
    const address = addressOf(choice, path, operation.parameters ?? [], known);
    const init = operation.requestBody === undefined ? {} : bodyOf(choice);
    const response = await ask(address, { ...init, method: method.toUpperCase() });
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    const trouble = await troubleOf(response, method, path, operation);
    if (trouble !== null) troubles.push(`${method} ${address}: ${response.status}: ${trouble}`);
  }
  return { troubles, statuses };
};
