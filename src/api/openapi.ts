import { OpenAPIHono, z } from '@hono/zod-openapi';
import { endpoints } from './endpoints/index.ts';
import { json } from './endpoints/responses.ts';
import type { Endpoint } from './types.ts';

const ABOUT = `The desk of one record: what happened, who said what and through whom it is known.
Every list has twins: \`.json\` is a page of it (\`offset\`, \`limit\`), \`.jsonl\` and \`.csv\` hold every row that the filters leave.
Days are YYYY-MM-DD, times EDTF; spans are half-open, in UTF-16 units of the text that they stand beside.`;

const COMMON: readonly Endpoint['route'][] = [
  {
    method: 'get',
    path: '/healthz',
    tags: ['server'],
    summary: 'whether the server answers',
    security: [],
    responses: { 200: json(z.strictObject({ ok: z.literal(true), version: z.string() }), 'it does') },
  },
  {
    method: 'get',
    path: '/openapi.json',
    tags: ['server'],
    summary: 'this description',
    responses: { 200: json(z.record(z.string(), z.unknown()), 'OpenAPI 3.1') },
  },
];

/** Describes operations in OpenAPI 3.1. */
export const describeApi = (of: readonly Endpoint[], version: string): Readonly<Record<string, unknown>> => {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'only where the server was started with a key',
  });
  for (const route of [...of.map((endpoint) => endpoint.route), ...COMMON])
    app.openAPIRegistry.registerPath(route);
  const document: unknown = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Demarche',
      version,
      description: ABOUT,
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: 'http://127.0.0.1:4747' }],
    security: [{}, { key: [] }],
  });
  return document as Readonly<Record<string, unknown>>;
};

/** The description of the whole interface, as it is served and checked in. */
export const openApiDocument = (version: string): Readonly<Record<string, unknown>> =>
  describeApi(endpoints(), version);
